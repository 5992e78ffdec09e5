import { render } from '@inquirer/testing'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/formats/colour.js'
import { widthOf } from '../../src/text/width.js'
import { pagePrompt } from '../../src/interview/page-prompt.js'
import { type Command, commands, type QuestionScreen } from '../../src/interview/prompter.js'
import { questionPrompt } from '../../src/interview/question-prompt.js'
import { type Asked, initialState } from '../../src/interview/question-state.js'
import { layOut, type Size } from '../../src/interview/screen.js'
import { interview } from '../../src/text/en/interview.js'
import { chinese, choice, date, fresh, multi, number, places, text } from './prompter-screens.js'

const words = interview.prompter

/** A question on a screen of a size, with keys to press: a word is a key, what begins with `=` is typed. */
async function asking(asked: Asked, size: Size = { columns: 80, rows: 24 }, ascii = false) {
  const terminal = { size: () => size, onResize: () => () => {} }
  const rendered = await render(questionPrompt, {
    asked,
    words,
    color: plain,
    ascii,
    terminal,
  })
  const { answer, events, getScreen } = rendered
  // Its type is that of a package without types.
  const { input } = rendered as unknown as { readonly input: NodeJS.WritableStream }
  let settled = false
  void answer.then(
    () => (settled = true),
    () => (settled = true),
  )
  const press = (...keys: string[]) => {
    for (const key of keys) {
      if (key.startsWith('=')) input.write(key.slice(1))
      else events.keypress(key)
    }
    return getScreen()
  }
  return { answer, press, getScreen, settled: () => new Promise(setImmediate).then(() => settled) }
}

const small = { columns: 40, rows: 20 }
const command = (name: Command) => ({ kind: 'command', command: name })
const answered = (value: unknown) => ({ kind: 'answer', value })

describe('a choice', () => {
  it('shows everything on one screen of 80 by 24', async () => {
    expect((await asking(choice)).getScreen()).toMatchInlineSnapshot(`
      "Section 3 of 9 · GBA Standard Contract (Mainland, Hong Kong)
      Question 34 of about 112  █████···············  Payroll to head office

      Was the signed contract filed by both parties within 10 working days of taking
      effect?
      This may turn out not to apply: it depends on answers that are still open.

      Each party files with the authority of its own place. A missed filing leaves
      the route open to challenge.

      - Note: the receipt of the Guangdong CAC is still missing

        1 ( ) By both, in time
      > 2 (*) By both, but late
        3 ( ) By one party only
        4 ( ) Not filed

      GBA SC (HK) Art. 8 · contract · second-hand
      ↑↓ or number: choose · Enter: confirm · /: filter
      b back · f forward · ? help · n note · e evidence · x not applicable · u unsure
      s skip · g go to · l language · q save and leave"
    `)
  })

  it('degrades cleanly at 40 by 20', async () => {
    expect((await asking(choice, small)).getScreen()).toMatchInlineSnapshot(`
      "3/9 · ~34/112 · Payroll to head office
      Was the signed contract filed by both
      parties within 10 working days of
      taking effect?
      This may turn out not to apply: it
      depends on answers that are still open.

      Each party files with the authority of
      its own place. A missed filing leaves
      the route open to challenge.

      - Note: the receipt of the Guangdong
        CAC is still missing
        1 ( ) By both, in time
      > 2 (*) By both, but late
        3 ( ) By one party only
        4 ( ) Not filed
      GBA SC (HK) Art. 8 · contract · second…
      ↑↓ or number: choose · Enter: confirm
      /: filter · Tab: more"
    `)
  })

  it('uses nothing but ASCII where only that is safe', async () => {
    const screen = (await asking(choice, undefined, true)).getScreen()

    expect(screen).toMatch(/^[\x00-\x7f]*$/)
    expect(screen).toContain('#####...............')
  })

  it('begins at the answer that was given', async () => {
    const { answer, press } = await asking(choice)
    press('enter')
    await expect(answer).resolves.toEqual(answered('late'))
  })

  it('takes arrows and numbers, and Enter confirms', async () => {
    const moved = await asking(choice)
    moved.press('up', 'up', 'enter')
    await expect(moved.answer).resolves.toEqual(answered('no'))
    const numbered = await asking(choice)
    expect(numbered.press('3')).toContain('> 3 ( ) By one party only')
    numbered.press('enter')
    await expect(numbered.answer).resolves.toEqual(answered('one'))
  })

  it('takes no answer from an Enter too many', async () => {
    const { answer, press, settled } = await asking(fresh)
    expect(press('enter')).toContain('! Choose an answer first')
    expect(await settled()).toBe(false)
    press('down', 'enter')
    await expect(answer).resolves.toEqual(answered('both'))
  })

  it('says when there is no such number', async () => {
    const { press } = await asking(choice)
    expect(press('7')).toContain('! There is no answer 7: the numbers go from 1 to 4.')
  })

  it('reads full-width signs of Chinese input methods', async () => {
    const numbered = await asking(choice)
    numbered.press('=１', 'enter')
    await expect(numbered.answer).resolves.toEqual(answered('both'))
    const help = await asking(choice)
    help.press('=？')
    await expect(help.answer).resolves.toEqual(command('help'))
  })

  it('runs no command from what is pasted', async () => {
    const { answer, press, settled } = await asking(choice)
    press('=\u001b[200~quit\rq 3\u001b[201~')
    expect(await settled()).toBe(false)
    press('enter')
    await expect(answer).resolves.toEqual(answered('late'))
  })
})

