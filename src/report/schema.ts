/**
 * The report: everything that any format prints, in one language, re-derivable from the ruleset and the answers it names.
 * Points are 0–100 with three decimals at most. The key order here is the key order of the file.
 */
import { reportVersion } from '../documents/versions.js'
import { checks, obligations, owners, models, places, regions, sourceKinds } from '../ruleset/vocabulary.js'
import {
  Array as Arr,
  Boolean as Bool,
  Integer,
  Literal,
  Number as Num,
  Object as Obj,
  Optional,
  String as Str,
  Unsafe,
  type Static,
  type TSchema,
} from 'typebox'
import { closed, oneOf } from '../documents/shapes.js'
import { languages } from '../text/languages.js'

export const nullable = <S extends TSchema>(schema: S) =>
  Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] })
const Points = Num({ minimum: 0, maximum: 100 })
const Text = Str()
/** An id, or where several parts of a suite meet, an id of the part. */
const Id = Str()
const Obligation = oneOf(obligations)
const Check = oneOf(checks)
const Owner = oneOf(owners)

export const ReportCitation = closed({ source: Id, short: Text, at: Text, checked: Check })
const Cites = Arr(ReportCitation)
const Missing = closed({ id: Id, entry: Optional(Id), ask: Text })
const Remedy = closed({ do: Text, effort: Num({ minimum: 0 }), owner: Owner, once: Bool() })
const BandRef = closed({ id: Id, label: Text })
const Deadline = closed({ text: Text, due: Optional(Text) })

const Range = { low: nullable(Points), high: nullable(Points) }

const Score = closed({
  /** The headline: `low`. Null when nothing is scored. */
  value: nullable(Points),
  ...Range,
  evidenced: nullable(Points),
  strict: nullable(Points),
  /** The low end is the headline. Null in a quick check and when nothing is scored. */
  band: nullable(closed({ low: BandRef, high: BandRef, uncapped: BandRef })),
  answered: closed({ answered: Integer(), open: Integer(), share: nullable(Num({ minimum: 0, maximum: 1 })) }),
  model: oneOf(models),
  points: Optional(closed({ low: Num(), high: Num(), maximum: Num() })),
})

const Section = closed({
  id: Id,
  part: Optional(Id),
  title: Text,
  weight: Num(),
  forEach: Optional(Id),
  across: Optional(oneOf(['mean', 'worst'])),
  state: oneOf(['applicable', 'perhaps', 'hidden']),
  ...Range,
  evidenced: nullable(Points),
  answered: Integer(),
  open: Integer(),
  entries: Arr(
    closed({ id: Id, name: Text, state: oneOf(['applicable', 'perhaps', 'hidden']), ...Range, weakest: Bool() }),
  ),
})

const Breakdown = Arr(closed({ id: Id, label: Text, value: Points, contribution: Num(), loss: Num() }))

const Derived = closed({
  id: Id,
  entry: Optional(Id),
  means: Text,
  /** For a yes/no: null while it is not known. */
  holds: Optional(nullable(Bool())),
  value: Optional(Num()),
  low: Optional(Num()),
  /** Null: no upper end. */
  high: Optional(nullable(Num())),
  text: Text,
  cites: Cites,
})

const Then = closed({
  id: Id,
  do: Text,
  obligation: Obligation,
  owner: Optional(Owner),
  by: Optional(Deadline),
  cites: Cites,
})

const Alternative = closed({
  id: Id,
  offers: Id,
  label: Text,
  state: oneOf(['open', 'perhaps']),
  because: Optional(Text),
  cites: Cites,
  checked: nullable(Check),
})

const Ruling = closed({
  outcome: Id,
  label: Text,
  rule: Id,
  state: oneOf(['holds', 'perhaps']),
  because: Optional(Text),
  do: Optional(Text),
  obligation: Optional(Obligation),
  owner: Optional(Owner),
  by: Optional(Deadline),
  cites: Cites,
  checked: nullable(Check),
  /** What would tell whether one that perhaps holds does. */
  missing: Arr(Missing),
})

/** Where a flow begins or ends; null while that is not known. */
const FlowEnd = nullable(closed({ id: Id, label: Text, region: oneOf(regions) }))

/** An entry that moves from place to place, for the map of flows. */
const Flow = closed({
  inventory: Id,
  entry: Id,
  name: Text,
  from: FlowEnd,
  to: FlowEnd,
  /** How much moves, as an interval (`high` null: no upper end); null where nothing is counted. */
  weight: nullable(closed({ low: Num(), high: nullable(Num()), text: Text })),
})

const Determination = closed({
  id: Id,
  part: Optional(Id),
  title: Text,
  entry: Optional(Id),
  entryName: Optional(Text),
  decide: oneOf(['first', 'all']),
  /** Determinations that this one rests on; those that none rests on are the verdicts. */
  uses: Arr(Id),
  /** `decide: first`; `undetermined` while it is open, or where a rule says so. */
  outcome: nullable(Id),
  label: Text,
  tone: oneOf(['good', 'caution', 'bad', 'neutral', 'open']),
  candidates: Arr(closed({ id: Id, label: Text })),
  missing: Arr(Missing),
  rule: nullable(Id),
  because: Arr(Text),
  facts: Arr(closed({ id: Id, ask: Text, text: Text })),
  cites: Cites,
  /** The weakest check among what it rests on; null where no citation is involved. */
  checked: nullable(Check),
  alternatives: Arr(Alternative),
  /** `decide: all`: every rule that holds, and those that perhaps hold. */
  outcomes: Arr(Ruling),
  then: Arr(Then),
})

