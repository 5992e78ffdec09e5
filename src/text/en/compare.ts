/** The words of comparisons: what moved, and why. */
export const compare = {
  heading: (from: string, to: string) => `What moved from ${from} to ${to}`,
  line: (title: string, moved: string) => `${title}: ${moved}`,
  score: 'Score',
  band: 'Band',
  becomes: (before: string, after: string) => `${before} → ${after}`,
  /** A change that has its sign. */
  byRules: (points: string) => `${points} because the rules changed`,
  byFirm: (points: string) => `${points} because the firm changed`,
  noScore: 'no score',
  because: { rules: 'because the rules changed', firm: 'because the firm changed', both: 'because of both' },
  parts: 'Parts',
  sections: 'Sections',
  verdicts: 'Verdicts',
  gates: 'Gates',
  gateStates: { holds: 'holds', clear: 'clear', unknown: 'not decided' },
  none: 'not there',
  closed: (n: number) => `Gaps closed: ${n}`,
  opened: (n: number) => `Gaps opened, not asked before: ${n}`,
  reopened: (n: number) => `Gaps reopened, met before: ${n}`,
  nothing: 'Nothing moved.',
  nothingHolds: 'nothing applies',
  notices: 'Notes',
  since: (asAt: string) => `Since ${asAt}`,
  gapsMoved: (closed: number, opened: number, reopened: number) =>
    `gaps: ${closed} closed, ${opened} opened, ${reopened} reopened`,
  otherFirm: (before: string, after: string) => `The two are of different names: '${before}' and '${after}'.`,
  oldRulesUnknown:
    'An answers file keeps no score: the old answers are scored by the rules of today, as at their own date. Compare with the old report (report.json) to see what the rules changed.',
  backwards: (before: string, after: string) => `The older of the two comes second: ${before}, then ${after}.`,
  otherRules: (before: string, after: string) =>
    before === after
      ? `The ruleset has other content under the same version ${after}.`
      : `The ruleset: version ${before}, now ${after}.`,

  /** What the command says. */
  otherRuleset: (old: string, now: string) =>
    `the two are for different rulesets: '${old}' and '${now}'. Compare two assessments of one ruleset.`,
  otherScope: 'one is a quick check and the other is not: their scores cannot be compared.',
  withoutAnswers: (file: string) =>
    `${file} was made with --no-answers, so it cannot be scored again. Use the answers file.`,
  withheld: (file: string, n: number) =>
    `${file} withholds ${n === 1 ? '1 confidential answer' : `${n} confidential answers`}, so it cannot be scored again. Use the answers file, or a report made with --with-confidential.`,
} as const
