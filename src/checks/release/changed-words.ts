import { type At, under } from '../../ruleset/draft.js'
import type { Fact, Question } from '../../ruleset/ruleset.js'
import type { ReleaseCheck } from './release.js'

/**
 * A question or fact that is asked in other words, or options that say something else: a list for somebody to read, since no
 * program can tell whether answers given before still hold. Punctuation, spaces and capitals are no other words.
 */
export const changedWords: ReleaseCheck = (release) =>
  release.before.ruleset.language !== release.now.ruleset.language
    ? []
    : [...release.kept()].flatMap(({ was, is, fate }) => {
        if (release.major && fate.again) return []
        const texts = textsOf(was).flatMap(([key, before]) => {
          const after = new Map(textsOf(is)).get(key)
          return after === undefined || bare(before) === bare(after) ? [] : [{ key, before, after }]
        })
        if (texts.length === 0) return []
        const at: At = release.placeOf(is.id)
        const args = { id: is.id, was: texts.map((it) => it.before), now: texts.map((it) => it.after) }
        return [release.broken('check/words-changed', args, texts[0]!.key === '' ? under(at, 'ask') : at)]
      })

/** What is asked, and each option by its id. */
const textsOf = (it: Fact | Question): (readonly [key: string, text: string])[] => [
  ['', it.ask],
  ...it.options.map(({ id, label }) => [id, label] as const),
]

const bare = (text: string): string => text.toLowerCase().replace(/[\p{P}\p{Z}\s]+/gu, '')
