/** Diagnostics as JUnit test results: a file is a suite, an error fails it, anything else is output of it. */
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'
import { visible, withoutCommands } from '../../text/visible.js'

/** A file that was looked at. */
export interface Suite {
  readonly file: string
  /** What was tested in it, by where it stands; without any, the file as a whole. */
  readonly cases?: readonly { readonly name: string; readonly pointer: string }[]
}

/**
 * @param diagnostics - in order
 * @returns a document in which every suite of `suites` and every file with a diagnostic stands once. A diagnostic is put
 *   to the case it stands in, else to the file. The same input gives the same text: no time, no host.
 */
export function junit(
  diagnostics: readonly Diagnostic[],
  { words, suites }: { readonly words: WordsOnDiagnostics; readonly suites: readonly Suite[] },
): string {
  const known = new Map(suites.map((it) => [it.file, it]))
  for (const { place } of diagnostics) if (!known.has(place.file)) known.set(place.file, { file: place.file })
  const written = [...known.values()].map(({ file, cases = [] }) => {
    const own = diagnostics.filter((it) => it.place.file === file)
    const caseOf = ({ place }: Diagnostic) =>
      cases.find(({ pointer }) => place.pointer === pointer || place.pointer.startsWith(`${pointer}/`))
    const rest = own.filter((it) => caseOf(it) === undefined)
    const tests = [
      ...(rest.length > 0 || cases.length === 0 ? [{ name: words.listing.wellFormed, found: rest }] : []),
      ...cases.map((it) => ({ name: it.name, found: own.filter((one) => caseOf(one) === it) })),
    ]
    const failures = tests.filter(({ found }) => found.some(isError)).length
    const body = tests.map(({ name, found }) => testcase(name, file, found, words)).join('')
    return {
      tests: tests.length,
      failures,
      xml: `  <testsuite name=${quoted(file)} tests="${tests.length}" failures="${failures}" errors="0" skipped="0">\n${body}  </testsuite>\n`,
    }
  })
  const sum = (of: 'tests' | 'failures') => written.reduce((total, it) => total + it[of], 0)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="flowready" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">\n${written.map((it) => it.xml).join('')}</testsuites>\n`
}

function testcase(name: string, file: string, found: readonly Diagnostic[], words: WordsOnDiagnostics): string {
  const open = `    <testcase name=${quoted(name)} classname=${quoted(file)}`
  if (found.length === 0) return `${open}/>\n`
  const errors = found.filter(isError)
  const others = found.filter((it) => !isError(it))
  const line = (it: Diagnostic): string => {
    const { says, fix } = words.diagnostics[it.code]
    const { file, text, line, column } = it.place
    const where = text === undefined ? file : `${file}:${line}:${column}`
    return `${where} ${words.listing[it.severity]} ${it.code}: ${says(it.args)} ${words.listing.fix} ${fix(it.args, it.suggestion)}`
  }
  const lines = (of: readonly Diagnostic[]): string =>
    of.map((it) => escaped(withoutCommands(visible(line(it))))).join('\n')
  const [first] = errors
  const failure =
    first === undefined
      ? ''
      : `      <failure message=${quoted(words.diagnostics[first.code].says(first.args))} type=${quoted(first.code)}>${lines(errors)}</failure>\n`
  const output = others.length === 0 ? '' : `      <system-out>${lines(others)}</system-out>\n`
  return `${open}>\n${failure}${output}    </testcase>\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** No CDATA: `]]>` is written like any other text. What XML cannot hold at all is shown as its code. */
const escaped = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, (it) => `\\u${it.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (it) => entities[it]!)
const quoted = (text: string): string => `"${escaped(text)}"`
