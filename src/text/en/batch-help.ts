/** The help of `batch`. */
export const batch = {
  summary: 'many answers files: reports, a summary, a cohort',
  about:
    'Scores many answers files into one folder: a report for each, summary.csv and summary.ndjson of all, errors.txt and errors.ndjson of what could not be scored, and cohort.json. What has not changed since the last run is left as it is; after an interruption the same command does the rest.',
  examples: [
    ['flowready batch clients/ --output reports/', 'every answers file in a folder'],
    ['flowready batch clients/ -o reports/ --format json,pdf,html', 'with documents to send'],
    ["flowready batch 'clients/*/2026.answers.yaml' -o reports/", 'a pattern'],
    ['flowready batch - -o reports/ < inputs.ndjson', 'one input a line'],
    ['flowready batch - --format ndjson', 'a filter: a line in, a line out'],
    ['flowready batch clients/ -o reports/ --shard 1/4', 'a quarter of the work'],
    ['flowready batch merge reports/', 'the summaries of all shards'],
  ],
  notes: [
    'On standard input each line is JSON: the path of an answers file as a text, the answers themselves as an object, or {"name": "...", "answers": {...}}.',
    'Reports are named after the answers file and its folder. A name that is not safe on every system is made so, with a few digits that tell it from others.',
  ],
  names: 'answers files, folders (*.answers.yaml, .yml, .json in them), patterns, or - for standard input',
  output: 'the folder for reports and summaries',
  force: 'score also what has not changed since the last run',
  resume: 'finish what an earlier run began, which runs do by themselves: says what it found, and rules out --force',
  failFast: 'stop at the first input that is invalid or below --fail-below',
  shard: 'only part I of N, by the names of the inputs: N such runs do all the work',
  jobs: 'how many threads; all cores unless given, one where there is little to do',
  cohortFlag: 'a cohort.json: the report says where the firm stands among its firms',
  cohort: {
    summary: 'add up or show cohorts of many firms',
    about:
      "Adds up cohort.json files of several runs, or makes a page of one: how scores and sections are spread, the commonest gaps, what firms most often cannot prove, verdicts. No firm's answers are needed. Firms are compared only where they were scored with the same text of a ruleset. Counts under five stay hidden, as an interval.",
    examples: [
      ['flowready cohort page cohort.json --since 2025/cohort.json -o cohort.html', 'a page for the browser'],
      ['flowready cohort merge north/cohort.json south/cohort.json -o all.json', ''],
      ['flowready cohort merge */cohort.json', 'to standard output'],
    ],
    action: 'merge or page',
    since: 'the same last year: beside each figure stands what it was',
    names: 'cohort.json files that batch wrote',
    exit2: 'nothing done: wrong usage, or a file that is no cohort',
  },
  exit1: 'done, but an input was invalid while others were scored, or a score is below --fail-below',
  exit2: 'nothing done: wrong usage, no input could be scored, or the folder cannot be written',
  exit130: 'interrupted; the same command does the rest',
} as const
