import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run as assess, type AssessCommandOptions } from '../../src/cli/commands/assess.js'
import { run as decide, type DecideCommandOptions } from '../../src/cli/commands/decide.js'
import { Context } from '../../src/cli/context.js'
import type { Environment } from '../../src/cli/environment.js'
import { settingsOf } from '../../src/cli/settings.js'
import { UsageError } from '../../src/cli/exit.js'
import { Folder, home } from '../cli/run.js'
import { type Report, wordsIn } from '../../src/index.js'
import { factOf, shipped } from './firm.js'
import { interrupt, type Prompt, ScriptedPrompter } from './scripted-prompter.js'

const id = 'cross-boundary-data-flow'
const example = readFileSync(`${home}rulesets/${id}/examples/harbour-payments.answers.yaml`, 'utf8')

class Run {
  out = ''
  err = ''
  readonly folder: Folder
  readonly #tty: boolean

  constructor(folder = new Folder(), tty = true) {
    this.folder = folder
    this.#tty = tty
  }

  #context(): Context {
    const tty = this.#tty
    const environment: Environment = {
      argv: [],
      cwd: this.folder.path,
      env: {},
      stdin: { isTTY: tty, async *[Symbol.asyncIterator]() {} },
      stdout: { isTTY: tty, write: (text: string | Uint8Array) => (this.out += String(text)) },
      stderr: { isTTY: tty, write: (text: string | Uint8Array) => (this.err += String(text)) },
      now: () => new Date('2026-11-20T18:00:00Z'),
      version: '9.9.9',
      columns: 80,
      signal: new AbortController().signal,
      home,
    }
    return new Context(environment, settingsOf({}, environment))
  }

  assess(prompter: ScriptedPrompter, options: AssessCommandOptions = {}, name: string | undefined = id, none = false) {
    return assess(this.#context(), none ? undefined : name, options, () => Promise.resolve(prompter))
  }

  decide(prompter: ScriptedPrompter, name: string | undefined, options: DecideCommandOptions = {}) {
    return decide(this.#context(), name, options, () => Promise.resolve(prompter))
  }
}

const idOf = (prompt: Prompt) =>
  prompt.kind === 'question' ? factOf(shipped, prompt.screen.ask, prompt.screen.where.section)!.id : ''

const by = (reply: (prompt: Prompt) => unknown) => new ScriptedPrompter((prompt) => reply(prompt) as string)
const file = `${id}.answers.yaml`

describe('flowready assess', () => {
  it('asks who it is, keeps the file for its owner alone, and is interrupted without loss', async () => {
    const it_ = new Run()
    const prompter = by((prompt) => {
      if (prompt.kind === 'write') return prompt.message.startsWith('What is the name') ? 'Acme Ltd' : 'A. Chan'
      return prompt.kind === 'choose' ? 'complete' : idOf(prompt) === 'records.owner' ? interrupt : first(prompt)
    })
    expect(await it_.assess(prompter)).toBe(130)
    const text = readFileSync(it_.folder.at(file), 'utf8')
    expect(text).toContain('name: Acme Ltd')
    expect(text).toContain('A. Chan')
    // At UTC+8.
    expect(text).toContain('2026-11-21')
    expect(statSync(it_.folder.at(file)).mode & 0o777).toBe(0o600)
    expect(existsSync(it_.folder.at(`${file}.lock`))).toBe(false)
    expect(it_.err).toContain(`saved in ${file}`)
    expect(it_.err).toContain(`To go on: flowready assess ${id}`)
    expect(prompter.closed).toBe(true)
    expect(prompter.said).toContain('Nothing leaves this machine.')

    const again = by((prompt) => (prompt.kind === 'write' ? 'B. Lee' : interrupt))
    expect(await it_.assess(again)).toBe(130)
    expect(again.questions.map(({ ask }) => factOf(shipped, ask)!.id)).toEqual(['records.owner'])
    expect(readFileSync(it_.folder.at(file), 'utf8')).toBe(text)
  })

  it('writes nothing before the firm has a name', async () => {
    const it_ = new Run()
    expect(await it_.assess(by(() => interrupt))).toBe(130)
    expect(existsSync(it_.folder.at(file))).toBe(false)
    expect(it_.err).toContain('Nothing had been answered yet')
  })

  it('keeps the comments and the order of a file that is there, and names what contradicts', async () => {
    const it_ = new Run(new Folder({ 'harbour.answers.yaml': example }))
    const prompter = by((prompt) => {
      if (prompt.kind === 'write') return undefined
      if (prompt.kind === 'choose') return prompt.choices.some(({ value }) => value === 'leave') ? 'leave' : undefined
      return idOf(prompt) === 'impact.kept' ? ':quit' : first(prompt)
    })
    expect(
      await it_.assess(prompter, { answers: 'harbour.answers.yaml', section: 'impact-assessment' }, undefined),
    ).toBe(0)
    const text = readFileSync(it_.folder.at('harbour.answers.yaml'), 'utf8')
    expect(text).toContain('# The firm of `npm start`')
    expect(text).toContain('  # Knowing your flows')
    expect(prompter.said).toContain('Harbour Payments Ltd: going on with harbour.answers.yaml')
    expect(prompter.questions.every(({ where }) => where.section === 'Impact assessment')).toBe(true)
  })

  it.each<[NonNullable<AssessCommandOptions['only']>, (answer: string | undefined) => boolean]>([
    ['unsure', (answer) => answer === 'Unsure'],
    ['no-evidence', (answer) => answer !== 'Unsure'],
  ])('goes through what is %s only, each once', async (only, fits) => {
    const it_ = new Run(new Folder({ [file]: example }))
    const prompter = by((prompt) => {
      if (prompt.kind === 'write') return undefined
      if (prompt.kind === 'choose') return 'leave'
      return prompt.kind === 'question' && prompt.screen.commands.includes('forward') ? ':forward' : first(prompt)
    })
    expect(await it_.assess(prompter, { only })).toBe(0)
    expect(prompter.questions.length).toBeGreaterThan(1)
    const asked = prompter.questions.map(({ ask, where }) => `${where.section} ${where.entry ?? ''} ${ask}`)
    expect(new Set(asked).size).toBe(asked.length)
    for (const screen of prompter.questions)
      if (screen.field.type !== 'number') expect(fits(screen.said.find((it) => it === 'Unsure'))).toBe(true)
  })

  it('asks the essential questions only in a quick check', async () => {
    const it_ = new Run()
    const prompter = by((prompt) => {
      if (prompt.kind === 'write') return prompt.message.startsWith('What is the name') ? 'Acme Ltd' : ''
      if (prompt.kind === 'choose') return prompt.choices.some(({ value }) => value === 'done') ? 'done' : 'complete'
      return prompt.kind === 'confirm' ? true : first(prompt)
    })
    expect(await it_.assess(prompter, { quick: true })).toBe(0)
    const questions = prompter.questions.flatMap(({ ask }) => {
      const asked = factOf(shipped, ask)!
      return 'essential' in asked ? asked.essential : []
    })
    expect(questions.length).toBeGreaterThan(0)
    expect(questions.every(Boolean)).toBe(true)
    expect(prompter.said).toContain('quick check')
    expect(readFileSync(it_.folder.at(file), 'utf8')).toContain('scope: quick')
    expect(existsSync(it_.folder.at('reports/acme-ltd.json'))).toBe(true)
  })

  it('previews a question without a file', async () => {
    const it_ = new Run()
    const prompter = by((prompt) => (prompt.kind === 'question' ? ':quit' : undefined))
    expect(await it_.assess(prompter, { preview: true, from: 'gba-hk.filed' })).toBe(0)
    expect(prompter.questions.map(({ ask, where }) => factOf(shipped, ask, where.section)!.id)).toEqual([
      'gba-hk.filed',
    ])
    expect(existsSync(it_.folder.at(file))).toBe(false)
    expect(prompter.said).toContain('nothing was saved')
    expect(prompter.said).not.toContain('To go on')
  })

  describe('on a file that is there', () => {
    const words = wordsIn('en').interview.flow
    /** Goes through what is asked without answering, then leaves. */
    const through = async (options: AssessCommandOptions) => {
      const it_ = new Run(new Folder({ [file]: example }))
      const prompter = by((prompt) => {
        if (prompt.kind === 'question') return prompt.screen.commands.includes('forward') ? ':forward' : ':skip'
        return prompt.kind === 'choose' ? 'leave' : ''
      })
      expect(await it_.assess(prompter, { by: 'Ann', ...options })).toBe(0)
      const asked = prompter.questions.map(
        ({ ask, where }) => `${factOf(shipped, ask, where.section)!.id} ${where.entry ?? ''}`,
      )
      return { it_, prompter, asked }
    }
    const report = async () => {
      const { out } = await new Folder({ [file]: example }).run(`score ${file} --format json`)
      return JSON.parse(out) as Report
    }

    it('asks what nobody knew, with --only unsure', async () => {
      const { asked, prompter } = await through({ only: 'unsure' })
      const { open } = await report()
      const unsure = open.filter(({ state }) => state === 'unsure').map(({ question }) => question)
      expect(asked.map((it) => it.split(' ')[0]).sort()).toEqual([...unsure, 'flow.ftz-outside-list'].sort())
      expect(prompter.transcript).toContain(words.review.whatLimited)
      expect(prompter.said).toContain(`flowready assess ${id} --only unsure --by Ann`)
    })

    it('asks everything open, with --only open', async () => {
      const { asked } = await through({ only: 'open' })
      const { open } = await report()
      expect(asked.map((it) => it.split(' ')[0]).sort()).toEqual(
        [...open.map(({ question }) => question), 'flow.ftz-outside-list'].sort(),
      )
    })

    it('asks what has no evidence, with --only no-evidence', async () => {
      const { asked } = await through({ only: 'no-evidence' })
      const { withoutEvidence } = await report()
      expect(withoutEvidence.length).toBeGreaterThan(5)
      expect(asked.map((it) => it.split(' ')[0]).sort()).toEqual(withoutEvidence.map((it) => it.question).sort())
    })

    it('asks one section, with --section, and knows no other', async () => {
      const { asked, prompter } = await through({ section: 'incidents', only: 'no-evidence' })
      expect(asked.length).toBeGreaterThan(0)
      expect(prompter.questions.every(({ where }) => where.section === 'Incidents across the boundary')).toBe(true)
      await expect(through({ section: 'nothing' })).rejects.toThrow("no section 'nothing'")
    })

    it('takes the law of another day, with --as-at', async () => {
      const it_ = new Run(new Folder({ [file]: example }))
      const prompter = by((prompt) => {
        if (prompt.kind === 'question') return prompt.screen.commands.includes('skip') ? ':skip' : ':forward'
        return prompt.kind === 'choose' ? 'done' : prompt.kind === 'confirm' ? false : ''
      })
      expect(await it_.assess(prompter, { by: 'Ann', asAt: '2027-03-01' })).toBe(0)
      expect(prompter.said).toContain('as at 2027-03-01')
      expect(readFileSync(it_.folder.at(file), 'utf8')).toBe(example)
    })

    it('is a quick check this time only, with --quick: the file stays what it was', async () => {
      const it_ = new Run(new Folder({ [file]: example }))
      const prompter = by((prompt) => {
        if (prompt.kind === 'choose') return 'done'
        if (prompt.kind === 'confirm') return true
        return prompt.kind === 'write' ? '' : ':skip'
      })
      expect(await it_.assess(prompter, { by: 'Ann', quick: true })).toBe(0)
      expect(prompter.said).toContain(words.assess.quickNow)
      expect(prompter.said).toMatch(/Score +[\d.]+ +quick check/)
      expect(prompter.said).not.toMatch(/^ *Band /m)
      expect(prompter.said).toContain(`flowready assess ${id} --by Ann --quick`)
      expect(readFileSync(it_.folder.at(file), 'utf8')).not.toContain('scope:')
      const written = JSON.parse(readFileSync(it_.folder.at('reports/harbour-payments-ltd.json'), 'utf8')) as Report
      expect(written).toMatchObject({ scope: 'quick', score: { band: null } })
      expect((await it_.folder.run('verify reports/harbour-payments-ltd.json')).code).toBe(0)
      expect((await it_.folder.run(`score ${file}`)).out).not.toContain('quick check')
    })
  })

  it('refuses a second process, a broken file, and a file of another questionnaire', async () => {
    const it_ = new Run(
      new Folder({ [file]: 'ruleset: [', 'other.answers.yaml': example.replace(/^ruleset: .*/m, 'ruleset: nothing') }),
    )
    const nobody = by(() => interrupt)
    expect(await it_.assess(nobody)).toBe(2)
    expect(await it_.assess(nobody, { answers: 'other.answers.yaml' })).toBe(2)
    expect(readFileSync(it_.folder.at(file), 'utf8')).toBe('ruleset: [')
    let inner: number | undefined
    const second = new Run(new Folder())
    await second.assess(
      new ScriptedPrompter((prompt) => {
        if (prompt.kind === 'write') return 'Acme'
        return interrupt
      }),
    )
    const outer = by((prompt) => (prompt.kind === 'write' ? 'Acme' : interrupt))
    const original = outer.write.bind(outer)
    outer.write = async (...args) => {
      inner ??= await second.assess(by(() => interrupt))
      return original(...args)
    }
    await second.assess(outer)
    expect(inner).toBe(2)
    expect(second.err).toContain('is being filled in already')
  })

  it('writes over nothing that somebody else changed meanwhile, and goes on beside it', async () => {
    const it_ = new Run(new Folder({ [file]: example }))
    let meddled = false
    const prompter = by((prompt) => {
      if (prompt.kind === 'write') return undefined
      if (prompt.kind === 'choose')
        return prompt.choices.some(({ value }) => value === 'elsewhere') ? 'elsewhere' : 'leave'
      if (meddled) return ':quit'
      meddled = true
      writeFileSync(it_.folder.at(file), `# mine\n${example}`)
      return first(prompt)
    })
    expect(await it_.assess(prompter, { only: 'unsure' })).toBe(0)
    expect(readFileSync(it_.folder.at(file), 'utf8')).toBe(`# mine\n${example}`)
    expect(readFileSync(it_.folder.at(`${id}-2.answers.yaml`), 'utf8')).toContain('Harbour Payments')
    expect(prompter.said).toContain('was changed by somebody else')
    expect(prompter.said).toContain(`saved in ${id}-2.answers.yaml`)
  })

  it('needs a terminal, and names the way without one', async () => {
    const it_ = new Run(new Folder(), false)
    await expect(it_.assess(by(() => interrupt))).rejects.toThrow(`flowready new answers ${id}`)
    await expect(it_.assess(by(() => interrupt))).rejects.toBeInstanceOf(UsageError)
  })

  it('offers a choice of questionnaires', async () => {
    const it_ = new Run()
    const prompter = by(() => undefined)
    expect(await it_.assess(prompter, {}, id, true)).toBe(0)
    expect(prompter.transcript).toMatch(/Cross-boundary data flow \(.*questions at most, about \d+ minutes/)
  })
})

describe('flowready decide', () => {
  const flow: Record<string, string | number> = {
    'flow.from': 'guangzhou',
    'flow.to': 'hong-kong',
    'flow.personal': 'yes',
    'flow.important-data': 'no',
    'flow.ground': 'none',
    'flow.ftz-outside-list': 'no',
    'flow.people-ordinary': 240_000,
    'flow.people-sensitive': 0,
    'flow.onward': 'none',
    'firm.ciio': 'no',
    'firm.people-handled': 500_000,
    'firm.distinct-ordinary': 240_000,
  }
  const answering = (after: string[], texts: string[] = []) =>
    by((prompt) => {
      if (prompt.kind === 'question') return flow[factOf(shipped, prompt.screen.ask)!.id]
      return prompt.kind === 'choose' ? after.shift() : texts.shift()
    })

  it('shows the outcome, why, on what check it rests, what to do and what is open', async () => {
    const it_ = new Run()
    const prompter = answering(['done'])
    expect(await it_.decide(prompter, 'export-route')).toBe(0)
    expect(prompter.said).toMatchSnapshot()
  })

  it('keeps the facts in a new file and adds to one that is there', async () => {
    const it_ = new Run()
    expect(await it_.decide(answering(['keep', 'done'], ['Payroll', 'Acme']), 'export-route')).toBe(0)
    flow['firm.ciio'] = 'yes'
    const second = answering(['change', 'firm.ciio', 'keep', 'done'], ['Second'])
    expect(await it_.decide(second, 'export-route')).toBe(0)
    flow['firm.ciio'] = 'no'
    expect(second.said).toContain('its own answer stays: Has a Mainland authority told your firm')
    expect(readFileSync(it_.folder.at(file), 'utf8')).toMatchSnapshot()
    const read = new Run(it_.folder, false)
    expect(
      await read.decide(
        by(() => interrupt),
        'export-route',
        { answers: file, format: 'json' },
      ),
    ).toBe(0)
    const { decisions } = JSON.parse(read.out) as { decisions: { entryName: string; label: string }[] }
    expect(decisions.map(({ entryName }) => entryName)).toEqual(['Payroll', 'Second'])
  })

  it('asks nothing about the firm that its file says, but how many different people there are', async () => {
    const it_ = new Run()
    expect(await it_.decide(answering(['keep', 'done'], ['Payroll', 'Acme']), 'export-route')).toBe(0)
    const second = answering(['keep', 'done'], ['Second'])
    expect(await it_.decide(second, 'export-route')).toBe(0)
    expect(second.said).toContain(`2 answers about the firm are taken from ${file} and not asked again`)
    const asked = second.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    expect(asked.filter((it) => it.startsWith('firm.'))).toEqual(['firm.distinct-ordinary'])
    expect(second.said).toContain('Standard contract or certification')
  })

  it('takes what is known from the file of a suite, and keeps in it', async () => {
    const suite = [
      'ruleset: policy-statement',
      'rulesetVersion: "1.0.0"',
      'firm: {name: Acme}',
      'date: 2026-11-20',
      'answers:',
      '  firm.ciio: no',
      '',
    ]
    const it_ = new Run(new Folder({ 'policy-statement.answers.yaml': suite.join('\n') }))
    const prompter = answering(['keep', 'done'], ['Payroll'])
    expect(await it_.decide(prompter, 'export-route')).toBe(0)
    expect(prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)).not.toContain('firm.ciio')
    expect(prompter.said).toContain('flowready assess policy-statement')
    expect(readFileSync(it_.folder.at('policy-statement.answers.yaml'), 'utf8')).toContain('name: Payroll')
  })

  it('changes an answer, and decides about another one with the same firm', async () => {
    const it_ = new Run()
    const prompter = answering(['change', 'flow.from', 'another', 'done'])
    expect(await it_.decide(prompter, 'export-route')).toBe(0)
    const asked = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    expect(asked.filter((it) => it === 'firm.ciio')).toHaveLength(1)
    expect(asked.filter((it) => it === 'flow.from')).toHaveLength(3)
  })

  it('asks on, where somebody wants to know exactly what must be done', async () => {
    const it_ = new Run()
    const more: typeof flow = { 'flow.route-used': 'none', 'flow.consent-based': 'yes' }
    Object.assign(flow, more)
    const prompter = answering(['duties', 'done'])
    expect(await it_.decide(prompter, 'export-route')).toBe(0)
    for (const id of Object.keys(more)) delete flow[id]
    const asked = prompter.questions.map(({ ask }) => factOf(shipped, ask)!.id)
    expect(asked.slice(-2).sort()).toEqual(['flow.consent-based', 'flow.route-used'])
    const [, before, after] = prompter.shown.flatMap((it) => (it.kind === 'show' ? [it.text] : []))
    expect(before).toContain('Perhaps also to do')
    expect(after).toMatch(/\d\. Sign the standard contract or get certified/)
    expect(after).toContain('Get a separate consent for the export.')
  })

  it('says what is missing when it is stopped', async () => {
    const it_ = new Run()
    const prompter = by((prompt) =>
      prompt.kind === 'question' ? (idOfFact(prompt) === 'flow.to' ? ':quit' : 'shenzhen') : 'done',
    )
    expect(await it_.decide(prompter, 'export-route')).toBe(0)
    expect(prompter.said).toContain('Could be')
    expect(prompter.said).toContain('Where does it go?')
  })

  it('is interrupted without keeping anything', async () => {
    const it_ = new Run()
    expect(
      await it_.decide(
        by(() => interrupt),
        'export-route',
      ),
    ).toBe(130)
    expect(it_.err).toContain('Nothing more was kept')
  })

  it.each(['text', 'json', 'md'])('decides from a file without asking, as %s', async (format) => {
    const it_ = new Run(new Folder({ 'a.answers.yaml': example }), false)
    expect(
      await it_.decide(
        by(() => interrupt),
        'route-verdict',
        { answers: 'a.answers.yaml', format, entry: 'payroll' },
      ),
    ).toBe(0)
    expect(it_.out.replace(/"sha256": "[0-9a-f]{64}"/, '"sha256": "…"')).toMatchSnapshot()
  })

  it('decides every entry of a file', async () => {
    const it_ = new Run(new Folder({ 'a.answers.yaml': example }), false)
    expect(
      await it_.decide(
        by(() => interrupt),
        'home-duties',
        { answers: 'a.answers.yaml' },
      ),
    ).toBe(0)
    for (const name of ['Payroll of the Shenzhen office', 'Settlement files', 'Merchant help desk'])
      expect(it_.out).toContain(name)
    expect(it_.out).toContain('Macao')
  })

  it('needs a terminal or a file, a determination and an entry that there are', async () => {
    const it_ = new Run(new Folder({ 'a.answers.yaml': example }), false)
    const nobody = by(() => interrupt)
    await expect(it_.decide(nobody, 'export-route')).rejects.toThrow('--answers')
    await expect(it_.decide(nobody, 'export-rout')).rejects.toThrow("Did you mean 'export-route'?")
    await expect(it_.decide(nobody, undefined, { answers: 'a.answers.yaml' })).rejects.toThrow('export-route')
    await expect(it_.decide(nobody, 'export-route', { answers: 'a.answers.yaml', entry: 'x' })).rejects.toThrow(
      'payroll',
    )
    await expect(it_.decide(nobody, 'export-route', { entry: 'x' })).rejects.toThrow('--answers')
    await expect(it_.decide(nobody, 'export-route', { format: 'pdf' })).rejects.toThrow('md')
    expect(await it_.decide(nobody, 'export-route', { answers: 'none.yaml' })).toBe(2)
  })
})

const idOfFact = (prompt: Extract<Prompt, { kind: 'question' }>) => factOf(shipped, prompt.screen.ask)!.id

/** The first answer there is. */
function first(prompt: Prompt): string | number | readonly string[] | undefined {
  if (prompt.kind !== 'question') return undefined
  const { field } = prompt.screen
  if (field.type === 'choice') return field.options[0]!.id
  if (field.type === 'multi') return [field.options[0]!.id]
  return field.type === 'number' ? field.min : '2026-11-01'
}
