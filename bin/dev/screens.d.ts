export interface Walk {
  readonly args: readonly string[]
  readonly keys: readonly string[]
}
export const languages: readonly ('en' | 'zh-Hant' | 'zh-Hans')[]
export const columns: number
export const rows: number
export const walks: Readonly<Record<string, Walk>>
export class Terminal {
  constructor(args: readonly string[], options: { cwd: string; env?: Record<string, string> })
  readonly pty: { readonly pid: number; kill(signal?: string): void; onData(listener: (data: string) => void): unknown }
  readonly ended: Promise<{ exitCode: number; signal?: number }>
  readonly over?: true
  readonly text: string
  readonly quiet: number
  type(keys: string): void
  until(holds: (terminal: Terminal) => boolean, patience?: number): Promise<void>
  close(): void
}
export function play(
  walk: Walk,
  language: string,
  arrived: (n: number, terminal: Terminal) => boolean,
): Promise<string[]>
export function fileOf(name: string, language: string): string
export function joined(screens: readonly string[]): string
export function parted(text: string): string[]
export function withScreens(text: string): string
