/** Everything a run takes from outside; `bin/flowready.js` builds it once, tests build their own. */
export interface Environment {
  /** Without node and the script. */
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly now: () => Date
  readonly version: string
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined
  /** Aborted when the run should end: everything that was begun is finished or undone, nothing new is begun. */
  readonly signal: AbortSignal
  /** The folder of the package: what ships with flowready lies in it. */
  readonly home: string
}

export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean
}

export interface Output {
  /** False: it takes more only after it has told `drain`. */
  write(text: string | Uint8Array): unknown
  readonly isTTY?: boolean
  readonly destroyed?: boolean
  once?(event: string, listener: () => void): unknown
}
