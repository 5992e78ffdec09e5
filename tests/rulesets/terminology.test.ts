import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { WrittenCommon, WrittenQuestionnaire } from '../../src/ruleset/schema.js'
import type { WrittenTranslation } from '../../src/ruleset/translation/schema.js'
import { type Text, textsOfCommon, textsOfQuestionnaire } from '../../src/ruleset/translation/texts.js'
import { translationOf } from '../../src/ruleset/translation/translate.js'

/** What the translations that ship with flowready call things: Hong Kong in Traditional Chinese, the Mainland in Simplified. */
const folder = fileURLToPath(new URL('../../rulesets/', import.meta.url))
const read = <T>(path: string): T => parse(readFileSync(folder + path, 'utf8')) as T

interface Translated {
  readonly at: string
  readonly english: string
  readonly text: string
}

/** Every translated text of a language: those of the rulesets, and those of the common files. */
function translated(language: 'zh-Hant' | 'zh-Hans'): readonly Translated[] {
  return readdirSync(folder).flatMap((id) => {
    const path = `${id}/i18n/${language}.yaml`
    if (!existsSync(folder + path)) return []
    const texts: readonly Text[] =
      id === 'common'
        ? readdirSync(`${folder}common`)
            .filter((file) => file.endsWith('.yaml'))
            .flatMap((file) => [...textsOfCommon(read<WrittenCommon>(`common/${file}`))])
        : [...textsOfQuestionnaire(read<WrittenQuestionnaire>(`${id}/questionnaire.yaml`))]
    const translation = read<WrittenTranslation>(path)
    return texts.flatMap(({ key, text: english }) => {
      const text = translationOf(translation, key)
      return text === undefined ? [] : [{ at: `${path} ${key.join('/')}`, english, text }]
    })
  })
}

const texts = { 'zh-Hant': translated('zh-Hant'), 'zh-Hans': translated('zh-Hans') }

/** The names that a place gives its own laws, offices and notions stay as that place writes them. */
const names = {
  'zh-Hant': /《[^》]*》|「[^」]*」/g,
  'zh-Hans':
    /《[^》]*》|“[^”]*”|个人资料保护(?:局|办公室)|个人资料私隐专员公署|私隐专员|保安局|香港电脑保安事故协调中心|政府资讯科技总监办公室/g,
}

/** Words of the other place, and the word of this one; the numbers are the rows of the table of terms. */
const terms: Readonly<Record<keyof typeof texts, readonly (readonly [row: string, not: RegExp, but: string])[]>> = {
  'zh-Hant': [
    ['1', /個人信息/, '個人資料'],
    ['7, 33, 83', /[隱隐]私/, '私隱'],
    ['17', /直接營銷|商業營銷/, '直接促銷'],
    ['18', /人肉搜索/, '起底'],
    ['40', /計算機/, '電腦'],
    ['48', /演練/, '演習'],
    ['51', /補丁/, '修補程式'],
    ['53', /多因素/, '多重認證'],
    ['54', /訪問控制/, '存取控制'],
    ['57', /日志/, '日誌'],
    ['62', /整改/, '補救、改正'],
    ['', /服務器|登錄|賬[戶號]|視頻|默認|郵箱|硬盤|文檔/, '伺服器、登入、帳戶、影片、預設、電郵、硬碟、文件'],
  ],
  'zh-Hans': [
    ['1', /个人资料/, '个人信息'],
    ['2, 3', /资料(?:使用者|处理者)/, '个人信息处理者、受托人'],
    ['4', /资料当事人/, '个人'],
    ['7, 33, 83', /私隐/, '隐私'],
    ['17', /直接促销/, '直接营销'],
    ['21', /资料外泄/, '数据泄露'],
    ['46', /保安/, '安全'],
    ['51', /修补程式/, '补丁'],
    ['53', /多重(?:认证|身份)/, '多因素认证'],
    ['54', /存取控制/, '访问控制'],
    ['57', /纪录/, '日志、记录'],
    ['', /云端|伺服器|资讯|雇员|电邮|登入|程式|软体|备存/, '云、服务器、信息、员工、电子邮件、登录、程序、软件、留存'],
  ],
}

/** What an English text speaks of, which its translation has to name. */
const named: readonly (readonly [row: string, english: RegExp, must: Readonly<Record<keyof typeof texts, RegExp>>])[] =
  [
    // In a contract of the Greater Bay Area the 个人信息处理者 decides: in Hong Kong that is the data user, not the processor.
    [
      '2',
      /personal information processor/i,
      { 'zh-Hant': /「個人信息處理者」.*資料使用者/, 'zh-Hans': /“个人信息处理者”.*“资料使用者”/ },
    ],
    // In Hong Kong who works on instructions is the 資料處理者, on the Mainland the 受托人.
    [
      '3',
      /\bdata processors?\b|(?<!information )\bprocessors?\b/i,
      { 'zh-Hant': /資料處理者|「個人信息處理者」/, 'zh-Hans': /受托|资料处理者|“个人信息处理者”/ },
    ],
    ['2', /\bdata users?\b/i, { 'zh-Hant': /資料使用者/, 'zh-Hans': /资料使用者|个人信息处理者/ }],
    ['38', /critical information infrastructure/i, { 'zh-Hant': /關鍵信息基礎設施/, 'zh-Hans': /关键信息基础设施/ }],
    ['31', /\bimportant data\b/i, { 'zh-Hant': /重要數據/, 'zh-Hans': /重要数据/ }],
    ['9', /\bseparate consent\b/i, { 'zh-Hant': /單獨同意/, 'zh-Hans': /单独同意/ }],
  ]

const wrong = (language: keyof typeof texts, list: readonly Translated[] = texts[language]) =>
  list.flatMap(({ at, text }) =>
    terms[language]
      // A place in a source is named as the source names it.
      .filter(() => !at.includes('.yaml at/'))
      .filter(([, not]) => not.test(text.replace(names[language], '')))
      .map(([row, , but]) => `${at}: ${text} (row ${row}: ${but})`),
  )

describe.each(['zh-Hant', 'zh-Hans'] as const)('the words of %s', (language) => {
  it('are those of its place', () => {
    expect(texts[language].length).toBeGreaterThan(1000)
    expect(wrong(language)).toEqual([])
  })

  it.each(named)('name what the English names (row %s)', (_row, english, must) => {
    const about = texts[language].filter((it) => english.test(it.english))
    expect(about.length).toBeGreaterThan(0)
    expect(about.filter(({ text }) => !must[language].test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual([])
  })
})

it('finds the words of the other place, but not in names', () => {
  const found = (language: keyof typeof texts, text: string) => wrong(language, [{ at: '', english: '', text }]).length
  expect(found('zh-Hant', '告知個人信息主體')).toBe(1)
  expect(found('zh-Hant', '《個人信息保護法》所稱的「個人信息處理者」')).toBe(0)
  expect(found('zh-Hans', '个人资料和私隐')).toBe(2)
  expect(found('zh-Hans', '《个人资料（私隐）条例》、个人资料保护局、私隐专员')).toBe(0)
})
