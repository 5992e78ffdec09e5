/**
 * The schema gate: past it the type of a value is trusted. ajv tells everything it can about a mistake, several times over;
 * here each mistake becomes one finding at the place where a person mends it.
 */
import type { Args, Finding, Path } from '../diagnostics/diagnostic.js'
import type { Code } from '../diagnostics/codes.js'
import { nearest } from './nearest.js'

/** A gate as `bin/dev/build.js` makes it: `#validators/<name>`. ajv collects all errors and reads `discriminator`. */
export interface Gate {
  readonly validate: { (value: unknown): boolean; errors?: SchemaError[] | null }
  /** The schema as JSON, read only when there is an error to explain. */
  readonly schemaText: string
}

export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Record<string, unknown>
}

type Schema = Readonly<Record<string, unknown>>

/**
 * @param value - as `read` gives it
 * @returns one finding a mistake, in the order of ajv; empty when the value has the shape
 */
export function check(gate: Gate, source: { readonly file: string }, value: unknown): Finding[] {
  if (gate.validate(value)) return []
  const errors = gate.validate.errors ?? []
  const schema = JSON.parse(gate.schemaText) as Schema
  return new Explanation(source.file, value, schema).of(errors)
}

class Explanation {
  readonly #file: string
  readonly #value: unknown
  readonly #root: Schema

  constructor(file: string, value: unknown, root: Schema) {
    this.#file = file
    this.#value = value
    this.#root = root
  }

  of(errors: readonly SchemaError[]): Finding[] {
    const places = new Map<string, SchemaError[]>()
    for (const error of errors) {
      // What is wrong with a key's name is told by `propertyNames` itself, which alone says which key.
      if (/\/propertyNames\//.test(error.schemaPath)) continue
      const here = places.get(error.instancePath)
      if (here) here.push(error)
      else places.set(error.instancePath, [error])
    }
    return [...places].flatMap(([at, here]) => this.#at(at, here))
  }

  /** All that is said of one value. */
  #at(instancePath: string, errors: readonly SchemaError[]): Finding[] {
    const path = this.#path(instancePath)
    const value = this.#get(path)
    const schema = this.#schemaOf(path)
    const of = (keyword: string): SchemaError[] => errors.filter((error) => error.keyword === keyword)

    const words = [...of('enum'), ...of('const')]
    if (words.length > 0) {
      const allowed = words.flatMap(({ params }) =>
        'allowedValue' in params ? [params.allowedValue] : (params.allowedValues as unknown[]),
      )
      return [this.#notAllowed(path, value, allowed.map(String))]
    }
    const [type] = of('type')
    if (type) return [this.#wrongType(type, schema, path, value)]

    const findings: Finding[] = []
    const missing = new Set(of('required').map(({ params }) => String(params.missingProperty)))
    const known = Object.keys((schema.properties as Schema | undefined) ?? {})
    const unknown = new Set(of('additionalProperties').map(({ params }) => String(params.additionalProperty)))
    for (const key of unknown) {
      // A required key that is missing is the likeliest to be meant; one that is there already, the least.
      const suggestion =
        nearest(key, missing) ??
        nearest(
          key,
          known.filter((name) => !isIn(name, value)),
        )
      if (suggestion !== undefined) missing.delete(suggestion)
      findings.push(this.#finding('schema/unknown-key', { key, known }, [...path, key], 'key', suggestion))
    }
    if (missing.size > 0) findings.push(this.#finding('schema/missing-key', { keys: [...missing] }, path))

    for (const error of errors) {
      const finding = this.#other(error, schema, path, value)
      if (finding) findings.push(finding)
    }
    // A map that is too small because its keys are misspelt, or whose missing key is told already, is one mistake.
    const explained = findings.filter(({ code }) => code !== 'schema/length' && code !== 'schema/invalid')
    return explained.length > 0 && !Array.isArray(value) ? explained : once(findings)
  }

  #other(error: SchemaError, schema: Schema, path: Path, value: unknown): Finding | undefined {
    const { keyword, params } = error
    switch (keyword) {
      case 'required':
      case 'additionalProperties':
      case 'type':
      case 'enum':
      case 'const':
        return undefined
      case 'discriminator': {
        const tag = String(params.tag)
        // Absent, it is told as a missing key.
        if (!isIn(tag, value)) return undefined
        const variants = (schema.oneOf as Schema[] | undefined) ?? []
        const allowed = variants.flatMap((variant) => words(child(variant.properties, tag)).map(String))
        return this.#notAllowed([...path, tag], params.tagValue, allowed)
      }
      case 'propertyNames': {
        const key = String(params.propertyName)
        const names = (schema.propertyNames as Schema | undefined) ?? {}
        return this.#finding(
          'schema/pattern',
          { what: 'key', found: shown(key), looks: looks(names) },
          [...path, key],
          'key',
        )
      }
      case 'pattern':
        return this.#finding('schema/pattern', { what: 'text', found: shown(value), looks: looks(schema) }, path)
      case 'format':
        return this.#finding('schema/pattern', { what: dateOf(value), found: shown(value), looks: [] }, path)
      case 'minimum':
      case 'maximum':
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        return this.#finding('schema/range', { rule: keyword, limit: Number(params.limit), found: shown(value) }, path)
      case 'multipleOf':
        return this.#finding(
          'schema/range',
          { rule: keyword, limit: Number(params.multipleOf), found: shown(value) },
          path,
        )
      case 'minItems':
      case 'maxItems':
      case 'minLength':
      case 'maxLength':
      case 'minProperties':
      case 'maxProperties':
        return this.#finding(
          'schema/length',
          { rule: keyword, limit: Number(params.limit), found: sizeOf(value) },
          path,
        )
      case 'uniqueItems':
        return this.#finding('schema/repeated', { found: shown(isList(value) ? value[Number(params.i)] : value) }, [
          ...path,
          Number(params.i),
        ])
      case 'dependentRequired':
        return this.#finding('schema/missing-key', { keys: [String(params.missingProperty)] }, path)
      default:
        return this.#finding('schema/invalid', { rule: keyword }, path)
    }
  }

  #wrongType(error: SchemaError, schema: Schema, path: Path, value: unknown): Finding {
    const expected = [error.params.type].flat().map((type) => kinds[String(type)] ?? String(type))
    const args: Args = { expected, found: kindOf(value), value: shown(value) }
    const isVersion =
      typeof value === 'number' &&
      (/\bin quotes\b/.test(String(schema.description)) || /version$/i.test(String(path.at(-1))))
    return this.#finding(isVersion ? 'schema/quote-version' : 'schema/wrong-type', args, path)
  }

  #notAllowed(path: Path, value: unknown, allowed: readonly string[]): Finding {
    const suggestion =
      typeof value === 'string' ? nearest(value, allowed) : allowed.find((word) => meant(value).includes(word))
    return this.#finding(
      'schema/not-allowed',
      { allowed: [...new Set(allowed)], found: shown(value) },
      path,
      'value',
      suggestion,
    )
  }

  #finding(code: Code, args: Args, path: Path, on: Finding['on'] = 'value', suggestion?: string): Finding {
    return { code, args, file: this.#file, path, on, ...(suggestion !== undefined && { suggestion }) }
  }

  /** A JSON Pointer as a path into the value: a step is a number where a list takes it. */
  #path(instancePath: string): Path {
    const path: (string | number)[] = []
    let value = this.#value
    for (const step of steps(instancePath)) {
      path.push(Array.isArray(value) ? Number(step) : step)
      value = child(value, step)
    }
    return path
  }

  #get(path: Path): unknown {
    return path.reduce<unknown>((value, step) => child(value, String(step)), this.#value)
  }

  /**
   * The schema of the value at a path, found by walking value and schema together: ajv's own `schemaPath` starts anew in
   * every recursive definition and says not in which.
   */
  #schemaOf(path: Path): Schema {
    let value = this.#value
    let schema = this.#open(this.#root, value)
    for (const step of path) {
      value = child(value, String(step))
      const named = child(schema.properties, String(step)) ?? schema.additionalProperties
      schema = this.#open(typeof step === 'number' ? schema.items : named, value)
    }
    return schema
  }

  /** A schema behind its references, and of shapes told apart by a key the one that the value has. */
  #open(schema: unknown, value: unknown): Schema {
    let open = isSchema(schema) ? schema : {}
    for (let hops = 0; typeof open.$ref === 'string' && hops < 20; hops++) {
      const found = steps(open.$ref.slice(1)).reduce<unknown>(child, this.#root)
      open = isSchema(found) ? found : {}
    }
    const tag = (open.discriminator as { propertyName?: string } | undefined)?.propertyName
    if (tag === undefined) return open
    const named = child(value, tag)
    return (open.oneOf as Schema[]).find((variant) => words(child(variant.properties, tag)).includes(named)) ?? open
  }
}

