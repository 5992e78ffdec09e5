/** The words of plans: the cheapest way to a target. */
const days = (n: string): string => (n === '1' ? '1 day' : `${n} days`)

export const plan = {
  days,
  heading: (from: string, to: string) => `Plan: from ${from} to ${to}`,
  bandFrom: (band: string, score: string) => `${band} (from ${score})`,
  scoreOf: (score: string) => `a score of ${score}`,
  there: (target: string) => `Nothing to do: ${target} is reached.`,
  least: (effort: string) => `Least effort: ${days(effort)}. No cheaper way exists.`,
  found: (effort: string, least: string) =>
    `Best found in the time given: ${days(effort)}. No way takes less than ${days(least)}.`,
  unreachable: (target: string) => `${target} cannot be reached by the remedies there are.`,
  best: (score: string, band: string | undefined, effort: string) =>
    `The most that can be reached is ${score}${band === undefined ? '' : ` (${band})`}, in ${days(effort)}.`,
  ends: (score: string, band: string | undefined) =>
    `It ends at ${score}${band === undefined ? '' : ` (${band})`}, facts being what they are.`,
  inTheWay: 'What stands in the way',
  answerFirst: 'Answer first: it costs nothing',
  decisions: 'Decide first',
  decisionsMean: 'These hang on facts, not on answers to scored questions, and cap the band whatever the score.',
  perhapsNot: (asks: string) => `Perhaps not needed. Answer first: ${asks}`,
  bySteps: 'cleared by the steps below',
  notCleared: 'nothing known clears it',
  capsAt: (band: string) => `caps the band at: ${band}`,
  steps: 'Steps, most points a day first',
  gain: 'points',
  daysHead: 'days',
  total: 'in all',
  score: 'score',
  joint: 'counts together with a step further down',
  everywhere: (n: number) => (n === 1 ? '1 entry' : `${n} entries at once`),
  overLimit: (least: string, limit: string) => `It takes at least ${days(least)}; allowed are ${days(limit)}.`,
  gateStays: (says: string) => `No remedy is known for: ${says}`,
  listStaysOpen: (title: string) =>
    `${title}: the list may still grow, and what is not listed counts as not met. Say that it is complete.`,
  noRemedy: (ask: string) => `No remedy is known for: ${ask}`,
  /** Columns of the CSV. */
  columns: {
    order: 'Order',
    kind: 'Kind',
    id: 'Id',
    entry: 'Entry',
    action: 'Action',
    owner: 'Owner',
    effort: 'Person-days',
    total: 'Person-days in all',
    gain: 'Points',
    score: 'Score after',
    question: 'Question',
    obligation: 'Obligation',
    source: 'Source',
  },
  kinds: { answer: 'answer', gate: 'decision', step: 'step' },

  /** What the command says. */
  unknownBand: (name: string, suggestion: string | undefined, bands: string) =>
    `there is no band '${name}'. ${suggestion === undefined ? '' : `Did you mean '${suggestion}'? `}Bands: ${bands}; or a score from 0 to 100.`,
  outside: (value: string) => `--target takes a band or a score from 0 to 100, not '${value}'.`,
  quickBand: 'a quick check has no band: name a score, or answer the whole questionnaire.',
  noScore: (file: string) => `${file}: nothing is scored, so there is nothing to plan.`,
  maxEffort: (value: string) => `--max-effort takes person-days in quarters, such as 12.5, not '${value}'.`,
} as const
