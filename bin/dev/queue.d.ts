export function installed(folder: string): string | undefined
export function until(what: () => boolean): Promise<void>
export class Redis {
  static started(folder: string): Promise<Redis>
  readonly url: string
  start(): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<void>
  ask(...command: string[]): string
  count(state: 'active' | 'wait' | 'completed' | 'failed' | 'delayed'): number
}
export class Running {
  constructor(args: readonly string[], options: { cwd: string; env: Record<string, string | undefined> })
  readonly err: string
  readonly ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
  killedAtWork(redis: Redis): Promise<void>
}
