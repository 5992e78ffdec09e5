/** Values as they are written in a file, so that every reader reads back what was meant. */
import { plain, refusedNumber } from '../documents/scalars.js'

/**
 * Characters that stand in no file as they are: controls, what turns or hides text, halves of characters, and the
 * replacement character, by which bytes that are no text are known. Whoever looks at a file sees all that it says.
 */
const escaped =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** Text in double quotes, as JSON and YAML both read it. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(escaped, (it) =>
    it.split('').reduce((codes, unit) => `${codes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`, ''),
  )

/** What may stand without quotes also between brackets: a letter or digit first, no brackets, commas or quotes. */
const bare = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._/()+;:?!%&=*~@$–—…’‘“”、。，；：（）《》「」-]*$/u

/** A text in YAML: without quotes where nobody could read it as something else, else in single quotes, else in double. */
export function yamlText(text: string): string {
  if (
    bare.test(text) &&
    !/:(?: |$)| $/.test(text) &&
    plain(text) === 'text' &&
    refusedNumber(text) === undefined &&
    !asNumber.test(text)
  )
    return text
  return /^[^\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\ufffd]*$/u.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : quoted(text)
}

/** What other readers of YAML take for a number: `1_000`, `12:30:00`. Days and moments are written so by people. */
const asNumber = /^[-+]?[0-9][0-9_,]*(?:\.[0-9_]*)?$|^[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?$/

/** A number; -0 is none that people know. */
export const numberText = (value: number): string => String(value === 0 ? 0 : value)
