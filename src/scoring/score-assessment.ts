/** From an assessment to its score: the tree of weights and ranges, and the other lows it can be scored with. */
import type { AssessedQuestion, Assessment } from '../assessment/assessment.js'
import { once } from '../documents/once.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { type Fraction, ZERO } from './exact.js'
import { lowOf, score } from './models/index.js'
import type { Params } from './models/model.js'
import type { LedgerLine, Result } from './result.js'
import { scoreSuite } from './suite.js'
import type { Range } from './range.js'
import type { Leaf, Tree } from './tree.js'

/** What an answer counts for: as claimed, only as far as there is evidence, or with nothing left out as not applicable. */
export type View = 'claimed' | 'evidenced' | 'strict'

export interface Scored {
  readonly assessment: Assessment
  /** The tree of the claimed score; empty for a suite. */
  readonly tree: Tree
  /** That of the evidenced score. */
  readonly evidencedTree: Tree
  /** Null: nothing is scored. */
  readonly range: Range | null
  /** Of a plain ruleset. */
  readonly result: Result | null
  readonly evidenced: Fraction | null
  readonly strict: Fraction | null
  /** In a suite each line carries its part, scaled to what the part counts for. */
  readonly ledger: readonly (LedgerLine & { readonly part?: string })[]
  readonly parts: readonly ScoredPart[]
}

export interface ScoredPart extends Scored {
  readonly weight: number
  /** What the suite's low would be if this part's were another, everything else as it is. */
  readonly suiteLow: (low: Fraction) => Fraction
}

/** The key of a question's leaf: unique in a ruleset. */
export const leafKey = (question: string, entry: string | undefined): string => `${question} ${entry ?? ''}`

/** The key of the one twig of a section that is not asked for each entry. */
export const firmTwig = ''

/** Scores an assessment: range, evidenced, strict, ledger; a suite from its parts, each exactly what it is alone. */
export function scoreAssessment(assessment: Assessment): Scored {
  if (assessment.parts.length > 0) return scoreSuiteOf(assessment)
  const { model } = assessment.ruleset
  const params = paramsOf(assessment)
  const tree = treeOf(assessment, 'claimed')
  const some = (test: (question: AssessedQuestion) => boolean) =>
    assessment.sections.some(({ entries }) => entries.some(({ questions }) => questions.some(test)))
  // Where nothing is claimed without evidence, all of it is evidenced; where nothing is said not to apply, nothing is
  // stricter than what is claimed.
  const unproved = some((it) => it.evidenced !== it.low)
  const excused = some((it) => it.state === 'not-applicable')
  const evidencedTree = unproved ? treeOf(assessment, 'evidenced') : tree
  const result = score(model, tree, params)
  return {
    assessment,
    tree,
    evidencedTree,
    range: result,
    result,
    evidenced: unproved ? lowOf(model, evidencedTree, params) : (result?.low ?? null),
    strict: excused ? lowOf(model, treeOf(assessment, 'strict'), params) : (result?.low ?? null),
    ledger: result?.ledger ?? [],
    parts: [],
  }
}

function scoreSuiteOf(assessment: Assessment): Scored {
  const parts = assessment.parts.map(({ weight, assessment: part }) => ({ ...scoreAssessment(part), weight }))
  const key = (part: Scored) => part.assessment.ruleset.id
  const suite = scoreSuite(
    parts.map((part) => ({
      key: key(part),
      weight: part.weight,
      result: part.range && { ...part.range, branches: part.result?.branches ?? [], ledger: part.ledger },
    })),
  )
  const lowWith = (low: (part: Scored) => Fraction | null) =>
    scoreSuite(
      parts.map((part) => {
        const value = low(part)
        // A part of which all is not applicable has no range and a strict score of 0.
        const result = value && { low: value, high: value, sure: part.range?.sure ?? true, branches: [], ledger: [] }
        return { key: key(part), weight: part.weight, result }
      }),
    )?.low ?? null
  return {
    assessment,
    tree: { branches: [] },
    evidencedTree: { branches: [] },
    range: suite,
    result: null,
    evidenced: lowWith((part) => part.evidenced),
    strict: lowWith((part) => part.strict),
    ledger: suite?.ledger ?? [],
    parts: parts.map((part) => ({
      ...part,
      suiteLow: (low) => lowWith((it) => (it === part ? low : (it.range?.low ?? null))) ?? ZERO,
    })),
  }
}

/** What the models need to know besides the tree. */
export const paramsOf = ({ ruleset }: Assessment): Params => paramsIn(ruleset)

const paramsIn = once(({ met, questions }: Ruleset): Params => {
  const levels = [...questions.values()].map((question) => question.level ?? 1)
  return { met, highest: Math.max(1, ...levels) }
})

/** The tree of what an assessment's questions attain, in one view. What is hidden or not applicable is not in it. */
export function treeOf(assessment: Assessment, view: View): Tree {
  return {
    branches: assessment.sections.map(({ section, entries, further }) => ({
      key: section.id,
      weight: section.weight,
      across: section.across,
      // A further entry matters only where it could be scored.
      more: further.some((question) => question.weight > 0),
      twigs: entries.map((entry) => ({
        key: entry.entry ?? firmTwig,
        ...(entry.applicable === undefined ? { perhaps: true } : {}),
        leaves: leavesOf(entry.questions, view),
      })),
    })),
  }
}

function leavesOf(questions: readonly AssessedQuestion[], view: View): Leaf[] {
  const leaves: Leaf[] = []
  // A loop: in a batch this is done for every question of every firm, and `flatMap` takes twice as long.
  for (const { question, state, within, entry, low, high, evidenced } of questions) {
    if (state === 'hidden' || (state === 'not-applicable' && view !== 'strict')) continue
    const leaf = {
      key: leafKey(question.id, entry),
      weight: question.weight,
      low: view === 'evidenced' ? evidenced : low,
      high,
      sure: within === true,
    }
    leaves.push(question.level === undefined ? leaf : { ...leaf, level: question.level })
  }
  return leaves
}
