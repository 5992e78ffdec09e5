/** A report built again from its answers, the way it was built. */
import {
  assess,
  type Answers,
  buildReport,
  type EvidenceFiles,
  loadWords,
  type Report,
  reportPlan,
  scoreAssessment,
  type Ruleset,
} from '../index.js'

export interface Rederiving {
  readonly report: Report
  readonly ruleset: Ruleset
  readonly answers: Answers
  readonly generatorVersion: string
  /** Evidence files that lie there now; undefined: not there. */
  readonly lookUp: (file: string) => { readonly sha256: string } | undefined
}

/** @returns the report that answers give now, and how many evidence files were taken from the one that there was */
export async function rederived(of: Rederiving): Promise<{ expected: Report; taken: number }> {
  const { report, ruleset, answers, generatorVersion } = of
  const words = await loadWords(report.language)
  const { evidenceFiles, taken } = evidenceOf(report, of.lookUp)
  const result = scoreAssessment(assess(ruleset, answers, { asAt: report.asAt, evidenceFiles }))
  const built = buildReport(result, {
    words,
    language: report.language,
    generatorVersion,
    withConfidential: report.answers.withheld.length === 0,
    withoutAnswers: report.answers.content === null,
    evidenceFiles,
  })
  const plan = report.plan && reportPlan(result, words)
  return {
    expected: {
      ...built,
      ...(plan && { plan }),
      ...(report.since && { since: report.since }),
      ...(report.cohort && { cohort: report.cohort }),
    },
    taken: taken.size,
  }
}

/** What was there when the report was made; where a file lies there still, its own hash counts. */
function evidenceOf(
  report: Report,
  lookUp: Rederiving['lookUp'],
): { evidenceFiles: EvidenceFiles; taken: ReadonlySet<string> } {
  const said = new Map(report.evidence.flatMap((it) => (it.file === undefined ? [] : [[it.file, it] as const])))
  const taken = new Set<string>()
  return {
    taken,
    evidenceFiles: (file) => {
      const then = said.get(file)
      const exists = then?.exists === true
      const now = exists ? lookUp(file) : undefined
      if (now) return { exists, sha256: now.sha256 }
      if (then) taken.add(file)
      return { exists, ...(exists && then.sha256 !== undefined && { sha256: then.sha256 }) }
    },
  }
}
