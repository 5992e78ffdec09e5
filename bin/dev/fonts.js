// Cuts the fonts of PDF reports and writes templates/fonts/*.ttf.br, their licences, and the list of characters that a test
// compares. Needed only when the fonts change; installs what it needs into a folder of its own.
//   node bin/dev/fonts.js
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { root } from './schemas.js'

const packages = {
  '@expo-google-fonts/noto-sans-tc': '0.4.3',
  '@expo-google-fonts/noto-sans-sc': '0.4.3',
  '@expo-google-fonts/noto-emoji': '0.4.7',
  'subset-font': '2.9.0',
  fontkit: '2.0.4',
}

const isHan = (c) => (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000
const isHangul = (c) =>
  (c >= 0x1100 && c <= 0x11ff) ||
  (c >= 0x3130 && c <= 0x318f) ||
  (c >= 0xa960 && c <= 0xa97f) ||
  (c >= 0xac00 && c <= 0xd7ff)

/** What running text is made of beside Chinese: Latin, punctuation, arrows, marks, full-width forms. */
const isCommon = (c) =>
  c < 0x0370 ||
  (c >= 0x1e00 && c <= 0x22ff) ||
  (c >= 0x2460 && c <= 0x24ff) ||
  (c >= 0x25a0 && c <= 0x27bf) ||
  (c >= 0x3000 && c <= 0x303f) ||
  c >= 0xff00

/** Every character of a two-byte encoding whose bytes lie between these bounds. */
function repertoire(encoding, [firstLead, lastLead], [firstTrail, lastTrail]) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const found = new Set()
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      try {
        for (const character of decoder.decode(Uint8Array.of(lead, trail))) found.add(character.codePointAt(0))
      } catch {
        // Not every pair of bytes is a character.
      }
    }
  }
  return found
}

/** 4e00-4e01 4e03 …: short enough to commit, plain enough to read a difference in. */
function inRanges(characters) {
  const ranges = []
  for (const c of [...characters].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === c - 1) last[1] = c
    else ranges.push([c, c])
  }
  return ranges.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`))
}

const folder = mkdtempSync(join(tmpdir(), 'flowready-fonts-'))
try {
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  execFileSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', ...Object.entries(packages).map((it) => it.join('@'))],
    { cwd: folder, stdio: 'inherit' },
  )
  const require = createRequire(join(folder, 'package.json'))
  const subsetFont = require('subset-font')
  const fontkit = require('fontkit')
  const source = (name, file) => readFileSync(join(folder, 'node_modules/@expo-google-fonts', name, file))
  const charactersOf = (bytes) => fontkit.create(bytes).characterSet

  // Noto Sans TC holds Big5 and the Hong Kong Supplementary Character Set; Node's decoder of Big5 knows no supplement, so
  // everything the font has is kept, but Korean.
  const gb2312 = repertoire('gbk', [0xa1, 0xf7], [0xa1, 0xfe])
  const gbk = repertoire('gbk', [0x81, 0xfe], [0x40, 0xfe])
  const traditional = new Set(charactersOf(source('noto-sans-tc', '400Regular/NotoSansTC_400Regular.ttf')))
  const cuts = {
    'noto-sans-tc-regular': {
      bytes: source('noto-sans-tc', '400Regular/NotoSansTC_400Regular.ttf'),
      keep: (c) => !isHangul(c),
    },
    'noto-sans-tc-bold': {
      bytes: source('noto-sans-tc', '700Bold/NotoSansTC_700Bold.ttf'),
      // What is rarest, and what is no text, falls back to the regular weight.
      keep: (c) => (isHan(c) ? c < 0x20000 : isCommon(c)),
    },
    // Names hold rare characters: what GBK has beyond GB 2312, and the Traditional font has not, is in the regular weight.
    'noto-sans-sc-regular': {
      bytes: source('noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'),
      keep: (c) => (isHan(c) ? gb2312.has(c) || (gbk.has(c) && !traditional.has(c)) : isCommon(c)),
    },
    'noto-sans-sc-bold': {
      bytes: source('noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'),
      keep: (c) => (isHan(c) ? gb2312.has(c) : isCommon(c)),
    },
    'noto-emoji-regular': {
      bytes: source('noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'),
      keep: () => true,
      features: ['ccmp', 'liga', 'clig', 'calt', 'rlig'],
    },
  }

  const fonts = join(root, 'templates/fonts')
  rmSync(fonts, { recursive: true, force: true })
  mkdirSync(fonts, { recursive: true })
  const coverage = {}
  let total = 0
  for (const [name, { bytes, keep, features = ['kern', 'mark', 'mkmk', 'ccmp', 'pwid'] }] of Object.entries(cuts)) {
    const kept = charactersOf(bytes).filter(keep)
    const cut = await subsetFont(bytes, kept.map((c) => String.fromCodePoint(c)).join(''), {
      targetFormat: 'sfnt',
      keepFeatures: features,
      noHinting: true,
      dropTables: ['vhea', 'vmtx', 'VORG', 'BASE', 'gasp', 'DSIG'],
    })
    const packed = brotliCompressSync(cut, {
      params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: cut.length },
    })
    writeFileSync(join(fonts, `${name}.ttf.br`), packed)
    coverage[name] = inRanges(charactersOf(cut))
    total += packed.length
    console.log(`${name}: ${kept.length} characters, ${(packed.length / 1e6).toFixed(2)} MB`)
  }
  for (const [name, as] of [
    ['noto-sans-tc', 'OFL-noto-sans.txt'],
    ['noto-emoji', 'OFL-noto-emoji.txt'],
  ])
    writeFileSync(join(fonts, as), source(name, 'LICENSE_FONT'))
  writeFileSync(
    join(root, 'tests/formats/font-characters.json'),
    `${JSON.stringify(Object.fromEntries(Object.entries(coverage).map(([name, ranges]) => [name, ranges.join(' ')])), null, 2)}\n`,
  )
  console.log(`${(total / 1e6).toFixed(2)} MB in all`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
