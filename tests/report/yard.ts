/** A small ruleset with one of everything that a report can show, and its firms. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  answersFor,
  assess,
  buildReport,
  type BuildOptions,
  type EvidenceFiles,
  loadRuleset,
  type Report,
  type Ruleset,
  scoreAssessment,
  type Scored,
  wordsIn,
  type WrittenAnswers,
} from '../../src/index.js'
import { openLibrary } from '../../src/files/library.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = openLibrary([`${root}tests/report/rulesets`, `${root}rulesets`], root)

export async function rulesetOf(id: string): Promise<Ruleset> {
  const { ruleset, diagnostics } = await loadRuleset(library, id)
  if (!ruleset) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  return ruleset
}

/** A firm of which much is known: one crate that leaves with a permit, one that stays, one of which nothing is known. */
export const busy = {
  firm: { name: 'Busy Ltd', reference: 'B-1' },
  preparedBy: [{ name: 'A. Chan', role: 'Clerk' }, { name: 'B. Wong' }],
  answers: {
    'yard.open': 'no',
    'yard.hands': 12,
    'yard.distinct': 20,
    'yard.code': 'sesame',
    'yard.lock': {
      answer: 'old',
      note: 'since May',
      evidence: [{ file: 'lock.jpg' }, { ref: 'drawer 3', until: '2026-11-19' }],
    },
    'yard.lock-checked': 'no',
    'yard.tools': { answer: ['saw', 'plane'], evidence: [{ file: 'gone.txt', until: '2026-11-20' }], by: 'A. Chan' },
    'yard.closed-sign': { notApplicable: 'Nobody comes.' },
    'yard.vault': { answer: 'cellar', note: 'behind the wine', evidence: [{ ref: 'plan of the cellar' }] },
    'yard.known': 'unsure',
    'other.crane': 'no',
    'other.map': 'yes',
  },
  inventories: {
    crates: [
      {
        id: 'c1',
        name: 'First',
        answers: {
          'crate.from': 'zhuhai',
          'crate.to': 'hong-kong',
          'crate.heavy': 150,
          'crate.light': 7,
          'crate.opened': '2026-11-19T22:30',
          'crate.sealed': '2026-11-13',
          'crate.word': 'mellon',
          'crate.marks': ['red', 'blue'],
          'crate.tied': 'half',
          'crate.dry': 'no',
        },
      },
      {
        id: 'c2',
        name: 'Second',
        answers: {
          'crate.from': 'macao',
          'crate.to': 'macao',
          'crate.heavy': 0,
          'crate.light': 4,
          'crate.tied': 'no',
          'crate.dry': 'yes',
        },
      },
      { id: 'c3', name: 'Third', answers: {} },
    ],
  },
} as const

/** Each stands in an answer, a note, a reason or evidence of something confidential, or in a text that has it filled in. */
export const secrets = /mellon|sesame|In the cellar|of the cellar|behind the wine|No money/

/** A firm that said next to nothing; its list of crates is not finished. */
export const silent = {
  firm: { name: 'Silent Ltd' },
  answers: { 'yard.open': 'yes', 'yard.lock': 'none', 'yard.lock-checked': 'yes' },
  inventories: {
    crates: {
      more: true,
      entries: [
        { id: 'x', name: 'X', answers: { 'crate.from': 'zhuhai', 'crate.marks': ['red'] } },
        { id: 'n', name: 'N', answers: { 'crate.from': 'nowhere', 'crate.to': 'macao', 'crate.tied': 'yes' } },
      ],
    },
  },
} as const

/** A firm with nothing left to ask and nothing to mend. */
export const still = {
  firm: { name: 'Still Ltd' },
  answers: {
    'yard.open': 'yes',
    'yard.hands': 3,
    'yard.distinct': 0,
    'yard.code': 'x',
    'yard.lock': { answer: 'good', evidence: [{ ref: 'photo' }] },
    'yard.lock-checked': 'yes',
    'yard.tools': { answer: ['saw', 'axe', 'plane'], evidence: [{ ref: 'list' }] },
    'yard.vault': { notApplicable: 'No money at all.' },
    'yard.known': 'yes',
    'other.map': 'yes',
    'other.crane': 'yes',
  },
  inventories: { crates: [] },
} as const

export function scoredOf(
  ruleset: Ruleset,
  firm: object,
  more: object = {},
  files?: EvidenceFiles,
  asAt?: string,
): Scored {
  const version = ruleset.id === 'yard' ? '2.1.0' : '1.0.0'
  const written = {
    ruleset: ruleset.id,
    rulesetVersion: version,
    date: '2026-11-20',
    ...firm,
    ...more,
  } as unknown as WrittenAnswers
  const read = answersFor(ruleset, { file: 'a.yaml', text: '' }, written)
  if (!read.answers) throw new Error(JSON.stringify(read.findings))
  return scoreAssessment(
    assess(ruleset, read.answers, {
      ...(files && { evidenceFiles: files }),
      ...(asAt !== undefined && { asAt }),
    }),
  )
}

export const reportOf = (scored: Scored, options: Partial<BuildOptions> = {}): Report =>
  buildReport(scored, { words: wordsIn('en'), language: 'en', generatorVersion: '0.0.0', ...options })

export const golden = (name: string): string => `${root}tests/golden/report/${name}.json`
export const kept = (name: string): unknown => JSON.parse(readFileSync(golden(name), 'utf8'))
