/** Ways to spoil a file: of its structure, and of its bytes. */
import fc from 'fast-check'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'a.b',
  '../up',
  '\u202ekey',
  '<<',
]

const deep = (n: number): Json => (n === 0 ? 'end' : [deep(n - 1)])

const values: readonly Json[] = [
  null,
  true,
  '',
  '__proto__',
  'constructor',
  'unsure',
  '../canary.txt',
  '/etc/passwd',
  'file:///etc/passwd',
  '..\\canary.txt',
  '{constructor} {__proto__} {',
  '\u001b]8;;http://x\u0007\u001b[2J',
  '\u202e\u200b\ufeff',
  '\ud800',
  '=cmd|calc',
  '</script>]]>::error%0A',
  `${'a'.repeat(40)}!`,
  'a-'.repeat(60),
  'x'.repeat(5000),
  '2026-02-30',
  '9999999999-01-01',
  -1,
  0.1,
  1e308,
  9007199254740993,
  [],
  {},
  [[]],
  deep(90),
  deep(300),
  Array.from({ length: 300 }, (_, i) => i),
]

/** One or several changes of a value's structure, as JSON text, which YAML reads too. */
export const spoilt = (base: Json): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(), fc.nat(5), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 })
    .map((steps) => JSON.stringify(steps.reduce((value, step) => changed(value, step), structuredClone(base))))

function changed(value: Json, [where, how, a, b]: readonly [number, number, number, number]): Json {
  const places = placesIn(value)
  if (places.length === 0) return values[a % values.length]!
  const [holder, key] = places[where % places.length]!
  const [, , other] = places[b % places.length]!
  switch (how) {
    case 0:
    case 1:
      put(holder, key, structuredClone(values[a % values.length]!))
      break
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
      break
    case 3:
      put(holder, keys[a % keys.length]!, structuredClone(values[b % values.length]!))
      break
    case 4:
      put(holder, key, structuredClone(other))
      break
    default:
      if (Array.isArray(holder)) holder.push(...structuredClone(holder))
      else put(holder, keys[a % keys.length]!, structuredClone(other))
  }
  return value
}

type Holder = Json[] | { [key: string]: Json }

/** As a key of its own, also where it is called `__proto__`. */
function put(holder: Holder, key: string | number, value: Json): void {
  const at = Array.isArray(holder) && typeof key === 'string' && !/^\d+$/.test(key) ? holder.length : key
  Object.defineProperty(holder, at, { value, enumerable: true, configurable: true, writable: true })
}

function placesIn(value: Json): [Holder, string, Json][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, it]): [Holder, string, Json][] => [[value, key, it], ...placesIn(it)])
}

const tokens = [
  '&a ',
  '*a',
  '<<: *a\n',
  '!!js/function ',
  '!!binary ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '? ',
  '- ',
  '{',
  '[[[[[[[[',
  '"',
  "'",
  '\t',
  '\0',
  '\ufeff',
  '|\n',
  '>-\n',
  ': ',
  '#',
  '\\ud800',
  '.nan',
  '.inf',
  '0x7fffffffffffffff',
  '__proto__: {polluted: yes}\n',
]

/** One or several changes of a file's bytes. */
export const garbled = (base: string): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat(4), fc.nat(), fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((steps) => steps.reduce(cut, Buffer.from(base)))

function cut(bytes: Buffer, [how, a, b, byte]: readonly [number, number, number, number]): Buffer {
  const from = a % (bytes.length + 1)
  const to = Math.min(bytes.length, from + (b % 40))
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  switch (how) {
    case 0:
      return Buffer.concat([head, Buffer.from([byte]), bytes.subarray(from + 1)])
    case 1:
      return Buffer.concat([head, tail])
    case 2:
      return Buffer.concat([head, middle, middle, tail])
    case 3:
      return Buffer.concat([head, Buffer.from(tokens[b % tokens.length]!), bytes.subarray(from)])
    default:
      return byte < 32 ? Buffer.from(head) : Buffer.concat([tail, head])
  }
}
