/** From the results of all inputs, one after another: the summaries, the errors, the cohort. */
import { CohortBuilder } from '../cohort/cohort.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { isError } from '../diagnostics/diagnostic.js'
import type { OutputFolder } from '../files/output-folder.js'
import { plain } from '../formats/colour.js'
import { csvOf } from '../formats/csv.js'
import { diagnosticFormats } from '../formats/diagnostics/index.js'
import { visibleJson } from '../text/visible.js'
import type { Words } from '../text/words.js'
import type { Result } from './result.js'

export interface FinishOptions {
  readonly words: Words
  readonly csvBom: boolean
}

/** Names at the top of the folder that no report takes. */
export const ownNames: readonly string[] = ['summary', 'errors', 'cohort']

/** Writes what compares the inputs. @throws WriteError */
export function finish(results: Iterable<string>, folder: OutputFolder, { words, csvBom }: FinishOptions): void {
  const csv = folder.begin('summary.csv')
  const rows = folder.begin('summary.ndjson')
  const errors = folder.begin('errors.ndjson')
  const list = folder.begin('errors.txt')
  const cohort = new CohortBuilder()
  let first = true
  csv.write(csvOf([[...columns]], csvBom))
  for (const line of results) {
    const result = JSON.parse(line) as Result
    csv.write(csvOf([cells(result)]))
    rows.write(`${visibleJson(JSON.stringify(summaryOf(result)))}\n`)
    if (result.scored) cohort.add(result.scored)
    if (result.outcome !== 'invalid') continue
    for (const diagnostic of result.diagnostics)
      errors.write(`${visibleJson(JSON.stringify(errorOf(result, diagnostic, words)))}\n`)
    list.write(first ? '' : '\n')
    first = false
    list.write(diagnosticFormats.text.render(result.diagnostics, { words, width: 100, color: plain }))
  }
  for (const file of [csv, rows, errors, list]) file.done()
  folder.write('cohort.json', `${JSON.stringify(cohort.build(), null, 2)}\n`)
}

/** What `summary.ndjson` says of an input. */
export function summaryOf({ input, number, outcome, inputSha256, generator, scored, diagnostics }: Result): object {
  const { evidence: _, printed: __, reports, ...row } = scored ?? { evidence: [], printed: null, reports: [] }
  return {
    schema: 'flowready-summary/1',
    input,
    number,
    outcome,
    inputSha256,
    generator,
    ...row,
    ...(scored && { reports: reports.map(([name]) => name) }),
    errors: diagnostics.filter(isError).length,
    warnings: diagnostics.filter((it) => !isError(it)).length,
  }
}

/** What `errors.ndjson` says of a mistake. */
export function errorOf({ input, number }: Result, diagnostic: Diagnostic, { diagnostics: words }: Words): object {
  const { code, severity, args, place, suggestion } = diagnostic
  return {
    input,
    number,
    code,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    pointer: place.pointer,
    message: words[code].says(args),
    fix: words[code].fix(args, suggestion),
  }
}

const columns = [
  'number',
  'input',
  'outcome',
  'firm',
  'reference',
  'ruleset',
  'version',
  'as at',
  'score',
  'high',
  'evidenced',
  'strict',
  'band',
  'answered',
  'open',
  'gaps',
  'without evidence',
  'verdicts',
  'warnings',
  'first error',
  'reports',
  'input sha256',
  'ruleset sha256',
] as const

function cells({ number, input, outcome, inputSha256, scored, diagnostics }: Result): (string | number | undefined)[] {
  const error = diagnostics.find(isError)
  const warnings = diagnostics.filter((it) => !isError(it)).length
  return [
    number,
    input,
    outcome,
    scored?.firm,
    scored?.reference,
    scored?.ruleset.id,
    scored?.ruleset.version,
    scored?.asAt,
    scored?.printed ?? undefined,
    scored?.high ?? undefined,
    scored?.evidenced ?? undefined,
    scored?.strict ?? undefined,
    scored?.band ?? undefined,
    scored?.answered,
    scored?.open,
    scored?.gaps.length,
    scored?.withoutEvidence.length,
    scored &&
      Object.entries(scored.outcomes)
        .map(([id, n]) => `${id} ${n}`)
        .join('; '),
    warnings,
    error && `${error.code} ${error.place.file}:${error.place.line}:${error.place.column}`,
    scored?.reports.map(([name]) => name).join(' '),
    inputSha256 ?? undefined,
    scored?.ruleset.sha256,
  ]
}
