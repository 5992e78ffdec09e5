/**
 * Every mistake in reading and shape as a pair of files: `tests/cases/bad-input/<name>.{yaml,json}` and `<name>.out`, with
 * one diagnostic a line. UPDATE=1 rewrites the expectations; read the difference before you keep it.
 * A name that starts with `ruleset-` is read as a questionnaire, every other as an answers file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as answers from '#validators/answers'
import * as ruleset from '#validators/ruleset'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { check } from '../../src/documents/gate.js'
import { locate } from '../../src/documents/locate.js'
import { read } from '../../src/documents/read.js'
import { diagnostics as words } from '../../src/text/en/diagnostics.js'
import { visible } from '../../src/text/visible.js'

const folder = new URL('../cases/bad-input/', import.meta.url)
const inputs = readdirSync(folder).filter((name) => !name.endsWith('.out'))

const line = ({ code, severity, args, place, suggestion }: Diagnostic) =>
  visible(
    `${place.file}:${place.line}:${place.column} ${severity} ${code} ${words[code].says(args)} ${words[code].fix(args, suggestion)}`,
  )

test.each(inputs)('%s', async (file) => {
  const source = { file, text: readFileSync(new URL(file, folder), 'utf8') }
  const { value, findings } = read(source)
  const all = findings.length > 0 ? findings : check(file.startsWith('ruleset-') ? ruleset : answers, source, value)
  const out = (await locate(all, [source])).map((it) => `${line(it)}\n`).join('')
  const expected = new URL(file.replace(/\.\w+$/, '.out'), folder)
  if (process.env.UPDATE) writeFileSync(expected, out)
  expect(out).toBe(readFileSync(expected, 'utf8'))
  expect(out).not.toBe('')
})

test('an expectation belongs to one input', () => {
  const names = inputs.map((name) => name.replace(/\.\w+$/, ''))
  expect(new Set(names).size).toBe(names.length)
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.out'))
      .map((name) => name.slice(0, -4))
      .sort(),
  ).toEqual(names.sort())
})