describe('commands', () => {
  const keys: readonly [string, Command][] = [
    ['b', 'back'],
    ['f', 'forward'],
    ['?', 'help'],
    ['n', 'note'],
    ['e', 'evidence'],
    ['x', 'not-applicable'],
    ['u', 'unsure'],
    ['s', 'skip'],
    ['g', 'go'],
    ['l', 'language'],
    ['q', 'quit'],
    ['left', 'back'],
    ['right', 'forward'],
    ['escape', 'back'],
  ]

  it.each(keys)('%s is %s', async (key, name) => {
    const { answer, press } = await asking(choice)
    press(key)
    await expect(answer).resolves.toEqual(command(name))
  })

  it.each(keys)('%s does nothing where %s does not apply', async (key, name) => {
    const { press, settled } = await asking({ ...choice, commands: commands.filter((it) => it !== name) })
    const shown = press(key)
    expect(await settled()).toBe(false)
    expect(shown).not.toContain(` ${words.commands[name].label} ·`)
  })

  it('are a list behind Tab everywhere', async () => {
    for (const asked of [choice, multi, number, date, text]) {
      const { answer, press } = await asking(asked)
      const shown = press('tab')
      expect(shown).toContain('What else you can do')
      for (const it of commands) expect(shown).toContain(words.commands[it].label)
      press('down', 'down', 'enter')
      await expect(answer).resolves.toEqual(command('help'))
    }
  })

  it('are taken by letter in the list, too, and Esc closes it', async () => {
    const { answer, press } = await asking(text)
    expect(press('=u', 'tab', 'escape')).toContain('> Payrollu')
    press('tab', 'u')
    await expect(answer).resolves.toEqual(command('unsure'))
  })

  it('are letters like any other in a field', async () => {
    const { answer, press } = await asking(text)
    press('=? bfnexusglq', 'enter')
    await expect(answer).resolves.toEqual(answered('Payroll? bfnexusglq'))
  })
})

