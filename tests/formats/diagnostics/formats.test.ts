/** What CI reads: nothing of a hostile file is a command, a tag or markup, and every format holds every diagnostic. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codes, type Code } from '../../../src/diagnostics/codes.js'
import { type Args, type Diagnostic, inOrder } from '../../../src/diagnostics/diagnostic.js'
import { github, jobSummary } from '../../../src/formats/diagnostics/github.js'
import { json } from '../../../src/formats/diagnostics/json.js'
import { junit } from '../../../src/formats/diagnostics/junit.js'
import { sarif, sarifLimit } from '../../../src/formats/diagnostics/sarif.js'
import { visible } from '../../../src/text/visible.js'
import { diagnostics, listing } from '../../../src/text/en/diagnostics.js'

const words = { diagnostics, listing }

const on = (code: Code, file: string, args: Args, place: Partial<Diagnostic['place']> = {}): Diagnostic => ({
  code,
  severity: codes[code],
  args,
  place: { file, pointer: '/a', line: 3, column: 5, endLine: 3, endColumn: 9, text: 'text of the line', ...place },
})

const hostile = [
  on('schema/unknown-key', 'a,b:c.yaml', { key: '::error::x%0A]]>\n::error file=x::y', known: [] }),
  on('answers/unknown-id', '::warning::.yaml', { id: '<script>|`x`##[error]\u001b[31m' }, { endLine: 4, endColumn: 1 }),
  on('file/not-found', '../b%2.yaml', { file: '\u202e%25\r\n' }, { text: undefined as unknown as string, pointer: '' }),
]
delete (hostile[2]!.place as { text?: string }).text

/** A line as the runner of GitHub Actions reads it. */
function commandOf(line: string) {
  const [, head, message] = /^::(.*?)::(.*)$/s.exec(line.trimStart())!
  const [, name, rest = ''] = /^(\S+)(?: (.*))?$/s.exec(head!)!
  const back = (text: string) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
  const properties = Object.fromEntries(
    rest.split(',').map((pair) => {
      const at = pair.indexOf('=')
      return [
        pair.slice(0, at),
        back(
          pair
            .slice(at + 1)
            .replace(/%3A/g, ':')
            .replace(/%2C/g, ','),
        ),
      ]
    }),
  )
  return { name, properties, message: back(message!) }
}

describe('github', () => {
  test('hostile text, as it is written', () => {
    expect(github(hostile, { words })).toMatchSnapshot()
  })

  test('errors come first, and only lines within one line have columns', () => {
    const lines = github(hostile, { words }).trimEnd().split('\n').map(commandOf)
    expect(lines.map((it) => it.name)).toEqual(['error', 'error', 'warning'])
    expect(lines.map((it) => it.properties)).toEqual([
      { file: 'a,b:c.yaml', line: '3', endLine: '3', col: '5', endColumn: '8', title: 'schema/unknown-key' },
      { file: '../b%2.yaml', title: 'file/not-found' },
      { file: '::warning::.yaml', line: '3', endLine: '4', title: 'answers/unknown-id' },
    ])
    expect(lines[0]!.message).toContain("'::error::x%0A]]>\\n::error file=x::y'")
  })

  test('whatever a file says, one line is one command and reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { maxLength: 5 }), (pairs) => {
        const all = pairs.map(([key, file]) => on('schema/unknown-key', `f${file}`, { key, known: [] }))
        const lines = github(all, { words }).split(/\r\n|[\n\r]/)
        expect(lines.pop()).toBe('')
        expect(lines.map((it) => commandOf(it).properties.file)).toEqual(pairs.map(([, file]) => `f${visible(file)}`))
      }),
    )
  })

  test('the summary is a table of plain text', () => {
    const page = jobSummary(hostile, { words })
    expect(page).toMatchSnapshot()
    expect(page).not.toContain('<script>')
    // A heading, the head of the table, and a row each.
    expect(page.trimEnd().split('\n')).toHaveLength(2 + 2 + 3)
    expect(jobSummary([], { words })).toBe('')
  })

  test('a summary that would not fit says what it leaves out', () => {
    const many = Array.from({ length: 9000 }, (_, i) => on('schema/unknown-key', `f${i}.yaml`, { key: 'x', known: [] }))
    const page = jobSummary(many, { words })
    expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024)
    const rows = page.split('\n').filter((it) => it.startsWith('| error')).length
    expect(page).toContain(`${9000 - rows} more left out`)
  })
})