const isSchema = (it: unknown): it is Schema => typeof it === 'object' && it !== null
/** The words that a key telling shapes apart may hold. */
const words = (schema: unknown): readonly unknown[] => {
  const { const: only, enum: some } = isSchema(schema) ? schema : {}
  return Array.isArray(some) ? some : [only]
}

const steps = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const child = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string, unknown>)[step]
    : undefined

const isIn = (name: string, value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/** What a value is, in the words that `text/` knows. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'map',
  null: 'nothing',
}
const kindOf = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : isList(value) ? 'list' : (kinds[typeof value] ?? 'text')

/** A value in few characters; a list or a map shows nothing of itself. */
const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 200)
    : ''

/** The words that a value which is no text may stand for: YAML reads `true` where a file means the word yes. */
const meant = (value: unknown): readonly string[] =>
  value === true
    ? ['true', 'yes']
    : value === false
      ? ['false', 'no']
      : value === null || value === undefined
        ? []
        : [shown(value)]

const sizeOf = (value: unknown): number =>
  typeof value === 'string'
    ? [...value].length
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length
      : 0

/** What a text should look like: the schema's own words, else nothing. */
function looks(schema: Schema): string[] {
  if (typeof schema.description === 'string') return [schema.description]
  const pattern = String(schema.pattern)
  if (/^\^\[a-z0-9\]|^\^\[a-z\]/.test(pattern)) return ['kebab-case']
  const letters = /^\^\[([A-Z])-([A-Z])\]\$$/.exec(pattern)
  if (letters) return [`${letters[1]}–${letters[2]}`]
  return /^\^https\?/.test(pattern) ? ['https://…'] : []
}

/** Whether a day is written as days are, but is none: 2026-02-30. */
const dateOf = (value: unknown): string => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? 'no-such-day' : 'day')

const once = (findings: readonly Finding[]): Finding[] => {
  const said = new Set<string>()
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.code, finding.path, finding.args])
    return !said.has(key) && said.add(key)
  })
}
