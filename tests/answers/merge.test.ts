import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswersEditor } from '../../src/answers/edit.js'
import { readAnswers } from '../../src/answers/load.js'
import { type Conflict, mergeAnswers, type Stand } from '../../src/answers/merge.js'
import type { LongAnswer, WrittenAnswer, WrittenAnswers } from '../../src/answers/schema.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { type MergeOptions, run as mergeCommand } from '../../src/cli/commands/merge.js'
import { Context } from '../../src/cli/context.js'
import type { Environment } from '../../src/cli/environment.js'
import { settingsOf } from '../../src/cli/settings.js'
import { Folder, home } from '../cli/run.js'
import { interrupt, ScriptedPrompter } from '../interview/scripted-prompter.js'

/** What merging asks of a ruleset: which questions take text, which several options. */
const ruleset = {
  parts: [],
  values: new Map([
    ['text', { kind: 'fact', id: 'text', type: 'text' }],
    ['many', { kind: 'fact', id: 'many', type: 'multi' }],
  ]),
  questions: new Map(),
} as unknown as Ruleset
const note = (stands: readonly Stand[]) => `Not agreed: ${stands.map((it) => JSON.stringify(it)).join(' or ')}`
const head = { ruleset: 'r', rulesetVersion: '1.0.0', firm: { name: 'Harbour' }, date: '2026-11-20' }
const merge = (...files: Partial<WrittenAnswers>[]) => {
  const inputs = files.map((it, i) => ({ file: `${'abc'[i]}.yaml`, written: { ...head, ...it } }))
  return mergeAnswers(inputs, ruleset, note)
}
const merged = (...files: Partial<WrittenAnswers>[]) => {
  const result = merge(...files)
  if (result.refused) throw new Error(result.refused.kind)
  return result
}

