/** The files of `templates/`, read when they are asked for, once. */
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Templates } from '../formats/templates.js'
import { systemNow as system } from './port.js'

/** @param home the folder of the package. What is not there is our own fault, and throws. */
export function openTemplates(home: string): Templates {
  const read = new Map<string, Uint8Array>()
  const bytes = (name: string): Uint8Array => {
    let content = read.get(name)
    if (!content) {
      const file = system.readFile(join(home, 'templates', name))
      // Fonts ship packed; nobody but this room has to know.
      read.set(name, (content = name.endsWith('.br') ? brotliDecompressSync(file) : file))
    }
    return content
  }
  return { bytes, text: (name) => new TextDecoder('utf-8', { fatal: true }).decode(bytes(name)) }
}
