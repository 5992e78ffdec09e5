/** Reports without names, and the proof that they say the same. */
import {
  answersFor,
  assess,
  type Assessment,
  type EvidenceFiles,
  redact,
  type Report,
  sealed,
  verified,
  visibleJson,
} from '../index.js'
import { rederived } from './rederive.js'

/** The same assessment of answers without names; undefined where what is left does not fit the ruleset. */
export function withoutNames(
  { ruleset, answers, asAt }: Assessment,
  evidenceFiles: EvidenceFiles,
): Assessment | undefined {
  const written = redact(ruleset, answers.written, (file) => evidenceFiles(file)?.exists === true)
  const again = answersFor(ruleset, { file: answers.file, text: visibleJson(JSON.stringify(written)) }, written).answers
  return again && assess(ruleset, again, { asAt })
}

/** Whether a report without names has the score of the whole one, line by line, and can be derived again. */
export async function provesSame(
  whole: Report,
  unnamed: Report,
  { ruleset, answers }: Assessment,
  generatorVersion: string,
): Promise<boolean> {
  const figures = ({ score, ledger }: Report) => JSON.stringify([score, ledger.map(({ entry: _, ...line }) => line)])
  if (figures(whole) !== figures(unnamed)) return false
  const report = JSON.parse(JSON.stringify(sealed(unnamed))) as Report
  const { expected } = await rederived({ report, ruleset, answers, generatorVersion, lookUp: () => undefined })
  return verified({ report, file: answers.file, language: report.language, generatorVersion, taken: [] }, expected).same
}
