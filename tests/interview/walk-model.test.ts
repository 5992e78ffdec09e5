/**
 * Random walks against a simple model: what was said, entry by entry. Each step is one reply to whatever is shown; the
 * model knows only what was said, never how the interview finds its way.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersFor, assess } from '../../src/index.js'
import { isUnanswered, walkOf } from '../../src/assessment/walk.js'
import { Interrupted } from '../../src/interview/prompter.js'
import { editorOf, factOf, MemoryNotebook, shipped, sit } from './firm.js'
import { interrupt, type Prompt, ScriptedPrompter } from './scripted-prompter.js'

/** What one who answers may do; a number chooses among what is possible at the moment. */
interface Step {
  readonly do: 'answer' | 'unsure' | 'skip' | 'back' | 'forward' | 'go' | 'not-applicable' | 'note' | 'restart'
  readonly pick: number
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(
    { weight: 12, arbitrary: fc.constant('answer' as const) },
    { weight: 6, arbitrary: fc.constantFrom('unsure', 'skip', 'back', 'forward', 'go', 'not-applicable', 'note') },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  ),
  pick: fc.nat(1000),
})

class Model {
  /** What was said, by id and entry id. */
  readonly said = new Map<string, unknown>()
  readonly entries = new Map<string, string>()
  /** What was asked in this sitting, and whether one went back, forward or jumped to it. */
  led = false
  readonly answered = new Set<string>()
}

const assessed = (text: string) => {
  const { written } = editorOf(shipped, text)
  return assess(shipped, answersFor(shipped, { file: '', text: '' }, written).answers!)
}

describe('random walks', () => {
  it('ask nothing twice that has an answer, nothing that does not apply, and keep every answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 150 }), async (steps) => {
        const notebook = new MemoryNotebook()
        const model = new Model()
        let next = 0
        for (let sittings = 0; sittings < 40; sittings++) {
          const prompter = new ScriptedPrompter((prompt) => {
            const now = steps[next++]
            if (!now || now.do === 'restart') return interrupt
            return reply(prompt, now, model, notebook)
          })
          model.answered.clear()
          model.led = false
          const { done, editor } = sit(prompter, notebook)
          const end = await done.catch((error: unknown) => error)
          if (end instanceof Error && !(end instanceof Interrupted)) throw end
          // Nothing said is lost, and what is read again is what was held.
          if (notebook.text !== '') {
            expect(editorOf(shipped, notebook.text).written).toEqual(editor.written)
            keptIn(notebook.text, model)
          }
          if (next >= steps.length) break
        }
      }),
      { numRuns: 25 },
    )
  })

  it('end: whoever answers everything reaches the result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 400, maxLength: 400 }), async (picks) => {
        const notebook = new MemoryNotebook()
        const model = new Model()
        let next = 0
        let lists = 0
        const prompter = new ScriptedPrompter((prompt) => {
          if (prompt.kind === 'choose' && prompt.choices.some((it) => it.value === 'add'))
            return lists++ < 3 ? 'add' : 'complete'
          if (prompt.kind === 'choose') return 'done'
          const pick = picks[next++]
          if (pick === undefined) throw new Error('it does not end')
          return reply(prompt, { do: 'answer', pick }, model, notebook)
        })
        expect(await sit(prompter, notebook).done).toBe('done')
        expect(walkOf(assessed(notebook.text)).filter(isUnanswered)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

/** Does what a step says where that is possible, else answers; checks what is asked on the way. */
function reply(prompt: Prompt, { do: what, pick }: Step, model: Model, notebook: MemoryNotebook) {
  switch (prompt.kind) {
    case 'question': {
      const { screen } = prompt
      const asked = factOf(shipped, screen.ask, screen.where.section)!
      const entry = [...model.entries].find(([, name]) => name === screen.where.entry)?.[0] ?? ''
      const key = `${asked.id} ${entry}`
      // Asked again only when somebody led there, and never what does not apply.
      if (!model.led) expect(model.answered.has(key), `asked twice: ${key}`).toBe(false)
      if (notebook.text !== '') {
        const walk = walkOf(assessed(notebook.text))
        expect(
          walk.some((ask) => keyOf(ask) === key),
          `does not apply: ${key}`,
        ).toBe(true)
      }
      if (what !== 'answer' && what !== 'restart' && screen.commands.includes(what)) {
        model.led =
          what === 'back' || what === 'forward' || what === 'go' || what === 'note' || what === 'not-applicable'
        if (what === 'unsure') {
          model.said.set(key, 'unsure')
          model.answered.add(key)
        } else if (what === 'skip') model.answered.add(key)
        return `:${what}`
      }
      model.led = false
      model.answered.add(key)
      const { field } = screen
      const value =
        field.type === 'choice'
          ? field.options[pick % field.options.length]!.id
          : field.type === 'multi'
            ? [field.options[pick % field.options.length]!.id]
            : field.type === 'number'
              ? [0, 1, 10_000, 100_000, 1_000_000][pick % 5]!
              : '2026-11-01'
      model.said.set(key, value)
      return value
    }
    case 'choose': {
      const values = prompt.choices.map(({ value }) => value)
      model.led = true
      if (values.includes('add')) {
        // A list: what happens next may be an entry's questions.
        const possible = values.filter(
          (it) => it !== 'leave' && it !== 'copy' && (it !== 'add' || model.entries.size < 4),
        )
        return possible[pick % possible.length]
      }
      if (values.includes('remove')) {
        const chosen = ['rename', 'remove', undefined][pick % 3]
        removing = [...model.entries].find(([, name]) => name === prompt.message)?.[0]
        return chosen
      }
      if (values.includes('done')) return values.filter((it) => it !== 'leave' && it !== 'done')[pick % 3] ?? 'done'
      return pick % 5 === 0 ? undefined : values[pick % values.length]
    }
    case 'write': {
      if (prompt.message.startsWith('What do you call it')) {
        const name = `Flow ${model.entries.size + 1}-${pick}`
        model.entries.set(name.toLowerCase().replace(' ', '-'), name)
        return name
      }
      if (prompt.message.startsWith('Give it another name')) {
        const name = `Renamed ${pick}-${model.said.size}`
        if (removing !== undefined) model.entries.set(removing, name)
        return name
      }
      return pick % 2 === 0 ? undefined : 'because'
    }
    case 'confirm':
      return false
  }
}

let removing: string | undefined

const keyOf = (ask: ReturnType<typeof walkOf>[number]): string =>
  ask.kind === 'inventory'
    ? ask.key
    : `${ask.kind === 'fact' ? ask.fact.id : ask.assessed.question.id} ${ask.entry ?? ''}`

/** Everything said is in the file, unless it was declared not applicable since. */
function keptIn(text: string, model: Model): void {
  const { answers } = answersFor(shipped, { file: '', text: '' }, editorOf(shipped, text).written)
  for (const [key, value] of model.said) {
    const [id, entry] = key.split(' ') as [string, string]
    const given =
      entry === '' ? answers!.firm : answers!.inventories.get('flows')?.entries.find((it) => it.id === entry)?.answers
    const answer = given?.get(id)
    if (answer?.state === 'not-applicable') continue
    expect(answer?.state === 'unsure' ? 'unsure' : answer?.state === 'answered' && answer.value, key).toEqual(value)
  }
}
