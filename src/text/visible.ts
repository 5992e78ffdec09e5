/** Text from files, made safe to print: what a terminal would obey, or not show at all, is shown as its code. */

/**
 * Control characters (C0, DEL, C1), what turns or hides text (bidirectional marks, zero-width and other invisible
 * characters, line and paragraph separators, tags), and halves of characters.
 */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** The same, told at a glance: it says nothing of pairs, and most texts have neither. */
const perhapsUnseen =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/

/** @returns the text with every such character written as `\t`, `\n`, `\x1b` or `\u202e`; the rest untouched */
export const visible = (text: string): string => text.replace(unseen, escape)

/** The same for JSON text, where the escape must read back as the character. Line breaks and JSON's own escapes stay. */
export const visibleJson = (json: string): string =>
  !perhapsUnseen.test(json)
    ? json
    : json.replace(unseen, (it) =>
        it === '\n' ? it : [...Array(it.length).keys()].map((i) => `\\u${hex(it.charCodeAt(i), 4)}`).join(''),
      )

/**
 * Text of many lines, as it is printed: runners of CI take a line that begins with `::name` or `##[name]` for a command. Its
 * first character is written as its code.
 */
export const withoutCommands = (lines: string): string =>
  lines.replace(/^([ \t]*)(?:::|##(?=[a-z]*\[))/gm, (it, space: string) =>
    it.endsWith('#') ? `${space}\\x23#` : `${space}\\x3a:`,
  )

function escape(character: string): string {
  if (character === '\t') return '\\t'
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  const code = character.codePointAt(0)!
  return code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${code.toString(16)}}`
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