const Gate = closed({
  id: Id,
  part: Optional(Id),
  state: oneOf(['holds', 'clear', 'unknown']),
  caps: BandRef,
  says: Text,
  clears: nullable(Remedy),
  missing: Arr(Missing),
})

const Gap = closed({
  question: Id,
  part: Optional(Id),
  section: Id,
  entry: Optional(Id),
  entryName: Optional(Text),
  ask: Text,
  answer: Optional(Text),
  state: oneOf(['answered', 'unsure', 'unanswered', 'implied']),
  applicable: oneOf(['sure', 'perhaps']),
  attainment: closed({ low: Num(), high: Num() }),
  loss: Num(),
  entryLoss: Num(),
  lift: Num(),
  obligation: Obligation,
  cites: Cites,
  /** Controls of other catalogues that ask for the same. */
  controls: Arr(closed({ standard: Id, short: Text, ids: Arr(Text) })),
  remedy: nullable(Remedy),
})

const AnswerFirst = closed({
  kind: oneOf(['question', 'fact', 'inventory']),
  id: Id,
  entry: Optional(Id),
  entryName: Optional(Text),
  ask: Text,
  /** By how much the range shrinks at most, in points; null where that is not worked out. */
  narrows: nullable(Num()),
  /** What stays open without it. */
  decides: Arr(closed({ kind: oneOf(['determination', 'gate', 'section']), id: Id, entry: Optional(Id), title: Text })),
})

const LedgerLine = closed({
  part: Optional(Id),
  section: Id,
  entry: Optional(Id),
  question: Id,
  contribution: Num(),
  loss: Num(),
  entryLoss: Num(),
  counts: Bool(),
})

/** A question that is asked here, with what stands behind it: the ledger, evidence and lists name it by its id. */
const Question = closed({
  id: Id,
  part: Optional(Id),
  section: Id,
  ask: Text,
  obligation: Obligation,
  cites: Cites,
})

const OneQuestion = { question: Id, entry: Optional(Id), ask: Text }

const Evidence = closed({
  question: Id,
  entry: Optional(Id),
  file: Optional(Text),
  ref: Optional(Text),
  exists: nullable(Bool()),
  sha256: Optional(Text),
  until: Optional(Text),
  state: oneOf(['valid', 'expired', 'missing']),
})

/** An answer that counts for nothing in `evidenced`: no evidence was given, or none that is there and valid. */
const WithoutEvidence = closed({
  question: Id,
  entry: Optional(Id),
  ask: Text,
  state: oneOf(['none', 'missing', 'expired']),
  expects: Arr(Text),
})

const Upcoming = closed({
  date: Text,
  changes: Arr(
    closed({
      kind: oneOf(['section', 'question', 'rule', 'alternative', 'then', 'gate', 'fact']),
      id: Id,
      owner: Optional(Id),
      change: oneOf(['starts', 'ends']),
      title: Text,
    }),
  ),
  score: closed({ ...Range, band: nullable(BandRef) }),
  outcomes: Arr(closed({ determination: Id, entry: Optional(Id), before: Text, after: Text })),
})

const Source = closed({
  id: Id,
  short: Text,
  title: Text,
  issuer: Text,
  place: oneOf(places),
  kind: oneOf(sourceKinds),
  address: Optional(Text),
  from: Optional(Text),
  until: Optional(Text),
  lastChecked: Text,
})

const PlanStep = closed({
  question: Id,
  part: Optional(Id),
  section: Id,
  /** The entries whose question is closed: several where the remedy serves every entry; none for the firm. */
  entries: Arr(closed({ id: Id, name: Text })),
  ask: Text,
  remedy: Remedy,
  obligation: Obligation,
  cites: Cites,
  /** By how much this step raises the score, in points; 0 where it takes a later step to tell. */
  gain: Num(),
  /** Days since the start, this step and the gates before it included. */
  effort: Num({ minimum: 0 }),
  /** The score after it. */
  value: Points,
})

const PlanGate = closed({
  id: Id,
  part: Optional(Id),
  says: Text,
  caps: BandRef,
  state: oneOf(['holds', 'unknown']),
  /** `remedy`: its own, a decision of its own; `steps`: the steps clear it; `none`: nothing known clears it. */
  clearedBy: oneOf(['remedy', 'steps', 'none']),
  remedy: nullable(Remedy),
  missing: Arr(Missing),
})

