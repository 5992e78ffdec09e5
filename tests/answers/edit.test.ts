import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswersEditor, type At, EditError } from '../../src/answers/edit.js'
import { readAnswers } from '../../src/answers/load.js'
import type { LongAnswer, WrittenAnswers } from '../../src/answers/schema.js'

const harbour = readFileSync(
  new URL('../../rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml', import.meta.url),
  'utf8',
)
const header = 'ruleset: r\nrulesetVersion: "1.0.0"\nfirm: {name: F}\ndate: 2026-11-20\n'
const opened = (text: string, file = 'a.answers.yaml') => {
  const { editor, findings } = AnswersEditor.open({ file, text })
  if (!editor) throw new Error(JSON.stringify(findings))
  return editor
}
const readBack = (text: string, file = 'a.answers.yaml') => {
  const { written, findings } = readAnswers({ file, text })
  expect(findings).toEqual([])
  return written!
}
const inFlow = (id: string, entry: string): At => ({ id, entry: { inventory: 'flows', id: entry } })

describe('an answer that is set', () => {
  it('changes its own place and nothing else', () => {
    const editor = opened(harbour)
    editor.setAnswer({ id: 'recipients.supervised' }, 'regular')
    expect(editor.text()).toBe(harbour.replace('recipients.supervised: once', 'recipients.supervised: regular'))
    editor.setAnswer(inFlow('flow.onward', 'payroll'), 'macao', { by: 'A. Chan', on: '2026-11-21' })
    expect(editor.text()).toContain('        flow.onward: {answer: macao, by: A. Chan, on: 2026-11-21}\n')
    editor.setNote({ id: 'firm.ciio' }, 'Asked again: no # letter')
    expect(editor.text()).toContain(
      "firm.ciio: {answer: no, note: 'Asked again: no # letter', by: A. Chan, on: 2026-11-16}\n",
    )
  })

  it('stays short unless more is said', () => {
    const editor = opened(header)
    editor.setAnswer({ id: 'a' }, 'no')
    editor.setUnsure({ id: 'b' })
    editor.setAnswer({ id: 'c' }, ['x', 'y'])
    editor.setNotApplicable({ id: 'd' }, 'None held')
    editor.setNote({ id: 'b' }, 'ask IT')
    editor.addEntry('flows', 'payroll', 'Payroll')
    editor.setAnswer(inFlow('flow.from', 'payroll'), 'shenzhen')
    editor.setComplete('flows', true)
    expect(editor.text()).toBe(`${header}answers:
  a: no
  b: {answer: unsure, note: ask IT}
  c: [x, y]
  d: {notApplicable: None held}
inventories:
  flows:
    - id: payroll
      name: Payroll
      answers:
        flow.from: shenzhen
`)
    editor.setComplete('flows', false)
    expect(editor.text()).toContain(
      '  flows:\n    more: true\n    entries:\n      - id: payroll\n        name: Payroll\n',
    )
    editor.setNote({ id: 'b' }, undefined)
    expect(editor.text()).toContain('  b: unsure\n')
  })

  it('gets its place in the order of the ruleset', () => {
    const { editor } = AnswersEditor.open(
      { file: 'a.yaml', text: `${header}answers:\n  b: x # why\n  # later\n  d: y\n` },
      { order: ['a', 'b', 'c', 'd', 'e'] },
    )
    for (const id of ['c', 'e', 'a']) editor!.setAnswer({ id }, 'n')
    expect(editor!.text()).toBe(`${header}answers:\n  a: n\n  b: x # why\n  c: n\n  # later\n  d: y\n  e: n\n`)
  })

  it('keeps JSON a JSON file, in its own layout', () => {
    const text = JSON.stringify(readBack(harbour), null, 2)
    const editor = opened(text, 'a.json')
    editor.setAnswer({ id: 'recipients.supervised' }, 'regular')
    editor.addEntry('flows', 'new', 'New')
    editor.setAnswer(inFlow('flow.from', 'new'), 'macao', { by: 'X' })
    const expected = JSON.parse(text) as WrittenAnswers
    expected.answers!['recipients.supervised'] = 'regular'
    ;(expected.inventories!.flows as object[]).push({
      id: 'new',
      name: 'New',
      answers: { 'flow.from': { answer: 'macao', by: 'X' } },
    })
    expect(editor.text()).toBe(JSON.stringify(expected, null, 2))
  })

  it('refuses what no answers file can hold, and is then as it was', () => {
    const editor = opened(harbour)
    for (const edit of [
      () => editor.setAnswer({ id: '__proto__' }, 'x'),
      () => editor.setAnswer({ id: 'A b' }, 'x'),
      () => editor.setAnswer({ id: 'a' }, Infinity),
      () => editor.setAnswer({ id: 'a' }, 2 ** 60),
      () => editor.setNotApplicable({ id: 'a' }, ''),
      () => editor.setNote({ id: 'a' }, 'x'.repeat(20_001)),
      () => editor.setDate('2026-02-30'),
      () => editor.addEntry('flows', 'payroll', 'twice'),
      () => editor.renameEntry('flows', 'nobody', 'x'),
      () => editor.setAnswer(inFlow('flow.from', 'nobody'), 'x'),
    ])
      expect(edit, String(edit)).toThrow(EditError)
    expect(editor.text()).toBe(harbour)
  })

  it('turns aliases into copies, which do not change with one another', () => {
    const editor = opened(`${header}answers:\n  a: &a {answer: x, note: n}\n  b: *a\n`)
    editor.setAnswer({ id: 'a' }, 'y')
    expect(readBack(editor.text()).answers).toEqual({ a: { answer: 'y', note: 'n' }, b: { answer: 'x', note: 'n' } })
  })
})

