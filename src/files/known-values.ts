/** What the program was built with: the values of the ruleset files that ship with it, by the hash of their text. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type FileSystemNow, systemNow } from './port.js'
import { readTextNow } from './read-text.js'

/**
 * @param home the program's folder
 * @returns a look-up from a text to its value, undefined for any text that is not to the letter one of those
 */
export function shippedValues(home: string, fs: FileSystemNow = systemNow): (text: string) => unknown {
  return (text) => {
    const name = `${createHash('sha256').update(text).digest('hex')}.json`
    const source = readTextNow(join(home, 'dist', 'shipped', name), name, fs)?.source
    try {
      return source && (JSON.parse(source.text) as unknown)
    } catch {
      // Damaged: the text is still there to be read.
      return undefined
    }
  }
}