/** One way to a target: gates first, then steps in the order of what they bring a day. */
export const PlanRoute = closed({
  /** `band`: the target was a band, which gates may keep out of reach. `value`: the printed score that is needed. */
  target: closed({ band: nullable(BandRef), value: Points }),
  /** `over-limit`: reachable, but not within the effort allowed; the steps are then the most that is. */
  state: oneOf(['there', 'planned', 'over-limit', 'unreachable']),
  /** True: no cheaper way exists. False: the best found; at least `leastEffort` days are needed. */
  exact: Bool(),
  /** Days of all gates and steps listed. */
  effort: Num({ minimum: 0 }),
  /** No way to the target takes fewer days; null where there is none. */
  leastEffort: nullable(Num({ minimum: 0 })),
  /** The score and the band after the last step. */
  value: nullable(Points),
  band: nullable(BandRef),
  gates: Arr(PlanGate),
  steps: Arr(PlanStep),
  /** What stands in the way where the target is out of reach. */
  obstacles: Arr(
    closed({
      kind: oneOf(['no-remedy', 'inventory', 'gate', 'effort']),
      id: Id,
      entry: Optional(Id),
      text: Text,
    }),
  ),
})

/** The cheapest ways up: to the next band, and to the top one where that is another. */
const Plan = closed({
  /** As it stands: where a step chart begins, at 0 days. */
  value: Points,
  band: BandRef,
  routes: Arr(PlanRoute),
})

/** What moved since an earlier report: `change` = `rules` + `firm`, exactly. Null where one of the two has no score. */
const Since = closed({
  asAt: Text,
  rulesetVersion: Text,
  value: nullable(Points),
  band: nullable(BandRef),
  change: nullable(Num()),
  rules: nullable(Num()),
  firm: nullable(Num()),
  /** Numbers of gaps. */
  closed: Integer(),
  opened: Integer(),
  reopened: Integer(),
})

const Third = oneOf(['lower', 'middle', 'upper'])
/** In which third of how many firms; not sure: as far as counts by tenths of the points tell. */
const Thirds = {
  of: Integer(),
  third: Third,
  sure: Bool(),
  /** Half of the firms surely lie within these points. */
  middleHalf: closed({ from: Integer(), to: Integer() }),
}

/** Where the firm stands among others that were scored by the same rules. */
const Standing = closed({
  firms: Integer(),
  score: nullable(closed(Thirds)),
  sections: Arr(closed({ id: Id, part: Optional(Id), ...Thirds })),
})

export const ReportFile = closed(
  {
    schema: Literal(reportVersion),
    generator: closed({ name: Literal('flowready'), version: Text }),
    language: oneOf(languages),
    disclaimer: Text,
    scope: oneOf(['full', 'quick', 'section']),
    ruleset: closed({
      id: Id,
      version: Text,
      title: Text,
      language: oneOf(languages),
      reviewed: Text,
      sha256: Text,
      parts: Arr(closed({ id: Id, version: Text, sha256: Text, weight: Num() })),
    }),
    answers: closed({
      sha256: Text,
      /** Null where the report was to be made without them. */
      content: nullable(Obj({}, { additionalProperties: true })),
      withheld: Arr(Text),
    }),
    asAt: Text,
    firm: closed({ name: Text, reference: Optional(Text) }),
    preparedBy: Arr(closed({ name: Text, role: Optional(Text) })),
    score: Score,
    bands: Arr(closed({ id: Id, from: Num(), label: Text, means: Optional(Text) })),
    sections: Arr(Section),
    parts: Arr(closed({ id: Id, title: Text, weight: Num(), score: Score })),
    breakdowns: closed({ obligation: Breakdown, policy: Breakdown, place: Breakdown, topic: Breakdown }),
    derived: Arr(Derived),
    flows: Arr(Flow),
    determinations: Arr(Determination),
    gates: Arr(Gate),
    gaps: Arr(Gap),
    answerFirst: Arr(AnswerFirst),
    questions: Arr(Question),
    ledger: Arr(LedgerLine),
    open: Arr(
      closed({ ...OneQuestion, state: oneOf(['unsure', 'unanswered']), applicable: oneOf(['sure', 'perhaps']) }),
    ),
    implied: Arr(closed({ ...OneQuestion, after: Id })),
    notApplicable: Arr(closed({ ...OneQuestion, reason: Text })),
    hidden: Arr(closed({ id: Id, entry: Optional(Id), kind: oneOf(['question', 'fact']), ask: Text })),
    contradictions: Arr(closed({ id: Id, entry: Optional(Id), says: Text })),
    evidence: Arr(Evidence),
    withoutEvidence: Arr(WithoutEvidence),
    upcoming: Arr(Upcoming),
    notices: Arr(closed({ code: Text, text: Text })),
    sources: Arr(Source),
    /** Only where it was asked for. */
    plan: Optional(Plan),
    /** Only where an earlier report was given. */
    since: Optional(Since),
    /** Only where a cohort was given. */
    cohort: Optional(Standing),
    /** Of all the rest, as canonical JSON. A file has it; it tells of slips, and what is signed tells of more. */
    sha256: Optional(Text),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/report.schema.json',
    title: 'A flowready readiness report',
  },
)

export type Report = Static<typeof ReportFile>
export type ReportScore = Report['score']
export type ReportPlan = Static<typeof Plan>
export type ReportRoute = Static<typeof PlanRoute>
export type ReportSince = Static<typeof Since>
