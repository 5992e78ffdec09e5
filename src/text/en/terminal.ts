/** The words of commands. */
export const terminal = {
} as const