describe('an entry', () => {
  it('is put back where it was, comments and all', () => {
    const editor = opened(harbour)
    const removed = editor.removeEntry('flows', 'payroll')
    expect(editor.entries('flows').some((it) => it.id === 'payroll')).toBe(false)
    editor.restoreEntry(removed)
    expect(editor.text()).toBe(harbour)
    const again = editor.removeEntry('flows', 'payroll')
    editor.setDate('2026-11-21')
    editor.restoreEntry(again)
    expect(readBack(editor.text())).toEqual({ ...readBack(harbour), date: '2026-11-21' })
  })
})

/** What an interview does, on plain data. */
class Model {
  content: WrittenAnswers
  constructor(content: WrittenAnswers) {
    this.content = structuredClone(content)
  }
  answersOf(at: At): Record<string, unknown> {
    const holder = at.entry ? this.list('flows').find((it) => it.id === at.entry!.id)! : this.content
    return (holder.answers ??= {})
  }
  list(name: string) {
    const all = (this.content.inventories ??= {})
    if (!Object.hasOwn(all, name)) all[name] = { more: true, entries: [] }
    const it = all[name]!
    return Array.isArray(it) ? it : it.entries
  }
  say(at: At, change: (said: LongAnswer) => LongAnswer): void {
    const answers = this.answersOf(at)
    const it = Object.hasOwn(answers, at.id) ? answers[at.id] : undefined
    const long = it === undefined ? {} : typeof it === 'object' && !Array.isArray(it) ? it : { answer: it }
    const next = Object.fromEntries(
      Object.entries(change(long as LongAnswer)).filter(
        ([key, value]) =>
          value !== undefined && (key === 'answer' || (value !== '' && (!Array.isArray(value) || value.length > 0))),
      ),
    )
    const keys = Object.keys(next)
    if (keys.length === 0) delete answers[at.id]
    else answers[at.id] = keys.length === 1 && keys[0] === 'answer' ? next.answer : next
  }
}

const nasty = fc.constantFrom(
  'no', 'yes', 'true', 'null', '~', '1.10', '0x1F', '0b11', '0o17', '.inf', '.nan', '007', '1_000', '12:30:45', '1e3',
  '2026-11-20', '2026-11-20 09:30', '2026-11-20T09:30', '+08:00', '-', '- a', '? a', ': a', 'a: b', 'a #b', '#b', "it's", '"q"',
  '{a}', '[a]', 'a, b', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a', '---', '...', 'a\nb', 'a\r\nb', '\r', 'a\n\n', ' a ', '\t', '',
  '🙂', '香港，珠海', '\u2028', '\u0085', '\ufeff', '\ufffd', '\ud800', '\u0000', '\u001b[31m', '__proto__', 'constructor', '<<', '=', 'unsure', 'a:', 'key: "v', "'",
) // prettier-ignore
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 4 }))
const words = text.filter((it) => it !== '')
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  fc.constantFrom(0, -0, 0.1, 1e-7),
)
const value = fc.oneof(text, number, fc.array(text, { maxLength: 3 }))
const day = fc.constantFrom('2026-11-20', '2027-01-31')
const firmIds = ['a', 'b.c', 'constructor', '007', 'null', 'd', 'e']
const entryIds = ['one', 'two', '3', 'true', 'entries']
const said = fc.record({ by: words, on: day }, { requiredKeys: [] })
const place = fc.oneof(
  fc.constantFrom(...firmIds).map((id): At => ({ id })),
  fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(...entryIds)).map(([id, entry]) => inFlow(id, entry)),
)
const evidence = fc.oneof(fc.record({ ref: words, until: day }, { requiredKeys: ['ref'] }), fc.record({ file: words }))
const entryId = fc.constantFrom(...entryIds)

