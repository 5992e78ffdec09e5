import { describe, expect, it } from 'vitest'
import { answersFor, assess } from '../../src/index.js'
import { Interrupted } from '../../src/interview/prompter.js'
import { newId } from '../../src/interview/inventories.js'
import { editorOf, factOf, MemoryNotebook, shipped, sit } from './firm.js'
import { interrupt, type Prompt, ScriptedPrompter } from './scripted-prompter.js'

/** What a firm would say: facts by id, everything else its best answer. */
const payroll: Record<string, string | number> = {
  'flow.from': 'shenzhen',
  'flow.to': 'hong-kong',
  'flow.personal': 'yes',
  'flow.important-data': 'no',
  'flow.ground': 'none',
  'flow.ftz-outside-list': 'no',
  'flow.people-ordinary': 240_000,
  'flow.people-sensitive': 0,
  'flow.onward': 'none',
  'flow.route-used': 'none',
  'flow.consent-based': 'no',
  'flow.recipient': 'independent',
  'firm.ciio': 'no',
  'firm.people-handled': 500_000,
}

const idOf = (prompt: Prompt) =>
  prompt.kind === 'question' ? factOf(shipped, prompt.screen.ask, prompt.screen.where.section)!.id : ''

type Replies = Record<string, string | number | undefined>

/** Answers questions by their ids, the first option where nothing is given; lists by a script; then shows the result. */
function firm(facts: Replies, lists: (string | symbol)[], more: (prompt: Prompt) => unknown = () => undefined) {
  const script = [...lists]
  const once = new Set<string>()
  return new ScriptedPrompter((prompt) => {
    const special = more(prompt)
    if (special !== undefined) return special as string
    if (prompt.kind === 'question') {
      const id = idOf(prompt)
      const given = facts[id]
      if (given !== undefined && (typeof given === 'number' || !given.startsWith(':') || !once.has(id))) {
        once.add(id)
        return given
      }
      const { field } = prompt.screen
      if (field.type === 'choice') return field.options[0]!.id
      if (field.type === 'multi') return [field.options[0]!.id]
      return field.type === 'number' ? field.min : field.type === 'date' ? '2026-11-01' : 'text'
    }
    if (prompt.kind === 'choose' && prompt.choices.some((it) => it.value === 'add')) return script.shift() as string
    if (prompt.kind === 'choose' && prompt.choices.some((it) => it.value === 'done')) return 'done'
    if (prompt.kind === 'write' && prompt.message.startsWith('What do you call it')) return script.shift() as string
    if (prompt.kind === 'confirm') return true
    throw new Error(`nothing to say to ${JSON.stringify(prompt)}`)
  })
}

describe('the whole interview', () => {
  const notebook = new MemoryNotebook()
  const prompter = firm(payroll, ['add', 'Payroll', 'complete'])

  it('asks everything once, explains what answers bring about, and ends with the summary', async () => {
    const { done, editor } = sit(prompter, notebook)
    expect(await done).toBe('done')
    const asked = prompter.questions.map(
      (screen) => `${factOf(shipped, screen.ask, screen.where.section)!.id} ${screen.where.entry ?? ''}`,
    )
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeGreaterThan(30)
    expect(prompter.said).toContain(
      'Payroll: Lawful route out of the Mainland → Standard contract or certification. Exported by the firm this year, people without sensitive data: 240,000',
    )
    expect(prompter.said).toContain('Open to you too: GBA Standard Contract (Mainland, Hong Kong).')
    expect(prompter.said).toContain('SUMMARY')
    expect(prompter.said).toContain('WROTE')
    expect(prompter.said).toContain('To go on: flowready assess')
    expect(editor.isComplete('flows')).toBe(true)
    expect(notebook.text).toBe(editor.text())
  })

  it('records who answered and when, and saved after every answer', () => {
    const { written } = editorOf(shipped, notebook.text)
    expect(written.answers?.['firm.ciio']).toEqual({ answer: 'no', by: 'A. Chan', on: '2026-11-20' })
    expect(notebook.saved.length).toBeGreaterThanOrEqual(prompter.questions.length)
  })

  it('leaves nothing open', () => {
    const { answers } = answersFor(shipped, { file: '', text: '' }, editorOf(shipped, notebook.text).written)
    const open = assess(shipped, answers!).sections.flatMap(({ entries }) =>
      entries.flatMap(({ questions }) => questions.filter(({ state }) => state === 'unanswered')),
    )
    expect(open).toEqual([])
  })

  it('says where one is', () => {
    const numbers = prompter.questions.map(({ where }) => where)
    for (const { number, sure, perhaps, sectionNumber, sections } of numbers) {
      expect(number).toBeLessThanOrEqual(perhaps)
      expect(sure).toBeLessThanOrEqual(perhaps)
      expect(sectionNumber).toBeLessThanOrEqual(sections)
      expect(sectionNumber).toBeGreaterThan(0)
    }
    expect(numbers.find(({ entry }) => entry === 'Payroll')?.section).toBe('Data flows')
  })

  it('asks nothing at all when it is started again, and goes to the review', async () => {
    const again = firm({}, [])
    await sit(again, notebook).done
    expect(again.questions).toEqual([])
  })
})