describe('many options', () => {
  it('scroll around the pointer', async () => {
    const { press, getScreen } = await asking(places)
    expect(getScreen()).toContain('↓ 30 more')
    const shown = press('2', '0')
    expect(shown).toMatchInlineSnapshot(`
      "Section 3 of 9 · GBA Standard Contract (Mainland, Hong Kong)
      Question 2 of 9  ██··················  Payroll to head office

      Where does the data go to?

      Each party files with the authority of its own place. A missed filing leaves
      the route open to challenge.

        ↑ 15 more
        16 ( ) Place P16
        17 ( ) Place Q17
        18 ( ) Place R18
        19 ( ) Place S19
      > 20 ( ) Place T20
        21 ( ) Place U21
        22 ( ) Place V22
        23 ( ) Place W23
        24 ( ) Place X24
        ↓ 16 more

      GBA SC (HK) Art. 8 · contract · second-hand
      ↑↓ or number: choose · Enter: confirm · /: filter
      b back · f forward · ? help · n note · e evidence · x not applicable · u unsure
      s skip · g go to · l language · q save and leave"
    `)
  })

  it('are taken by two digits; a digit that may begin a longer number waits', async () => {
    const two = await asking(places)
    two.press('1', '2', 'enter')
    await expect(two.answer).resolves.toEqual(answered('place-12'))
    const one = await asking(places)
    one.press('1', 'enter')
    await expect(one.answer).resolves.toEqual(answered('place-1'))
    const anew = await asking(places)
    // 5 begins no number up to 40, so that what follows is a number of its own.
    anew.press('5', '3', 'enter')
    await expect(anew.answer).resolves.toEqual(answered('place-3'))
    const apart = await asking(places)
    apart.press('1', 'down', '2', 'enter')
    await expect(apart.answer).resolves.toEqual(answered('place-2'))
  })

  it('are filtered', async () => {
    const { answer, press } = await asking(places)
    press('/')
    const shown = press('=e d')
    expect(shown).toContain('Filter: e d  2 of 40')
    expect(shown).toContain('>  4 ( ) Place D4')
    press('down', 'enter')
    await expect(answer).resolves.toEqual(answered('place-30'))
  })

  it('say when a filter finds nothing, and come back with Esc', async () => {
    const { press } = await asking(places)
    press('/')
    expect(press('=zzz')).toContain('Nothing like that.')
    expect(press('escape')).toContain('1 ( ) Place A1')
  })
})

describe('several answers', () => {
  it('are marked with the space bar', async () => {
    const { answer, press, getScreen } = await asking(multi)
    expect(getScreen()).toContain('[x] Security measures')
    expect(press('space')).toContain('> 1 [x] Purpose and instructions')
    press('enter')
    await expect(answer).resolves.toEqual(answered(['purpose', 'security']))
  })

  it('are cleared by the one that stands alone, and clear it', async () => {
    const { answer, press } = await asking(multi)
    const alone = press('4', 'space')
    expect(alone).toContain('[x] None of these (on its own)')
    expect(alone).toContain('[ ] Security measures')
    expect(press('1', 'space')).toContain('[ ] None of these (on its own)')
    press('enter')
    await expect(answer).resolves.toEqual(answered(['purpose']))
  })

  it('are at least one', async () => {
    const { press, settled } = await asking(multi)
    expect(press('2', 'space', 'enter')).toContain('! Mark at least one answer')
    expect(await settled()).toBe(false)
  })
})

