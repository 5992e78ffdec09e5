export type Words = Readonly<
  Record<string, string | { readonly description: string; readonly examples: readonly unknown[] }>
>
export const schemaWords: { readonly everywhere: Words } & Readonly<Record<string, Words>>
