/** The interview as a process: killed, told to end, its terminal closed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answersIn, Interview, kill } from '../../bin/dev/torture.js'

test('killed at twenty random instants, it loses at most the answer being given', async () => {
  for (let i = 0; i < 20; i++) {
    const after = Math.random() * 600
    const { saved, found } = await kill(after)
    expect({ after, saved, found }).toSatisfy(() => found >= saved && found <= saved + 1)
  }
}, 300_000)

test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'a closed terminal'])(
  '%s: everything is saved, the lock is given back, it says how to go on, and ends with 130',
  async (how) => {
    const interview = new Interview()
    const { terminal } = interview
    try {
      let seen = ''
      terminal.pty.onData((data) => (seen += data))
      await interview.begin()
      for (const number of [2, 3]) {
        terminal.type('u')
        await terminal.until((it) => it.text.includes(`Question ${number} of`))
      }
      if (how === 'a closed terminal') terminal.pty.kill()
      else process.kill(terminal.pty.pid, how)
      const { exitCode } = await terminal.ended
      expect(answersIn(interview.text!)).toBe(2)
      expect(existsSync(join(interview.cwd, 'lawful-requests.answers.yaml.lock'))).toBe(false)
      if (how === 'a closed terminal') return
      expect(exitCode).toBe(130)
      expect(seen).toContain('saved in lawful-requests.answers.yaml')
      expect(seen).toContain('To go on: flowready assess lawful-requests')
    } finally {
      interview.remove()
    }
  },
)

test('begun again, it goes on at the first open question', async () => {
  const first = new Interview()
  await first.begin()
  first.terminal.type('u')
  await first.terminal.until((it) => it.text.includes('Question 2 of'))
  first.terminal.close()
  await first.terminal.ended
  const again = new Interview(first.cwd)
  try {
    await again.terminal.until((it) => it.text.includes('Who is answering'))
    expect(again.terminal.text).toContain('Torture Ltd: going on with lawful-requests.answers.yaml')
    again.terminal.type('\r')
    await again.terminal.until((it) => it.text.includes('Question '))
    expect(again.terminal.text).toContain('Question 2 of')
  } finally {
    again.remove()
  }
})
