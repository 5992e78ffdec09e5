/** Firms compared: where one stands, and the page about all. */
const thirds = { lower: 'lower', middle: 'middle', upper: 'upper' } as const
type Third = keyof typeof thirds
const points = (from: number, to: number): string => `${from} to ${to}`

export const cohort = {
  /** "Among 41 firms". */
  among: (firms: number) => `Among ${firms} firms scored by the same rules`,
  third: (third: Third, sure: boolean, of: number) =>
    sure ? `${thirds[third]} third of ${of}` : `about the ${thirds[third]} third of ${of}`,
  scoreStands: (third: string) => `Score: ${third}`,
  middleHalf: (from: number, to: number) => `half of them have ${points(from, to)} points`,
  lowSections: 'Sections in the lower third:',
  noneLike: (ruleset: string, file: string) =>
    `${file} holds fewer than five firms that were scored with the same text of the ruleset '${ruleset}': the report does not say where the firm stands.`,
  noAction: (name: string) => `there is nothing called '${name}' to do with cohorts. There is: merge, page.`,
  pageOne: "a page is about one cohort: 'flowready cohort page cohort.json'. Last year's goes to --since.",
  withMerge: '--since and --theme go with the page of a cohort, not with merge.',
  title: 'Firms compared',
  nothing: 'No ruleset has five firms or more in this cohort, so there is nothing that may be shown.',
  hiddenMeans:
    'Counts only: nobody’s name or answers are here. Counts under five are hidden and stand as an interval, together with as many others as keep them from being worked out.',
  disclaimer: 'Made from self-assessments; not legal advice, and no statement that any firm complies with the law.',
  about: { firms: 'Firms', version: 'Ruleset', before: 'Before' },
  headings: {
    scores: 'Scores',
    sections: 'Sections',
    gaps: 'Commonest gaps',
    unproven: 'What firms most often cannot prove',
    verdicts: 'Verdicts',
    bands: 'Bands',
  },
  columns: {
    what: 'Score',
    section: 'Section',
    question: 'Question',
    verdict: 'Verdict',
    band: 'Band',
    distribution: 'Firms by tenths of the points, 0 to 100',
    half: 'Middle half',
    median: 'Median',
    firms: 'Firms',
    share: 'Share',
    before: 'Before',
  },
  score: 'Score',
  evidenced: 'With evidence',
  between: (from: number, to: number) => `${from}–${to}`,
  count: (least: string, most: string) => (least === '0' ? `up to ${most}` : `${least} to ${most}`),
  percent: (least: number, most: number) => (least === most ? `${least} %` : `${least}–${most} %`),
  /** For those who do not see the drawing. */
  drawn: (tenths: readonly string[]) =>
    `Firms by tenths of the points: ${tenths.map((n, i) => `${i * 10} to ${i * 10 + 10}: ${n}`).join('; ')}`,
  more: (n: number) => (n === 1 ? 'One more is in the file.' : `${n} more are in the file.`),
  otherText: 'The texts are of the ruleset as it is installed now, which has changed since.',
} as const
