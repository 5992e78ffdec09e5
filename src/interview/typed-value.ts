/** What people type into a field, read as a value; what is wrong is said in words. Both prompters read alike. */
import { isDay, momentOf } from '../ruleset/time.js'
import { inDigits } from '../text/numbers.js'
import type { Words } from '../text/words.js'
import type { Command, Field, QuestionScreen } from './prompter.js'

export type PrompterWords = Words['interview']['prompter']
export type TypedField = Exclude<Field, { type: 'choice' | 'multi' }>

export type Typed = { readonly value: string | number } | { readonly wrong: string }

export function readTyped(text: string, field: TypedField, words: PrompterWords): Typed {
  if (field.type === 'text') {
    const value = text.trim()
    return value === '' ? { wrong: words.wrong.text } : { value }
  }
  // Chinese input methods type digits and signs in full width: １，２００ and ２０２６－１１－２０.
  const plain = text.normalize('NFKC').trim()
  if (field.type === 'number') return readNumber(plain, field, words)
  const written = withDashes(plain)
  const day = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(written)?.[1]
  if (day !== undefined && !isDay(day)) return { wrong: words.wrong.noSuchDay(day) }
  if (field.type === 'date') return isDay(written) ? { value: written } : { wrong: words.wrong.date }
  const moment = momentOf(written)
  return moment === undefined ? { wrong: words.wrong.datetime } : { value: moment }
}

function readNumber(text: string, field: TypedField & { type: 'number' }, words: PrompterWords): Typed {
  const grouped = /^-?(\d+|\d{1,3}([, '’]\d{3})+)(\.\d+)?$/.test(text)
  const value = Number(text.replace(/[, '’]/g, ''))
  if (!grouped || !Number.isFinite(value)) return { wrong: words.wrong.number }
  if (field.integer && !Number.isSafeInteger(value)) return { wrong: words.wrong.integer }
  if (value < field.min || value > field.max) return { wrong: words.wrong.range(rangeOf(field, words) ?? '') }
  return { value }
}

/** 2026/11/20, 2026.11.20, 2026年11月20日 and 2026-1-5 are clear too. */
function withDashes(text: string): string {
  const match = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[T\s]\s*(\d{1,2}:\d\d(?::\d\d)?))?$/.exec(
    text,
  )
  if (!match) return text
  const [, year, month, day, time] = match
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return time === undefined ? date : `${date} ${time.replace(/^\d:/, '0$&')}`
}

/** "from 0 to 1,000,000", or undefined where any number will do. */
function rangeOf({ min, max }: TypedField & { type: 'number' }, words: PrompterWords): string | undefined {
  const { hint } = words
  const [low, high] = [min > -Number.MAX_SAFE_INTEGER, max < Number.MAX_SAFE_INTEGER]
  if (low && high) return hint.between(inDigits(min), inDigits(max))
  return low ? hint.atLeast(inDigits(min)) : high ? hint.atMost(inDigits(max)) : undefined
}

/** What the field expects: "A whole number from 0 to 1,000,000 (people)". */
export function hintOf(field: Field, words: PrompterWords): string | undefined {
  const { hint } = words
  switch (field.type) {
    case 'choice':
      return undefined
    case 'multi':
      return hint.multi
    case 'number': {
      const what = [hint.number(field.integer), rangeOf(field, words)].filter((it) => it !== undefined).join(' ')
      return field.unit === undefined ? what : words.marks.aside(what, field.unit)
    }
    default:
      return hint[field.type]
  }
}

/** How a command is called on a screen, and what it does there. */
export const commandWords = (
  command: Command,
  { stops }: Pick<QuestionScreen, 'stops'>,
  words: PrompterWords,
): { readonly label: string; readonly about: string } =>
  command === 'quit' && stops === true ? words.stop : words.commands[command]

/** A field's present value as it would be typed. */
export const typedOf = (field: TypedField): string =>
  field.value === undefined
    ? ''
    : field.type === 'datetime'
      ? String(field.value).replace('T', ' ')
      : String(field.value)
