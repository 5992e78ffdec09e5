import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/formats/report/content/sentences.js'
import type { Report } from '../../src/report/schema.js'
import { loadWords, wordsIn } from '../../src/text/words.js'
import { exampleReport } from './reports.js'

const en = wordsIn('en')

describe('the sentences that matter', () => {
  it('say where the firm stands, what was found, what to do first', async () => {
    const report = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
    const said = sentencesOf(report, en)
    expect(said).toHaveLength(3)
    expect(said[0]).toContain('Harbour Payments Ltd scores')
    expect(said[0]).toContain(`the band is ${report.score.band!.low.label}`)
    expect(said[0]).toContain(report.gates.find((it) => it.state === 'holds')!.says)
    expect(said[1]).toContain('No lawful route found (Fraud screening by a vendor in Singapore)')
    expect(said[2]).toContain(`before that, answer at no cost what decides`)
    for (const it of said) expect(it).toMatch(/[.?]$/)
  })

  it('come in every language, with its own punctuation', async () => {
    const report = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
    for (const language of ['zh-Hant', 'zh-Hans'] as const)
      for (const it of sentencesOf(report, await loadWords(language))) expect(it).toMatch(/[。？]$/)
  })

  it('are fewer where there is less to say, and never empty', async () => {
    const report = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
    const bare: Report = { ...report, determinations: [], sections: [], gates: [], gaps: [], answerFirst: [] }
    expect(sentencesOf(bare, en)).toHaveLength(1)
    const nothing: Report = { ...bare, score: { ...report.score, value: null, low: null, high: null, band: null } }
    expect(sentencesOf(nothing, en)).toEqual([
      'Nothing is scored for Harbour Payments Ltd: no scored question applies.',
    ])
    const sections = { ...bare, sections: report.sections }
    expect(sentencesOf(sections, en)[1]).toMatch(
      /^The weakest section is National standard contract, with 0\.0 of 100\.$/,
    )
  })
})