describe('junit', () => {
  const suites = [
    {
      file: 'a,b:c.yaml',
      cases: [
        { name: 'one', pointer: '/a' },
        { name: 'two', pointer: '/aa' },
      ],
    },
    { file: 'well.yaml' },
  ]

  test('hostile text, as it is written', () => {
    const xml = junit(hostile, { words, suites })
    expect(xml).toMatchSnapshot()
    expect(xml).not.toContain(']]>')
    expect(xml).toContain('<testsuites name="flowready" tests="5" failures="2" errors="0">')
  })

  test('a diagnostic belongs to the case it stands in, whatever other pointers begin alike', () => {
    const found = [on('cases/failed', 'c.yaml', { case: 'x' }, { pointer: '/cases/10/expect' })]
    const cases = [1, 10].map((i) => ({ name: `case-${i}`, pointer: `/cases/${i}` }))
    const xml = junit(found, { words, suites: [{ file: 'c.yaml', cases }] })
    expect(xml).toContain('<testcase name="case-1" classname="c.yaml"/>')
    expect(xml).toMatch(/<testcase name="case-10" classname="c.yaml">\n\s*<failure/)
    expect(xml).toContain('tests="2" failures="1"')
  })

  test('whatever a file says, the document is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, file) => {
        const xml = junit([on('schema/unknown-key', file, { key, known: [] })], { words, suites: [] })
        expect(wellFormed(xml)).toBe(true)

        expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u)
      }),
    )
  })
})

