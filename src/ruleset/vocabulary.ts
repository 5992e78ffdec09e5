/** The closed lists of words that rulesets are written in: the schemas and the code that works by them share each. */

/** How binding the source of a duty is. `information` is never scored. */
export const obligations = ['law', 'licence', 'contract', 'guidance', 'practice', 'information'] as const
export type Obligation = (typeof obligations)[number]

/** How a citation was checked, the weakest last. */
export const checks = ['verified', 'second-hand', 'unverified'] as const
export type Check = (typeof checks)[number]

/** Who does what a remedy asks. */
export const owners = ['management', 'legal', 'privacy', 'security', 'it', 'procurement', 'hr', 'business'] as const
export type Owner = (typeof owners)[number]

/** What a condition can be about. */
export const subjects = ['fact', 'determination', 'question'] as const
/** What a condition can join others by. */
export const joins = ['all', 'any', 'not'] as const
/** How a condition can compare its subject. */
export const operators = [
  'is',
  'in',
  'includes',
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
  'offers',
  'attainsLessThan',
] as const
export type Operator = (typeof operators)[number]

/** How a score is made of attainments. */
export const models = ['weighted', 'flat', 'flat-unweighted', 'absolute', 'levels'] as const

export const sourceKinds = ['law', 'regulation', 'contract', 'guidance', 'standard', 'policy'] as const
export const places = ['mainland', 'hong-kong', 'macao', 'international'] as const

/** Where the ends of an arrow lie on the map of flows. */
export const regions = ['gba-mainland', 'mainland', 'hong-kong', 'macao', 'elsewhere'] as const
export type Region = (typeof regions)[number]