describe('commands', () => {
  const until = async (facts: Replies, more: (prompt: Prompt) => unknown) => {
    const notebook = new MemoryNotebook()
    const prompter = firm({ ...payroll, ...facts }, ['add', 'Payroll', 'complete'], more)
    await sit(prompter, notebook).done
    return { prompter, written: editorOf(shipped, notebook.text).written }
  }

  it('quits with what is decided, the file and the way on, and goes on at the first open question', async () => {
    const notebook = new MemoryNotebook()
    const first = firm({ ...payroll, 'flows.mapped': ':quit' }, ['add', 'Payroll', 'complete'])
    expect(await sit(first, notebook).done).toBe('left')
    expect(first.said).toContain('Decided so far:')
    expect(first.said).toContain('Payroll: Lawful route out of the Mainland → Standard contract or certification.')
    expect(first.said).toContain('saved in firm.answers.yaml')
    const second = firm({ 'flows.mapped': ':quit' }, [])
    await sit(second, notebook).done
    expect(second.questions.map(({ ask }) => factOf(shipped, ask)!.id)).toEqual(['flows.mapped'])
  })

  it('keeps a note without answering', async () => {
    const { written, prompter } = await until({ 'flows.mapped': ':note' }, (prompt) =>
      prompt.kind === 'write' && prompt.message === 'Your note:' ? 'to be checked' : undefined,
    )
    expect(written.answers?.['flows.mapped']).toMatchObject({ note: 'to be checked', by: 'A. Chan' })
    const shown = prompter.questions.filter(({ ask }) => factOf(shipped, ask)!.id === 'flows.mapped')
    expect(shown.map(({ said }) => said)).toEqual([[], ['Note: to be checked']])
  })

  it('takes evidence with an end date', async () => {
    const { written } = await until({ 'flows.mapped': ':evidence' }, (prompt) => {
      if (prompt.kind === 'choose' && prompt.message === 'Evidence for this answer') return 'ref'
      if (prompt.kind === 'write' && prompt.message === 'Which reference?') return 'DMS-1'
      if (prompt.kind === 'write' && prompt.message.startsWith('Valid until')) return '2027-01-31'
      return undefined
    })
    expect(written.answers?.['flows.mapped']).toMatchObject({ evidence: [{ ref: 'DMS-1', until: '2027-01-31' }] })
  })

  it('takes a file as evidence only from the folder of the answers, and says where there is none yet', async () => {
    const names = ['/etc/hosts', '../other/a.pdf', 'C:\\a.pdf', 'policies/a.pdf']
    const { written, prompter } = await until({ 'flows.mapped': ':evidence' }, (prompt) => {
      if (prompt.kind === 'choose' && prompt.message === 'Evidence for this answer') return 'file'
      if (prompt.kind === 'write' && prompt.message.startsWith('Which file')) return names.shift()
      if (prompt.kind === 'write' && prompt.message.startsWith('Valid until')) return ''
      return undefined
    })
    expect(names).toEqual([])
    expect(prompter.said.match(/Name a file in the folder of your answers file/g)).toHaveLength(3)
    expect(written.answers?.['flows.mapped']).toMatchObject({ evidence: [{ file: 'policies/a.pdf' }] })
    const shown = prompter.questions.filter(({ ask }) => factOf(shipped, ask)!.id === 'flows.mapped')
    expect(shown.at(-1)!.said).toEqual(['Evidence: policies/a.pdf'])
  })

  it('takes not applicable only with a reason, and only where its author allows it', async () => {
    const { written, prompter } = await until({ 'recipients.end': ':not-applicable' }, (prompt) =>
      prompt.kind === 'write' && prompt.message.startsWith('Why does it not apply')
        ? 'No contract has ended'
        : undefined,
    )
    const asked = prompter.questions.find(({ ask }) => factOf(shipped, ask)!.id === 'records.owner')
    expect(asked?.commands).not.toContain('not-applicable')
    if (prompter.questions.some(({ ask }) => factOf(shipped, ask)!.id === 'recipients.end'))
      expect(written.answers?.['recipients.end']).toMatchObject({ notApplicable: 'No contract has ended' })
  })

  it('brings up again at the end what was skipped or unsure, not before', async () => {
    let reviewed = 0
    const { prompter, written } = await until({ 'flows.mapped': ':skip', 'flows.classified': ':unsure' }, (prompt) => {
      if (prompt.kind !== 'choose') return undefined
      if (prompt.choices.some((it) => it.value === 'done')) {
        reviewed++
        return reviewed === 1 ? 'open' : reviewed === 2 ? 'unsure' : 'done'
      }
      if (prompt.message.startsWith('Look at')) return prompt.choices[0]!.value
      return undefined
    })
    const ids = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    expect(ids.slice(-2)).toEqual(['flows.mapped', 'flows.classified'])
    expect(written.answers?.['flows.mapped']).toBeDefined()
  })

  it('goes back and forward without asking anything anew', async () => {
    const notebook = new MemoryNotebook()
    let step = 0
    const moves = [':back', ':back', ':forward', ':forward']
    const prompter = firm({ ...payroll, 'flows.classified': ':quit' }, ['add', 'Payroll', 'complete'], (prompt) => {
      const id = idOf(prompt)
      if (step === 0 && id !== 'flows.remote-access') return undefined
      return step < moves.length ? moves[step++] : undefined
    })
    await sit(prompter, notebook).done
    const ids = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    const at = ids.indexOf('flows.remote-access')
    expect(ids.slice(at, at + 5)).toEqual([
      'flows.remote-access',
      'flows.register-shows',
      'flows.mapped',
      'flows.register-shows',
      'flows.remote-access',
    ])
  })

  it('goes to a section and comes back for what was jumped over', async () => {
    let jumped = false
    const { prompter } = await until({}, (prompt) => {
      if (prompt.kind === 'question' && idOf(prompt) === 'flows.mapped' && !jumped) {
        jumped = true
        return ':go'
      }
      if (prompt.kind === 'choose' && prompt.message === 'Go to') return 'chapter records-and-changes'
      return undefined
    })
    const ids = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    const at = ids.indexOf('flows.mapped')
    expect(ids[at + 1]).toBe('records.owner')
    expect(ids.lastIndexOf('flows.mapped')).toBeGreaterThan(ids.indexOf('records.owner'))
  })

  it('searches a question', async () => {
    let searched = false
    const { prompter } = await until({}, (prompt) => {
      if (idOf(prompt) === 'flows.mapped' && !searched) {
        searched = true
        return ':go'
      }
      if (prompt.kind === 'choose' && prompt.message === 'Go to') return 'search'
      if (prompt.kind === 'write' && prompt.message === 'Words in the question:') return 'records.audit'
      if (prompt.kind === 'choose' && prompt.message === '1 question') return prompt.choices[0]!.value
      return undefined
    })
    const ids = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    expect(ids[ids.indexOf('flows.mapped') + 1]).toBe('records.audit')
  })
})

