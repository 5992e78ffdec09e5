/** `{fact-id}` in the words of a ruleset stands for the firm's own value. */
const pattern = /\{([^{}\s]+)\}/g

/** The names in braces of a text, in order. */
export const placeholdersOf = (words: string): string[] => [...words.matchAll(pattern)].map((match) => match[1]!)

/** The text with each name in braces replaced; a name that `word` does not know stays as it is. */
export const fillPlaceholders = (words: string, word: (name: string) => string | undefined): string =>
  words.replace(pattern, (whole, name: string) => word(name) ?? whole)
