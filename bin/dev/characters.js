// Writes src/ruleset/translation/characters.ts: the characters that only one of the two Chinese scripts uses. A character
// counts only where two witnesses agree: OpenCC (Apache-2.0) always converts it, and the other script's character set of
// old, Big5 or GB 2312, does not have it. Characters hardly change, so this is run by hand:
//   npm pack opencc-js@1.4.2 && tar xzf opencc-js-1.4.2.tgz && node bin/dev/characters.js package
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './schemas.js'

const [folder] = process.argv.slice(2)
const dictionary = async (name) => {
  const { default: text } = await import(pathToFileURL(resolve(folder, `dist/esm-lib/dict/${name}.js`)).href)
  return new Map(
    text.split('|').map((line) => {
      const [from, ...to] = line.split(' ')
      return [from, to]
    }),
  )
}
const simplified = await dictionary('STCharacters')
const traditional = await dictionary('TSCharacters')
const hongKong = await dictionary('HKVariants')

/** Every character of a double-byte set: lead bytes from and to, trail bytes from, as the encoding standard reads them. */
function characterSet(encoding, [first, last], trail) {
  const decoder = new TextDecoder(encoding)
  const characters = new Set()
  for (let lead = first; lead <= last; lead++)
    for (let byte = trail; byte <= 0xfe; byte++)
      for (const character of decoder.decode(Uint8Array.of(lead, byte))) characters.add(character)
  return characters
}
// Many characters are right in both: 后 (queen), 里 (mile), 干, 系, 台 …: both sets have those. A form that Hong Kong
// prefers (着, 群) is Traditional whatever else it is.
const big5 = characterSet('big5', [0xa4, 0xf9], 0x40)
const gb2312 = characterSet('gb18030', [0xb0, 0xf7], 0xa1)
const inTraditional = new Set([
  ...big5,
  ...[...simplified.values()].flat(),
  ...traditional.keys(),
  ...[...hongKong.values()].flat(),
])
const inSimplified = new Set([...gb2312, ...[...traditional.values()].flat(), ...simplified.keys()])
const basic = (character) => character >= '\u4e00' && character <= '\u9fff'
const only = (dictionary, other) =>
  [...dictionary.keys()]
    .filter((it) => basic(it) && !other.has(it))
    .sort()
    .join('')

const lists = { simplifiedOnly: only(simplified, inTraditional), traditionalOnly: only(traditional, inSimplified) }
const lines = (text) => [...text].reduce((all, it, i) => (i % 50 ? (all[all.length - 1] += it) : all.push(it), all), [])
writeFileSync(
  `${root}/src/ruleset/translation/characters.ts`,
  `/** Characters of one Chinese script only. Written by bin/dev/characters.js from the dictionaries of OpenCC, Apache-2.0. */
${Object.entries(lists)
  .map(
    ([name, text]) =>
      `export const ${name} =\n${lines(text)
        .map((line) => `  '${line}'`)
        .join(' +\n')}\n`,
  )
  .join('')}`,
)
