/** What batch says on standard error. */
const files = (n: number, shown: string): string => `${shown} ${n === 1 ? 'file' : 'files'}`

export const batch = {
  noOutput: "name the folder for the reports: 'flowready batch clients/ --output reports/'.",
  outputIsFile: (path: string) => `'${path}' is a file, and there are several files to write. Name a folder.`,
  badShard: '--shard takes a part of a whole, such as 1/4, the first of four.',
  stdinAlone: "'-' reads the inputs from standard input, and is then the only one.",
  stdinTerminal: "'-' reads inputs from standard input, one a line, but nothing is piped into it.",
  /** On a terminal: beside the bar. */
  rate: (done: string, all: string, perSecond: string) => `${done} of ${all}, ${perSecond} a second`,
  rateOpen: (done: string, perSecond: string) => `${done}, ${perSecond} a second`,
  left: (time: string) => `${time} left`,
  invalidSoFar: (n: string) => `${n} invalid`,
  seconds: (n: number) => `${n} s`,
  minutes: (n: number) => `${n} min`,
  separator: ', ',
  sum: (all: number, shown: string, scored: string, unchanged: string, invalid: string) =>
    `${files(all, shown)}: ${scored} scored, ${unchanged} unchanged, ${invalid} invalid.`,
  below: (n: number, shown: string, limit: number) => `${files(n, shown)} below ${limit}.`,
  summary: (path: string) => `${path} compares them.`,
  errors: (path: string) => `${path} says what is wrong with those that are invalid, and how to mend it.`,
  shardDone: (folder: string) => `Part done. After all parts: flowready batch merge ${folder}`,
  resumeForce: '--resume keeps what an earlier run has scored, --force scores it again: choose one.',
  resuming: (folder: string, rest: boolean) =>
    rest
      ? `Going on where an earlier run in ${folder} stopped.`
      : `An earlier run in ${folder} came to its end; only what has changed since is scored.`,
  nothingToResume: (folder: string) => `No earlier run has begun in ${folder}: all is scored.`,
  stopped: 'Stopped at the first. The same command without --fail-fast does the rest.',
  mergeNames: "name the folders of the parts: 'flowready batch merge reports/'.",
  ndjsonWith: "'ndjson' answers on standard output: it goes with 'json' only, without --output.",
  ndjsonInput: "'ndjson' answers line by line what comes on standard input: flowready batch - --format ndjson",
  mergeMissing: (folder: string) => `'${folder}' holds no part of a run. Parts are made by --shard.`,
  mergeIncomplete: (parts: string, of: number) => `parts ${parts} of ${of} are missing or were not finished.`,
  mergeCounts: 'the parts are of different divisions: run all with the same N of --shard I/N.',
  mergeRules: (ruleset: string) =>
    `the parts were scored with different texts of the ruleset '${ruleset}': a summary of them would compare nothing. Run them again with one.`,
  mergeSettings: 'the parts were made with different settings or versions: run them again with the same.',
  merged: (parts: number, all: number, shown: string) =>
    `${parts} ${parts === 1 ? 'part' : 'parts'}, ${files(all, shown)}.`,
} as const