type Edit = readonly [name: string, editor: (it: AnswersEditor) => void, model: (it: Model) => void]
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, value, said).map(([at, it, who]): Edit => [
    'answer', (e) => e.setAnswer(at, it, who),
    (m) => m.say(at, ({ note, evidence }) => ({ answer: Object.is(it, -0) ? 0 : it, note, evidence, ...who }) as LongAnswer),
  ]) },
  fc.tuple(place, said).map(([at, who]): Edit => [
    'unsure', (e) => e.setUnsure(at, who),
    (m) => m.say(at, ({ note, evidence }) => ({ answer: 'unsure', note, evidence, ...who }) as LongAnswer),
  ]),
  fc.tuple(place, words).map(([at, reason]): Edit => [
    'not applicable', (e) => e.setNotApplicable(at, reason),
    (m) => m.say(at, ({ note, evidence }) => ({ notApplicable: reason, note, evidence }) as LongAnswer),
  ]),
  place.map((at): Edit => ['clear', (e) => e.clear(at), (m) => m.say(at, ({ note, evidence }) => ({ note, evidence }) as LongAnswer)]),
  fc.tuple(place, text).map(([at, note]): Edit => ['note', (e) => e.setNote(at, note), (m) => m.say(at, (it) => ({ ...it, note }))]),
  fc.tuple(place, evidence).map(([at, it]): Edit => [
    'evidence', (e) => e.addEvidence(at, it), (m) => m.say(at, (long) => ({ ...long, evidence: [...(long.evidence ?? []), it] })),
  ]),
  fc.tuple(place, fc.nat(1)).map(([at, i]): Edit => [
    'no evidence', (e) => e.removeEvidence(at, i), (m) => m.say(at, (long) => ({ ...long, evidence: (long.evidence ?? []).filter((_, j) => i !== j) })),
  ]),
  fc.tuple(entryId, words).map(([id, name]): Edit => ['add', (e) => e.addEntry('flows', id, name), (m) => {
    if (m.list('flows').some((it) => it.id === id)) throw new EditError('')
    m.list('flows').push({ id, name })
  }]),
  fc.tuple(entryId, words).map(([id, name]): Edit => ['rename', (e) => e.renameEntry('flows', id, name), (m) => {
    m.list('flows').find((it) => it.id === id)!.name = name
  }]),
  fc.tuple(entryId, entryId, words).map(([from, id, name]): Edit => ['copy', (e) => e.copyEntry('flows', from, id, name), (m) => {
    const list = m.list('flows')
    const { answers } = list.find((it) => it.id === from)!
    if (list.some((it) => it.id === id)) throw new EditError('')
    list.push(structuredClone({ id, name, ...(answers && { answers }) }))
  }]),
  entryId.map((id): Edit => ['remove', (e) => void e.removeEntry('flows', id), (m) => {
    const list = m.list('flows')
    const index = list.findIndex((it) => it.id === id)
    if (index === -1) throw new EditError('')
    list.splice(index, 1)
  }]),
  entryId.map((id): Edit => ['remove and restore', (e) => {
    const before = e.text()
    e.restoreEntry(e.removeEntry('flows', id))
    expect(e.text()).toBe(before)
  }, (m) => {
    if (!m.list('flows').some((it) => it.id === id)) throw new EditError('')
  }]),
  fc.boolean().map((complete): Edit => ['complete', (e) => e.setComplete('flows', complete), (m) => {
    const all = (m.content.inventories ??= {})
    const it = all.flows
    const is = it && (Array.isArray(it) || it.more !== true)
    if (is !== complete) all.flows = complete ? (it ? m.list('flows') : []) : { more: true, entries: it ? m.list('flows') : [] }
  }]),
  fc.tuple(words, words).map(([name, reference]): Edit => ['firm', (e) => e.setFirm({ name, reference }), (m) => {
    m.content.firm = { name, reference }
  }]),
  fc.array(fc.record({ name: words, role: words }, { requiredKeys: ['name'] }), { maxLength: 3 }).map((people): Edit => [
    'people', (e) => e.setPreparedBy(people), (m) => {
      if (people.length > 0) m.content.preparedBy = people
      else delete m.content.preparedBy
    },
  ]),
) // prettier-ignore

