/** The words in Simplified Chinese, as texts: in the right characters, all translated, typeset as Chinese is. */
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/codes.js'
import type { Args } from '../../src/diagnostics/diagnostic.js'
import { words } from '../../src/text/zh-hans/index.js'

/** Common characters that only Traditional Chinese has. */
const traditional =
  '萬與專業東絲兩嚴並個豐臨為麗舉義烏樂習鄉書買亂爭於虧雲亞產親億僅從倉儀們價眾優會傘偉傳傷倫偽體餘' +
  '備儲兒內冊寫軍農馮沖決況凍淨減幾鳳憑凱擊劃劉則剛創刪別製劑劇勸辦務動勵勁勞勢勻匯區醫華協單賣盧衛廠廳歷' +
  '壓廁縣參雙發變敘葉號嘆嚇嗎聽啟吳員響問團園圍國圖圓聖場壞塊堅壇執報壘處夠頭誇夾奪奮奧婦媽娛孫學寧實審寬賓' +
  '對導尋將爾塵嘗層屬歲島峽幣帥師帳幫幹廣莊慶庫應廟廢開異棄張彈強歸當錄徹徑復後態憐總懷戀惡憶憂懶戲戰戶' +
  '撲擔據擋擠揮換損搶擁擇擬擴掃揚撥攝撐斷無舊時曠顯曉暫術機殺雜權條來楊極構標樣樹橋檢樓歐歡殘毀氣漢滿澤濟' +
  '濃潔測溫灣濕災爐點煉熱煩燒營爺犧狀獨獄獎獲獻現環產畢畫療癥發盜盤監蓋盡睜礎碼礙確禮禍種稱穩積競筆節範築' +
  '簡籌簽糧緊純紙級紛納紀約紅細終組結給絕統絡經綜綠維綱網線緒締練續纖縱縮織繼罰羅聯聲職聞肅腦腳臟臺興舊艦藝' +
  '蘇藥蘭蟲補裝複襲見規視覺覽觀觸計訂認討讓訓議記講許論設訪證評識詞試詩誠話該詳語誤說請諸課調談諾謀謂謝譯護' +
  '讀豬貝負財責賢敗貨質販貪貧購貫貴貸費貿賀資賦賠賴贈趕趙車軌軟轉輪輕載較輔輛輸輯轄邊達遷過運還這進遠違連' +
  '遲適選遺鄭鄰釋裡錢鐵銀銷鎖鍵錯鎮鏡長門閉間閱隊陽陰陣階際陸陳險隨隱難電靜韓頁頂項順須預領頻題額顏類願風飛' +
  '飯飲館馬駐駕驗驅騙魚鳥鹽麥黃齊齒龍龜檔螢'
const traditionalOnly = new Set(traditional)

/** Texts of a catalogue with where they stand; functions are called with samples of every kind that they take. */
function* textsIn(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') {
    const texts = samples.flatMap((sample) => {
      try {
        const text: unknown = (value as (...args: readonly unknown[]) => unknown)(sample, sample, sample, sample)
        return typeof text === 'string' ? [text] : []
      } catch {
        return []
      }
    })
    expect(texts.length, path).toBeGreaterThan(0)
    for (const text of texts) yield [path, text]
  } else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) yield* textsIn(member, `${path}.${key}`)
}
const list = (...members: readonly string[]) => Object.assign([...members], { toString: () => '甲' })
const samples = ['甲', 0, 1, 2, list('甲'), list('甲', '乙'), true, undefined]

/** What the words of diagnostics tell apart: a name of an argument, and what it may be. */
const cases: Readonly<Record<string, readonly (string | number | readonly string[])[]>> = {
  reason: [
    ...['alias', 'after-end', 'bracket-open', 'colon-in-text', 'dash-after-key', 'empty-item', 'end', 'escape'],
    ...['indent', 'json-after-end', 'json-comma', 'json-key', 'json-no-comma', 'json-tab', 'json-value'],
    ...['json-value-missing', 'list-in-map', 'no-colon', 'quote-open', 'text-start', 'unexpected'],
  ],
  what: [
    ...['control', 'directive', 'key', 'merge', 'number', 'large-number', 'tag', 'other'],
    ...['day', 'no-such-day', 'text'],
  ],
  problem: [
    ...['no-subject', 'two-subjects', 'no-operator', 'two-operators', 'join-with-subject', 'join-with-join', 'other'],
    ...['no-way', 'two-ways', 'sum-and-over', 'distinct-without-sum', 'where-with-holds', 'across-inside-entry'],
    ...['not-a-number', 'scale-or-options', 'unsure-reserved', 'across-missing', 'across-without-entries'],
    ...['follow-up-order', 'follow-up-of-unscored', 'remedy-missing', 'suite-with-sections', 'no-scoring'],
    ...['nothing-asked', 'entries', 'follow-up', 'no-level'],
  ],
  rule: [
    ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ],
  found: ['text', 'number', 'yes-no', 'list', 'map', 'nothing', '', 0, 3],
  expected: [['text', 'number', 'list', 'map'], 'whole-number', 'choice', 'multi', 'date', 'datetime', 'integer'],
  type: ['choice', 'multi', 'number', 'time', 'text', 'truth', 'determination', 'question'],
  kind: [
    ...['question', 'fact', 'option', 'group', 'scale', 'source', 'determination', 'outcome', 'inventory', 'band'],
    ...['alternative', 'ruleset', 'common file'],
  ],
  operator: [''],
  inventory: [''],
  allowed: [['甲']],
  keys: [['甲'], []],
  known: [[]],
  looks: [
    ['kebab-case'],
    ['major.minor.patch, in quotes'],
    ['the major version, in quotes'],
    ['12 hours, 10 working-days'],
  ],
  max: [Infinity],
  current: ['3.0.0'],
}

