/** Whether a report says what its answers and its rules give. */
import { verificationVersion } from '../documents/versions.js'
import type { Language } from '../text/languages.js'
import type { Report } from '../report/schema.js'
import { sealOf } from '../report/seal.js'
import { type Difference, differences, pathText } from './difference.js'
import { type Verification } from './schema.js'

export interface Verifying {
  /** As it was read. */
  readonly report: Report
  /** Its name as given. */
  readonly file: string
  /** The language of the result. */
  readonly language: Language
  /** flowready's own version. */
  readonly generatorVersion: string
  readonly taken: Verification['taken']
}

/** Compares a report with the one that its answers give now. */
export function verified(verifying: Verifying, expected: Report): Verification {
  const { report } = verifying
  const { sha256: _, ...found } = report
  // As a file holds it, without what is undefined.
  const again = JSON.parse(JSON.stringify(expected)) as Report
  const all = differences(again, found).sort((a, b) => rank(a) - rank(b))
  const seal = sealOf(report)
  if (report.sha256 !== seal)
    all.push({
      path: ['sha256'],
      expected: seal,
      ...(report.sha256 !== undefined && { found: report.sha256 }),
    })
  const same = (key: 'ruleset' | 'answers') => expected[key].sha256 === report[key].sha256
  const because = !same('answers')
    ? 'answers'
    : !same('ruleset')
      ? 'ruleset'
      : expected.generator.version !== report.generator.version
        ? 'engine'
        : 'values'
  return resultOf(verifying, all, because)
}

/** The result where the answers are not those that the report was made of: nothing else needs comparing. */
export const otherAnswers = (verifying: Verifying, sha256: string): Verification =>
  resultOf(
    verifying,
    [{ path: ['answers', 'sha256'], expected: sha256, found: verifying.report.answers.sha256 }],
    'answers',
  )

/** Hashes first, what they hash next; the version last, from which nothing follows that is not listed itself. */
function rank({ path }: Difference): number {
  const [key, within] = path
  if (within === 'sha256' && (key === 'answers' || key === 'ruleset')) return 0
  if (key === 'ruleset' || key === 'answers') return 1
  return key === 'generator' ? 3 : 2
}

function resultOf(
  { report, file, language, generatorVersion, taken }: Verifying,
  all: readonly Difference[],
  because: Exclude<Verification['because'], null>,
): Verification {
  const { firm, asAt, ruleset, generator } = report
  const [first] = all
  const byOther = first !== undefined && (because === 'ruleset' || because === 'engine')
  const version = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(generator.version) ? generator.version : undefined
  return {
    schema: verificationVersion,
    generator: { name: 'flowready', version: generatorVersion },
    language,
    file,
    report: {
      firm: firm.name,
      asAt,
      ruleset: { id: ruleset.id, version: ruleset.version },
      generatorVersion: generator.version,
    },
    same: first === undefined,
    differences: all.length,
    first: first ? { ...first, path: pathText(first.path) } : null,
    because: first ? because : null,
    command:
      byOther && version !== undefined && version !== generatorVersion
        ? `npx flowready@${version} verify ${shellWord(file)}`
        : null,
    taken,
  }
}

/** A file name as a shell takes it for one word. */
const shellWord = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`)