/** Tags that open are closed in turn, and there is no other `<`, `>` or `&` than of tags and entities. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  const tag = /<\?xml [^<>]*\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g
  for (const [, close, name, , empty] of xml.matchAll(tag)) {
    if (name === undefined) continue
    if (close) {
      if (open.pop() !== name) return false
    } else if (!empty) open.push(name)
  }
  const rest = xml.replace(tag, '').replace(/&(?:amp|lt|gt|quot|apos);/g, '')
  return open.length === 0 && !/[<>&]/.test(rest)
}

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string; help: { text: string } }[] } }
    invocations: { toolExecutionNotifications?: { message: { text: string } }[] }[]
    results: {
      ruleId: string
      ruleIndex: number
      level: string
      message: { text: string }
      partialFingerprints: Record<string, string>
      locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region?: object } }[]
    }[]
  }[]
}
const sarifOf = (all: readonly Diagnostic[]) => JSON.parse(sarif(all, { words, version: '1.2.3' })) as Sarif

describe('sarif', () => {
  test('hostile text, as it is written', () => {
    expect(sarif(hostile, { words, version: '1.2.3' })).toMatchSnapshot()
  })

  test('has the shape that SARIF 2.1.0 asks for', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const valid = ajv.compile(sarifShape)
    for (const all of [[], hostile]) {
      expect(valid(sarifOf(all)), JSON.stringify(valid.errors)).toBe(true)
    }
  })

  test('every result names its rule, and every rule helps', () => {
    const [run] = sarifOf(hostile).runs
    const { rules } = run!.tool.driver
    for (const it of run!.results) expect(rules[it.ruleIndex]!.id).toBe(it.ruleId)
    for (const it of rules) expect(it.help.text).toContain(`flowready show ${it.id}`)
    expect(run!.results.map((it) => it.locations[0]!.physicalLocation.artifactLocation)).toEqual([
      { uri: 'a%2Cb%3Ac.yaml', uriBaseId: 'SRCROOT' },
      { uri: '%3A%3Awarning%3A%3A.yaml', uriBaseId: 'SRCROOT' },
      { uri: '../b%252.yaml' },
    ])
  })

  test('a fingerprint stays when lines move or words change, and is never that of another result', () => {
    const prints = (all: readonly Diagnostic[]) => sarifOf(all).runs[0]!.results.map((it) => it.partialFingerprints)
    const args = { key: 'x', known: [] }
    const before = on('schema/unknown-key', 'a.yaml', args)
    const moved = on('schema/unknown-key', 'a.yaml', { key: 'y', known: [] }, { line: 99 })
    expect(prints([moved])).toEqual(prints([before]))
    const others = [
      before,
      on('schema/missing-key', 'a.yaml', args),
      on('schema/unknown-key', 'b.yaml', args),
      on('schema/unknown-key', 'a.yaml', args, { pointer: '/b' }),
      moved,
    ]
    expect(new Set(prints(others).map((it) => it['flowready/v1'])).size).toBe(others.length)
    expect(new Set(prints(others).map((it) => it.primaryLocationLineHash)).size).toBe(others.length)
  })

  test('past the limit warnings are left out, and the run says how many', () => {
    const warnings = Array.from({ length: sarifLimit }, (_, i) => on('answers/unknown-id', 'a.yaml', { id: `${i}` }))
    const errors = Array.from({ length: 7 }, (_, i) => on('schema/unknown-key', 'z.yaml', { key: `${i}`, known: [] }))
    const [run] = sarifOf(inOrder([...warnings, ...errors])).runs
    expect(run!.results).toHaveLength(sarifLimit)
    expect(run!.results.filter((it) => it.level === 'error')).toHaveLength(7)
    expect(run!.invocations[0]!.toolExecutionNotifications![0]!.message.text).toContain('7 more left out')
  })
})

test('json is what its published schema says', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../rulesets/schema/diagnostics.schema.json', import.meta.url), 'utf8'),
  ) as object
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
  for (const all of [[], hostile]) expect(valid(JSON.parse(json(all, words))), JSON.stringify(valid.errors)).toBe(true)
  expect(valid({ ...(JSON.parse(json(hostile, words)) as object), more: 1 })).toBe(false)
})

/** The part of SARIF 2.1.0 (§3) that is written here, with everything closed: a key that SARIF does not know fails. */
const closed = (required: readonly string[], properties: Record<string, object>) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const string = { type: 'string' }
const message = closed(['text'], { text: string })
const level = { enum: ['none', 'note', 'warning', 'error'] }
const positive = { type: 'integer', minimum: 1 }
const sarifShape = closed(['version', 'runs'], {
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    items: closed(['tool'], {
      tool: closed(['driver'], {
        driver: closed(['name'], {
          name: string,
          version: string,
          rules: {
            type: 'array',
            uniqueItems: true,
            items: closed(['id'], {
              id: string,
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: closed([], { level }),
            }),
          },
        }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      originalUriBaseIds: {
        type: 'object',
        additionalProperties: closed([], { uri: string, uriBaseId: string, description: message }),
      },
      invocations: {
        type: 'array',
        uniqueItems: true,
        items: closed(['executionSuccessful'], {
          executionSuccessful: { type: 'boolean' },
          toolExecutionNotifications: { type: 'array', items: closed(['message'], { message, level }) },
        }),
      },
      results: {
        type: 'array',
        items: closed(['message'], {
          ruleId: string,
          ruleIndex: { type: 'integer', minimum: -1 },
          level,
          message,
          locations: {
            type: 'array',
            items: closed([], {
              physicalLocation: {
                ...closed([], {
                  artifactLocation: closed([], { uri: { type: 'string', pattern: '^[^\\s]+$' }, uriBaseId: string }),
                  region: closed([], {
                    startLine: positive,
                    startColumn: positive,
                    endLine: positive,
                    endColumn: positive,
                  }),
                }),
                anyOf: [{ required: ['artifactLocation'] }],
              },
              logicalLocations: {
                type: 'array',
                uniqueItems: true,
                items: closed([], { fullyQualifiedName: string, kind: string }),
              },
            }),
          },
          partialFingerprints: { type: 'object', additionalProperties: string },
        }),
      },
    }),
  },
})
