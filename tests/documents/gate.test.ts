import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { check, type Gate } from '../../src/documents/gate.js'

/** As `bin/dev/build.js` makes gates, without the way over a file. */
function gateOf(schema: Record<string, unknown>): Gate {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    multipleOfPrecision: 6,
    strict: false,
  })
  addFormats.default(ajv, ['date'])
  return { validate: ajv.compile(schema), schemaText: JSON.stringify(schema) }
}

const found = (schema: Record<string, unknown>, value: unknown) =>
  check(gateOf(schema), { file: 'x.yaml' }, value).map(({ code, args, path, on, suggestion }) => [
    code,
    args,
    path.join('/'),
    on,
    ...(suggestion === undefined ? [] : [suggestion]),
  ])

const closed = (properties: Record<string, unknown>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const text = { type: 'string' }
const version = { type: 'string', pattern: '^[0-9]+$', description: 'in quotes' }

test.each<[string, Record<string, unknown>, unknown, unknown[]]>([
  ['type', text, 3, [['schema/wrong-type', { expected: ['text'], found: 'number', value: '3' }, '', 'value']]],
  [
    'type, a list of types',
    { type: ['string', 'array'] },
    { a: 1 },
    [['schema/wrong-type', { expected: ['text', 'list'], found: 'map', value: '' }, '', 'value']],
  ],
  [
    'type, nothing written',
    closed({ a: text }),
    { a: null },
    [['schema/wrong-type', { expected: ['text'], found: 'nothing', value: '' }, 'a', 'value']],
  ],
  [
    'integer',
    { type: 'integer' },
    1.5,
    [['schema/wrong-type', { expected: ['whole-number'], found: 'number', value: '1.5' }, '', 'value']],
  ],
  [
    'version',
    closed({ v: version }),
    { v: 1.1 },
    [['schema/quote-version', { expected: ['text'], found: 'number', value: '1.1' }, 'v', 'value']],
  ],
  [
    'enum',
    { type: 'string', enum: ['first', 'all'] },
    'frist',
    [['schema/not-allowed', { allowed: ['first', 'all'], found: 'frist' }, '', 'value', 'first']],
  ],
  [
    'enum and type: one mistake',
    { type: 'string', enum: ['yes', 'no'] },
    true,
    [['schema/not-allowed', { allowed: ['yes', 'no'], found: 'true' }, '', 'value', 'yes']],
  ],
  ['const', { const: 'x' }, 'y', [['schema/not-allowed', { allowed: ['x'], found: 'y' }, '', 'value']]],
  [
    'pattern',
    { type: 'string', pattern: '^a$', description: 'the letter a' },
    'b',
    [['schema/pattern', { what: 'text', found: 'b', looks: ['the letter a'] }, '', 'value']],
  ],
  [
    'format',
    { type: 'string', format: 'date' },
    '2026-02-30',
    [['schema/pattern', { what: 'no-such-day', found: '2026-02-30', looks: [] }, '', 'value']],
  ],
  [
    'minimum',
    { type: 'number', minimum: 0 },
    -1,
    [['schema/range', { rule: 'minimum', limit: 0, found: '-1' }, '', 'value']],
  ],
  [
    'maximum',
    { type: 'number', maximum: 1 },
    2,
    [['schema/range', { rule: 'maximum', limit: 1, found: '2' }, '', 'value']],
  ],
  [
    'exclusiveMinimum',
    { type: 'number', exclusiveMinimum: 0 },
    0,
    [['schema/range', { rule: 'exclusiveMinimum', limit: 0, found: '0' }, '', 'value']],
  ],
  [
    'exclusiveMaximum',
    { type: 'number', exclusiveMaximum: 1 },
    1,
    [['schema/range', { rule: 'exclusiveMaximum', limit: 1, found: '1' }, '', 'value']],
  ],
  [
    'multipleOf',
    { type: 'number', multipleOf: 0.25 },
    0.3,
    [['schema/range', { rule: 'multipleOf', limit: 0.25, found: '0.3' }, '', 'value']],
  ],
  [
    'minItems',
    { type: 'array', minItems: 2 },
    [1],
    [['schema/length', { rule: 'minItems', limit: 2, found: 1 }, '', 'value']],
  ],
  [
    'maxItems',
    { type: 'array', maxItems: 1 },
    [1, 2],
    [['schema/length', { rule: 'maxItems', limit: 1, found: 2 }, '', 'value']],
  ],
  [
    'minLength',
    { type: 'string', minLength: 1 },
    '',
    [['schema/length', { rule: 'minLength', limit: 1, found: 0 }, '', 'value']],
  ],
  [
    'maxLength',
    { type: 'string', maxLength: 1 },
    '港澳',
    [['schema/length', { rule: 'maxLength', limit: 1, found: 2 }, '', 'value']],
  ],
  [
    'minProperties',
    { type: 'object', minProperties: 1 },
    {},
    [['schema/length', { rule: 'minProperties', limit: 1, found: 0 }, '', 'value']],
  ],
  [
    'maxProperties',
    { type: 'object', maxProperties: 0 },
    { a: 1 },
    [['schema/length', { rule: 'maxProperties', limit: 0, found: 1 }, '', 'value']],
  ],
  [
    'uniqueItems',
    { type: 'array', uniqueItems: true },
    ['a', 'b', 'a'],
    [['schema/repeated', { found: 'a' }, '2', 'value']],
  ],
  [
    'required',
    closed({ a: text, b: text }, ['a', 'b']),
    {},
    [['schema/missing-key', { keys: ['a', 'b'] }, '', 'value']],
  ],
  [
    'dependentRequired',
    { type: 'object', dependentRequired: { a: ['b'] } },
    { a: 1 },
    [['schema/missing-key', { keys: ['b'] }, '', 'value']],
  ],
  [
    'additionalProperties',
    closed({ title: text }),
    { color: 'x' },
    [['schema/unknown-key', { key: 'color', known: ['title'] }, 'color', 'key']],
  ],
  [
    'a misspelt required key: one mistake',
    closed({ title: text, tile: text }, ['title']),
    { titel: 'x' },
    [['schema/unknown-key', { key: 'titel', known: ['title', 'tile'] }, 'titel', 'key', 'title']],
  ],
  [
    'a key that is there is not suggested',
    closed({ title: text }),
    { title: 'x', titel: 'y' },
    [['schema/unknown-key', { key: 'titel', known: ['title'] }, 'titel', 'key']],
  ],
  [
    'propertyNames',
    { type: 'object', propertyNames: { pattern: '^[a-z0-9]+$' } },
    { 'A b': 1 },
    [['schema/pattern', { what: 'key', found: 'A b', looks: ['kebab-case'] }, 'A b', 'key']],
  ],
  ['not', { not: { type: 'string' } }, 'x', [['schema/invalid', { rule: 'not' }, '', 'value']]],
])('%s', (_name, schema, value, expected) => {
  expect(found(schema, value)).toEqual(expected)
})

const shapes = {
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    { ...closed({ type: { const: 'choice' }, options: { type: 'array' } }, ['options']) },
    { ...closed({ type: { const: 'number' }, min: { type: 'number' } }) },
  ],
}

