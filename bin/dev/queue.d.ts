export function installed(folder: string): string | undefined
export function until(what: () => boolean, every?: number, seconds?: number): Promise<void>
export class Redis {
  static started(folder: string, options?: { readonly tls?: boolean }): Promise<Redis>
  readonly url: string
  /** Of the authority, and of a certificate that it signed. */
  readonly files?: { readonly ca: string; readonly cert: string; readonly key: string }
  start(): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<void>
  ask(...command: string[]): string
  count(state: 'active' | 'wait' | 'completed' | 'failed' | 'delayed'): number
}
export class Running {
  constructor(args: readonly string[], options: { cwd: string; env: Record<string, string | undefined> })
  readonly process: { readonly pid?: number }
  readonly out: string
  readonly err: string
  readonly ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
  killedAtWork(redis: Redis): Promise<void>
}
