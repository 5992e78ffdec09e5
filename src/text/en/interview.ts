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
      noEntries: (file: string, inventory: string) => `${file}: nothing is listed under ${inventory}, so there is nothing to decide.`,
      entryAlone: "--entry goes with --answers, which names the file that lists it.",
    },
  },
} as const