test.each<[string, unknown, unknown[]]>([
  [
    'an unknown shape',
    { type: 'chioce', options: 3 },
    [['schema/not-allowed', { allowed: ['choice', 'number'], found: 'chioce' }, 'type', 'value', 'choice']],
  ],
  ['no shape', { options: [] }, [['schema/missing-key', { keys: ['type'] }, '', 'value']]],
  [
    'a shape that is no word',
    { type: 3 },
    [['schema/not-allowed', { allowed: ['choice', 'number'], found: '3' }, 'type', 'value']],
  ],
  [
    'a key of another shape',
    { type: 'number', mni: 3 },
    [['schema/unknown-key', { key: 'mni', known: ['type', 'min'] }, 'mni', 'key', 'min']],
  ],
  [
    'no map at all',
    'choice',
    [['schema/wrong-type', { expected: ['map'], found: 'text', value: 'choice' }, '', 'value']],
  ],
])('shapes told apart by a key: %s', (_name, value, expected) => {
  expect(found(shapes, value)).toEqual(expected)
})

test('a recursive shape knows its own keys, however deep', () => {
  const schema = {
    $defs: {
      condition: closed({
        all: { type: 'array', items: { $ref: '#/$defs/condition' } },
        fact: text,
        atLeast: { type: 'number' },
      }),
    },
    ...closed({ when: { $ref: '#/$defs/condition' }, title: text }),
  }
  expect(found(schema, { when: { all: [{ all: [{ fact: 'a', atleast: 3 }] }] } })).toEqual([
    [
      'schema/unknown-key',
      { key: 'atleast', known: ['all', 'fact', 'atLeast'] },
      'when/all/0/all/0/atleast',
      'key',
      'atLeast',
    ],
  ])
})

test('keys with slashes, tildes and percent signs find their place', () => {
  const schema = { type: 'object', additionalProperties: text }
  expect(found(schema, { 'a/b~c%20': 1 })).toEqual([
    ['schema/wrong-type', { expected: ['text'], found: 'number', value: '1' }, 'a/b~c%20', 'value'],
  ])
})

test('20,000 mistakes are all told', () => {
  const gate = gateOf({ type: 'array', items: closed({ title: text }, ['title']) })
  const value = Array.from({ length: 20_000 }, () => ({ titel: 'x' }))
  expect(check(gate, { file: 'x.yaml' }, value)).toHaveLength(20_000)
})
