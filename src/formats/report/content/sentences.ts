/** The three sentences that matter: where the firm stands, what was found out about its flows, what to do first. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'
import { points1, range1 } from './figures.js'
import { type Tone, verdictsOf } from './verdicts.js'

/** At most three sentences, made from the report alone; fewer where there is nothing to say. */
export function sentencesOf(report: Report, words: Words): string[] {
  return [standing(report, words), found(report, words), first(report, words)].filter((it) => it !== undefined)
}

function standing(report: Report, words: Words): string {
  const { document, summary } = words
  const { score, scope, firm } = report
  if (score.low === null || score.high === null) return document.sentences.noScore(firm.name)
  const range = range1(score.low, score.high)
  const scored = document.sentences.scored(
    firm.name,
    points1(score.low),
    range === points1(score.low) ? undefined : document.sentences.between(range, score.answered.open),
  )
  if (scope === 'quick') return document.sentences.ended(document.sentences.quick(scored))
  if (!score.band) return document.sentences.ended(scored)
  const { low, high, uncapped } = score.band
  const band = low.id === high.id ? low.label : summary.bandRange(low.label, high.label)
  const cap = report.gates.find((it) => it.state === 'holds') ?? report.gates.find((it) => it.state === 'unknown')
  const banded = document.sentences.banded(scored, band)
  return document.sentences.ended(
    cap && uncapped.id !== low.id ? document.sentences.capped(banded, cap.state === 'holds', cap.says) : banded,
  )
}

/** How many names a sentence holds before it counts. */
const named = 2
const order: readonly Tone[] = ['bad', 'open', 'caution', 'good', 'neutral']

function found(report: Report, words: Words): string | undefined {
  const { document, summary } = words
  const all = verdictsOf(report).flatMap(({ name, verdicts }) => verdicts.map(({ verdict }) => ({ name, verdict })))
  const id = all.find(({ verdict }) => verdict.tone === 'bad')?.verdict.id ?? all[0]?.verdict.id
  const asked = all.filter(({ verdict }) => verdict.id === id)
  if (asked.length > 0 && asked.every(({ name }) => name !== undefined)) {
    const labels = new Map<string, { tone: Tone; names: string[] }>()
    for (const { name, verdict } of asked) {
      const group = labels.get(verdict.label)
      if (group) group.names.push(name!)
      else labels.set(verdict.label, { tone: verdict.tone, names: [name!] })
    }
    const groups = [...labels]
      .sort(([, a], [, b]) => order.indexOf(a.tone) - order.indexOf(b.tone))
      .map(([label, { tone, names }]) =>
        document.sentences.outcome(
          label,
          names.length,
          (tone === 'bad' || tone === 'open') && names.length <= named ? names.join(document.sentences.and) : undefined,
        ),
      )
    return document.sentences.ended(
      document.sentences.outcomes(asked[0]!.verdict.title, asked.length, groups.join(summary.separator)),
    )
  }
  const scored = report.sections.flatMap((it) => (it.low === null ? [] : [{ title: it.title, low: it.low }]))
  const weakest = scored.reduce<(typeof scored)[number] | undefined>((a, b) => (a && a.low <= b.low ? a : b), undefined)
  return weakest && scored.length > 1
    ? document.sentences.ended(document.sentences.weakest(weakest.title, points1(weakest.low)))
    : undefined
}

function first(report: Report, words: Words): string | undefined {
  const { document, summary } = words
  const gate = report.gates.find((it) => it.state === 'holds' && it.clears)
  const gap = report.gaps.find((it) => it.remedy && (it.state === 'answered' || it.state === 'implied'))
  const remedy = gate?.clears ?? gap?.remedy
  const open = report.answerFirst[0]
  const act = remedy
    ? document.sentences.first(
        document.sentences.bare(remedy.do),
        summary.effort(String(remedy.effort), words.report.owner[remedy.owner]),
      )
    : undefined
  const answer = open
    ? document.sentences.answer(
        open.entryName === undefined ? open.ask : summary.aside(open.ask, open.entryName),
        open.decides.length > 0 ? [...new Set(open.decides.map((it) => it.title))][0] : undefined,
      )
    : undefined
  if (!act && !answer) return undefined
  return document.sentences.ended(act && answer ? document.sentences.both(act, answer) : (act ?? answer)!)
}