describe('merging', () => {
  it('takes what one says, joins what both say, and keeps who said it', () => {
    const { written, conflicts } = merged(
      {
        answers: { one: 'yes', same: { answer: 'no', note: 'n', by: 'A', on: '2026-11-01', evidence: [{ ref: '1' }] } },
      },
      { answers: { two: 3, same: { answer: 'no', note: 'm', by: 'B', on: '2026-11-02', evidence: [{ ref: '2' }] } } },
    )
    expect(conflicts).toEqual([])
    expect(written.answers).toEqual({
      one: 'yes',
      two: 3,
      same: {
        answer: 'no',
        note: 'n\nm',
        evidence: [{ ref: '1' }, { ref: '2' }],
        by: 'A, B',
        on: '2026-11-02',
      },
    })
  })

  it('leaves open what two say differently, names both, and guesses nothing', () => {
    const { written, conflicts } = merged(
      { answers: { q: { answer: 'yes', by: 'A', on: '2026-11-01', note: 'mine' }, text: 'x', unsure: 'unsure' } },
      { answers: { q: 'no', text: 'unsure', unsure: 'yes' } },
      { answers: { q: { notApplicable: 'none held' } } },
    )
    expect(conflicts).toHaveLength(2)
    expect(conflicts[0]).toEqual({
      kind: 'answer',
      at: { id: 'q' },
      stands: [
        { file: 'a.yaml', answer: 'yes', by: 'A', on: '2026-11-01' },
        { file: 'b.yaml', answer: 'no' },
        { file: 'c.yaml', notApplicable: 'none held' },
      ],
      notes: ['mine'],
    })
    const { q, text, unsure } = written.answers as Record<string, LongAnswer>
    expect(q!.answer).toBe('unsure')
    for (const word of ['yes', '"A"', '2026-11-01', 'no', 'none held', 'mine']) expect(q!.note).toContain(word)
    expect(text).not.toHaveProperty('answer')
    expect(unsure).toBe('yes')
  })

  it('takes several options in any order for the same', () => {
    expect(merged({ answers: { many: ['a', 'b'] } }, { answers: { many: ['b', 'a'] } }).conflicts).toEqual([])
    expect(merged({ answers: { many: 'a' } }, { answers: { many: ['a'] } }).conflicts).toEqual([])
    expect(merged({ answers: { many: ['a'] } }, { answers: { many: ['a', 'b'] } }).conflicts).toHaveLength(1)
  })

  it('matches entries by id and never joins those that are only similar', () => {
    const { written, conflicts, similar } = merged(
      { inventories: { flows: [{ id: 'payroll', name: 'Payroll to head office', answers: { from: 'x' } }] } },
      {
        inventories: {
          flows: {
            more: true,
            entries: [
              { id: 'payroll', name: 'Payroll', answers: { to: 'y' } },
              { id: 'pay', name: 'payroll to  Head Offices' },
            ],
          },
        },
      },
      { inventories: { flows: [{ id: 'wages', name: 'Payroll to head office' }] } },
    )
    expect(written.inventories).toEqual({
      flows: {
        more: true,
        entries: [
          { id: 'payroll', name: 'Payroll to head office', answers: { from: 'x', to: 'y' } },
          { id: 'pay', name: 'payroll to  Head Offices' },
          { id: 'wages', name: 'Payroll to head office' },
        ],
      },
    })
    expect(conflicts.map((it) => it.kind)).toEqual(['name'])
    expect(similar.map((it) => it.entries.map((one) => one.id))).toEqual([
      ['payroll', 'wages'],
      ['pay', 'wages'],
    ])
  })

  it('takes two different lists that are said to be complete for one that is not', () => {
    const { written, conflicts } = merged(
      { inventories: { flows: [{ id: 'a' }], same: [{ id: 'x' }] } },
      { inventories: { flows: [{ id: 'b' }], same: [{ id: 'x' }] } },
    )
    expect(written.inventories).toEqual({
      flows: { more: true, entries: [{ id: 'a' }, { id: 'b' }] },
      same: [{ id: 'x' }],
    })
    expect(conflicts).toEqual([{ kind: 'list', inventory: 'flows', files: ['a.yaml', 'b.yaml'] }])
  })

  it('refuses other firms, rulesets and majors', () => {
    expect(merge({}, { ruleset: 'other' }).refused?.kind).toBe('ruleset')
    expect(merge({}, { rulesetVersion: '2.0.0' }).refused?.kind).toBe('major')
    expect(merge({}, { firm: { name: 'Other' } }).refused?.kind).toBe('firm')
    expect(
      merge({ firm: { name: 'Same', reference: '1' } }, { firm: { name: 'Same', reference: '2' } }).refused?.kind,
    ).toBe('firm')
    expect(
      merged({}, { rulesetVersion: '1.10.0', date: '2026-12-01', firm: { name: ' harbour' } }).written,
    ).toMatchObject({
      rulesetVersion: '1.10.0',
      date: '2026-12-01',
      firm: { name: 'Harbour' },
    })
  })
})

const words = fc.constantFrom('x', 'y', 'z: w', 'no', '1.10')
const answer: fc.Arbitrary<WrittenAnswer> = fc.oneof(
  fc.constantFrom<WrittenAnswer>('yes', 'no', 'unsure', 3),
  fc.record({ notApplicable: words }),
  fc.record(
    {
      answer: fc.constantFrom('yes', 'no', 'unsure'),
      note: words,
      evidence: fc.array(fc.record({ ref: words }), { maxLength: 2 }),
      by: fc.constantFrom('A', 'B'),
      on: fc.constantFrom('2026-11-01', '2026-11-02'),
    },
    { requiredKeys: ['note'] },
  ),
)
const said = fc.dictionary(fc.constantFrom('p', 'q', 'text', 'constructor'), answer, { noNullPrototype: true })
const entries = fc.uniqueArray(fc.record({ id: fc.constantFrom('e', 'f'), answers: said }), { selector: (it) => it.id })
const person: fc.Arbitrary<Partial<WrittenAnswers>> = fc.record({
  answers: said,
  inventories: fc.record({ flows: fc.oneof(entries, fc.record({ more: fc.boolean(), entries })) }),
})

