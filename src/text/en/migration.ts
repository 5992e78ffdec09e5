/** Words on answers that are carried over to a later version of their ruleset. */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `migration/${string}`>

const the = (args: Parameters<typeof one>[0], name: string): string => `'${shorten(one(args, name), 60)}'`
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean '${suggestion}'?`
const plural = (n: number, word: string, words = `${word}s`): string => `${n} ${n === 1 ? word : words}`

export const migrationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'migration/name': {
    title: 'A migration under another name',
    says: (args) => `The file is called ${the(args, 'file')}, but what it says leads to ${the(args, 'expected')}.`,
    fix: (args) => `Call it ${the(args, 'expected')}, or correct 'from' and 'to'.`,
    about: 'A migration is found by the name of its file: the major version it starts from, a hyphen, the next one.',
  },
  'migration/step': {
    title: 'A migration over several versions',
    says: (args) => `It leads from version ${one(args, 'from')} to ${one(args, 'to')}.`,
    fix: (args) => `Lead to ${one(args, 'expected')}: one step a file, and older answers take several.`,
    about: 'Each file leads to the next major version. Chains are made of them, so that no answer finds two ways.',
  },
  'migration/beyond': {
    title: 'A migration to a version yet to come',
    says: (args) => `It leads to version ${one(args, 'to')}, and the ruleset is version ${one(args, 'version')}.`,
    fix: (args) => `Raise the ruleset's version to ${one(args, 'to')}.0.0.`,
    about: 'Answers are carried over to the version that there is. A step beyond it would never be taken.',
  },
  'migration/missing': {
    title: 'A major version without a migration',
    says: (args) => `Nothing says what becomes of answers to version ${one(args, 'from')}.`,
    fix: (args) => `Write ${one(args, 'path')}; it may be as short as 'from' and 'to'.`,
    about:
      "Answers of another major version are not scored. Without a migration 'flowready migrate' cannot carry them over, and firms would begin anew.",
  },
  'migration/unknown-id': {
    title: 'A migration of what never was',
    says: (args) =>
      one(args, 'when') === 'now'
        ? `The ruleset asks nothing under the id ${the(args, 'id')}.`
        : `The ruleset never asked anything under the id ${the(args, 'id')}: it is not in ids.lock.`,
    fix: (_args, suggestion) => mean(suggestion, 'Give the id of a question, a fact or an inventory.'),
    about: 'A migration names what answers files hold. An id that none ever held would move nothing, silently.',
  },
  'migration/unknown-option': {
    title: 'An option mapped to none',
    says: (args) => `${the(args, 'id')} has no option ${the(args, 'option')}.`,
    fix: (args, suggestion) =>
      mean(suggestion, `Write one of ${many(args, 'options').slice(0, 12).join(', ')}, or 'unsure' to have it asked.`),
    about: 'What an option becomes must be one that can be chosen now, or the answer could not be scored.',
  },
  'migration/unknown-part': {
    title: 'A part that the suite has not',
    says: (args) => `The suite does not include ${the(args, 'ruleset')}.`,
    fix: (_args, suggestion) => mean(suggestion, 'Name one of the rulesets that it includes.'),
    about: 'A suite lets its parts carry over what they ask by their own migrations.',
  },
  'migration/twice': {
    title: 'One thing carried over twice',
    says: (args) => `${the(args, 'id')} is dealt with a second time.`,
    fix: () => 'Keep one of them.',
    about: 'An answer goes one way. Of two, nobody could tell which was meant.',
  },
  'migration/other-kind': {
    title: 'A rename to something else',
    says: (args) => `${the(args, 'id')} was ${the(args, 'was')}, and ${the(args, 'to')} is ${the(args, 'now')}.`,
    fix: () => 'Drop the old one, with a reason; the new one is asked like any that is new.',
    about: 'A rename keeps the answer. An answer of another type, or of another inventory, does not fit.',
  },
  'migration/still-asked': {
    title: 'Something dropped that is still asked',
    says: (args) => `${the(args, 'id')} is dropped or renamed, but the ruleset still asks it.`,
    fix: () => "Where its answers mean something else, list it under 'again'.",
    about: 'Its answers would be taken away, and the same question asked without saying why.',
  },
}

/** Of `flowready migrate`. */
export const migration = {
  upToDate: (file: string, version: string) => `${file}: these answers are to version ${version} already.`,
  missing: (from: string, to: string, path: string) =>
    `There is no way from version ${from} to ${to}: ${path} is not there. Ask whoever keeps the ruleset for it.`,
  done: (file: string, from: string, to: string) => `${file}: from version ${from} to ${to}.`,
  nothing: 'No answer had to change.',
  did: {
    renamed: 'Renamed:',
    mapped: 'Options under another id:',
    dropped: 'No longer asked; the answers are kept in the file as history:',
    again: 'To be answered again:',
  },
  places: (n: number) => plural(n, 'entry', 'entries'),
  renamed: (id: string, to: string) => `${id} is now ${to}`,
  mapped: (id: string, was: string, to: string) => `${id}: '${was}' is now '${to}'`,
  instead: (to: string) => `${to} was answered already`,
  misfit: 'the answer no longer fits',
  open: (n: number) => `${plural(n, 'question is', 'questions are')} open, new ones among them.`,
  next: (command: string) => `Next: ${command}`,
}
