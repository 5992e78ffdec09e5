/**
 * Regular expressions over text from files do not blow up: each of the program's, against what such expressions stumble
 * over, thousands of characters of it. (All were also looked through with recheck: docs/reliability.md.)
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { home } from '../cli/run.js'

const src = join(home, 'src')
const found = new Map<string, string>()
for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts'))) {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.set(node.text, file)
    ts.forEachChild(node, walk)
  }
  walk(source)
}

const size = 3000
const pumped = [
  ' ',
  '\t',
  '\r',
  '\n',
  '-',
  '.',
  '。',
  '!',
  '&',
  '*',
  ':',
  '#',
  '0',
  'a',
  'A',
  '一',
  '<',
  '`',
  '- ',
  'a-',
  'a.',
  '!&',
  '- -\n',
  ' \n#',
  '{a',
  '*a',
  '::',
  '1,',
  '0.',
  '\u0301',
]
const ends = ['', '\u0000', '!', '\n']
const texts = pumped.flatMap((it) => ends.map((end) => it.repeat(Math.ceil(size / it.length)) + end))

test('none takes longer than a blink for one text', () => {
  expect(found.size).toBeGreaterThan(100)
  const slow: string[] = []
  for (const [literal, file] of found) {
    const end = literal.lastIndexOf('/')
    const expression = new RegExp(literal.slice(1, end), literal.slice(end + 1))
    for (const text of texts) {
      const started = process.cpuUsage().user
      if (expression.global) text.replace(expression, '')
      else expression.exec(text)
      const taken = (process.cpuUsage().user - started) / 1000
      if (taken > 300)
        slow.push(`${file}: ${literal} takes ${taken.toFixed(0)} ms for ${JSON.stringify(text.slice(0, 5))}`)
    }
  }
  expect(slow).toEqual([])
}, 120_000)
