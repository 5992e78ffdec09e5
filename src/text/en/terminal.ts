/** The words of commands: their help and what they say besides their results. Results have words of their own. */
import { batch } from './batch-help.js'
import { queue } from './queue-help.js'
import { migrate } from './migrate-help.js'
import { marks } from './marks.js'

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const cli = {
  marks,
  /** `--help`: what a command does, examples, its arguments and options. */
  help: {
    about:
      'Self-assessment for firms that hold or move data across Hong Kong, the Mainland and Macao: from a questionnaire and a firm’s answers to a scored, explained readiness report. Not legal advice.',
    examples: 'Examples:',
    usage: 'Usage:',
    arguments: 'Arguments:',
    commands: 'Commands:',
    options: 'Options:',
    output: 'Output:',
    input: 'Input:',
    checking: 'Checking:',
    planning: 'Planning:',
    questions: 'Questions:',
    general: 'General:',
    more: "'flowready help COMMAND' says more about a command.",
    exitCodes: 'Exit codes:',
    known: (formats: readonly (readonly string[])[]) =>
      `: ${formats.map(([name, about]) => (about ? `${name} (${about})` : name)).join(', ')}`,
    /** What formats are for, by registry and name; in English they say it themselves. */
    formats: {} as Readonly<Record<string, string>>,
    exit: {
      '0': 'done and passed',
      '1': 'done, but something did not pass: see above',
      '2': 'nothing done: wrong usage, or no input could be read or used',
      '3': 'a fault of flowready itself',
      '130': 'interrupted',
    },
    assess: {
      summary: 'the whole questionnaire, question by question',
      about:
        'Asks one question at a time and explains why. Every answer is saved at once; stop whenever you like and start again with the same command. Without RULESET it offers a choice.',
      examples: [
        ['flowready assess', 'choose a questionnaire, then go through it'],
        ['flowready assess cross-boundary-data-flow', 'begin, or go on where you stopped'],
        ['flowready assess cross-boundary-data-flow --only unsure', 'only what you were unsure about'],
        ['flowready assess cross-boundary-data-flow --quick', 'the essential questions only'],
      ],
      notes: [
        'Answers are kept in ./<ruleset>.answers.yaml unless --answers says otherwise. Nothing leaves your machine.',
      ],
      ruleset: 'the questionnaire',
      exit2: 'nothing done: wrong usage, no terminal, or an answers file that cannot be used',
      exit130: 'interrupted; everything answered is saved',
    },
    decide: {
      summary: 'one thing decided in a few questions: the route of one flow',
      about:
        'Asks only what one determination depends on, and shows the outcome, why, on which law it rests and what to do. Without DETERMINATION it offers a choice. With --answers it asks nothing and decides from a file.',
      examples: [
        ['flowready decide export-route', 'at most thirteen questions'],
        ['flowready decide', 'choose what to find out'],
        ['flowready decide export-route --answers harbour.answers.yaml', 'every flow of a file'],
        ['flowready decide route-verdict --answers FILE --entry payroll --format json', 'one flow, for programs'],
      ],
      name: 'the determination, such as export-route',
      exit2: 'nothing done: wrong usage, no terminal, or an answers file that cannot be used',
      exit130: 'interrupted; nothing was kept',
    },
    score: {
      summary: 'answers files to scored reports',
      about:
        'Scores answers files and writes a report for each, in the order given. A file that cannot be used is named on standard error and does not stop the others.',
      examples: [
        ['flowready score harbour.answers.yaml', 'the summary on screen'],
        ['flowready score harbour.answers.yaml --format text,json', 'and reports/<firm>.json'],
        ['flowready score clients/ --format json > reports.ndjson', 'many firms, one report a line'],
        ['flowready score - --stdin-filename harbour.answers.yaml < file', 'from standard input'],
        ['flowready score harbour.answers.yaml --fail-below 70', 'for scripts: exit code 1 below 70.0'],
      ],
      names: 'answers files, folders (*.answers.yaml, .yml, .json in them), patterns, or - for standard input',
      exit1: 'done, but an input was invalid while others were scored, or a score is below --fail-below',
    },
    batch,
    queue,
    migrate,
    plan: {
      summary: 'the cheapest way to a band or a score',
      about:
        'Works out which remedies reach a target with the least effort, in the order of what they bring a day. What hangs on facts is to be decided first; what is open is to be answered before anything else.',
      examples: [
        ['flowready plan harbour.answers.yaml', 'to the next band'],
        ['flowready plan harbour.answers.yaml --target ready', 'to a band'],
        ['flowready plan harbour.answers.yaml --target 80 --max-effort 20', 'as near to 80.0 as 20 days go'],
        ['flowready plan harbour.answers.yaml --format csv -o actions.csv', 'the list of actions'],
      ],
      notes: [
        'Efforts are person-days as the ruleset estimates them. No cheaper way exists, unless the plan says otherwise: after two seconds it is the best found, with a proven lower bound.',
      ],
      name: 'an answers file',
      exit2: 'nothing done: wrong usage, no such band, or an answers file that cannot be used',
    },
    compare: {
      summary: 'what moved: because the firm changed, because the rules changed',
      about:
        'Compares two assessments of a firm. What the rules moved is the old answers under the rules of today less the old score; the rest the firm moved. The two add up.',
      examples: [
        ['flowready compare 2025.json harbour.answers.yaml', 'an old report, and the answers of today'],
        ['flowready compare old.answers.yaml new.answers.yaml', 'both by the rules of today'],
        ['flowready compare 2025.json 2026.json --format html -o moved.html', 'a page to send'],
      ],
      old: 'what was before: a report (.json) or an answers file',
      now: 'what is now: an answers file, or a report, whose answers are scored again',
      exit2: 'nothing done: wrong usage, or two that cannot be compared',
    },
    verify: {
      summary: 'derive a report again from its answers, and say where it differs',
      about:
        'Takes a report (.json, or the one inside a PDF), derives every value again from its answers and the ruleset, and names the first that differs. What cannot be derived, such as whether an evidence file was there, is said.',
      examples: [
        ['flowready verify harbour.json', 'a report with its answers inside'],
        ['flowready verify harbour.pdf', 'the report inside a PDF'],
        [
          'flowready verify harbour.json --answers harbour.answers.yaml',
          'made with --no-answers, or with answers withheld',
        ],
      ],
      name: 'a report: .json, or a PDF that flowready made',
      exit0: 'every value can be derived again',
      exit1: 'a value differs',
      exit2: 'nothing done: wrong usage, or a report or answers that cannot be used',
    },
    validate: {
      summary: 'check rulesets, answers and cases files',
      about:
        'Checks files and says of each mistake where it is, why it is one and how to mend it. Silent when all is well, but for one line on standard error.',
      examples: [
        ['flowready validate rulesets/', 'every ruleset with its cases and examples'],
        ['flowready validate rulesets/my-ruleset', 'one ruleset'],
        ['flowready validate harbour.answers.yaml', 'an answers file'],
        ['flowready validate rulesets/ --format json --max-warnings 0', 'for scripts'],
        ['flowready validate rulesets/my-ruleset --update-locks', 'remember the ids it now uses'],
      ],
      names:
        'rulesets (a folder with questionnaire.yaml, or a folder of such folders), answers files, cases files, themes',
      exit1: 'a file has an error, or there are more warnings than --max-warnings',
      exit2: 'wrong usage, or a path is not there',
    },
    test: {
      summary: 'run the cases of rulesets',
      about:
        'Runs the cases that say what a ruleset must decide, and shows each that fails with what was expected and found.',
      examples: [
        ['flowready test rulesets/', 'every case of every ruleset'],
        ['flowready test rulesets/my-ruleset', 'the cases of one'],
        ['flowready test rulesets/my-ruleset/cases/routes.yaml', 'one file of cases'],
      ],
      names: 'a folder of rulesets, a ruleset, or a file in its folder cases/',
      exit1: 'a case failed, or a file has an error',
    },
    list: {
      summary: 'the rulesets there are',
      about: 'Lists the rulesets that answers can be scored with.',
      examples: [
        ['flowready list', ''],
        ['flowready list --rulesets my-rulesets/ --format json', ''],
      ],
    },
    show: {
      summary: 'explain a ruleset, a question, a source or a diagnostic code',
      about:
        'Explains one thing: a ruleset, a section, a question, a fact, a determination, a source, or the code of a diagnostic.',
      examples: [
        ['flowready show cross-boundary-data-flow', 'a ruleset'],
        ['flowready show export-route', 'how a determination decides, rule by rule'],
        ['flowready show gba-hk.filed', 'a question, why it is asked and what meets it'],
        ['flowready show yaml/tab', 'what a diagnostic means'],
      ],
      name: 'the id of a ruleset, section, question, fact, determination or source, or a diagnostic code',
      exit2: 'wrong usage, or nothing has this name',
    },
    new: {
      summary: 'start an answers file, a ruleset or a case',
      about:
        'Writes a file to start from, which validates as it is: a blank answers file with every question in comments, a small ruleset, or a file of cases. Never overwrites a file.',
      examples: [
        ['flowready new answers cross-boundary-data-flow', './cross-boundary-data-flow.answers.yaml'],
        ['flowready new answers cross-boundary-data-flow -o -', 'on standard output'],
        ['flowready new ruleset my-rules', 'my-rules/ with a section and a question'],
        ['flowready new case my-rules', 'cases/ in the folder of a ruleset'],
        ['flowready new case harbour.answers.yaml', 'recorded: what comes of these answers now is expected'],
      ],
      kind: 'answers, ruleset or case',
      name: 'the ruleset: its id, or for a case also its folder, or an answers file to record',
      exit2: 'nothing written: wrong usage, the file is there already, or it cannot be written',
    },
    merge: {
      summary: 'one answers file from those of several people',
      about:
        'Joins answers files of one firm for one ruleset. Who answered what is kept, notes and evidence are united. Where two answers differ, the question is unsure again, with a note of who said what: nothing is guessed.',
      examples: [
        ['flowready merge legal.answers.yaml it.answers.yaml -o all.answers.yaml', ''],
        ['flowready merge part-*.answers.yaml > all.answers.yaml', 'to standard output'],
      ],
      names: 'answers files of one firm, or patterns',
      exit1: 'merged, but some answers differ, or two lists that are said to be complete',
      exit2: 'nothing merged: a file cannot be used, or they are of different firms, rulesets or major versions',
    },
    schema: {
      summary: 'the JSON Schemas of files, for editors',
      about:
        'Prints the JSON Schema of a kind of file that flowready reads or writes. With --for it also offers the ids of one ruleset, so that an editor completes them.',
      examples: [
        ['flowready schema ruleset', ''],
        ['flowready schema ruleset --for acme > acme/schema/ruleset.schema.json', 'with the ids of acme'],
        ['flowready schema answers --for cross-boundary-data-flow', 'every question with its options'],
      ],
      name: 'ruleset, answers, cases, common, translation, theme, report, plan, comparison or diagnostics',
    },
    completion: {
      summary: 'completion for your shell',
      about: 'Prints a script that completes commands, options and names when you press TAB.',
      examples: [
        ['source <(flowready completion bash)', 'for this shell'],
        ['flowready completion zsh > ~/.flowready.zsh', 'to be sourced from ~/.zshrc'],
        ['flowready completion fish > ~/.config/fish/completions/flowready.fish', ''],
      ],
      shell: 'bash, zsh, fish or powershell',
    },
    helpCommand: 'help for a command',
    option: {
      format: 'formats, separated by commas',
      oneFormat: 'one of',
      output: 'where to write: a file, a folder, or - for standard output',
      lang: 'language of the words: en, zh-Hant or zh-Hans (also FLOWREADY_LANG)',
      asAt: 'the day whose law counts; else the date of the answers',
      rulesets:
        'a folder of rulesets, before the ones that come with flowready; may be repeated (also FLOWREADY_RULESETS)',
      answersAssess: 'the answers file; else ./<ruleset>.answers.yaml',
      answersDecide: 'decide from this answers file, without asking',
      entry: 'only this entry of the answers file',
      by: 'who answers; recorded with every answer',
      quick: 'only the essential questions (a quick check, without a band)',
      section: 'only this section',
      only: 'only questions that are open, unsure, or answered without evidence',
      preview: 'nothing is saved (for authors of questionnaires)',
      from: 'with --preview: begin at this question',
      plain: 'no drawn screens: plain lines, for screen readers and simple terminals',
      failBelow: 'exit with 1 if a score is below N (0 to 100)',
      answersVerify: 'the answers that the report was made of',
      noAnswers: 'leave the answers out of the report; their hash stays',
      redact: 'take out names, people, notes, evidence and free text; the score stays',
      withConfidential: 'put answers marked confidential into the report',
      theme: 'colours, logo, disclaimer and contact of reports, from a YAML file; the terminal takes its accent',
      csvBom: 'begin CSV with a byte order mark, for spreadsheets that would show Chinese wrong',
      stdinFilename: 'the name under which standard input is read and shown; evidence is looked for beside it',
      maxWarnings: 'exit with 1 if there are more than N warnings',
      unverified: 'also list citations that nobody has checked in the source',
      sinceRelease:
        'compare with an older version, in a folder or at a git commit: what would be lost of saved answers',
      since: 'an earlier report or answers file: the report says what moved since',
      plan: 'put the cheapest ways to the next band and to the top one into the report',
      target: 'the band (by its id) or the score to reach; else the next band',
      maxEffort: 'no more person-days than this; then as high as they go',
      updateLocks: 'write ids.lock of each ruleset, unless it has an error',
      schemaFor: 'a ruleset, by its folder or id, whose ids the schema offers',
      asAsked: 'a ruleset as prose: every question with its words, for a lawyer to read',
      coverage: 'also say what no case reaches: rules, alternatives, gates, options, sides of numbers',
      update: 'write what came out in place of what was expected, after showing it',
      quiet: 'only results and errors',
      noColor: 'no colour (also NO_COLOR; FORCE_COLOR=1 for colour everywhere)',
      debug: 'say which settings count and why, and more about faults of flowready itself',
      help: 'this help',
      version: 'the version',
    },
    outputRules: [
      'One format and no --output: text, json, md and csv go to standard output, others to ./<firm>.<ext>.',
      'Several formats: text goes to standard output, the others to --output DIR (reports/ unless given).',
      'json of one answers file is indented; of a folder, a pattern or several files it is one report a line (NDJSON).',
    ],
  },

  error: 'error:',
  unknownFormat: (name: string, suggestion: string | undefined, names: string) =>
    `there is no format '${name}'. ${suggestion === undefined ? `Formats: ${names}.` : `Did you mean '${suggestion}'?`}`,
  unknownShell: (name: string, suggestion: string | undefined, names: string) =>
    `there is no completion for '${name}'. ${suggestion === undefined ? `Shells: ${names}.` : `Did you mean '${suggestion}'?`}`,
  perhapsMeant: (suggestion: string) => `${suggestion}?`,
  unknownLanguage: (name: string, from: string, names: string) =>
    `${from}: there is no language '${name}'. Languages: ${names}.`,
  notANumber: (from: string, low: number, high: number | undefined) =>
    high === undefined ? `${from} takes a whole number from ${low}.` : `${from} takes a number from ${low} to ${high}.`,
  notADay: (from: string, value: string) => `${from} takes a day such as 2026-11-20, not '${value}'.`,
  notADirectory: (from: string, path: string) => `${from}: there is no folder '${path}'.`,
  unknownCommand: (name: string, suggestion: string | undefined) =>
    `there is no command '${name}'. ${suggestion === undefined ? "'flowready --help' lists the commands." : `Did you mean '${suggestion}'?`}`,
  /** What commander finds wrong with a command line. */
  usage: {
    unknownOption: (flag: string, meant: string | undefined) =>
      `unknown option '${flag}'${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`,
    missingArgument: (name: string) => `missing required argument '${name}'`,
    missingValue: (option: string) => `option '${option}' argument missing`,
    tooMany: (command: string, expected: string, found: string) =>
      `too many arguments for '${command}'. Expected ${plural(Number(expected), 'argument')} but got ${found}.`,
    invalid: (option: string, value: string, why: string) =>
      `option '${option}' argument '${value}' is invalid. ${why}`,
    choices: (names: string) => `Allowed choices are ${names}.`,
  },
  seeHelp: (command: string) => `'flowready ${command}--help' shows how it is used.`,
  stdinTerminal:
    "'-' reads standard input, but nothing is piped into it. Name a file, or write: flowready score - < FILE",
  stdinFilenameAlone: "--stdin-filename goes with '-', which reads standard input.",
  stdoutOneFormat: "'--output -' takes one format.",
  outputManyFiles: (path: string) => `'${path}' is a file, and there are several reports to write. Name a folder.`,
  outputManyFormats: (path: string) =>
    `'${path}' looks like a file, and several formats need a folder. Add a / if it is one.`,
  noAnswersIn: (path: string) => `There is no answers file (*.answers.yaml, .yml or .json) in '${path}'.`,
  nothingIn: (path: string) => `There is no ruleset, answers file or cases file in '${path}'.`,
  noCasesIn: (path: string) => `There is no file of cases in '${path}'.`,
  notRecognised: (path: string) =>
    `'${path}' is no ruleset, answers file, cases file or theme. Rulesets are folders with questionnaire.yaml; cases stand in their folder cases/.`,
  casesWithoutRuleset: (path: string) => `'${path}' belongs to no ruleset: cases stand in the folder cases/ of one.`,
  rulesetInvalid: (file: string, ruleset: string) => `${file} was not scored: the ruleset '${ruleset}' has errors.`,
  below: (firm: string, score: string, limit: number) => `${firm}: ${score} is below ${limit}.`,
  noScoreBelow: (firm: string, limit: number) => `${firm}: nothing is scored, so it does not reach ${limit}.`,
  wrote: (path: string) => `Wrote ${path}`,
  scoredSummary: (scored: number, all: number) => `${scored} of ${plural(all, 'answers file')} scored.`,
  lockRefused: (ruleset: string) => `The ids.lock of '${ruleset}' was not written: the ruleset has errors.`,
  allWell: (rulesets: number, answers: number, cases: number, themes: number) => {
    const counts = [
      ...(rulesets > 0 ? [plural(rulesets, 'ruleset')] : []),
      ...(answers > 0 ? [plural(answers, 'answers file')] : []),
      ...(cases > 0 ? [plural(cases, 'cases file')] : []),
      ...(themes > 0 ? [plural(themes, 'theme')] : []),
    ]
    return `${counts.join(', ')}: no problems`
  },
  casesSummary: (passed: number, failed: number) => `${plural(passed, 'case')} passed, ${failed} failed`,
  casesNotRun: (files: number) => `${plural(files, 'file')} of cases could not be run`,
  notWritten: (path: string, why: string) => `'${path}' was not written: ${why}.`,
  notWrittenStdout: (why: string) => `Standard output could not be written: ${why}.`,
  writing: {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ERR_ACCESS_DENIED: 'permission denied',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the disk is read-only',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a part of its path is a file, not a folder',
    ENOENT: 'its folder disappeared',
    ENAMETOOLONG: 'its name is too long',
    EXDEV: 'its folder spans two disks',
    EMFILE: 'too many files are open',
    EIO: 'the disk or network reports an error',
    READ_BACK: 'what was written does not read the same; check the disk',
  },
  interrupted: 'Interrupted.',
  fault: (message: string) => `A fault of flowready itself: ${message}`,
  faultReport: 'Please report this with the command you ran; --debug shows where it happened.',
  faultReportDebug: 'Please report this with the command you ran and what stands above.',

  list: {
    ruleset: 'Ruleset',
    version: 'Version',
    questions: 'Questions',
    facts: 'Facts',
    title: 'Title',
    invalid: (id: string) => `'${id}' has errors; 'flowready validate' says which.`,
    none: 'There are no rulesets.',
  },

  show: {
    unknown: (name: string, suggestion: string | undefined) =>
      `there is nothing named '${name}'. ${suggestion === undefined ? "'flowready list' shows the rulesets, 'flowready show RULESET' what is in one." : `Did you mean '${suggestion}'?`}`,
    kinds: {
      ruleset: 'ruleset',
      section: 'section',
      question: 'question',
      fact: 'fact',
      derived: 'derived fact',
      determination: 'determination',
      inventory: 'inventory',
      source: 'source',
      gate: 'gate',
      diagnostic: 'diagnostic',
    },
    inRuleset: (ruleset: string) => `in ${ruleset}`,
    reviewed: (day: string) => `law as it stood on ${day}`,
    model: (name: string) => `scoring model ${name}`,
    parts: 'Parts',
    sections: 'Sections',
    determinations: 'Determinations',
    facts: 'Facts',
    derived: 'Derived facts',
    gates: 'Gates',
    bands: 'Bands',
    sources: 'Sources',
    questions: 'Questions',
    options: 'Options',
    why: 'Why',
    help: 'Help',
    when: 'When',
    workedOut: 'How it is worked out',
    after: (question: string, attains: number) => `follows ${question}, once it attains ${attains}`,
    evidence: 'Evidence',
    remedy: 'Remedy',
    cites: 'Based on',
    rules: 'Rules, the first that holds decides',
    rulesAll: 'Rules, every one that holds counts',
    alternatives: 'What may stand in for the outcome',
    then: 'What must then be done',
    outcomes: 'Outcomes',
    otherwise: 'otherwise',
    always: 'always',
    quoted: (text: string) => `“${text}”`,
    eachOf: (inventory: string) => `for each of ${inventory}`,
    across: { mean: 'the mean of the entries counts', worst: 'the weakest entry counts' },
    dated: (from: string | undefined, until: string | undefined) =>
      [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`until ${until}`])].join(' '),
    attains: (value: number) => `attains ${value}`,
    adds: (value: number) => `adds ${value}`,
    alone: 'stands alone',
    weight: (value: number) => `weight ${value}`,
    notScored: 'not scored',
    essential: 'essential',
    confidential: 'confidential',
    notApplicable: { allowed: "may be 'not applicable'", never: "never 'not applicable'" },
    effort: (days: number, owner: string, once: boolean) =>
      `${plural(days, 'person-day')}, ${owner}${once ? '; done once, it serves every entry' : ''}`,
    count: {
      questions: (n: number) => plural(n, 'question'),
      facts: (n: number) => plural(n, 'fact'),
      sections: (n: number) => plural(n, 'section'),
      rules: (n: number) => plural(n, 'rule'),
    },
    type: {
      choice: 'one option',
      multi: 'one or more options',
      number: 'a number',
      date: 'a day',
      datetime: 'a day and time',
      text: 'text',
    },
    between: (min: number, max: number) => (max === Infinity ? `at least ${min}` : `${min} to ${max}`),
    sum: (of: string, over: string) => `the sum of ${of} over ${over}`,
    distinct: (fact: string) => `or, where it is given, ${fact}`,
    countOf: (over: string) => `the number of ${over}`,
    some: (over: string) => `whether there are some ${over}`,
    every: (over: string) => `whether this is so of every one of ${over}`,
    where: (condition: string) => `where ${condition}`,
    offers: (outcome: string, instead: string) => `${outcome}, instead of ${instead}`,
    forOutcomes: (outcomes: string) => `for ${outcomes}`,
    caps: (band: string) => `caps the band at ${band}`,
    bandFrom: (from: number) => `from ${from}`,
    issuer: 'Issued by',
    kind: 'Kind',
    place: 'Place',
    address: 'Address',
    inForce: 'In force',
    lastChecked: 'Last checked',
    citedBy: 'Cited by',
    severity: { error: 'error', warning: 'warning', notice: 'notice' },
    fix: 'To mend it',
    sourceKinds: {
      law: 'law',
      regulation: 'regulation',
      contract: 'contract',
      guidance: 'guidance',
      standard: 'standard',
      policy: 'policy',
    },
  },

  schema: {
    unknown: (name: string, suggestion: string | undefined, names: string) =>
      `there is no schema '${name}'. ${suggestion === undefined ? `Schemas: ${names}.` : `Did you mean '${suggestion}'?`}`,
  },
  new: {
    unknownKind: (name: string, suggestion: string | undefined) =>
      `there is nothing called '${name}' to start. ${suggestion === undefined ? 'There are: answers, ruleset, case.' : `Did you mean '${suggestion}'?`}`,
    exists: (path: string) => `'${path}' is there already, and is not overwritten. Name another with -o.`,
    json: (path: string) => `'${path}': a blank file is YAML, for JSON has no comments. Name it .yaml.`,
    badId: (id: string) =>
      `'${id}' cannot be an id: small letters and digits with hyphens between them, such as my-rules.`,
    badFile: (path: string) => `'${path}': a file of cases is YAML and stands in the folder cases/ of its ruleset.`,
    locked: (path: string, lock: string) => `another flowready has '${path}' open (${lock} says so).`,
    next: (command: string) => `Next: ${command}`,
    blank: {
      marks,
      intro: (title: string, version: string) =>
        [
          `${title}, version ${version}: answers`,
          '',
          "Every question has a line that ends in {note: ''}: nothing is answered yet. Put an answer in its place:",
          '  some.question: yes',
          '  some.question: [first, second]',
          '  some.question: {answer: yes, note: As of May, evidence: [{ref: DMS-1042}], by: A. Chan, on: 2026-11-16}',
          "Not sure? Write 'unsure'. Check with 'flowready validate', score with 'flowready score'.",
          '',
        ].join('\n'),
      firmName: 'Name of the firm',
      why: 'Why',
      help: 'Help',
      several: 'One or more, in brackets: [first, second].',
      number: (min: number, max: number | undefined, integer: boolean, unit: string | undefined) =>
        `A ${integer ? 'whole number' : 'number'}${unit === undefined ? '' : ` (${unit})`}, ${max === undefined ? `at least ${min}` : `${min} to ${max}`}, or unsure.`,
      date: 'A day, such as 2026-11-20, or unsure.',
      datetime: 'A day and time at UTC+8, such as 2026-11-20 09:30, or unsure.',
      text: 'Text, in quotes if it has : or # in it.',
      conditional: 'Asked only where other answers call for it; leave it as it is if you cannot tell.',
      followUp: (question: string) => `Follows ${question}; leave it as it is if that is not met.`,
      mayBeNotApplicable: 'If it does not apply: {notApplicable: why}.',
      facts: 'Facts',
      entries:
        'What you answer for one by one. Take away the # and the space at the start of each line from here on; add an entry for each you have.\n' +
        "Such a list says that it is complete. If there is more to come, write {more: true, entries: [...]}, or 'more: true' and 'entries:' on lines of their own.",
      entryName: (entry: string) => `${entry} 1`,
    },
  },

  merge: {
    two: 'merge takes at least two files.',
    refused: {
      ruleset: 'The files are for different rulesets:',
      major: 'The files are for versions of the ruleset that cannot be mixed:',
      firm: 'The files are of different firms:',
    },
    said: (file: string, value: string) => `  ${file}: ${value}`,
    answer: (value: string) => `'${value}'`,
    notApplicable: (reason: string) => `not applicable (${reason})`,
    stand: (answer: string, by: string | undefined, on: string | undefined, file: string) =>
      `${answer} (${[by, on, file].filter((it) => it !== undefined).join(', ')})`,
    note: (stands: readonly string[]) => `Not agreed: ${stands.join(' or ')}.`,
    settledNote: (stands: readonly string[]) => `Settled against ${stands.join(' and ')}.`,
    conflict: (id: string, stands: readonly string[]) => `${id}: ${stands.join(' or ')}. It is left open.`,
    name: (entry: string, names: readonly string[]) =>
      `${entry} has several names: ${names.join(' or ')}. The first is kept.`,
    list: (inventory: string, files: readonly string[]) =>
      `${inventory}: ${files.join(' and ')} each list all there is, and the lists differ. Together they are one with more to come.`,
    similar: (inventory: string, one: string, other: string) =>
      `${inventory}: ${one} and ${other} may be the same. They stay two; give both the same id if they are one.`,
    entry: (id: string, name: string, file: string) => `${id} '${name}' (${file})`,
    done: (files: number, conflicts: number) =>
      `${plural(files, 'file')} merged, ${conflicts === 0 ? 'nothing differs' : `${plural(conflicts, 'difference')} to settle`}.`,
  },

  /** A condition in words. */
  condition: {
    and: ' and ',
    or: ' or ',
    not: (it: string) => `not: ${it}`,
    is: (subject: string, options: string) => `${subject} is ${options}`,
    holds: (subject: string) => subject,
    atLeast: (subject: string, value: string) => `${subject} is at least ${value}`,
    atMost: (subject: string, value: string) => `${subject} is at most ${value}`,
    moreThan: (subject: string, value: string) => `${subject} is more than ${value}`,
    lessThan: (subject: string, value: string) => `${subject} is less than ${value}`,
    offers: (subject: string, offer: string) => `${subject} offers ${offer}`,
    attainsLess: (subject: string, value: number) => `${subject} attains less than ${value}`,
    oneOf: (all: readonly string[]) =>
      all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`,
  },
} as const

export const terminal = { cli } as const