describe('fields', () => {
  const clear = ['home', ...Array<string>(10).fill('delete')]
  const field = async (asked: QuestionScreen, typed: string) => {
    const { answer, press, settled } = await asking(asked)
    const shown = press(...clear, `=${typed}`, 'enter')
    return (await settled()) ? answer : shown
  }

  it('show what they expect', async () => {
    expect((await asking(number)).getScreen()).toMatchInlineSnapshot(`
      "Section 3 of 9 · GBA Standard Contract (Mainland, Hong Kong)
      Question 2 of 9  ██··················  Payroll to head office

      How many people this calendar year, without sensitive data?

      Each party files with the authority of its own place. A missed filing leaves
      the route open to challenge.

      A whole number from 0 to 1,000,000,000 (people)
      > 1200

      GBA SC (HK) Art. 8 · contract · second-hand
      Enter: confirm · Esc: back
      Tab: back, forward, help, note, evidence, not applicable, unsure, skip, go
        to, language, save and leave"
    `)
  })

  it.each([
    ['1200', 1200],
    ['120,000', 120_000],
    ['120 000', 120_000],
    ['１２０，０００', 120_000],
  ])('read %s as a number', async (typed, value) => expect(await field(number, typed)).toEqual(answered(value)))

  it.each([
    ['', 'Please type an answer, or press Tab'],
    ['many', 'Please type a number in digits'],
    ['12,00', 'Please type a number in digits'],
    ['1.5', 'a whole number'],
    ['-3', 'The number must be from 0 to 1,000,000,000.'],
    ['2000000000', 'The number must be from 0 to 1,000,000,000.'],
  ])('say why %s is no number', async (typed, why) => expect(await field(number, typed)).toContain(why))

  it.each(['2026-11-20', '2026/11/20', '2026.11.20', '2026年11月20日', '２０２６－１１－２０'])(
    'read %s as a day',
    async (typed) => expect(await field(date, typed)).toEqual(answered('2026-11-20')),
  )

  it.each([
    ['20/11/2026', 'year-month-day'],
    ['2026-02-30', 'There is no such day: 2026-02-30.'],
  ])('say why %s is no day', async (typed, why) => expect(await field(date, typed)).toContain(why))

  it('read a moment as it is written', async () => {
    const moment = { ...date, field: { type: 'datetime' } } as const
    expect(await field(moment, '2026-11-20 9:30')).toEqual(answered('2026-11-20T09:30'))
    expect(await field(moment, '2026-11-20')).toContain('a day and time')
  })

  it('are edited anywhere, in wide characters too', async () => {
    const { answer, press } = await asking({ ...text, field: { type: 'text', value: '工资' } })
    press('left', '=发放', 'home', '=每月', 'end', 'backspace')
    expect(press('=款')).toContain('> 每月工发放款')
    press('enter')
    await expect(answer).resolves.toEqual(answered('每月工发放款'))
  })

  it('wrap what is long and never lose the cursor', () => {
    const value = '跨境提供员工工资数据，用于集团总部统一核算。'.repeat(5)
    const asked = { ...text, field: { type: 'text', value } } as const
    const drawing = { words, color: plain, ascii: false, size: { columns: 80, rows: 24 } }
    for (const cursor of [0, 37, 38, 39, value.length - 1, value.length]) {
      const screen = layOut(asked, { ...initialState(asked), line: { text: value, cursor } }, drawing)
      expect(Math.max(...screen.lines.map(widthOf))).toBeLessThan(80)
      const { row, column } = screen.cursor!
      const before = screen.lines[row]!
      expect(widthOf(before)).toBeGreaterThanOrEqual(column)
      expect(column % 2).toBe(0)
    }
  })

  it('keep a pasted text in one answer, whatever lines it has', async () => {
    const { answer, press, settled } = await asking({ ...text, field: { type: 'text' } })
    press('=\u001b[200~one\rtwo\rthree\u001b[201~')
    expect(await settled()).toBe(false)
    press('enter')
    await expect(answer).resolves.toEqual(answered('one two three'))
  })

  it('give back with Esc what was there, then go back', async () => {
    const { answer, press } = await asking(text)
    expect(press('=xyz', 'escape')).toMatch(/> Payroll$/m)
    press('escape')
    await expect(answer).resolves.toEqual(command('back'))
  })
})