describe('lists', () => {
  it('adds, copies with what differs, renames, removes when asked twice, and brings back', async () => {
    const notebook = new MemoryNotebook()
    const script: unknown[] = [
      'add',
      'Payroll',
      'copy',
      'payroll',
      'Payroll two',
      'fact flow.people-ordinary payroll-two',
      5,
      undefined,
      'entry payroll-two',
      'rename',
      'Staff list',
      'entry payroll',
      'remove',
      true,
      false,
      'entry payroll',
      'remove',
      true,
      true,
      'restore',
      'leave',
    ]
    let next = -1
    const prompter = new ScriptedPrompter((prompt) => {
      if (prompt.kind === 'question' && !(script[next + 1] === 5)) {
        const id = idOf(prompt)
        if (payroll[id] !== undefined) return payroll[id]
        const { field } = prompt.screen
        return field.type === 'choice' ? field.options[0]!.id : 0
      }
      next++
      if (next >= script.length) throw new Error(`script ended before ${JSON.stringify(prompt)}`)
      return script[next] as string
    })
    await sit(prompter, notebook).done
    const { written } = editorOf(shipped, notebook.text)
    const flows = written.inventories!.flows as {
      more: boolean
      entries: { id: string; name: string; answers: object }[]
    }
    expect(flows.entries.map(({ id, name }) => [id, name])).toEqual([
      ['payroll', 'Payroll'],
      ['payroll-two', 'Staff list'],
    ])
    expect(flows.entries[1]!.answers).toMatchObject({
      'flow.people-ordinary': { answer: 5 },
      'flow.from': { answer: 'shenzhen' },
    })
    expect(prompter.said).toContain("'Payroll' is removed.")
  })

  it('makes ids of any name', () => {
    expect(newId('Lohn & Gehälter', 'Flow', new Set())).toBe('lohn-gehalter')
    expect(newId('薪金', 'Data flow', new Set(['data-flow']))).toBe('data-flow-2')
  })
})

