import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { PlainPrompter } from '../../src/interview/plain-prompter.js'
import { Interrupted } from '../../src/interview/prompter.js'
import { interview } from '../../src/text/en/interview.js'
import { choice, date, fresh, multi, number, text } from './prompter-screens.js'

let opened: PlainPrompter | undefined
afterEach(() => opened?.close())

function plainly(...lines: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const stop = new AbortController()
  let said = ''
  output.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (const line of lines) input.write(`${line}\n`)
  const words = () => interview.prompter
  const prompter = new PlainPrompter({ input, output, words, ascii: false, signal: stop.signal })
  opened = prompter
  return { prompter, input, stop, said: () => said }
}

const answered = (value: unknown) => ({ kind: 'answer', value })
const command = (name: string) => ({ kind: 'command', command: name })

describe('the plain prompter', () => {
  it('says a question in lines, without a bar or single keys', async () => {
    const { prompter, said } = plainly('1')
    await prompter.question(choice)
    expect(said()).toMatchInlineSnapshot(`
      "
      Section 3 of 9: GBA Standard Contract (Mainland, Hong Kong)
      Question 34 of about 112. About: Payroll to head office

      Was the signed contract filed by both parties within 10 working days of taking
      effect?
      This may turn out not to apply: it depends on answers that are still open.
      Why: Each party files with the authority of its own place. A missed filing
      leaves the route open to challenge.
      Source: GBA SC (HK) Art. 8 · contract · second-hand
      Note: the receipt of the Guangdong CAC is still missing
        1. By both, in time
        2. By both, but late (current answer)
        3. By one party only
        4. Not filed
      Enter alone keeps the current answer.
      You can also type: back, forward, help, note, evidence, not applicable, unsure,
      skip, go to, language, save and leave. A question mark explains them.
      Type a number from 1 to 4: "
    `)
  })

  it.each([
    ['3', answered('one')],
    ['one', answered('one')],
    ['Not filed', answered('no')],
    ['not f', answered('no')],
    ['', answered('late')],
    ['back', command('back')],
    ['unsure', command('unsure')],
    ['Not applicable', command('not-applicable')],
    ['save and leave', command('quit')],
    ['q', command('quit')],
    ['help', command('help')],
  ])('reads %j in a choice', async (line, reply) => {
    const { prompter } = plainly(line)
    await expect(prompter.question(choice)).resolves.toEqual(reply)
  })

  it.each([
    ['9', "'9' is not one of the answers. Type a number from 1 to 4"],
    ['by', "'by' fits more than one answer. Type its number."],
    ['note', "'note' does not apply to this question."],
    ['?', 'What else you can do:'],
  ])('asks again after %j, and says why', async (line, why) => {
    const { prompter, said } = plainly(line, '2')
    await expect(prompter.question({ ...fresh, commands: ['back', 'help'] })).resolves.toEqual(answered('late'))
    expect(said().replace(/\s+/g, ' ')).toContain(why)
  })

  it.each([
    ['1 3', ['purpose', 'breach']],
    ['3, 1', ['purpose', 'breach']],
    ['１、３', ['purpose', 'breach']],
    ['security measures, notice', ['security', 'breach']],
    ['4', ['none']],
    ['', ['security']],
  ])('reads %j where several may be chosen', async (line, value) => {
    const { prompter } = plainly(line)
    await expect(prompter.question(multi)).resolves.toEqual(answered(value))
  })

  it('does not take what stands alone with others', async () => {
    const { prompter, said } = plainly('1 4', '1')
    await expect(prompter.question(multi)).resolves.toEqual(answered(['purpose']))
    expect(said()).toContain("'None of these' can only be chosen alone.")
  })

  it('reads numbers, days and text, and what is wrong with them', async () => {
    const { prompter, said } = plainly('lots', '120,000', '2026-02-30', '2026-11-20', 'b', '"note"', 'note')
    await expect(prompter.question(number)).resolves.toEqual(answered(120_000))
    await expect(prompter.question(date)).resolves.toEqual(answered('2026-11-20'))
    await expect(prompter.question(text)).resolves.toEqual(answered('b'))
    await expect(prompter.question(text)).resolves.toEqual(answered('note'))
    await expect(prompter.question(text)).resolves.toEqual(command('note'))
    expect(said()).toContain('Please type a number in digits')
    expect(said()).toContain('There is no such day: 2026-02-30.')
  })

  it('chooses, writes, confirms', async () => {
    const { prompter } = plainly('2', 'back', '', 'A note', '-', '', 'maybe', 'y', 'NO', '')
    const choices = [
      { value: 'a', label: 'First', about: 'about it' },
      { value: 'b', label: 'Second' },
    ]
    await expect(prompter.choose('Which?', choices)).resolves.toBe('b')
    await expect(prompter.choose('Which?', choices)).resolves.toBeUndefined()
    await expect(prompter.choose('Which?', choices, 'a')).resolves.toBe('a')
    await expect(prompter.write('Note')).resolves.toBe('A note')
    await expect(prompter.write('Note', { initial: 'old' })).resolves.toBe('')
    await expect(prompter.write('Note', { initial: 'old' })).resolves.toBeUndefined()
    await expect(prompter.confirm('Sure?', false)).resolves.toBe(true)
    await expect(prompter.confirm('Sure?', true)).resolves.toBe(false)
    await expect(prompter.confirm('Sure?', true)).resolves.toBe(true)
  })

  it('lets nothing from a file reach the terminal unseen', async () => {
    const { prompter, said } = plainly('1')
    await prompter.question({ ...choice, ask: 'Evil \u001b[2J\u202e?' })

    expect(said()).not.toMatch(/[\u001b\u202e]/)
  })

  it('is interrupted by the end of input, once what was said is used up', async () => {
    const { prompter, input } = plainly('1')
    input.end()
    await expect(prompter.question(choice)).resolves.toEqual(answered('both'))
    await expect(prompter.question(choice)).rejects.toThrow(Interrupted)
    await expect(prompter.confirm('Sure?', true)).rejects.toThrow(Interrupted)
  })

  it('is interrupted by the signal, before and while it waits', async () => {
    const { prompter, stop } = plainly()
    const pending = prompter.question(choice)
    stop.abort()
    await expect(pending).rejects.toThrow(Interrupted)
    await expect(prompter.write('Note')).rejects.toThrow(Interrupted)
  })

  it('is interrupted by an input that breaks', async () => {
    const { prompter, input } = plainly()
    const pending = prompter.question(choice)
    input.destroy(new Error('EIO'))
    await expect(pending).rejects.toThrow(Interrupted)
  })
})