describe('every screen', () => {
  const sizes = [
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 60, rows: 20 },
    { columns: 40, rows: 20 },
    { columns: 30, rows: 24 },
    { columns: 30, rows: 8 },
    { columns: 22, rows: 30 },
    { columns: 22, rows: 4 },
  ]
  const long: QuestionScreen = {
    ...chinese,
    ask: chinese.ask.repeat(8),
    why: chinese.why!.repeat(6),
    said: Array<string>(12).fill(choice.said[0]!),
  }

  it.each(sizes)('of $columns by $rows has no more rows and no wider lines', (size) => {
    for (const ascii of [false, true]) {
      for (const asked of [choice, fresh, places, multi, number, date, text, chinese, long]) {
        for (const mode of ['answer', 'commands', 'filter'] as const) {
          if (mode === 'filter' && asked.field.type !== 'choice' && asked.field.type !== 'multi') continue
          for (const message of [undefined, words.wrong.choose]) {
            const state = { ...initialState(asked), mode, ...(message === undefined ? {} : { message }) }
            const { lines, cursor } = layOut(asked, state, { words, color: plain, ascii, size })
            expect(lines.length).toBeLessThanOrEqual(size.rows)
            for (const line of lines) expect(widthOf(line)).toBeLessThan(size.columns)
            expect(lines.at(-1)).not.toBe('')
            // The question is there, whatever else is not.
            expect(lines.join('\n')).toContain(asked.ask.slice(0, 4))
            if (cursor) expect(cursor.row).toBeLessThan(lines.length)
            for (const line of lines) expect(line).not.toMatch(/^\s*[，。、；：？！）」』】》”]/)
          }
        }
      }
    }
  })

  it('shows Chinese well at 60 by 20', async () => {
    expect((await asking(chinese, { columns: 60, rows: 20 })).getScreen()).toMatchInlineSnapshot(`
      "3/9 · ~34/112 · 向总部提供工资数据
      双方是否已在标准合同生效之日起十个工作日内，分别向所在地的
      主管部门（广东省互联网信息办公室、香港数字政策办公室）办理
      备案？
      This may turn out not to apply: it depends on answers that
      are still open.

      双方应当各自向本地主管部门备案；逾期未备案的，该跨境路径可
      能受到质疑。所谓“十个工作日”，自合同生效次日起计算，法定节
      假日不计入，《实施指引》第八条另有规定的除外。

      - 备注：广东省互联网信息办公室的回执尚未收到
        1 ( ) 双方均已按时备案
      > 2 (*) 双方均已备案，但已经逾期；逾期的原因、补救措施以及
              与主管部门沟通的情况已经书面记录在案（请在备注中说
              明）
        3 ( ) 仅有一方备案
        4 ( ) 未备案
      《粤港澳大湾区个人信息跨境流动标准合同实施指引》第八条 ·…
      ↑↓ or number: choose · Enter: confirm · Tab: more"
    `)
  })

  it('pages a long question with its first line in place', async () => {
    const { press } = await asking(long)
    const first = press('home')
    expect(first).toContain(words.moreText)
    const seen = new Set(first.split('\n'))
    let shown = first
    for (let i = 0; i < 40; i++) {
      shown = press('pagedown')
      expect(shown).toContain('双方是否已在标准合同生效之日起')
      for (const line of shown.split('\n')) seen.add(line)
    }
    expect([...seen].join('')).toContain('PgDn')
    expect(shown).toContain(choice.said[0])
    expect(press('pageup')).not.toBe(shown)
  })
})

describe('a longer text', () => {
  it('is read page by page, by the space bar alone', async () => {
    const terminal = { size: () => ({ columns: 80, rows: 10 }), onResize: () => () => {} }
    const lines = () => Array.from({ length: 20 }, (_, i) => `line ${i + 1}`)
    const { answer, events, getScreen } = await render(pagePrompt, {
      lines,
      words,
      color: plain,
      ascii: false,
      terminal,
    })
    expect(getScreen()).toContain('line 8')
    expect(getScreen()).not.toContain('line 9')
    events.keypress('space')
    expect(getScreen()).toContain('line 16')
    events.keypress('up')
    expect(getScreen()).toContain('lines 8 to 15 of 20')
    events.keypress('space')
    expect(getScreen()).toContain('line 20')
    events.keypress('space')
    await expect(answer).resolves.toBeUndefined()
  })
})