describe('interruption', () => {
  it('at any prompt loses nothing but the answer being typed', async () => {
    // As many runs as there are prompts, each ending one prompt later.
    let total = Infinity
    for (let stop = 0; stop < Math.min(total, 60); stop += 3) {
      const notebook = new MemoryNotebook()
      let prompts = 0
      const given = new Map<string, unknown>()
      const inner = firm(payroll, ['add', 'Payroll', 'complete'])
      const prompter = new ScriptedPrompter((prompt) => {
        if (prompts++ === stop) return interrupt
        const reply = inner.reply(prompt)
        if (prompt.kind === 'question') given.set(`${idOf(prompt)} ${prompt.screen.where.entry ?? ''}`, reply)
        return reply
      })
      const ended = await sit(prompter, notebook).done.catch((error: unknown) => error)
      if (!(ended instanceof Interrupted)) {
        total = prompts
        break
      }
      if (notebook.text === '') {
        expect(given.size).toBe(0)
        continue
      }
      const { answers } = answersFor(shipped, { file: '', text: '' }, editorOf(shipped, notebook.text).written)
      for (const [key, value] of given) {
        const [id, entry] = key.split(' ') as [string, string]
        const answer =
          entry === '' ? answers!.firm.get(id) : answers!.inventories.get('flows')!.entries[0]!.answers.get(id)
        expect(answer?.state === 'answered' && answer.value, key).toEqual(value)
      }
    }
  })
})

describe('a file that cannot be written', () => {
  it('says why, and goes on in another file', async () => {
    const notebook = new MemoryNotebook()
    notebook.refuse = 'the disk is full'
    const prompter = firm({ 'firm.ciio': ':unsure', ...payroll }, ['leave'], (prompt) =>
      prompt.kind === 'choose' && prompt.choices.some((it) => it.value === 'elsewhere') ? 'elsewhere' : undefined,
    )
    await sit(prompter, notebook).done
    expect(prompter.shown.length).toBeGreaterThan(0)
  })
})
