import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { askedOrder, blankAnswers } from '../../src/answers/blank.js'
import { AnswersEditor } from '../../src/answers/edit.js'
import { answersFor, readAnswers } from '../../src/answers/load.js'
import { openLibrary } from '../../src/files/library.js'
import { askedIn } from '../../src/ruleset/asked.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { wordsIn } from '../../src/text/words.js'
import { Folder, home } from '../cli/run.js'

const library = openLibrary([`${home}rulesets`], home)
const { ruleset } = await loadRuleset(library, 'cross-boundary-data-flow')
const words = wordsIn('en').terminal.cli.new.blank
const blank = blankAnswers(ruleset!, '2026-11-20', words)
const file = 'a.answers.yaml'

describe('a blank answers file', () => {
  it('validates with everything open, and names all there is to ask', () => {
    const { written, findings } = readAnswers({ file, text: blank })
    expect(findings).toEqual([])
    const { answers, findings: said } = answersFor(ruleset!, { file, text: blank }, written!)
    expect(said).toEqual([])
    expect([...answers!.firm.keys()]).toEqual([])
    expect(answers!.inventories.size).toBe(0)
    for (const { id, options, ask } of askedIn(ruleset!).values()) {
      expect(blank).toContain(`${id}: {note: ''}`)
      expect(blank).toContain(ask.split(' ').slice(0, 4).join(' '))
      for (const option of options) expect(blank).toContain(`${option.id} `)
    }
    expect(Math.max(...blank.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('has a sample of every inventory, which reads once its comment marks are taken away', () => {
    const at = blank.indexOf('# inventories:')
    const text = blank.slice(0, at) + blank.slice(at).replace(/^# ?/gm, '')
    const { written, findings } = readAnswers({ file, text })
    expect(findings).toEqual([])
    const { answers, findings: said } = answersFor(ruleset!, { file, text }, written!)
    expect(said).toEqual([])
    expect([...answers!.inventories.keys()]).toEqual([...ruleset!.inventories.keys()])
  })

  it('keeps its comments when it is filled in, each answer at its question', () => {
    const { editor } = AnswersEditor.open({ file, text: blank }, { order: askedOrder(ruleset!) })
    editor!.setAnswer({ id: 'firm.ciio' }, 'no')
    editor!.addEntry('flows', 'payroll', 'Payroll')
    editor!.setAnswer({ id: 'flow.from', entry: { inventory: 'flows', id: 'payroll' } }, 'shenzhen')
    const lines = new Set(editor!.text().split('\n'))
    expect(blank.split('\n').filter((line) => !lines.has(line))).toEqual(["  firm.ciio: {note: ''}"])
    expect(editor!.text()).toContain('\n  firm.ciio: no\n')
  })

  it('takes a filled file of every question in the order of the ruleset', () => {
    const example = readFileSync(
      `${home}rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml`,
      'utf8',
    )
    const content = readAnswers({ file, text: example }).written!
    const { editor } = AnswersEditor.open({ file, text: blank }, { order: askedOrder(ruleset!) })
    editor!.setContent(content)
    expect(editor!.written).toEqual(content)
    expect(AnswersEditor.of(content, file).written).toEqual(content)
    expect(AnswersEditor.of(content, 'a.json').written).toEqual(content)
  })
})

describe('flowready new', () => {
  it('writes a blank answers file once, and never over another', async () => {
    const folder = new Folder()
    const line = 'new answers cross-boundary-data-flow'
    expect(await folder.run(line)).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(folder.at('cross-boundary-data-flow.answers.yaml'), 'utf8')).toBe(blank)
    folder.write('cross-boundary-data-flow.answers.yaml', 'mine')
    const again = await folder.run(line)
    expect(again.code).toBe(2)
    expect(again.err).toContain('is there already')
    expect(readFileSync(folder.at('cross-boundary-data-flow.answers.yaml'), 'utf8')).toBe('mine')
    expect(await folder.run(`${line} -o -`)).toMatchObject({ code: 0, out: blank })
    expect(await folder.run(`${line} -o a.json`)).toMatchObject({ code: 2, out: '' })
    expect(await folder.run(`${line} -o no/where.yaml`)).toMatchObject({ code: 2, out: '' })
  })

  it('writes a ruleset and a case that validate and pass', async () => {
    const folder = new Folder()
    expect((await folder.run('new ruleset my-rules')).code).toBe(0)
    expect(await folder.run('validate my-rules --max-warnings 0')).toMatchObject({ code: 0, out: '' })
    expect(await folder.run('test my-rules')).toMatchObject({ code: 0, out: '6 cases passed, 0 failed\n' })
    expect((await folder.run('new ruleset my-rules')).code).toBe(2)
    expect((await folder.run('new case my-rules')).code).toBe(0)
    expect((await folder.run('new case my-rules')).code).toBe(2)
    expect((await folder.run('test my-rules')).code).toBe(0)
    expect((await folder.run('validate my-rules')).code).toBe(0)
    expect((await folder.run('new answers my-rules -o a.answers.yaml')).code).toBe(0)
    expect((await folder.run('validate a.answers.yaml --rulesets .')).code).toBe(0)
  })

  it('says what it cannot start', async () => {
    const folder = new Folder()
    expect((await folder.run('new answer x')).err).toContain("Did you mean 'answers'?")
    expect((await folder.run('new answers cross-boundary-data-flows')).err).toContain('cross-boundary-data-flow')
    expect((await folder.run('new ruleset My_Rules')).code).toBe(2)
  })
})
