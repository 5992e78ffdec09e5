/** The text of ids.lock. */
import { type Loaded, lockOf } from '../index.js'

/** @returns every id that the ruleset has or had and what it stands for, sorted; ids that are gone stay */
export function lockText(draft: NonNullable<Loaded['draft']>): string {
  const meanings = new Map(Object.entries(draft.lock?.value ?? {}))
  for (const { id, meaning } of lockOf(draft)) meanings.set(id, meaning)
  const lines = [...meanings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, meaning]) => `${scalar(id)}: ${scalar(meaning)}\n`)
  return `# Written by 'flowready validate --update-locks': every id this ruleset has or had. Ids are never used for anything else.\n${lines.join('') || '{}\n'}`
}

/** Plain where no reader could take it for anything but text. */
const scalar = (text: string): string =>
  /^[a-z][a-z0-9. -]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$|[ -]$/.test(text)
    ? text
    : JSON.stringify(text)
