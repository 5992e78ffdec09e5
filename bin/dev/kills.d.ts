/** What `kills.js` exports. */
export const commands: Readonly<
  Record<'score' | 'batch' | 'merge', { readonly line: readonly string[]; readonly makes: string }>
>
export function whole(name: keyof typeof commands): { files: Record<string, string>; takes: number }
export function kill(name: keyof typeof commands, expected: Record<string, string>, after: number): Promise<string[]>
