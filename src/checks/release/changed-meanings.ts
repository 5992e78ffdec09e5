import type { Finding } from '../../diagnostics/diagnostic.js'
import type { Fact, Option, Question, QuestionOption } from '../../ruleset/ruleset.js'
import type { ReleaseCheck } from './release.js'

/** A saved answer that says or is worth something else now. Words may improve; what they count may not. */
export const changedMeanings: ReleaseCheck = (release) =>
  [...release.kept()].flatMap(({ was, is, fate }) => {
    const say = (what: string, args: Finding['args']): Finding =>
      release.broken('check/meaning-changed', { what, id: is.id, ...args }, release.placeOf(is.id))
    const settled = release.major && fate.again
    if (settled) return []
    const found: Finding[] = []
    for (const option of was.options) {
      const mapped = release.major ? fate.option(option.id) : undefined
      const now = is.options.find((it) => it.id === option.id)
      if (!now || mapped !== undefined) continue
      if (worthOf(option) !== worthOf(now))
        found.push(say('worth', { option: option.id, was: worthOf(option) ?? '–', now: worthOf(now) ?? '–' }))
      if (!isAlone(option) && isAlone(now)) found.push(say('alone', { option: option.id }))
    }
    if ('unit' in was || 'unit' in is) {
      const [before, after] = [unitOf(was), unitOf(is)]
      if (before !== after) found.push(say('unit', { was: before, now: after }))
    }
    // What no longer fits is taken back when answers are carried over.
    if (release.major) return found
    if ('kind' in was && 'kind' in is && (is.min > was.min || is.max < was.max || (is.integer && !was.integer)))
      found.push(say('bounds', { was: boundsOf(was), now: boundsOf(is) }))
    if (!('kind' in was) && !('kind' in is) && was.mayBeNotApplicable && !is.mayBeNotApplicable)
      found.push(say('not-applicable', {}))
    return found
  })

const worthOf = (option: Option | QuestionOption): number | undefined =>
  'exclusive' in option ? (option.attains ?? option.adds) : undefined

const isAlone = (option: Option | QuestionOption): boolean => 'exclusive' in option && option.exclusive

const unitOf = (it: Fact | Question): string => ('kind' in it ? (it.unit ?? '') : '')

const boundsOf = ({ min, max, integer }: Fact): string =>
  `${min === -Infinity ? '…' : min}–${max === Infinity ? '…' : max}${integer ? ' (1, 2, 3 …)' : ''}`
