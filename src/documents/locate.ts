/** Findings become diagnostics: each text is read again, exactly, and only the texts that there is something to say about. */
import { codes, type Code } from '../diagnostics/codes.js'
import { type Diagnostic, type Finding, inOrder, type Place } from '../diagnostics/diagnostic.js'
import { readJson } from './json.js'
import { isJson } from './read.js'
import { clean, Lines, pointer, type Source } from './source.js'
import { type Exact, find } from './tree.js'

/** What the fast reader says shortly and the exact one in full. */
const shortly: ReadonlySet<Code> = new Set([
  'yaml/syntax',
  'yaml/tab',
  'yaml/duplicate-key',
  'yaml/unsupported-value',
  'yaml/too-deep',
])
/** Findings whose words show the value as it was written, which the value no longer says (`1.10` reads as 1.1). */
const asWritten: ReadonlySet<Code> = new Set(['schema/quote-version', 'schema/wrong-type', 'yaml/unsupported-value'])

/**
 * @param findings - in any order, of any files, as `read`, `check` and the loaders give them
 * @param sources - the texts of these files; a finding of another file gets the place 1:1, without a line
 * @returns the diagnostics in order, each once
 */
export async function locate(findings: readonly Finding[], sources: Iterable<Source>): Promise<Diagnostic[]> {
  if (findings.length === 0) return []
  const byFile = new Map<string, Finding[]>()
  for (const finding of findings) {
    const list = byFile.get(finding.file)
    if (list) list.push(finding)
    else byFile.set(finding.file, [finding])
  }
  const texts = new Map<string, Source>()
  for (const source of sources) texts.set(source.file, source)

  const diagnostics: Diagnostic[] = []
  for (const [file, list] of byFile) {
    const source = texts.get(file)
    diagnostics.push(...(source === undefined ? list.map(nowhere) : await locateIn(source, list)))
  }
  return inOrder(diagnostics)
}

async function locateIn(source: Source, findings: readonly Finding[]): Promise<Diagnostic[]> {
  const text = clean(source.text)
  const lines = new Lines(source.file, text)
  const exact = findings.some(needsTree)
    ? await readExactly(source.file, upToTrouble(text, findings), lines)
    : undefined

  return findings.flatMap((finding): Diagnostic[] => {
    if (shortly.has(finding.code) && exact && exact.problems.length > 0) {
      return exact.problems.map(({ code, args, at }) => ({
        code,
        severity: codes[code],
        args,
        place: lines.place(at, finding.path),
      }))
    }
    // The file itself is meant, not its first line; of a binary one nothing is shown.
    if (finding.code.startsWith('file/')) return [nowhere(finding)]
    if (finding.at) return [located(finding, lines.place(finding.at, finding.path))]
    const { node, range } = find(exact?.root, finding.path, finding.on)
    const written = node && !node.items && !node.entries && asWritten.has(finding.code) ? text.slice(...node.range) : ''
    const place = lines.place(range, finding.path)
    return [
      located(written && !written.includes('\n') ? { ...finding, args: { ...finding.args, written } } : finding, place),
    ]
  })
}

/** Limits, and what is no text at all, are found without the exact reader, which they would cost dearly. */
const needsTree = ({ code, at }: Finding): boolean =>
  at === undefined
    ? !code.startsWith('file/') && code !== 'yaml/several-documents'
    : shortly.has(code) && code !== 'yaml/too-deep'

/**
 * A text that does not read is read exactly as far as js-yaml came, and a little further: what comes after is of no use,
 * and the exact reader takes seconds for a megabyte.
 */
function upToTrouble(text: string, findings: readonly Finding[]): string {
  const [first] = findings
  if (text.length < 200_000 || first?.at === undefined || findings.length > 1) return text
  const end = text.indexOf('\n', first.at[1] + 4000)
  return end === -1 ? text : text.slice(0, end + 1)
}

async function readExactly(file: string, text: string, lines: Lines): Promise<Exact> {
  const line = (offset: number) => lines.line(offset)
  if (isJson(file)) return readJson(text, line)
  // 50 ms to load, and never needed while all is well.
  const { readYaml } = await import('./exact.js')
  return readYaml(text, line)
}

const located = (finding: Finding, place: Place): Diagnostic => ({
  code: finding.code,
  severity: codes[finding.code],
  args: finding.args,
  place,
  ...(finding.suggestion !== undefined && { suggestion: finding.suggestion }),
})

const nowhere = (finding: Finding): Diagnostic =>
  located(finding, { file: finding.file, pointer: pointer(finding.path), line: 1, column: 1, endLine: 1, endColumn: 1 })