const names = ['甲', '乙']
const usual: Args = {
  ...{ file: '甲.yaml', key: '甲', name: '甲', id: '甲', line: 2, limit: 2, found: '甲', value: '甲', written: '甲' },
  ...{ keys: names, expected: ['text'], allowed: names, known: names, options: names, ids: names, looks: [] },
  ...{ bytes: 100, was: '甲', now: '乙', subject: '甲', operator: '甲', question: '甲', fact: '甲', inventory: '甲' },
  ...{ from: 1, before: 1, gate: '甲', model: '甲', ruleset: '甲', wanted: '1', folder: '甲', option: '甲' },
  ...{
    entry: '甲',
    case: '甲',
    what: '甲',
    current: '1.0.0',
    min: 1,
    max: 2,
    detail: '甲',
    rule: 'minimum',
    type: 'text',
  },
}

function* textsOfDiagnostics(): Generator<readonly [path: string, text: string]> {
  const every: Args[] = [
    usual,
    { ...usual, expected: 'text' },
    ...Object.entries(cases).flatMap(([name, values]) => values.map((value): Args => ({ ...usual, [name]: value }))),
  ]
  for (const code of Object.keys(codes) as (keyof typeof codes)[]) {
    const { title, about, says, fix } = words.diagnostics[code]
    yield [`${code} title`, title]
    yield [`${code} about`, about]
    for (const args of every) {
      // One expects several kinds of value, the other one kind of answer.
      if (Array.isArray(args.expected) !== code.startsWith('schema/')) continue
      yield [`${code} says`, says(args)]
      yield [`${code} fix`, fix(args)]
      yield [`${code} fix`, fix(args, '甲')]
    }
  }
}

const { error, warning, fix, summary } = words.listing
const counts = [
  { errors: 1, warnings: 0, notices: 0, files: 1 },
  { errors: 0, warnings: 2, notices: 0, files: 2 },
  { errors: 3, warnings: 2, notices: 0, files: 2 },
]
const texts = [
  ...textsOfDiagnostics(),
  ...[error, warning, fix, ...counts.map(summary)].map((text) => ['listing', text] as const),
  ...textsIn(words.report, 'report'),
  ...textsIn(words.summary, 'summary'),
  ...textsIn(words.terminal, 'terminal'),
  ...textsIn(words.interview, 'interview'),
].filter(([path]) => !path.includes('.languages.'))

/** A text without what stays as it is: commands, and what stands in quotes as code. */
const prose = (text: string): string =>
  text
    .replace(/“[^”]*”|"[^"]*"|'[^']*'|\{[^}]*\}|\[[^\]]*\]/gu, '“”')
    .replace(/\b(?:flowready [\x20-\x7e]*|source <[\x20-\x7e]*)/gu, '“”')
    .replace(/^ {2}some\.question.*$/gmu, '')

const those = (wrong: (text: string) => boolean) => texts.filter(([, text]) => wrong(text))

describe('the words in Simplified Chinese', () => {
  it('are in simplified characters', () => {
    expect(traditionalOnly.size).toBeGreaterThan(300)
    expect(those((text) => [...text].some((it) => traditionalOnly.has(it)))).toEqual([])
  })

  it('are the words of the Mainland', () => {
    const elsewhere = /资讯|资料|档案|预设|萤幕|网路|软体|程式|视窗|滑鼠|伺服|存取|列印|私隐|透过|数位/u
    expect(those((text) => elsewhere.test(text))).toEqual([])
  })

  it('hold no English sentence', () => {
    expect(those((text) => /[a-z]+(?:[ ,]+[a-z]+){2,}/iu.test(prose(text)))).toEqual([])
  })

  it('have full-width punctuation', () => {
    const half = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|[，。；：？！、（）] | [，。；：？！、）]/u
    expect(those((text) => half.test(prose(text)))).toEqual([])
  })

  it('keep Chinese apart from Latin letters', () => {
    // The samples `true` and `undefined` may stand beside Chinese, as Chinese samples do.
    const tight = /\p{Script=Han}(?!true|undefined)[a-z]|[a-z](?<!true|undefined)\p{Script=Han}/iu
    expect(those((text) => tight.test(prose(text)))).toEqual([])
  })

  it('end a sentence as Chinese does', () => {
    expect(those((text) => /\p{Script=Han}\.(?:\s|$)/u.test(text))).toEqual([])
  })
})
