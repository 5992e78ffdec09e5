/**
 * What a word without quotes means in YAML. Both readers take their rule from here, so that they cannot differ: the core
 * schema of YAML 1.2, less the numbers that versions of YAML, or its readers, read differently.
 */

/** As in JSON, with a `+`, and with a dot first or last. */
const number = /^[-+]?(?:0|[1-9][0-9]*|(?=\.[0-9]))(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/

/**
 * `0b11` is 3 to js-yaml and text to `yaml`; `0o17` is 15 in YAML 1.2 and text in 1.1; `010` is 10 or 8; `.inf` and `.nan`
 * are no amounts of anything.
 */
const odd =
  /^[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|0[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF|nan|NaN|NAN))$/

export type Plain = 'nothing' | 'yes-no' | 'number' | 'odd-number' | 'text'

/** @returns what an unquoted word is; `odd-number` is refused: it must be written as a plain decimal, or in quotes */
export function plain(word: string): Plain {
  // Nearly every word starts with a letter: decided without a regular expression.
  const first = word.charCodeAt(0)
  if ((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) {
    if (number.test(word)) return 'number'
    return odd.test(word) ? 'odd-number' : 'text'
  }
  // Nor do other letters than those of null, true and false need a look at the whole.
  if (word.length > 5 || !'nNtTfF~'.includes(word[0] ?? '~')) return 'text'
  if (word === '' || word === '~' || word === 'null' || word === 'Null' || word === 'NULL') return 'nothing'
  return yesNo.has(word) ? 'yes-no' : 'text'
}

const yesNo: ReadonlySet<string> = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])

/** @returns why an unquoted word is refused, where it is a number that is */
export function refusedNumber(word: string): 'number' | 'large-number' | undefined {
  const is = plain(word)
  if (is === 'odd-number') return 'number'
  return is === 'number' && !isExact(Number(word)) ? 'large-number' : undefined
}

/** @returns whether a number is kept as it was written: 90071992547409920 would silently become another, 1e999 is none */
export const isExact = (value: number): boolean =>
  Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
