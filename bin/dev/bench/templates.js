// The files of `templates/` for scripts that hand them in themselves, as `src/files/templates.ts` does for the program.
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { root } from '../schemas.js'

export function openTemplates() {
  const bytes = (name) => {
    const file = readFileSync(`${root}/templates/${name}`)
    return name.endsWith('.br') ? brotliDecompressSync(file) : file
  }
  return { bytes, text: (name) => new TextDecoder().decode(bytes(name)) }
}
