import { many, one, shorten, type DiagnosticWords, type ListingWords } from '../diagnostic-words.js'
import type { Args } from '../../diagnostics/diagnostic.js'
import { checkDiagnostics } from './checks.js'
import { migrationDiagnostics } from './migration.js'
import { pageDiagnostics } from './pages.js'
import { pathDiagnostics } from './paths.js'
import { themeDiagnostics } from './theme.js'
import { translationDiagnostics } from './translations.js'

/** A name or a value from a file, in quotes. */
const quote = (text: string): string => `'${shorten(text, 60)}'`
const the = (args: Args, name: string): string => quote(one(args, name))

const choices = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
/** A list that stays readable, however long it is. */
const some = (words: readonly string[], most = 12): string =>
  words.length <= most
    ? choices(
        words.map((word) => shorten(word, 40)),
        'or',
      )
    : `${words
        .slice(0, most)
        .map((word) => shorten(word, 40))
        .join(', ')}, … (${words.length} in all)`
const all = (words: readonly string[]): string => choices(words.map(quote), 'and')

const count = (n: number, word: string, words = `${word}s`): string => `${n} ${n === 1 ? word : words}`
const number = (args: Args, name: string): number => Number(args[name] ?? 0)
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean '${suggestion}'?`

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'a number',
  'whole-number': 'a whole number',
  'yes-no': 'true or false',
  list: 'a list',
  map: 'keys with values',
  nothing: 'nothing',
}
const kind = (word: string): string => kinds[word] ?? word

/** A value as it was written, where that is known, else as it was read. */
const written = (args: Args): string => (args.written !== undefined ? one(args, 'written') : one(args, 'value'))
const foundValue = (args: Args): string => {
  const found = one(args, 'found')
  const value = shorten(written(args), 60)
  switch (found) {
    case 'text':
      return `the text '${value}'`
    case 'number':
      return `the number ${value}`
    case 'yes-no':
      return `the value ${value}`
    default:
      return kind(found)
  }
}

const syntax: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  alias: [
    'A word that starts with * stands for a part named earlier, and there is none of that name.',
    'Put the text in quotes.',
  ],
  'after-end': [
    'Something follows where the value has already ended.',
    'Put the whole text in quotes; inside single quotes write an apostrophe twice.',
  ],
  'bracket-open': [
    'A list or map in brackets is not closed, or a comma is missing in it.',
    'Close it with ] or }, and put a comma between its members.',
  ],
  'colon-in-text': [
    'A colon followed by a space starts a new key, and no key may stand here.',
    'Put the whole text in quotes.',
  ],
  'dash-after-key': [
    'A list cannot start on the line of its key.',
    'Start the list on the next line, or put the text in quotes.',
  ],
  'empty-item': [
    'A list inside a list starts with an empty item.',
    'Write the value after the dash, or remove the dash.',
  ],
  end: ['The file ends where a value should stand.', 'Check that the file is complete.'],
  escape: [
    'This is not something that may follow a backslash in double quotes.',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
  indent: ['This line is not indented like the others of its group.', 'Indent it as far as its neighbours.'],
  'json-after-end': [
    'Something follows after the end of the JSON value.',
    'Remove it, or check the brackets before it.',
  ],
  'json-comma': ['A comma stands after the last member.', 'Remove the comma.'],
  'json-key': ['A key in double quotes should stand here.', 'Write the key in double quotes; JSON takes no comments.'],
  'json-no-comma': ['A comma is missing, or a bracket is not closed.', 'Put a comma between the members.'],
  'json-tab': ['A tab stands inside a text.', 'Write \\t, or a space.'],
  'json-value': [
    'This is no JSON value.',
    'Put text in double quotes; write numbers as plain decimals, and true, false or null.',
  ],
  'json-value-missing': ['A value should stand here.', 'Write the value, or remove its key.'],
  'list-in-map': ['A list item stands among keys.', 'Indent the list under the key it belongs to.'],
  'no-colon': [
    'A key must be followed by a colon and a space.',
    "Write 'key: value', or indent the line if it belongs to the text before.",
  ],
  'quote-open': ['The quote that opens here is never closed.', 'Close the quote at the end of the text.'],
  'text-start': ['Text cannot start with this character unless it is in quotes.', 'Put the whole text in quotes.'],
  unexpected: [
    'The file cannot be read from here on.',
    'Check indentation, quotes, brackets and colons here and on the line before.',
  ],
}
const syntaxOf = (args: Args): readonly [says: string, fix: string] => syntax[one(args, 'reason')] ?? syntax.unexpected!

const unsupported: Readonly<Record<string, readonly [says: (args: Args) => string, fix: string]>> = {
  control: [() => 'A control character stands in the text.', 'Delete it.'],
  directive: [(args) => `The directive ${the(args, 'written')} is not supported.`, 'Delete the line.'],
  key: [() => 'A key must be text, not a number, a list, true, false or null.', 'Put the key in quotes.'],
  merge: [() => 'The merge key << is not supported.', 'Write out the keys that it would bring in.'],
  number: [
    (args) => `${the(args, 'written')} is a number in a notation that programs read differently.`,
    'Write a plain decimal number; put it in quotes if it is text, such as a reference with leading zeros.',
  ],
  'large-number': [
    (args) => `${the(args, 'written')} is too large a number to be kept exactly.`,
    'Put it in quotes if it is text, such as a reference; otherwise check the number.',
  ],
  tag: [
    () => 'Tags (words that start with !) are not supported.',
    'Delete the tag, or put the text in quotes if it starts with !.',
  ],
}
const unsupportedOf = (args: Args): readonly [says: (args: Args) => string, fix: string] =>
  unsupported[one(args, 'what')] ?? [() => 'This kind of value is not supported.', 'Write it as plain text in quotes.']

const bounds: Readonly<Record<string, (limit: number) => string>> = {
  minimum: (limit) => `at least ${limit}`,
  maximum: (limit) => `at most ${limit}`,
  exclusiveMinimum: (limit) => `more than ${limit}`,
  exclusiveMaximum: (limit) => `less than ${limit}`,
  multipleOf: (limit) => `a multiple of ${limit}`,
}

const sizes: Readonly<Record<string, readonly [one: string, many: string]>> = {
  Items: ['member', 'members'],
  Length: ['character', 'characters'],
  Properties: ['key', 'keys'],
}
const size = (args: Args): string => {
  const rule = one(args, 'rule')
  const [word, words] = sizes[rule.slice(3)] ?? ['value', 'values']
  const found = number(args, 'found')
  if (rule === 'minLength' && found === 0) return 'This text is empty.'
  if (found === 0) return `This is empty; it needs at least ${count(number(args, 'limit'), word, words)}.`
  return `This has ${count(found, word, words)}; ${rule.startsWith('min') ? 'at least' : 'at most'} ${number(args, 'limit')} ${number(args, 'limit') === 1 ? 'is' : 'are'} ${rule.startsWith('min') ? 'needed' : 'allowed'}.`
}

const looks = (args: Args): string => {
  const [like] = many(args, 'looks')
  if (like === undefined || like === '') return ''
  return like.startsWith('kebab-case') ? 'small letters, digits and hyphens, with dots between topics' : like
}

const named: Readonly<Record<string, string>> = {
  question: 'question',
  fact: 'fact',
  option: 'option',
  group: 'group',
  scale: 'scale',
  source: 'source',
  determination: 'determination',
  outcome: 'outcome',
  inventory: 'inventory',
  band: 'band',
  alternative: 'alternative',
  ruleset: 'ruleset',
  'common file': 'common file',
}
const kindOfName = (args: Args): string => named[one(args, 'kind')] ?? one(args, 'kind')
const a = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const conditions: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  'no-subject': [
    'This condition compares nothing: it names no fact, determination or question.',
    "Name what it is about, such as 'fact: flow.from'.",
  ],
  'two-subjects': [
    'This condition names more than one fact, determination or question.',
    "Join one condition for each with 'all' or 'any'.",
  ],
  'no-operator': [
    'This condition says what it is about, but not what must hold.',
    "Add a comparison, such as 'is', 'in' or 'atLeast'.",
  ],
  'two-operators': [
    'This condition makes more than one comparison.',
    "Join one condition for each with 'all' or 'any'.",
  ],
  'join-with-subject': [
    "This condition has both a comparison and 'all', 'any' or 'not'.",
    "Move the comparison into the list under 'all' or 'any'.",
  ],
  'join-with-join': ["This condition has more than one of 'all', 'any' and 'not'.", 'Put one inside the other.'],
}
const conditionOf = (args: Args): readonly [says: string, fix: string] =>
  conditions[one(args, 'problem')] ?? [
    'This condition is not complete.',
    "Give it one subject with one comparison, or one of 'all', 'any' and 'not'.",
  ]

type Say = readonly [says: (id: string) => string, fix: string]

const ways = "one of 'holds', 'sum', 'count', 'some' and 'every'"
const derivedShapes: Readonly<Record<string, Say>> = {
  'no-way': [(id) => `${id} does not say how it is worked out.`, `Give it ${ways}.`],
  'two-ways': [(id) => `${id} says in more than one way how it is worked out.`, `Keep only ${ways}.`],
  'sum-and-over': [
    (id) => `${id} needs both 'sum' and 'over'.`,
    "Write 'sum' with the number that is added up and 'over' with the inventory.",
  ],
  'distinct-without-sum': [
    (id) => `${id} has 'distinct' but adds nothing up.`,
    "Remove 'distinct', or add 'sum' and 'over'.",
  ],
  'where-with-holds': [
    (id) => `${id} has both 'holds' and 'where'.`,
    "Put the condition under 'where' into the one under 'holds'.",
  ],
  'across-inside-entry': [
    (id) => `${id} looks across all entries and cannot belong to one of them.`,
    "Define it for the firm, without 'forEach'.",
  ],
  'not-a-number': [(id) => `${id} adds up something that is not a number.`, 'Name a fact of the type number.'],
  'distinct-conditional': [
    (id) => `${id} takes its number of different people from a fact that is not always asked.`,
    "Remove 'when', 'from' and 'until' from that fact.",
  ],
  'below-zero': [(id) => `${id} adds up numbers that may be below 0.`, "Give the fact a 'min' of 0 or more."],
}
const questionShapes: Readonly<Record<string, Say>> = {
  'scale-or-options': [(id) => `${id} needs either 'scale' or its own 'options'.`, 'Give it one of the two.'],
  'unsure-reserved': [
    (id) => `${id} has an option 'unsure', which every question has already.`,
    'Remove the option, or give it another id.',
  ],
  'across-missing': [
    (id) => `${id} is asked for each entry, but does not say how the entries count together.`,
    "Add 'across: mean' or 'across: worst'.",
  ],
  'across-without-entries': [
    (id) => `${id} has 'across', but is asked only once.`,
    "Remove 'across', or add 'forEach'.",
  ],
  'follow-up-order': [
    (id) => `${id} follows a question that does not stand above it in the same section.`,
    'Move it below that question.',
  ],
  'follow-up-of-unscored': [
    (id) => `${id} follows a question that is only information and never met.`,
    "Let it follow a scored question, or use a fact and 'when'.",
  ],
  'remedy-missing': [
    (id) => `${id} is scored but says no remedy.`,
    "Add 'remedy' with what to do, the effort and the owner.",
  ],
}
const modelShapes: Readonly<Record<string, Say>> = {
  'suite-with-sections': [
    () => "A suite ('includes') cannot have sections of its own.",
    'Move the sections into a ruleset of their own and include it.',
  ],
  'no-scoring': [() => "There are sections, but no 'scoring'.", "Add 'scoring: {model: weighted}'."],
  'nothing-asked': [() => "There are neither 'sections' nor 'includes'.", 'Add the sections that are to be scored.'],
  entries: [
    (model) => `The scoring model ${model} does not allow sections for each entry.`,
    "Remove 'forEach', or use the model 'weighted'.",
  ],
  'follow-up': [
    (model) => `The scoring model ${model} does not allow follow-ups.`,
    "Remove 'after', or use the model 'weighted'.",
  ],
  'no-level': [(model) => `The scoring model ${model} needs a level for every question.`, "Add 'level: 1' or higher."],
}
const shape = (table: Readonly<Record<string, Say>>, args: Args): Say =>
  table[one(args, 'problem')] ?? [
    (id) => `${id} is not complete: ${one(args, 'problem')}.`,
    'Compare it with one that validates.',
  ]

const types: Readonly<Record<string, string>> = {
  choice: 'a choice',
  multi: 'a multiple choice',
  number: 'a number',
  time: 'a day or time',
  text: 'a free text',
  truth: 'a yes/no derived fact',
  determination: 'a determination',
  question: 'a scored question',
}
const comparisons: Readonly<Record<string, string>> = {
  choice: "Compare a choice by 'is' or 'in' with its options.",
  multi: "Compare a multiple choice by 'includes' with one of its options.",
  number: "Compare a number by 'atLeast', 'atMost', 'moreThan' or 'lessThan' with a number within its limits.",
  time: "Compare a day by 'atLeast', 'atMost', 'moreThan' or 'lessThan' with a day such as 2026-11-20.",
  text: 'A free text cannot be compared. Ask for a choice instead.',
  truth: 'Write the fact alone: it holds or it does not.',
  determination: "Compare a determination by 'is', 'in' or 'offers'.",
  question: "Compare a question by 'attainsLessThan'.",
}

/** The words of diagnostics in English. */
export const diagnostics: DiagnosticWords = {
  ...checkDiagnostics,
  ...migrationDiagnostics,
  ...translationDiagnostics,
  'file/not-found': {
    title: 'File not found',
    says: (args) => `There is no file ${the(args, 'file')}.`,
    fix: (_args, suggestion) => mean(suggestion, 'Check the name and the folder.'),
    about: 'A path was named where no file is. Nothing was read from it.',
  },
  'file/not-readable': {
    title: 'File cannot be read',
    says: (args) =>
      `The file ${the(args, 'file')} cannot be read${args.detail === undefined ? '' : `: ${one(args, 'detail')}`}.`,
    fix: () => 'Check that you may read it and that no other program holds it.',
    about: 'The system refused to open or read the file, often because of its permissions.',
  },
  'file/directory': {
    title: 'A folder instead of a file',
    says: (args) => `${the(args, 'file')} is a folder.`,
    fix: () => 'Name a file in it.',
    about: 'A file was expected here. Commands that take many files also take folders; this place does not.',
  },
  'file/too-large': {
    title: 'File too large',
    says: (args) =>
      `The file ${the(args, 'file')} is too large${args.bytes === undefined ? '' : ` (${megabytes(number(args, 'bytes'))})`}${args.limit === undefined ? '' : `; at most ${megabytes(number(args, 'limit'))} are read`}.`,
    fix: () => 'Check that this is the file you meant.',
    about:
      'Rulesets and answers are small. A very large file is nearly always the wrong one, and would use up the memory.',
  },
  'file/not-text': {
    title: 'Not a text file',
    says: (args) => `The file ${the(args, 'file')} is not text in UTF-8.`,
    fix: () => 'If it is the right file, open it in an editor and save it as UTF-8.',
    about:
      'Rulesets and answers are text in UTF-8. Word, Excel and PDF files are not, nor is text saved as GBK or Big5.',
  },
  'file/vanished': {
    title: 'File disappeared while it was read',
    says: (args) => `The file ${the(args, 'file')} disappeared while it was being read.`,
    fix: () => 'Run the command again when no other program is changing the folder.',
    about:
      'The file was there when the command looked and gone when it read. Another program may be moving or syncing files.',
  },
  'file/empty': {
    title: 'Empty file',
    says: (args) => `The file ${the(args, 'file')} holds nothing.`,
    fix: () => "Fill it in, or make a new one with 'flowready new'.",
    about: 'The file has no content, or comments only, so there is nothing to work with.',
  },
  'file/set-aside': {
    title: 'Input set aside',
    says: (args) =>
      `Workers tried ${the(args, 'file')} several times and did not come to an end: ${one(args, 'reason')}.`,
    fix: () => 'Score this file alone on one machine, which says more: flowready score FILE --debug.',
    about:
      'A batch over a queue gave this input to one worker after another, and each failed. It was set aside so that the others could be finished. This is a fault of flowready or of the machines, and not of the answers.',
  },

  'yaml/syntax': {
    title: 'The file does not read',
    says: (args) => syntaxOf(args)[0],
    fix: (args) => syntaxOf(args)[1],
    about:
      'YAML is read by its indentation, colons, quotes and dashes; JSON by its brackets, commas and quotes. Where one is out of place, nothing after it can be trusted, so the file is not read at all.',
  },
  'yaml/tab': {
    title: 'Tab used to indent',
    says: () => 'This line is indented with a tab.',
    fix: () => 'Use spaces, and set your editor to indent YAML with spaces.',
    about: 'YAML forbids tabs in indentation, because programs show them at different widths.',
  },
  'yaml/duplicate-key': {
    title: 'The same key twice',
    says: (args) => `The key ${the(args, 'key')} already stands on line ${one(args, 'line')}.`,
    fix: () => 'Keep one of the two.',
    about:
      'When a key stands twice, programs silently take one of the two values. Which one was meant only its author knows.',
  },
  'yaml/too-deep': {
    title: 'Too deeply nested',
    says: (args) => `Lists and maps are nested more than ${one(args, 'limit')} deep here.`,
    fix: () => 'Check that this is the file you meant, and that no alias (*name) stands for a part it is in.',
    about:
      'No ruleset or answers file is nested so deeply. Such files are refused because reading them can exhaust a program. An alias that contains itself has no end and is refused too.',
  },
  'yaml/too-many-values': {
    title: 'Too many values',
    says: (args) => `The file stands for more than ${count(number(args, 'limit'), 'value')}.`,
    fix: () => 'Check that this is the file you meant, and write out what stands behind aliases (*name).',
    about:
      'A few aliases can make a short file stand for billions of values. Such files are refused before they use up the memory.',
  },
  'yaml/several-documents': {
    title: 'More than one document in a file',
    says: () => 'A second document starts here.',
    fix: () => "Put it into a file of its own, or delete the line '---'.",
    about:
      'YAML allows several documents in one file, separated by ---. Here each file is one document, so that none is overlooked.',
  },
  'yaml/unsupported-value': {
    title: 'A value that is not supported',
    says: (args) => unsupportedOf(args)[0](args),
    fix: (args) => unsupportedOf(args)[1],
    about:
      'Some parts of YAML mean different things to different programs. They are refused here, so that a file means the same to everyone who reads it.',
  },

  'schema/unknown-key': {
    title: 'Unknown key',
    says: (args) => `There is no key ${the(args, 'key')} here.`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'known').length === 0 ? 'Remove it.' : `Remove it, or use one of: ${some(many(args, 'known'))}.`,
      ),
    about: 'A key that is not known would be silently ignored, and with it what its author wanted to say.',
  },
  'schema/missing-key': {
    title: 'Missing key',
    says: (args) => {
      const keys = many(args, 'keys')
      return keys.length === 0
        ? 'A key is missing here.'
        : `${all(keys)} ${keys.length === 1 ? 'is' : 'are'} missing here.`
    },
    fix: (args) => {
      const keys = many(args, 'keys').map((key) => `'${shorten(key, 40)}: …'`)
      return keys.length === 0 ? 'Add it.' : `Add ${choices(keys, 'and')}.`
    },
    about: 'Without this key the file cannot be understood.',
  },
  'schema/wrong-type': {
    title: 'Wrong kind of value',
    says: (args) => `This should be ${choices(many(args, 'expected').map(kind), 'or')}, but is ${foundValue(args)}.`,
    fix: (args) => {
      const expected = many(args, 'expected')
      const found = one(args, 'found')
      if (found === 'nothing') return 'Write the value after the colon.'
      if (expected.includes('text') && found === 'yes-no')
        return `Write yes or no, or put the word in quotes: "${shorten(written(args), 40)}".`
      if (expected.includes('text') && found === 'number') return `Put it in quotes: "${shorten(written(args), 40)}".`
      if (expected.includes('number') && found === 'text')
        return 'Write digits only, without quotes, separators or units: 100000.'
      if (expected.includes('list') && found !== 'map')
        return 'Put each member on a line of its own after a dash, or all in square brackets.'
      if (expected.includes('map')) return "Write lines of the form 'key: value', with a space after the colon."
      return `Write ${choices(expected.map(kind), 'or')}.`
    },
    about:
      'Each key takes one kind of value. Text that looks like a number, or like true and false, needs quotes to stay text.',
  },
  'schema/not-allowed': {
    title: 'Not one of the allowed words',
    says: (args) => {
      const allowed = some(many(args, 'allowed'))
      const one_ = many(args, 'allowed').length === 1
      return one(args, 'found') === ''
        ? `This should be ${one_ ? allowed : `one of ${allowed}`}.`
        : `${the(args, 'found')} is not ${one_ ? allowed : `one of ${allowed}`}.`
    },
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'allowed').length === 1 ? `Write ${some(many(args, 'allowed'))}.` : 'Use one of these words.',
      ),
    about: 'This key takes one of a few words, each with a fixed meaning.',
  },
  'schema/pattern': {
    title: 'Not written as it should be',
    says: (args) => {
      const what = one(args, 'what')
      if (what === 'no-such-day') return `There is no day ${one(args, 'found')} in the calendar.`
      if (what === 'day') return `${the(args, 'found')} is not a day written year-month-day.`
      const like = looks(args)
      return `${what === 'key' ? 'The key ' : ''}${the(args, 'found')} is not written as it should be${like ? `: ${like}` : ''}.`
    },
    fix: (args) =>
      one(args, 'what') === 'no-such-day'
        ? 'Check the month and the day.'
        : one(args, 'what') === 'day'
          ? 'Write it like 2026-11-20.'
          : 'Change it to that form.',
    about: 'Ids, versions and days have one form each, so that they can be compared and found everywhere.',
  },
  'schema/range': {
    title: 'Number outside its limits',
    says: (args) =>
      `${one(args, 'found')} is not ${(bounds[one(args, 'rule')] ?? ((limit: number) => String(limit)))(number(args, 'limit'))}.`,
    fix: (args) =>
      `Use a number that is ${(bounds[one(args, 'rule')] ?? ((limit: number) => String(limit)))(number(args, 'limit'))}.`,
    about: 'The number has limits by its meaning: an attainment lies between 0 and 1, a weight is not negative.',
  },
  'schema/length': {
    title: 'Too short or too long',
    says: size,
    fix: (args) =>
      one(args, 'rule').startsWith('min')
        ? number(args, 'found') === 0
          ? 'Fill it in, or remove the key.'
          : 'Add what is missing.'
        : 'Shorten it.',
    about:
      'Texts, lists and maps have a least and a greatest size, so that nothing is left empty and everything can be shown.',
  },
  'schema/quote-version': {
    title: 'Version without quotes',
    says: (args) =>
      written(args) === one(args, 'value')
        ? `The version ${shorten(written(args), 40)} is not in quotes, so that it is read as a number.`
        : `Without quotes a version is read as a number: ${shorten(written(args), 40)} becomes ${shorten(one(args, 'value'), 40)}.`,
    fix: (args) => `Put it in quotes: "${shorten(written(args), 40)}".`,
    about: 'As a number, 1.10 is the same as 1.1. In quotes a version stays what was written.',
  },
  'schema/repeated': {
    title: 'The same member twice',
    says: (args) =>
      one(args, 'found') === '' ? 'This stands in the list twice.' : `${the(args, 'found')} stands in the list twice.`,
    fix: () => 'Remove one of the two.',
    about: 'Each member of this list may stand in it once.',
  },
  'schema/invalid': {
    title: 'Not a valid value',
    says: (args) => `This does not fit the rule ${the(args, 'rule')} of the schema.`,
    fix: () => 'Compare it with an example that validates.',
    about: 'The published schema of this kind of file does not allow this value.',
  },

  'ruleset/unknown-name': {
    title: 'A name that does not exist',
    says: (args) => `There is no ${kindOfName(args)} ${the(args, 'name')}.`,
    fix: (args, suggestion) => mean(suggestion, `Check the name, or define ${a(kindOfName(args))} of that name.`),
    about:
      'Questions, facts, options and the like are referred to by their ids. A name that leads nowhere would never take effect.',
  },
  'ruleset/duplicate-id': {
    title: 'The same id twice',
    says: (args) => `The id ${the(args, 'id')} is already used by another ${kindOfName(args)}.`,
    fix: () => 'Give one of them another id.',
    about: 'An id names one thing. With two, answers, translations and reports could not tell them apart.',
  },
  'ruleset/id-reused': {
    title: 'An id with a new meaning',
    says: (args) => `The id ${the(args, 'id')} stood for ${the(args, 'was')} and now stands for ${the(args, 'now')}.`,
    fix: () => 'Use a new id. If the meaning is the same, put the old words back or update ids.lock.',
    about:
      'Answers that firms saved earlier name this id. If it means something else now, they would say what nobody answered.',
  },
  'ruleset/id-not-locked': {
    title: 'An id missing from the lock',
    says: (args) => `The id ${the(args, 'id')} is not in ids.lock yet.`,
    fix: (args) => `Add ${the(args, 'id')} to ids.lock.`,
    about: 'The file ids.lock remembers every id and what it stood for, so that none is ever used for something else.',
  },
  'ruleset/condition-shape': {
    title: 'A condition of the wrong shape',
    says: (args) => conditionOf(args)[0],
    fix: (args) => conditionOf(args)[1],
    about:
      "A condition is either one subject with one comparison, or one of 'all', 'any' and 'not' with further conditions inside.",
  },
  'ruleset/impossible-comparison': {
    title: 'A comparison that can never hold',
    says: (args) => {
      const type = types[one(args, 'type')] ?? one(args, 'type')
      const subject = the(args, 'subject')
      return one(args, 'operator') === ''
        ? `${subject} is ${type}; this condition does not say what must hold of it.`
        : `${subject} is ${type} and can never meet '${shorten(one(args, 'operator'), 40)}: ${shorten(one(args, 'value'), 40)}'.`
    },
    fix: (args, suggestion) =>
      mean(suggestion, comparisons[one(args, 'type')] ?? 'Use a comparison and a value that fit its type.'),
    about: 'A comparison that can never be true hides what depends on it for every firm.',
  },
  'ruleset/condition-names-question': {
    title: 'A condition on a scored question',
    says: (args) => `This condition depends on the scored question ${the(args, 'question')}.`,
    fix: () => "Use a fact, or make the question that depends on it a follow-up with 'after'.",
    about:
      "If a question disappeared when another is answered 'no', firms would score better for saying no. What only makes sense after another question is a follow-up.",
  },
  'ruleset/outside-entry': {
    title: 'A fact of an entry used outside it',
    says: (args) =>
      `${the(args, 'fact')} is answered for each entry of ${the(args, 'inventory')}, and no entry is meant here.`,
    fix: (args) =>
      `Add 'forEach: ${shorten(one(args, 'inventory'), 40)}', or use a derived fact that looks across the entries.`,
    about: 'A firm may have many flows. Outside one of them, "where does the data go?" has no single answer.',
  },
  'ruleset/cycle': {
    title: 'Values that depend on themselves',
    says: (args) =>
      `These depend on one another in a circle: ${many(args, 'ids')
        .map((id) => shorten(id, 60))
        .join(' → ')}.`,
    fix: () => 'Remove one of these dependencies.',
    about: 'Each value is worked out once, after what it depends on. In a circle there is no first.',
  },
  'ruleset/derived-shape': {
    title: 'A derived fact of the wrong shape',
    says: (args) => shape(derivedShapes, args)[0](`The derived fact ${the(args, 'id')}`),
    fix: (args) => shape(derivedShapes, args)[1],
    about:
      'A derived fact is worked out in exactly one way: a condition, a sum, a count, or whether some or every entry meets a condition.',
  },
  'ruleset/question-shape': {
    title: 'A question or section of the wrong shape',
    says: (args) => shape(questionShapes, args)[0](the(args, 'id')),
    fix: (args) => shape(questionShapes, args)[1],
    about:
      'A question needs options (its own or those of a scale) and a remedy for what is missing; a section for each entry says how its entries count together; a follow-up stands below its question.',
  },
  'ruleset/bands-start': {
    title: 'Bands that do not start at 0',
    says: (args) => `The lowest band starts at ${one(args, 'from')}.`,
    fix: () => 'Let the first band start at 0.',
    about: 'Every score from 0 to 100 must fall into a band.',
  },
  'ruleset/bands-rise': {
    title: 'Bands that do not rise',
    says: (args) =>
      `The band ${the(args, 'id')} starts at ${one(args, 'from')}, not above the one before it (${one(args, 'before')}).`,
    fix: () => 'List the bands from the lowest to the highest.',
    about: 'Bands are read from the lowest to the highest; each must start above the one before it.',
  },
  'ruleset/not-attainable': {
    title: 'A question that cannot reach 0 or 1',
    says: (args) => `No answer to ${the(args, 'id')} attains ${one(args, 'value')}.`,
    fix: (args) => `Give it an answer that attains ${one(args, 'value')}.`,
    about:
      'The best answers to everything must score 100 and the worst 0. A question that cannot reach both would make one of them impossible.',
  },
  'ruleset/citation-missing': {
    title: 'Missing citation',
    says: (args) => `${the(args, 'id')} cites no source.`,
    fix: () => "Add 'cites' with the source, the place in it and how it was checked.",
    about:
      'Every duty must be traceable to a law, contract, guidance or standard, and say how the citation was checked.',
  },
  'ruleset/gate-not-downward': {
    title: 'A gate that a better answer could trip',
    says: (args) => `The gate ${the(args, 'gate')} can be tripped by a better answer to ${the(args, 'question')}.`,
    fix: () => "Let the gate ask for 'attainsLessThan' only, never inside 'not'.",
    about: 'A better answer must never lower the result. A gate may therefore only be tripped by weak answers.',
  },
  'ruleset/model-shape': {
    title: 'Not what the scoring model needs',
    says: (args) => shape(modelShapes, args)[0](the(args, 'model')),
    fix: (args) => shape(modelShapes, args)[1],
    about:
      'A ruleset has sections that are scored, or includes others. Some scoring models follow a published standard, which knows neither sections for each entry nor follow-ups.',
  },
  'ruleset/includes-version': {
    title: 'Another major version than asked for',
    says: (args) =>
      `The suite asks for version ${one(args, 'wanted')} of ${the(args, 'ruleset')}, and version ${one(args, 'found')} is there.`,
    fix: () => 'Change the version here, or install the one that is asked for.',
    about:
      'In another major version the meaning of an answer has changed. A suite therefore says which it was made for.',
  },
  'ruleset/includes-suite': {
    title: 'A suite inside a suite',
    says: (args) => `${the(args, 'ruleset')} is itself a suite, or this one.`,
    fix: () => 'Include its parts one by one.',
    about: 'A suite is the weighted mean of plain rulesets. A suite of suites would leave open what the parts weigh.',
  },
  'ruleset/hidden-follow-up': {
    title: 'A follow-up that hides instead of failing',
    says: (args) => `The follow-up ${the(args, 'id')} is hidden when the question before it is not met.`,
    fix: () => "Remove 'otherwise: hidden', so that it counts as not met.",
    about:
      'A hidden follow-up is not scored, so that a firm may score better for saying no. This exists for imported questionnaires only.',
  },
  'ruleset/unknown-placeholder': {
    title: 'A placeholder for nothing',
    says: (args) => `There is no fact ${the(args, 'name')} to put into this text.`,
    fix: (_args, suggestion) => mean(suggestion, 'Use the id of a fact, or remove the braces.'),
    about:
      'Text in braces is replaced by the value of a fact. One that does not exist would leave a gap in the report.',
  },
  'ruleset/folder-name': {
    title: 'Folder and id differ',
    says: (args) => `The ruleset ${the(args, 'id')} stands in the folder ${the(args, 'folder')}.`,
    fix: () => 'Give the folder and the ruleset the same name.',
    about: 'A ruleset is found by the name of its folder, so the two must be the same.',
  },

  'report/other-version': {
    title: 'A report of another version',
    says: (args) =>
      `This report is of format ${one(args, 'found')}; flowready here reads format ${one(args, 'current')}.`,
    fix: (args) =>
      Number(one(args, 'found')) > Number(one(args, 'current'))
        ? 'Update flowready: the report is newer.'
        : 'Score its answers again, with the flowready you have.',
    about: 'Another number means that something in a report is said in another way. It is not guessed what was meant.',
  },
  'answers/other-ruleset': {
    title: 'Answers to another ruleset',
    says: (args) => `These answers are to ${the(args, 'found')}, not to ${the(args, 'expected')}.`,
    fix: (_args, suggestion) =>
      mean(suggestion, "Choose the file for this ruleset; 'flowready list' shows the rulesets."),
    about: 'Answers belong to one ruleset. Scored by another they would mean nothing.',
  },
  'answers/other-major': {
    title: 'Answers to another major version',
    says: (args) =>
      `These answers were given to version ${one(args, 'found')}; the ruleset here is version ${one(args, 'current')}.`,
    fix: (args) =>
      major(one(args, 'found')) > major(one(args, 'current'))
        ? 'Update flowready, or the ruleset: the answers are newer than both.'
        : "Run 'flowready migrate' on the file: it lists what must be asked again.",
    about:
      'In another major version the meaning of some answers has changed. They are not scored until they are carried over.',
  },
  'answers/hidden': {
    title: 'An answer to a question that does not apply',
    says: (args) => `${the(args, 'id')} is answered, but with the other answers it does not apply.`,
    fix: () => 'Check the answers that it depends on. It is kept and not scored.',
    about:
      'Some questions apply only after certain answers. An answer to one that does not apply is kept in the file and ignored.',
  },
  'answers/unknown-id': {
    title: 'An answer to an unknown question',
    says: (args) => `The ruleset has no question or fact ${the(args, 'id')}.`,
    fix: (_args, suggestion) => mean(suggestion, 'Remove it, or check the id. It is kept and not scored.'),
    about:
      'The answer is kept in the file but has no effect. Often the id is misspelt and another question stays unanswered.',
  },
  'answers/unknown-inventory': {
    title: 'An unknown inventory',
    says: (args) => `The ruleset has no inventory ${the(args, 'id')}.`,
    fix: (_args, suggestion) => mean(suggestion, 'Remove it, or check the name. It is kept and not scored.'),
    about: 'The entries are kept in the file but have no effect.',
  },
  'answers/misplaced': {
    title: 'An answer in the wrong place',
    says: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? `${the(args, 'id')} is answered once for the firm, not for each entry.`
        : `${the(args, 'id')} is answered for each entry of ${the(args, 'inventory')}, not once for the firm.`,
    fix: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? "Move it to 'answers' of the firm."
        : `Move it to 'answers' of the entries under 'inventories: ${shorten(one(args, 'inventory'), 40)}'.`,
    about:
      'Some questions are answered once for the firm, others for each entry of a list. In the wrong place an answer is kept but not scored.',
  },
  'answers/wrong-type': {
    title: 'Wrong kind of answer',
    says: (args) =>
      `The answer to ${the(args, 'id')} should be ${answerKind(one(args, 'expected'))}, but is ${the(args, 'found')}.`,
    fix: (args) => `Write ${answerKind(one(args, 'expected'))}, or 'unsure'.`,
    about:
      'Each question takes one kind of answer. A file with an answer that does not fit is not scored, because guessing would be worse.',
  },
  'answers/unknown-option': {
    title: 'An option that does not exist',
    says: (args) => `${the(args, 'option')} is not an option of ${the(args, 'id')}.`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'options').length === 0 ? 'Use one of its options.' : `Use one of: ${some(many(args, 'options'))}.`,
      ),
    about: 'Only the options of a question can be scored. A file with another one is not scored.',
  },
  'answers/not-in-range': {
    title: 'A number outside its limits',
    says: (args) => `${one(args, 'value')} is out of range for ${the(args, 'id')}${within(args)}.`,
    fix: () => 'Check the number and its unit.',
    about:
      'The question sets limits to the number, such as no negative number of people. A file with another one is not scored.',
  },
  'answers/not-applicable-refused': {
    title: 'Not applicable is not allowed here',
    says: (args) => `${the(args, 'id')} cannot be answered 'not applicable'.`,
    fix: () => "Answer it, or write 'unsure'.",
    about: 'Follow-ups, and questions whose author says so, always apply when they are asked.',
  },
  'answers/exclusive-option': {
    title: 'An option that stands alone',
    says: (args) => `The option ${the(args, 'option')} of ${the(args, 'id')} cannot be combined with others.`,
    fix: () => 'Keep either this option or the others.',
    about: "An option such as 'none of these' contradicts every other option.",
  },
  'answers/duplicate-entry': {
    title: 'The same entry twice',
    says: (args) => `There is already an entry ${the(args, 'entry')} in this inventory.`,
    fix: () => 'Give one of them another id.',
    about: 'Entries are told apart by their ids. With two of the same id, reports could not say which is meant.',
  },
  'answers/answer-and-not-applicable': {
    title: 'Answered and not applicable at once',
    says: (args) => `${the(args, 'id')} has an answer and is also marked not applicable.`,
    fix: () => "Keep either 'answer' or 'notApplicable'.",
    about: 'The two contradict each other, and they count differently.',
  },
  'answers/evidence-missing': {
    title: 'Evidence file not found',
    says: (args) => `The evidence ${the(args, 'file')} is not there, or cannot be read.`,
    fix: () => 'Check the path: it is counted from the folder of the answers file.',
    about: 'The answer is scored, but not as evidenced.',
  },
  'answers/evidence-outside': {
    title: 'Evidence outside the folder',
    says: (args) => `The evidence ${the(args, 'file')} lies outside the folder of the answers file.`,
    fix: () => 'Copy it into that folder, or below it.',
    about:
      'Paths in a file never lead out of its folder: whoever receives the folder has all the evidence, and no file can point at others.',
  },

  ...pathDiagnostics,
  ...themeDiagnostics,
  ...pageDiagnostics,

  'cases/failed': {
    title: 'A case failed',
    says: (args) =>
      `Case ${the(args, 'case')}: ${one(args, 'what')} should be ${expected(args, 'expected')}, but is ${expected(args, 'found')}.`,
    fix: () => 'Correct the ruleset or, if the case is wrong, what it expects.',
    about:
      'A case states what the ruleset must say about given answers. Either the ruleset or the expectation is wrong.',
  },
  'cases/unknown-name': {
    title: 'A case names what does not exist',
    says: (args) => `Case ${the(args, 'case')} names ${the(args, 'name')}, which the ruleset does not have.`,
    fix: (_args, suggestion) => mean(suggestion, 'Check the name.'),
    about: 'A case that names nothing would prove nothing.',
  },
}

const major = (version: string): number => Number.parseInt(version, 10)
const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

const answers: Readonly<Record<string, string>> = {
  ...kinds,
  choice: 'the id of one option',
  multi: 'a list of options',
  date: 'a day such as 2026-11-20',
  datetime: 'a day and time such as 2026-11-20T09:30',
  integer: 'a whole number',
}
const answerKind = (word: string): string => answers[word] ?? word

const within = (args: Args): string => {
  // A fact without a greatest value has an infinite one.
  if (args.max === Infinity) return `; it is at least ${one(args, 'min')}`
  if (args.min !== undefined && args.max !== undefined)
    return `; it lies between ${one(args, 'min')} and ${one(args, 'max')}`
  if (args.min !== undefined) return `; it is at least ${one(args, 'min')}`
  return args.max === undefined ? '' : `; it is at most ${one(args, 'max')}`
}

const expected = (args: Args, name: string): string => {
  const words = many(args, name)
  return words.length === 0 || (words.length === 1 && words[0] === '') ? 'nothing' : all(words)
}

/** The words around a list of diagnostics in English. */
export const listing: ListingWords = {
  error: 'error',
  warning: 'warning',
  notice: 'notice',
  fix: 'Fix:',
  summary: ({ errors, warnings, notices, files }) => {
    const found = [
      ...(errors > 0 ? [count(errors, 'error')] : []),
      ...(warnings > 0 ? [count(warnings, 'warning')] : []),
      ...(notices > 0 ? [count(notices, 'notice')] : []),
    ]
    return `${choices(found, 'and')} in ${count(files, 'file')}`
  },
  columns: { severity: 'Severity', place: 'Place', problem: 'Problem', fix: 'Fix' },
  leftOut: (n) => `${n} more left out: there is no room for them here.`,
  wellFormed: 'no problems in the file',
  root: 'The folder that flowready was run in.',
}