/** Files as people leave them behind. */
const starts: Readonly<Record<string, string>> = {
  bare: header,
  noEnd: header.trimEnd(),
  marked: `\ufeff# top\r\n${header.replaceAll('\n', '\r\n')}\r\nanswers: # of the firm\r\n  a: x # first\r\n  # second\r\n  b.c: 'y'\r\n`,
  empty: `${header}answers: {} # none yet\ninventories: {}\n# end\n`,
  flow: `{ruleset: r, rulesetVersion: "1.0.0", firm: {name: F}, date: 2026-11-20, # keep\n answers: {a: x, # about a\n  d: {answer: y, note: z},\n  # about e\n  e: [p, q],\n }, inventories: {flows: [{id: one, name: One, answers: {x: 1}}, {id: two}]}}\n`,
  block: `--- # start\n${header}
answers:
    a:   # the first
        answer: "x"   # as told
        note: |
            two

            lines
        # behind the note
        evidence:
        - ref: D-1
          until: 2027-01-31
        - {file: p.pdf}
    # about b
    "b.c" : >-
      folded
      text
    d: |+
      kept

    # about e
    e:
    - p
    - q   # and q

# the list
inventories:
  # all of them
  flows:
  # first
  - id: one     # the one
    name: 'One: first'
    answers:
      x: plain
        on two lines
      y: {
        answer: 1, # inside
        note: n
      }
  # second
  -   id: two
      name: "Two"   # name

  # after
...
`,
  more: `${header}inventories:
  other: []
  flows:
    # perhaps more
    more: true # for now
    entries:
      # first
      - {id: one, name: One}
      # second
      - id: two
        answers:
          x: |
            last
# end
`,
}
const json: Readonly<Record<string, string>> = {
  pretty: JSON.stringify(readBack(starts.block!), null, 4),
  tight: JSON.stringify(readBack(starts.more!)),
  crlf: JSON.stringify(readBack(header), null, '\t').replaceAll('\n', '\r\n'),
}

/** Comments that no edit below stands in: they are about what is never edited, or stand on lines of their own outside answers. */
const lasting: Readonly<Record<string, readonly string[]>> = {
  marked: ['# top', '# second', '# of the firm'],
  empty: ['# end'],
  flow: ['# keep'],
  block: ['# start', '# the list', '# about b', '# about e'],
  more: ['# end'],
}

describe('any edits of any file', () => {
  for (const [name, start] of [...Object.entries(starts), ...Object.entries(json)]) {
    const file = name in json ? 'a.answers.json' : 'a.answers.yaml'
    it(`read back as meant: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
          const editor = opened(start, file)
          let model = new Model(readBack(start, file))
          for (const [, change, meant] of edits) {
            const next = new Model(model.content)
            let possible = true
            try {
              meant(next)
            } catch {
              possible = false
            }
            const before = editor.text()
            if (!possible) {
              expect(() => change(editor)).toThrow(EditError)
              expect(editor.text()).toBe(before)
              continue
            }
            change(editor)
            model = next
            const normal = (it: WrittenAnswers) => JSON.parse(JSON.stringify(it)) as unknown
            expect(pruned(normal(readBack(editor.text(), file)))).toEqual(pruned(normal(model.content)))
          }
          for (const comment of lasting[name] ?? []) expect(editor.text()).toContain(comment)
          if (name === 'marked') expect(editor.text().replaceAll('\r\n', '')).not.toContain('\n')
        }),
        { numRuns: Number(process.env.RUNS ?? 60) },
      )
    })
  }
})

/** Without maps that hold nothing: whether `answers: {}` stands there or nothing means the same. */
function pruned(content: unknown): unknown {
  const it = content as { answers?: object; inventories?: Record<string, unknown> }
  const entry = (one: { answers?: object }) => {
    if (one.answers && Object.keys(one.answers).length === 0) delete one.answers
    return one
  }
  for (const inventory of Object.values(it.inventories ?? {}))
    for (const one of (Array.isArray(inventory) ? inventory : (inventory as { entries: object[] }).entries) as object[])
      entry(one)
  if (it.inventories && Object.keys(it.inventories).length === 0) delete it.inventories
  return entry(it)
}
