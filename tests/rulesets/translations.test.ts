import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/codes.js'
import { inOrder } from '../../src/diagnostics/diagnostic.js'
import { type Library, loadRuleset } from '../../src/ruleset/load.js'
import { checkCommonTranslations, checkTranslations } from '../../src/ruleset/translation/check.js'
import { wordsIn } from '../../src/text/words.js'

/**
 * Each `<name>.yaml` translates the ruleset `well-formed` of tests/cases/rulesets, or the common files there
 * (`common-<name>.yaml`), with one mistake; `<name>.lock` is its lock; `<name>.out` says what is found. `UPDATE=1` writes
 * them anew.
 */
const folder = fileURLToPath(new URL('../cases/translations/', import.meta.url))
const rulesets = fileURLToPath(new URL('../cases/rulesets/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''))
const common = ['bands.yaml', 'firm.yaml', 'flows.yaml', 'scales.yaml', 'sources.yaml']

const text = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
const given = (name: string): string => text(`${folder}${name}.yaml`)!

/** The ruleset, and what stands instead of its files. */
const library = (instead: Readonly<Record<string, string | undefined>> = {}): Library => ({
  file(path) {
    const found = Object.hasOwn(instead, path)
      ? instead[path]
      : text(rulesets + path.replace(/^well-formed\/questionnaire/, 'well-formed'))
    return found === undefined ? undefined : { file: path, text: found }
  },
  ids: () => ['well-formed'],
})

/** A library in which a case stands at its place; the other translations are whole. */
function libraryFor(name: string): Library {
  const language = name === 'script-simplified' ? 'zh-Hans' : 'zh-Hant'
  const place = name.startsWith('common') ? 'common' : 'well-formed'
  return library({
    [`well-formed/i18n/${language}.yaml`]: given('whole'),
    [`${place}/i18n/${language}.yaml`]: given(name),
    [`${place}/i18n/${language}.lock`]: text(`${folder}${name}.lock`),
  })
}

async function checked(from: Library) {
  const { draft, diagnostics } = await loadRuleset(from, 'well-formed')
  const own = draft && (await checkTranslations(from, 'well-formed', draft))
  const shared = await checkCommonTranslations(from, common)
  return {
    diagnostics: inOrder([...diagnostics, ...(own?.diagnostics ?? []), ...shared.diagnostics]),
    locks: Object.fromEntries([...(own?.locks ?? []), ...shared.locks].map(({ path, text }) => [path, text])),
  }
}

/** Everything found but what every case has: two languages without a file or a lock. */
async function findings(from: Library, but: readonly string[] = ['translation/no-file', 'translation/not-locked']) {
  const words = wordsIn('en').diagnostics
  return (await checked(from)).diagnostics
    .filter(({ code }) => !but.includes(code))
    .map(({ place, severity, code, args, suggestion }) => {
      const says = [words[code].says(args), words[code].fix(args, suggestion)].join(' ')
      return `${place.file}:${place.line}:${place.column} ${severity} ${code} ${says}\n`
    })
    .join('')
}

describe('a translation with a mistake', () => {
  it.each(names)('%s', async (name) => {
    const found = await findings(libraryFor(name))
    if (process.env.UPDATE) writeFileSync(`${folder}${name}.out`, found)
    expect(found).toBe(readFileSync(`${folder}${name}.out`, 'utf8'))
  })

  it('is shown for every code of translations', async () => {
    const shown = names.map((name) => readFileSync(`${folder}${name}.out`, 'utf8')).join('')
    const whole = await findings(libraryFor('whole'), [])
    const all = Object.keys(codes).filter((code) => code.startsWith('translation/'))
    expect(all.filter((code) => !`${shown}${whole}`.includes(` ${code} `))).toEqual([])
  })

  it('has nothing to say of a ruleset in one language', async () => {
    expect((await checked(library())).diagnostics).toEqual([])
  })
})

describe('the lock of a translation', () => {
  const files = { 'well-formed/i18n/zh-Hant.yaml': given('whole'), 'well-formed/i18n/zh-Hans.yaml': given('whole') }
  const questionnaire = text(`${rulesets}well-formed.yaml`)!
  const path = 'well-formed/i18n/zh-Hant.lock'

  it('leaves nothing to say once it is written', async () => {
    const { locks } = await checked(library(files))
    const after = await checked(library({ ...files, ...locks }))
    expect(after.diagnostics.filter(({ place }) => place.file.includes('zh-Hant'))).toEqual([])
    expect(after.locks[path]).toBe(locks[path])
  })

  it('keeps a stale translation stale until it is translated again, or its line is taken out', async () => {
    const { locks } = await checked(library(files))
    const changed = {
      ...files,
      ...locks,
      'well-formed/questionnaire.yaml': questionnaire.replace('ask: Are records kept?', 'ask: Are all records kept?'),
    }
    const only = ['translation/language', 'translation/script']
    const stale = await findings(library(changed), only)
    expect(stale).toContain('zh-Hant.yaml:18:')
    expect(stale.match(/translation\/stale/g)).toHaveLength(2)
    expect(stale).toContain("It is now 'Are all records kept?'")

    // Writing the locks again does not hide it.
    const again = (await checked(library(changed))).locks
    expect(again[path]).toBe(locks[path])

    const translated = {
      ...changed,
      'well-formed/i18n/zh-Hant.yaml': given('whole').replace('有否保存', '是否保存全部'),
    }
    expect((await checked(library(translated))).locks[path]).not.toBe(locks[path])
    const without = { ...changed, [path]: locks[path]!.replace(/^questions\/kept\/ask: .*\n/m, '') }
    const relocked = { ...without, ...(await checked(library(without))).locks }
    expect((await findings(library(relocked), only)).match(/translation\/stale/g)).toHaveLength(1)
  })
})

describe('a ruleset in another language', () => {
  const files = { 'well-formed/i18n/zh-Hant.yaml': given('whole'), 'common/i18n/zh-Hant.yaml': given('common') }
  const load = async (language?: 'en' | 'zh-Hant' | 'zh-Hans', instead: Record<string, string> = files) =>
    (await loadRuleset(library(instead), 'well-formed', language)).ruleset!

  it('has its words, those of the common files and the places it cites in that language', async () => {
    const it = await load('zh-Hant')
    expect([it.language, it.title]).toEqual(['zh-Hant', '沒有錯處的小型規則集'])
    expect(it.questions.get('kept')).toMatchObject({
      ask: '有否保存紀錄？',
      why: '沒有記下，便無從證明。',
      options: [{ label: '是' }, { label: '否' }],
      remedy: { do: '保存紀錄。' },
      cites: [{ at: '第1條' }],
    })
    expect(it.values.get('flow.from')).toMatchObject({ ask: '來自何處？', options: [{ label: '深圳' }, {}, {}] })
    expect(it.values.get('flow.exports')).toMatchObject({ means: '離開內地' })
    expect(it.values.get('route')).toMatchObject({
      title: '途徑',
      rules: [{ because: '來自{flow.from}。' }, {}],
      alternatives: [{ label: '另一途徑' }],
      then: [{ do: '告知當事人。' }],
    })
    expect(it.gates[0]!.says).toBe('未有保存任何紀錄。')
    expect(it.bands[0]!.label).toBe('未準備好')
    expect(it.inventories.get('flows')).toMatchObject({ title: '資料流', entry: '一個資料流' })
    expect(it.sources.get('act')!.title).toBe('測試法例')
  })

  it('means the same: only words differ', async () => {
    const bare = (it: unknown): unknown =>
      it instanceof Map
        ? [...it].map(bare)
        : it instanceof Set
          ? [...it]
          : Array.isArray(it)
            ? it.map(bare)
            : typeof it === 'object' && it !== null
              ? Object.fromEntries(Object.entries(it).map(([key, value]) => [key, words.has(key) ? '' : bare(value)]))
              : it
    const words = new Set(
      'language title about ask why help unit label means says do because entry at short issuer'.split(' '),
    )
    expect(bare(await load('zh-Hant'))).toEqual(bare(await load('en')))
  })

  it('shows what is not translated as it is written, with a mark', async () => {
    const it = await load('zh-Hans')
    expect([it.language, it.title]).toEqual(['en', '[EN] A small ruleset with nothing wrong'])
    // A mark on every text would be hard to read: titles and questions have one.
    expect(it.questions.get('kept')).toMatchObject({
      ask: expect.stringMatching(/^\[EN\] /) as string,
      why: 'Nobody can show what was not written down.',
    })
    const part = { 'well-formed/i18n/zh-Hant.yaml': given('missing-text') }
    expect((await load('zh-Hant', part)).questions.get('kept')).toMatchObject({
      ask: '有否保存紀錄？',
      why: '[EN] Nobody can show what was not written down.',
    })
  })

  it('has one hash in all languages, which every word of every language it uses goes into', async () => {
    const { sha256 } = await load()
    expect(new Set([sha256, (await load('zh-Hant')).sha256, (await load('zh-Hans')).sha256]).size).toBe(1)
    const hash = async (file: keyof typeof files, from: string, to: string) =>
      (await load('en', { ...files, [file]: files[file].replace(from, to) })).sha256
    expect(await hash('well-formed/i18n/zh-Hant.yaml', '保存紀錄。', '妥善保存紀錄。')).not.toBe(sha256)
    expect(await hash('common/i18n/zh-Hant.yaml', '深圳', '深圳市')).not.toBe(sha256)
    expect((await load('en', {})).sha256).not.toBe(sha256)
    // What belongs to a common file that this ruleset does not use is none of its words.
    expect(await hash('common/i18n/zh-Hant.yaml', 'facts:\n', 'facts:\n  other.fact: {ask: 別的事？}\n')).toBe(sha256)
  })

  it('is not loaded where a translation is broken, whichever language is asked for', async () => {
    const { ruleset, diagnostics } = await loadRuleset(
      library({ 'well-formed/i18n/zh-Hant.yaml': 'language: [zh-Hant\n' }),
      'well-formed',
    )
    expect(ruleset).toBeUndefined()
    expect(diagnostics[0]!.place.file).toBe('well-formed/i18n/zh-Hant.yaml')
  })
})
