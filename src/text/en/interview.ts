/** The words of interviews: what the flows say, and what the screens show around it. */
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const interview = {
  /** What `decide` and `assess` say and ask. */
  flow: {
    language: 'Which language?',
    languages: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
    moreSources: (n: number) => ` (+${n})`,
    said: {
      open: 'not answered',
      unsure: 'Unsure',
      notApplicable: (reason: string) => `Not applicable: ${reason}`,
      note: (text: string) => `Note: ${text}`,
      evidence: (what: string) => `Evidence: ${what}`,
      until: (what: string, day: string) => `${what} (valid until ${day})`,
      by: (who: string | undefined, day: string | undefined) =>
        `Answered${who === undefined ? '' : ` by ${who}`}${day === undefined ? '' : ` on ${day}`}`,
    },
    help: {
      why: 'Why it is asked',
      guidance: 'Guidance',
      evidence: 'Evidence to look for',
      source: 'Source',
      none: 'There is no more guidance on this question.',
    },
    decided: {
      none: 'Nothing to decide',
      nothing: 'Nothing of the kind applies',
      holds: 'What applies',
      perhapsHolds: 'What perhaps applies',
      perhapsToDo: 'Perhaps also to do',
      dependsOn: (asks: string) => `depends on: ${asks}`,
      due: (day: string, rule: string) => `by ${day} (${rule})`,
      facts: 'What you said, and what was worked out from it',
      restsOn: 'What it rests on',
      from: (day: string, what: string) => `From ${day}: ${what}`,
    },
    decide: {
      choose: 'What do you want to find out?',
      chooseAbout: (id: string, ruleset: string, most: number) =>
        `${id} · ${ruleset} · at most ${plural(most, 'question')}`,
      start: (title: string, most: number) =>
        `${title}: at most ${plural(most, 'question')}. Only what the outcome depends on is asked, and nothing is kept unless you say so.`,
      oneEntry: (entry: string) =>
        `Have one case in mind (${entry}). The yearly numbers that are asked are those of the whole firm.`,
      stopped: 'Stopped. This is as far as it can be decided with what you said.',
      what: 'What now?',
      keep: 'Keep what I said in an answers file',
      change: 'Change an answer',
      changeWhich: 'Which one?',
      another: 'Decide about another one',
      anotherAbout: 'What you said about the firm is kept, and what concerns this one alone is asked again.',
      done: 'Done',
      name: (entry: string) => `What do you call this one? (${entry})`,
      firm: 'What is the name of your firm?',
      empty: 'Please write something.',
      tooLong: 'That is too long: 200 characters at most.',
      kept: (name: string, file: string) => `Kept '${name}' in ${file}`,
      keptFacts: (file: string) => `Kept in ${file}`,
      goOn: (command: string) => `To go on with everything else: ${command}`,
      differs: (asks: readonly string[]) =>
        asks.length === 1
          ? `The file already answers this in another way; its own answer stays: ${asks.join('')}`
          : `The file already answers these in another way; its own answers stay: ${asks.join(' / ')}`,
      interrupted: 'Interrupted. Nothing was kept.',
      noTerminal: (file: string, determination: string) =>
        `'flowready decide' asks questions and needs a terminal. Without one, decide from an answers file: flowready decide ${determination} --answers ${file}`,
      unknown: (name: string, suggestion: string | undefined, names: string) =>
        `there is no determination '${name}'. ${suggestion === undefined ? `There are: ${names}.` : `Did you mean '${suggestion}'?`}`,
      unknownEntry: (name: string, file: string, names: string) =>
        `there is no entry '${name}' in '${file}'. ${names === '' ? 'It lists none.' : `There are: ${names}.`}`,
      noEntries: (file: string, inventory: string) =>
        `${file}: nothing is listed under ${inventory}, so there is nothing to decide.`,
      whichOne: (names: string) => `Say which determination: ${names}.`,
      entryAlone: '--entry goes with --answers, which names the file that lists it.',
    },
  },
  /** What the prompters show around a question, and how they read an answer. */
  prompter: {
    section: (number: number, sections: number) => `Section ${number} of ${sections}`,
    /** `about` while it is not known how many questions there will be. */
    question: (number: number, count: string, about: boolean) =>
      `Question ${number} of ${about ? 'about ' : ''}${count}`,
    shortWhere: (section: string, question: string, about: boolean) => `${section} · ${about ? '~' : ''}${question}`,
    perhaps: 'This may turn out not to apply: it depends on answers that are still open.',
    exclusive: 'alone',
    above: (n: number) => `↑ ${n} more`,
    below: (n: number) => `↓ ${n} more`,
    moreText: 'PgDn and PgUp: more of the question',
    filter: 'Filter:',
    found: (n: number, all: number) => `${n} of ${all}`,
    /** The line of keys. */
    keys: {
      choose: '↑↓ or number: choose',
      mark: 'Space: mark',
      markFound: 'Enter: mark',
      confirm: 'Enter: confirm',
      filter: '/: filter',
      more: 'Tab: more',
      commands: 'Tab: commands',
      commandsList: (labels: string) => `Tab: ${labels}`,
      back: 'Esc: back',
      restore: 'Esc: as it was',
      leave: 'Esc: leave it',
      close: 'Esc: close',
      all: 'Esc: all options',
      page: 'Space or ↓: on · ↑: up · Enter: close',
      enter: 'Enter: go on',
      stock: '↑↓: choose · Enter: confirm · Esc: back',
      search: 'Type to search · ↑↓: choose · Enter: confirm · Esc: back',
    },
    commandsTitle: 'What else you can do',
    /** Of each command: a word or two for the line of keys, and a line about it. */
    commands: {
      back: { label: 'back', about: 'to the question before' },
      forward: { label: 'forward', about: 'to the next question, without changing this answer' },
      help: { label: 'help', about: 'guidance, evidence to look for, the whole source' },
      note: { label: 'note', about: 'write a note to this answer' },
      evidence: { label: 'evidence', about: 'files or references that show it' },
      'not-applicable': { label: 'not applicable', about: 'say that this does not apply to you, and why' },
      unsure: { label: 'unsure', about: 'you do not know yet; it stays open' },
      skip: { label: 'skip', about: 'leave it unanswered for now' },
      go: { label: 'go to', about: 'another section, or search a question' },
      language: { label: 'language', about: 'change the language' },
      quit: { label: 'save and leave', about: 'everything is kept; go on later' },
    },
    /** What a field expects. */
    hint: {
      number: (integer: boolean) => (integer ? 'A whole number' : 'A number'),
      between: (low: string, high: string) => `from ${low} to ${high}`,
      atLeast: (low: string) => `${low} or more`,
      atMost: (high: string) => `${high} or less`,
      in: (unit: string) => `(${unit})`,
      date: 'A day, such as 2026-11-20',
      datetime: 'A day and time (Hong Kong and Beijing time), such as 2026-11-20 09:30',
      text: 'Your own words',
      multi: 'Mark all that apply',
    },
    /** Why something typed is no answer. */
    wrong: {
      choose: 'Choose an answer first: ↑↓ or its number, then Enter.',
      mark: 'Mark at least one answer with the space bar, then Enter.',
      noOption: (number: string, count: number) => `There is no answer ${number}: the numbers go from 1 to ${count}.`,
      nothingFound: 'Nothing like that. Esc shows all answers again.',
      number: 'Please type a number in digits, such as 1200 or 1,200.',
      integer: 'Please type a whole number, without a decimal point.',
      range: (range: string) => `The number must be ${range}.`,
      date: 'Please type a day as year-month-day, such as 2026-11-20.',
      noSuchDay: (day: string) => `There is no such day: ${day}.`,
      datetime: 'Please type a day and time, such as 2026-11-20 09:30.',
      text: 'Please type an answer.',
      textOrTab: 'Please type an answer, or press Tab for what else you can do.',
    },
    yes: 'yes',
    no: 'no',
    yesOrNo: (yes: string, no: string) => `Please answer ${yes} or ${no}.`,
    /** What only the plain prompter says. */
    plain: {
      entry: (entry: string) => `About: ${entry}`,
      why: (why: string) => `Why: ${why}`,
      source: (source: string) => `Source: ${source}`,
      current: 'current answer',
      currentIs: (answer: string) => `Current answer: ${answer}`,
      words: (words: string) => `You can also type: ${words}. A question mark explains them.`,
      answerNumber: (count: number) => (count === 1 ? 'Type 1: ' : `Type a number from 1 to ${count}: `),
      answerNumbers: (count: number) => `Type numbers from 1 to ${count}, with spaces between: `,
      answer: 'Your answer: ',
      keep: 'Enter alone keeps the current answer.',
      /** In a field for text a command's word is a command. */
      quote: 'A command word is a command; in quotation marks it is an answer.',
      chooseBack: (word: string) => `Type a number, or ${word}: `,
      write: (none: string) => `Type a line (an empty one ${none}): `,
      writeNone: 'leaves it',
      writeKeep: 'keeps what is there, - removes it',
      confirm: (yes: string, no: string, initial: string) => `${yes} or ${no} (Enter: ${initial}): `,
      wrongNumber: (text: string, count: number) =>
        `'${text}' is not one of the answers. Type a number from 1 to ${count}, an answer's words, or ? for the command words.`,
      several: (text: string) => `'${text}' fits more than one answer. Type its number.`,
      oneOnly: 'This question takes one answer only.',
      atLeastOne: 'Please type at least one number.',
      alone: (label: string) => `'${label}' can only be chosen alone.`,
      notHere: (word: string) => `'${word}' does not apply to this question.`,
    },
  },
} as const
