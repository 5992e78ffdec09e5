/** *One pass*: values come out the same whatever the order in which things are written, and no answer but those asked counts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WrittenQuestionnaire, WrittenSection } from '../../src/ruleset/schema.js'
import { type Entry, type Firm, firms, scored, seeds } from './firms.js'
import { reportOf } from './reports.js'
import { load, rulesets, type Written, usually } from './rulesets.js'

const runs = usually(60)

/** A list in another order, the same for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list]
  const result: T[] = []
  for (let n = seed; left.length > 0; n = Math.imul(n, 1103515245) + 12345)
    result.push(...left.splice((n >>> 8) % left.length, 1))
  return result
}

/** The same ruleset with its definitions in another order; a follow-up stays below its question. */
function turned(written: Written, seed: number): Written {
  const { questionnaire, common } = written
  const questions = (section: WrittenSection): WrittenSection['questions'] => {
    const left = shuffled(section.questions, seed)
    const result: WrittenSection['questions'] = []
    while (left.length > 0) {
      const next = left.findIndex((it) => !it.after || result.some((one) => one.id === it.after!.question))
      result.push(...left.splice(next, 1))
    }
    return result
  }
  const { facts = [], derived = [], determinations = [], sections = [], scoring } = questionnaire
  const turnedQuestionnaire: WrittenQuestionnaire = {
    ...questionnaire,
    facts: shuffled(facts, seed),
    derived: shuffled(derived, seed + 1),
    determinations: shuffled(determinations, seed + 2),
    sections: shuffled(sections, seed + 3).map((section) => ({ ...section, questions: questions(section) })),
    ...(scoring && { scoring: { ...scoring, gates: shuffled(scoring.gates ?? [], seed) } }),
  }
  const things = common['things']!
  return {
    common: {
      things: {
        ...things,
        inventories: (things.inventories ?? []).map((it) => ({ ...it, facts: shuffled(it.facts, seed) })),
      },
    },
    questionnaire: turnedQuestionnaire,
  }
}

/** Everything with its lists sorted: the same things in whatever order. */
function unordered(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, unordered(value)]))
}

const answersHeld = { ruleset: null, answers: null }

describe('one pass', () => {
  test('the order of facts, derived facts, determinations, sections, questions, gates and entries changes nothing but order', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), seeds, async (written, make, seed) => {
        const [a, b] = [await load(written), await load(turned(written, seed))]
        const firm = make(a)
        const other: Firm = { ...firm, entries: shuffled(firm.entries, seed) }
        const [before, after] = [reportOf(scored(a, firm)), reportOf(scored(b, other))]
        expect(unordered({ ...after, ...answersHeld })).toEqual(unordered({ ...before, ...answersHeld }))
        // What is sorted by worth has one order only.
        const order = (it: typeof before) => [
          it.gaps.map((gap) => [gap.question, gap.entry]),
          it.answerFirst.map((one) => [one.id, one.entry]),
        ]
        expect(order(after)).toEqual(order(before))
      }),
      runs,
    )
  })

  test('hidden answers change nothing but the list of hidden answers', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true, always: true }), firms({ open: 3 }), async (written, make) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const before = reportOf(scored(ruleset, firm))
        // An answer below a question that is not met (implied) still says what closing that gap would bring.
        const implied = new Set(before.implied.map((it) => `${it.question} ${it.entry ?? ''}`))
        const hidden = new Set(
          before.hidden.map((it) => `${it.id} ${it.entry ?? ''}`).filter((key) => !implied.has(key)),
        )
        const without = (entry: string, answers: Firm['answers']) =>
          Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(`${id} ${entry}`)))
        const bare: Firm = {
          ...firm,
          answers: without('', firm.answers),
          entries: firm.entries.map((it): Entry => ({ ...it, answers: without(it.id, it.answers) })),
        }
        const rest = { answers: null, hidden: null, notices: null }
        expect({ ...reportOf(scored(ruleset, bare)), ...rest }).toEqual({ ...before, ...rest })
      }),
      runs,
    )
  })

  test('unsure and unanswered score and decide alike', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms({ open: 7 }), async (written, make) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const silent = (answers: Firm['answers']) =>
          Object.fromEntries(Object.entries(answers).filter(([, given]) => given !== 'unsure'))
        const other: Firm = {
          ...firm,
          answers: silent(firm.answers),
          entries: firm.entries.map((it) => ({ ...it, answers: silent(it.answers) })),
        }
        const alike = (it: Firm) => {
          const { answers: _, open, gaps, hidden: __, notices: ___, ...report } = reportOf(scored(ruleset, it))
          return {
            ...report,
            open: open.map(({ state: _, ...one }) => one),
            gaps: gaps.map(({ state: _, ...gap }) => gap),
          }
        }
        expect(alike(other)).toEqual(alike(firm))
      }),
      runs,
    )
  })

  test('scaling all weights changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets(), firms(), fc.constantFrom(2, 10, 0.5, 100), async (written, make, by) => {
        const { questionnaire } = written
        const scaled: Written = {
          ...written,
          questionnaire: {
            ...questionnaire,
            sections: (questionnaire.sections ?? []).map((section) => ({
              ...section,
              weight: (section.weight ?? 1) * by,
              questions: section.questions.map((question) => ({ ...question, weight: (question.weight ?? 1) * by })),
            })),
          },
        }
        const [a, b] = [await load(written), await load(scaled)]
        const of = (it: ReturnType<typeof scored>) => {
          const { ruleset: _, sections, ...report } = reportOf(it)
          return { ...report, sections: sections.map(({ weight: _, ...section }) => section) }
        }
        expect(of(scored(b, make(b)))).toEqual(of(scored(a, make(a))))
      }),
      runs,
    )
  })
})
