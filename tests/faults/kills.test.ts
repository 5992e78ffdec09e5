/** The real process, killed at random instants. `npm run torture` does it for longer; the interview has its own. */
import { expect, test } from 'vitest'
import { commands, kill, whole } from '../../bin/dev/kills.js'

test.each(Object.keys(commands) as (keyof typeof commands)[])(
  '%s, killed: whole files only, and another run makes the rest',
  async (name) => {
    const { files, takes } = whole(name)
    expect(Object.keys(files).length).toBeGreaterThan(0)
    for (let i = 0; i < 2; i++) expect(await kill(name, files, (0.2 + 0.8 * Math.random()) * takes)).toEqual([])
  },
  120_000,
)
