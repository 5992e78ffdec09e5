/** The words of reports: what the tool itself says about an assessment. Rulesets bring their own words. */
export const report = {
  yes: 'yes',
  no: 'no',
  notKnown: 'not known',
  /** Of a fact that does not apply. */
  notAsked: 'not asked',
  /** Instead of an answer that is used and never printed. */
  confidential: 'withheld as confidential',
  /** In the middle of a sentence, where a value would stand. */
  openValue: 'not known yet',
  notDecided: 'Not decided',
  perhaps: 'perhaps',
  /** An interval that has no upper end. */
  atLeast: (low: string) => `at least ${low}`,
  between: (low: string, high: string) => `between ${low} and ${high}`,
  upTo: (high: string) => `up to ${high}`,
  and: 'and',
  or: 'or',
  units: {
    minute: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    hour: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    day: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    month: (n: number) => (n === 1 ? '1 month' : `${n} months`),
    'working-day': (n: number) => (n === 1 ? '1 working day' : `${n} working days`),
  },
  atOnce: 'at once',
  within: (period: string, after: string) => `within ${period} after: ${after}`,
  /** `moment` is what the ruleset calls it: "you became aware". */
  withinMoment: (period: string, moment: string) => `within ${period} after ${moment}`,
  workingDays: 'Working days are Monday to Friday; public holidays are not taken into account.',
  obligation: {
    law: 'law',
    licence: 'licence',
    contract: 'contract',
    guidance: 'guidance',
    practice: 'good practice',
    information: 'for information',
  },
  checked: {
    verified: 'verified',
    'second-hand': 'second-hand',
    unverified: 'unverified',
  },
  owner: {
    management: 'management',
    legal: 'legal',
    privacy: 'privacy',
    security: 'security',
    it: 'IT',
    procurement: 'procurement',
    hr: 'HR',
    business: 'business',
  },
  place: { mainland: 'Mainland', 'hong-kong': 'Hong Kong', macao: 'Macao', international: 'International' },
  policy: {
    A: 'A  Digital government and data governance',
    B: 'B  Policies, guidelines and laws',
    C: 'C  Cybersecurity',
    D: 'D  Digital infrastructure',
    E: 'E  Cross-boundary data flow',
  },
  disclaimer: 'A self-assessment, not legal advice. It says what the firm answered and what follows from that.',
  distinctOutside: (given: string, low: string, high: string) =>
    `The number of different people given (${given}) cannot be right: the entries allow ${low} to ${high}.`,
  notices: {
    'quick-check': 'Quick check: scored over the essential questions only, without a band.',
    'review-old': (reviewed: string, days: number) =>
      `The law behind this ruleset was last read through on ${reviewed}, ${days} days before the as-at date.`,
    'other-year': (stated: string, asAt: string) =>
      `The yearly counts were stated in ${stated}, but the law is taken as at ${asAt}: counts start again each January.`,
    'hidden-answers': (n: number) =>
      n === 1
        ? '1 answer is to something that does not apply: it is kept and counts for nothing.'
        : `${n} answers are to something that does not apply: they are kept and count for nothing.`,
    'incomplete-inventory': (title: string) => `${title}: the list is not complete, so what depends on it stays open.`,
    'newer-version': (answered: string, current: string) =>
      `The answers were given for version ${answered}; scored with ${current}: questions that are new count as unanswered.`,
    migrated: (from: string, to: string, on: string, again: number) =>
      `The answers were given for version ${from} and carried over to ${to} on ${on}${again === 0 ? '' : again === 1 ? '; 1 of them has to be given again' : `; ${again} of them have to be given again`}.`,
    'confidential-withheld': (n: number) =>
      `${n} confidential ${n === 1 ? 'answer is' : 'answers are'} withheld from this report.`,
    'nothing-scored': 'Nothing is scored: no scored question applies.',
  },
} as const
