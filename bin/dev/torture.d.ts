import type { Terminal } from './screens.js'

export class Interview {
  constructor(cwd?: string)
  readonly cwd: string
  readonly terminal: Terminal
  readonly saved: number
  readonly text: string | undefined
  begin(): Promise<void>
  answer(): Promise<void>
  remove(): void
}
export function answersIn(text: string): number
export function kill(after: number): Promise<{ saved: number; found: number }>
