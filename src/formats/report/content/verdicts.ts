/** What was determined, entry by entry: the verdicts, each with the determinations that it rests on. */
import type { Report } from '../../../report/schema.js'

export type Determination = Report['determinations'][number]
export type Tone = Determination['tone']

/** The mark of a tone: it reads without colour. */
export const marks: Readonly<Record<Tone, string>> = { good: '●', caution: '▲', bad: '■', open: '○', neutral: '–' }

export interface Verdict {
  /** A determination that no other rests on. */
  readonly verdict: Determination
  readonly steps: readonly Determination[]
}

export interface EntryVerdicts {
  /** Absent for what concerns the firm as a whole. */
  readonly entry: string | undefined
  readonly name: string | undefined
  /** Of `decide: first`: one outcome each. */
  readonly verdicts: readonly Verdict[]
  /** Of `decide: all`, where something holds or may hold: lists of duties. */
  readonly duties: readonly Determination[]
}

/** The verdicts of every entry, in the order of the report; entries without any are left out. */
export function verdictsOf({ determinations }: Report): EntryVerdicts[] {
  const steps = new Set(determinations.flatMap((it) => it.uses))
  const entries = [...new Set(determinations.map((it) => it.entry))]
  return entries.flatMap((entry) => {
    const own = determinations.filter((it) => it.entry === entry)
    const last = own.filter((it) => !steps.has(it.id))
    const verdicts = last
      .filter((it) => it.decide === 'first')
      .map((verdict) => ({ verdict, steps: own.filter((it) => verdict.uses.includes(it.id)) }))
    const duties = last.filter((it) => it.decide === 'all' && it.outcomes.length > 0)
    const name = own.find((it) => it.entryName !== undefined)?.entryName
    return verdicts.length + duties.length === 0 ? [] : [{ entry, name, verdicts, duties }]
  })
}

/** Why a verdict is what it is: its own reasons and those of its steps. */
export const reasonsOf = ({ verdict, steps }: Verdict): string[] => [
  ...new Set([...verdict.because, ...steps.flatMap((step) => step.because)]),
]

/** What is still to be said before a verdict is decided, each once. */
export function missingOf({ verdict, steps }: Verdict): Determination['missing'] {
  const all = [...verdict.missing, ...steps.flatMap((step) => step.missing)]
  return [...new Map(all.map((it) => [`${it.id} ${it.entry ?? ''}`, it])).values()]
}
