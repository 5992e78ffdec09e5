/** One answers file, from its text to an assessment, and everything there is to say about it. */
import { dirname } from 'node:path'
import { evidenceIn } from '../files/evidence.js'
import {
  type Answers,
  answersFor,
  assess,
  type Assessment,
  type Diagnostic,
  type EvidenceFiles,
  type Finding,
  hiddenAnswers,
  isError,
  locate,
  nearest,
  readAnswers,
  type Source,
  type WrittenAnswers,
} from '../index.js'
import type { Rulesets } from './rulesets.js'

/** An answers file as it was read. */
export interface ReadFile {
  /** Where evidence is looked for beside it. */
  readonly path: string
  /** As shown. */
  readonly file: string
  readonly source?: Source
  readonly written?: WrittenAnswers
  readonly findings: readonly Finding[]
}

export function readAnswersFile(path: string, file: string, text: { source?: Source; finding?: Finding }): ReadFile {
  const { source, finding } = text
  if (!source) return { path, file, findings: finding ? [finding] : [] }
  return { path, file, source, ...readAnswers(source) }
}

export interface AssessedFile {
  readonly assessment?: Assessment
  readonly evidenceFiles: EvidenceFiles
  readonly diagnostics: readonly Diagnostic[]
  /** The ruleset that kept it from being assessed, by errors of its own. */
  readonly invalidRuleset?: string
}

/** Assesses answers with the ruleset that they name. */
export async function assessFile(read: ReadFile, rulesets: Rulesets, asAt: string | undefined): Promise<AssessedFile> {
  const { source, written } = read
  const unknown: EvidenceFiles = () => undefined
  const done = async (
    findings: readonly Finding[],
    rest: Omit<AssessedFile, 'diagnostics' | 'evidenceFiles'> = {},
    evidenceFiles = unknown,
  ) => ({
    ...rest,
    evidenceFiles,
    diagnostics: await locate([...read.findings, ...findings], source ? [source] : []),
  })
  if (!source || !written) return done([])

  const { library } = rulesets
  if (library.folder(written.ruleset) === undefined) {
    const suggestion = nearest(written.ruleset, library.ids())
    const args = { kind: 'ruleset', name: written.ruleset }
    return done([
      {
        code: 'ruleset/unknown-name',
        args,
        file: read.file,
        path: ['ruleset'],
        on: 'value',
        ...(suggestion !== undefined && { suggestion }),
      },
    ])
  }
  const { ruleset } = await rulesets.load(written.ruleset)
  if (!ruleset) return done([], { invalidRuleset: written.ruleset })

  const { answers, findings } = answersFor(ruleset, source, written)
  if (!answers) return done(findings)
  const lookUp = evidenceIn(dirname(read.path))
  const evidenceFiles: EvidenceFiles = (name) => {
    const found = lookUp(name)
    return found.state === 'there' ? { exists: true, sha256: found.sha256 } : { exists: false }
  }
  const assessment = assess(ruleset, answers, { evidenceFiles, ...(asAt !== undefined && { asAt }) })
  const hidden = hiddenAnswers(assessment).map(({ id, path }): Finding => ({
    code: 'answers/hidden',
    args: { id },
    file: read.file,
    path,
    on: 'key',
  }))
  return done([...findings, ...evidenceFindings(answers, lookUp), ...hidden], { assessment }, evidenceFiles)
}

/** Evidence that is named and not there, each place it is named at. */
function evidenceFindings(answers: Answers, lookUp: ReturnType<typeof evidenceIn>): Finding[] {
  const all = [
    answers.firm,
    ...[...answers.inventories.values()].flatMap(({ entries }) => entries.map((entry) => entry.answers)),
  ]
  return all.flatMap((given) =>
    [...given.values()].flatMap(({ evidence, path }) =>
      evidence.flatMap(({ file }, i): Finding[] => {
        if (file === undefined) return []
        const { state } = lookUp(file)
        if (state === 'there') return []
        const code = state === 'missing' ? 'answers/evidence-missing' : 'answers/evidence-outside'
        return [{ code, args: { file }, file: answers.file, path: [...path, 'evidence', i, 'file'], on: 'value' }]
      }),
    ),
  )
}

export const hasError = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(isError)
