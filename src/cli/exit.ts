/** Exit codes: what each number means never changes (design §6). */
export const exit = {
  /** Done and passed. */
  passed: 0,
  /** Done, but something did not pass: an invalid input among others, an error found, a case failed, below a threshold. */
  problems: 1,
  /** Nothing done: wrong usage, or no input could be read or used. */
  unusable: 2,
  /** Our own fault. */
  fault: 3,
  interrupted: 130,
} as const

/** The command line cannot be followed. The message is for people and already safe to print. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** By its name: the program is built in pieces, and each may hold this class of its own. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError'