describe('merging any files', () => {
  it('loses nothing: each answer, note, evidence, name of a person and day is in the result or in a conflict', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 3 }), (files) => {
        const { written, conflicts } = merged(...files)
        const text = AnswersEditor.of(written, 'a.yaml').text()
        expect(readAnswers({ file: 'a.yaml', text }).findings).toEqual([])
        const open = new Map(
          conflicts.flatMap((it) => (it.kind === 'answer' ? [[JSON.stringify(it.at), it]] : [])) as [
            string,
            Conflict,
          ][],
        )
        const check = (at: object, one: WrittenAnswer, found: WrittenAnswer | undefined) => {
          const before: LongAnswer = typeof one === 'object' && !Array.isArray(one) ? one : { answer: one }
          const after: LongAnswer = typeof found === 'object' && !Array.isArray(found) ? found : { answer: found! }
          if (before.note !== undefined) expect(after.note).toContain(before.note)
          for (const it of before.evidence ?? []) expect(after.evidence).toContainEqual(it)
          const conflict = open.get(JSON.stringify(at))
          if (before.answer === undefined && before.notApplicable === undefined) return
          if (conflict) {
            if (before.answer === 'unsure' && !JSON.stringify(at).includes('text')) return
            const { note: _, evidence: __, ...stand } = before
            expect((conflict as unknown as { stands: object[] }).stands).toContainEqual(expect.objectContaining(stand))
            expect([undefined, 'unsure']).toContain(after.answer)
          } else if (before.notApplicable !== undefined) expect(after.notApplicable).toContain(before.notApplicable)
          else if (before.answer !== 'unsure') {
            expect(after.answer).toBe(before.answer)
            if (before.by !== undefined) expect(after.by).toContain(before.by)
          } else expect(found).toBeDefined()
        }
        for (const file of files) {
          for (const [id, one] of Object.entries(file.answers ?? {})) check({ id }, one, written.answers![id])
          for (const [name, list] of Object.entries(file.inventories ?? {})) {
            const after = written.inventories![name]!
            if (!Array.isArray(list) && list.more === true) expect(after).toMatchObject({ more: true })
            const kept = Array.isArray(after) ? after : after.entries
            for (const entry of Array.isArray(list) ? list : list.entries) {
              const found = kept.find((it) => it.id === entry.id)!
              for (const [id, one] of Object.entries(entry.answers ?? {}))
                check({ id, entry: { inventory: name, id: entry.id } }, one, found.answers![id])
            }
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('with itself a file is what it was', () => {
    fc.assert(
      fc.property(person, (file) => {
        const once = merged(file, {}).written
        const { written, conflicts } = merged(once, once)
        expect(conflicts).toEqual([])
        expect(written).toEqual(once)
      }),
      { numRuns: 60 },
    )
  })
})

describe('flowready merge', () => {
  const part = (answers: string, more = '') =>
    `# of one\nruleset: tiny\nrulesetVersion: "1.2.0"\nfirm: {name: Harbour}\ndate: 2026-11-20\n${more}answers:\n${answers}`

  it('prints one file that validates, and keeps the comments of the first', async () => {
    const folder = new Folder({
      'a.answers.yaml': part('  tiny.exports: no # as told\n'),
      'b.answers.yaml': part('  tiny.log: {answer: all, by: B}\n'),
    }).withTiny()
    const { code, out, err } = await folder.run('merge a.answers.yaml b.answers.yaml --rulesets rulesets')
    expect(err).toBe('2 files merged, nothing differs.\n')
    expect(code).toBe(0)
    expect(out).toBe(part('  tiny.exports: no # as told\n  tiny.log: {answer: all, by: B}\n'))
  })

  it('lists what differs, exits with 1, and overwrites nothing', async () => {
    const folder = new Folder({
      'a.answers.yaml': part('  tiny.exports: no\n'),
      'b.answers.yaml': part('  tiny.exports: {answer: yes, by: B}\n'),
    }).withTiny()
    const line = 'merge a.answers.yaml b.answers.yaml --rulesets rulesets -o c.answers.yaml'
    const { code, out, err } = await folder.run(line)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain("tiny.exports: 'no' (a.answers.yaml) or 'yes' (B, b.answers.yaml). It is left open.")
    const text = readFileSync(folder.at('c.answers.yaml'), 'utf8')
    const { written } = readAnswers({ file: 'c.yaml', text })
    expect(written!.answers).toEqual({
      'tiny.exports': { answer: 'unsure', note: "Not agreed: 'no' (a.answers.yaml) or 'yes' (B, b.answers.yaml)." },
    })
    const again = await folder.run(line)
    expect(again.code).toBe(2)
    expect(again.err).toContain('is there already')
    expect((await folder.run(`${line.replace('c.answers', 'a.answers')}`)).code).toBe(2)
    expect((await folder.run('validate c.answers.yaml --rulesets rulesets')).code).toBe(0)
  })

  it.each([
    ['other firms', part('  tiny.log: all\n').replace('Harbour', 'Other'), 'different firms'],
    ['other majors', part('  tiny.log: all\n').replace('1.2.0', '2.0.0'), 'cannot be mixed'],
    ['other rulesets', part('  tiny.log: all\n').replace('tiny', 'huge'), 'different rulesets'],
    ['an option that is none', part('  tiny.log: everything\n'), 'tiny.log'],
    ['a broken file', 'ruleset: [', 'b.answers.yaml'],
  ])('refuses %s with exit code 2', async (_, second, says) => {
    const folder = new Folder({ 'a.answers.yaml': part('  tiny.exports: no\n'), 'b.answers.yaml': second }).withTiny()
    const { code, out, err } = await folder.run('merge a.answers.yaml b.answers.yaml --rulesets rulesets')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })

  describe('where somebody can be asked', () => {
    const differing = () =>
      new Folder({
        'a.answers.yaml': part('  tiny.exports: no\n  tiny.log: all\n'),
        'b.answers.yaml': part('  tiny.exports: {answer: yes, by: B, on: 2026-11-18}\n  tiny.log: some\n'),
      }).withTiny()
    const merging = async (folder: Folder, reply: (n: number) => string | undefined | typeof interrupt) => {
      let err = ''
      const environment: Environment = {
        argv: [],
        cwd: folder.path,
        env: {},
        stdin: { isTTY: true, async *[Symbol.asyncIterator]() {} },
        stdout: { isTTY: true, write: () => true },
        stderr: { isTTY: true, write: (text: string | Uint8Array) => (err += String(text)) },
        now: () => new Date('2026-11-20T18:00:00Z'),
        version: '9.9.9',
        columns: 80,
        signal: new AbortController().signal,
        home,
      }
      const options: MergeOptions = { rulesets: ['rulesets'], output: 'c.answers.yaml' }
      let n = 0
      const prompter = new ScriptedPrompter(() => reply(n++))
      const context = new Context(environment, settingsOf(options, environment))
      const code = await mergeCommand(context, ['a.answers.yaml', 'b.answers.yaml'], options, () =>
        Promise.resolve(prompter),
      )
      const text = readFileSync(folder.at('c.answers.yaml'), 'utf8')
      return { code, err, prompter, answers: readAnswers({ file: 'c.yaml', text }).written!.answers! }
    }

    it('takes what is chosen, with who said it, and leaves open what is left open', async () => {
      const { code, err, prompter, answers } = await merging(differing(), (n) => (n === 0 ? '1' : 'leave'))
      expect(code).toBe(1)
      expect(answers['tiny.exports']).toMatchObject({ answer: 'yes', by: 'B', on: '2026-11-18' })
      expect(answers['tiny.log']).toMatchObject({ answer: 'unsure' })
      expect(err).toContain('1 difference to settle')
      expect(prompter.closed).toBe(true)
    })

    it('settles everything', async () => {
      const { code, answers } = await merging(differing(), () => '0')
      expect(code).toBe(0)
      expect(answers['tiny.exports']).toMatchObject({
        answer: 'no',
        note: "Settled against 'yes' (B, 2026-11-18, b.answers.yaml).",
      })
      expect(answers['tiny.log']).toMatchObject({ answer: 'all' })
    })

    it('writes what was decided when it is interrupted', async () => {
      const { code, answers } = await merging(differing(), (n) => (n === 0 ? '1' : interrupt))
      expect(code).toBe(130)
      expect(answers['tiny.exports']).toMatchObject({ answer: 'yes' })
      expect(answers['tiny.log']).toMatchObject({ answer: 'unsure' })
    })
  })

  it('takes at least two files', async () => {
    const folder = new Folder({ 'a.answers.yaml': part('  tiny.exports: no\n') }).withTiny()
    expect((await folder.run('merge a.answers.yaml --rulesets rulesets')).code).toBe(2)
    expect((await folder.run('merge a.answers.yaml none.yaml --rulesets rulesets')).code).toBe(2)
  })
})
