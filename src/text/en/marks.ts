/** Marks between words, as English sets them. */
export const marks = {
  list: (items: readonly string[]) => items.join(', '),
  apart: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join('; '),
  sentences: (items: readonly string[]) => items.join(' '),
  labelled: (label: string, text: string) => `${label.replace(/:$/, '')}: ${text}`,
  bracketed: (text: string) => `(${text})`,
  aside: (text: string, aside: string) => `${text} (${aside})`,
  ended: (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`),
} as const
