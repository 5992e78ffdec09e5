/** A tiny program with a prompter on the process's own streams, for runs in a real terminal. */
/* eslint-disable no-console */
import { Chalk } from 'chalk'
import { Interrupted, type Prompter } from '../../src/interview/prompter.js'
import { PlainPrompter } from '../../src/interview/plain-prompter.js'
import { TerminalPrompter } from '../../src/interview/terminal-prompter.js'
import { plain } from '../../src/formats/colour.js'
import { interview } from '../../src/text/en/interview.js'
import * as screens from './prompter-screens.js'

const [kind = 'terminal', ...scenes] = process.argv.slice(2)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
const common = {
  input: process.stdin,
  output: process.stdout,
  words: () => interview.prompter,
  ascii: process.env.ASCII !== undefined,
  signal: stop.signal,
}
const color = process.env.NO_COLOR === undefined ? new Chalk({ level: 1 }) : plain
const prompter: Prompter = kind === 'plain' ? new PlainPrompter(common) : new TerminalPrompter({ ...common, color })

async function scene(name: string): Promise<unknown> {
  switch (name) {
    case 'write':
      return prompter.write('A note to this answer', {
        initial: '已经',
        check: (it) => (it === '' ? 'Write something.' : undefined),
      })
    case 'choose':
      return prompter.choose(
        'What now?',
        [
          { value: 'keep', label: 'Keep it', about: 'In harbour.answers.yaml, in this folder.' },
          { value: 'change', label: 'Change an answer' },
          { value: 'done', label: 'Done', about: 'Leaves.' },
        ],
        'change',
      )
    case 'search':
      return prompter.choose(
        'Which question?',
        Array.from({ length: 60 }, (_, i) => ({ value: `q${i}`, label: `问题 question ${i}`, about: `about ${i}` })),
      )
    case 'confirm':
      return prompter.confirm(
        'Remove the entry? Its 14 answers go with it, and this can be undone until the end of the interview.',
        false,
      )
    case 'say':
      prompter.say([
        'Payroll to head office: standard contract or certification, because 240,000 people this year; a GBA contract is open to you too.',
        'This opened 3 questions.',
      ])
      return 'said'
    case 'sayLong':
      prompter.say(Array.from({ length: 12 }, (_, i) => `Said line ${i}`))
      return 'said'
    case 'show':
      return prompter.show(
        Array.from(
          { length: 60 },
          (_, i) => `Line ${i} of a longer text, with words and words, 还有中文，以及标点。`,
        ).join('\n'),
      )
    default:
      return prompter.question(screens[name as keyof typeof screens])
  }
}

try {
  for (const name of scenes) {
    const result = await scene(name)
    if (result !== 'said') prompter.say([`=> ${JSON.stringify(result)}`])
  }
} catch (error) {
  if (!(error instanceof Interrupted)) throw error
  // What is asynchronous still runs.
  await new Promise((resolve) => setTimeout(resolve, 50))
  prompter.close()
  console.log(`INTERRUPTED raw=${String(process.stdin.isRaw ?? false)}`)
  process.exitCode = 130
} finally {
  prompter.close()
}
