/**
 * What a ruleset must hold to mean anything: names that exist, comparisons that can be made, an order of evaluation.
 * One file a check; each takes the draft and returns what it found. Proofs about what a ruleset says are in `src/checks/`.
 */
import type { Finding } from '../../diagnostics/diagnostic.js'
import type { Draft } from '../draft.js'
import { attainable } from './attainable.js'
import { bands } from './bands.js'
import { citations } from './citations.js'
import { comparisons } from './comparisons.js'
import { conditionShapes } from './condition-shapes.js'
import { cycles } from './cycles.js'
import { derivedShapes } from './derived-shapes.js'
import { gates } from './gates.js'
import { idLock } from './id-lock.js'
import { models } from './models.js'
import { placeholders } from './placeholders.js'
import { questionShapes } from './question-shapes.js'
import { references } from './references.js'
import { scope } from './scope.js'
import { scoredConditions } from './scored-conditions.js'

export const wellformed: readonly ((draft: Draft) => Finding[])[] = [
  (draft) => [...draft.duplicates],
  conditionShapes,
  references,
  scope,
  scoredConditions,
  comparisons,
  derivedShapes,
  questionShapes,
  placeholders,
  cycles,
  bands,
  attainable,
  citations,
  gates,
  models,
  idLock,
]
