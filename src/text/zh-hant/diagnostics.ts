import { many, one, shorten, type DiagnosticWords, type ListingWords } from '../diagnostic-words.js'
import type { Args } from '../../diagnostics/diagnostic.js'
import { checkDiagnostics } from './checks.js'
import { migrationDiagnostics } from './migration.js'
import { pageDiagnostics } from './pages.js'
import { pathDiagnostics } from './paths.js'
import { themeDiagnostics } from './theme.js'
import { translationDiagnostics } from './translations.js'

/** A name or a value from a file, in quotes. */
const quote = (text: string): string => `「${shorten(text, 60)}」`
const the = (args: Args, name: string): string => quote(one(args, name))

const choices = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join('、')}${last}${words.at(-1)}`
/** A list that stays readable, however long it is. */
const some = (words: readonly string[], most = 12): string => {
  const short = words.slice(0, most).map((word) => shorten(word, 40))
  return words.length <= most ? choices(short, ' 或 ') : `${short.join('、')}……（共 ${words.length} 個）`
}
const all = (words: readonly string[]): string => choices(words.map(quote), '及')

const number = (args: Args, name: string): number => Number(args[name] ?? 0)
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `是否指「${suggestion}」？`

const kinds: Readonly<Record<string, string>> = {
  text: '文字',
  number: '數字',
  'whole-number': '整數',
  'yes-no': '「true」或「false」',
  list: '列表',
  map: '鍵值組',
  nothing: '空白',
}
const kind = (word: string): string => kinds[word] ?? word

/** A value as it was written, where that is known, else as it was read. */
const written = (args: Args): string => (args.written !== undefined ? one(args, 'written') : one(args, 'value'))
const foundValue = (args: Args): string => {
  const found = one(args, 'found')
  const value = shorten(written(args), 60)
  switch (found) {
    case 'text':
      return `文字「${value}」`
    case 'number':
      return `數字 ${value}`
    case 'yes-no':
      return `「${value}」`
    default:
      return kind(found)
  }
}

const syntax: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  alias: ['以 * 開首的字詞代表前文已命名的部分，但前文並無此名稱。', '請把文字放入引號。'],
  'after-end': ['值在此之前已經完結，其後卻仍有內容。', '請把整段文字放入引號；單引號內的撇號須寫兩次。'],
  'bracket-open': ['方括號或大括號未有關閉，或其中欠缺逗號。', '請以 ] 或 } 關閉，並以逗號分隔各項。'],
  'colon-in-text': ['冒號後接空格會開始新的鍵，但此處不可有鍵。', '請把整段文字放入引號。'],
  'dash-after-key': ['列表不可與其鍵同在一行開始。', '請把列表移到下一行，或把文字放入引號。'],
  'empty-item': ['列表內的列表以空白項開始。', '請在短橫線後填寫值，或刪去短橫線。'],
  end: ['檔案在應有值之處便告結束。', '請檢查檔案是否完整。'],
  escape: ['雙引號內的反斜線之後，不可使用此寫法。', '要寫反斜線請用 \\\\，或改用單引號。'],
  indent: ['此行的縮排與同組其他各行不一致。', '請把縮排改為與相鄰各行一致。'],
  'json-after-end': ['JSON 值已經完結，其後卻仍有內容。', '請刪去多餘內容，或檢查之前的括號。'],
  'json-comma': ['最後一項之後多了逗號。', '請刪去逗號。'],
  'json-key': ['此處應有以雙引號括起的鍵。', '請以雙引號括起鍵；JSON 不容許註解。'],
  'json-no-comma': ['欠缺逗號，或括號未有關閉。', '請以逗號分隔各項。'],
  'json-tab': ['文字內有定位字元。', '請改寫為 \\t 或空格。'],
  'json-value': ['這不是 JSON 值。', '文字請放入雙引號；數字請寫成一般十進數；其餘只可寫 true、false 或 null。'],
  'json-value-missing': ['此處應有值。', '請填寫值，或刪去其鍵。'],
  'list-in-map': ['鍵之間夾雜了列表項。', '請把列表縮排到所屬的鍵之下。'],
  'no-colon': ['鍵之後必須有冒號及空格。', '請寫成「key: value」；如屬上文的一部分，請加縮排。'],
  'quote-open': ['由此開始的引號未有關閉。', '請在文字結尾加上引號。'],
  'text-start': ['文字如以此字元開首，必須放入引號。', '請把整段文字放入引號。'],
  unexpected: ['檔案由此處起無法讀取。', '請檢查此行及上一行的縮排、引號、括號及冒號。'],
}
const syntaxOf = (args: Args): readonly [says: string, fix: string] => syntax[one(args, 'reason')] ?? syntax.unexpected!

const unsupported: Readonly<Record<string, readonly [says: (args: Args) => string, fix: string]>> = {
  control: [() => '文字內有控制字元。', '請把它刪去。'],
  directive: [(args) => `不支援指示語${the(args, 'written')}。`, '請刪去該行。'],
  key: [() => '鍵必須是文字，不可是數字、列表、true、false 或 null。', '請把鍵放入引號。'],
  merge: [() => '不支援合併鍵 <<。', '請逐一寫出它所帶入的鍵。'],
  number: [
    (args) => `不同程式對數字${the(args, 'written')}的寫法會有不同解讀。`,
    '請寫成一般十進數；如屬文字（例如以零開首的編號），請放入引號。',
  ],
  'large-number': [
    (args) => `數字${the(args, 'written')}過大，無法準確保存。`,
    '如屬文字（例如編號），請放入引號；否則請檢查數字。',
  ],
  tag: [() => '不支援標籤（以 ! 開首的字詞）。', '請刪去標籤；如文字本身以 ! 開首，請放入引號。'],
}
const unsupportedOf = (args: Args): readonly [says: (args: Args) => string, fix: string] =>
  unsupported[one(args, 'what')] ?? [() => '不支援這種值。', '請寫成文字並放入引號。']

const bounds: Readonly<Record<string, (limit: number) => string>> = {
  minimum: (limit) => `不可小於 ${limit}`,
  maximum: (limit) => `不可大於 ${limit}`,
  exclusiveMinimum: (limit) => `必須大於 ${limit}`,
  exclusiveMaximum: (limit) => `必須小於 ${limit}`,
  multipleOf: (limit) => `必須是 ${limit} 的倍數`,
}

const sizes: Readonly<Record<string, (n: number) => string>> = {
  Items: (n) => `${n} 項`,
  Length: (n) => `${n} 個字元`,
  Properties: (n) => `${n} 個鍵`,
}
const size = (args: Args): string => {
  const rule = one(args, 'rule')
  const counted = sizes[rule.slice(3)] ?? ((n: number) => `${n} 個值`)
  const found = number(args, 'found')
  if (rule === 'minLength' && found === 0) return '文字空白。'
  if (found === 0) return `此處空白；至少須有 ${counted(number(args, 'limit'))}。`
  return `此處有 ${counted(found)}；${rule.startsWith('min') ? '至少須有' : '最多可有'} ${counted(number(args, 'limit'))}。`
}

/** How versions and deadlines are written, by what the schemas say of them. */
const forms: Readonly<Record<string, string>> = {
  'major.minor.patch, in quotes': '「major.minor.patch」的樣式，並放入引號',
  'the major version, in quotes': '主版本號，並放入引號',
  '12 hours, 10 working-days': '「12 hours」或「10 working-days」的樣式',
}
const looks = (args: Args): string => {
  const [like] = many(args, 'looks')
  if (like === undefined || like === '') return ''
  if (like.startsWith('kebab-case')) return '只用小寫英文字母、數字及連字號，並以點分隔主題'
  return forms[like] ?? `「${like}」`
}

const named: Readonly<Record<string, string>> = {
  question: '問題',
  fact: '事實',
  derived: '衍生事實',
  option: '選項',
  group: '組別',
  scale: '選項表',
  section: '部分',
  source: '來源',
  determination: '判定',
  rule: '規則',
  outcome: '結果',
  inventory: '清單',
  gate: '上限條件',
  band: '級別',
  alternative: '替代方案',
  ruleset: '規則集',
  'common file': '共用檔案',
}
const kindOfName = (args: Args): string => named[one(args, 'kind')] ?? one(args, 'kind')

const conditions: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  'no-subject': ['此條件沒有比較對象：未有指明事實、判定或問題。', '請指明所比較的是甚麼，例如「fact: flow.from」。'],
  'two-subjects': ['此條件指明了多於一個事實、判定或問題。', '請為每個對象各寫一個條件，再以「all」或「any」連結。'],
  'no-operator': ['此條件只指明對象，未有說明要符合甚麼。', '請加上比較，例如「is」、「in」或「atLeast」。'],
  'two-operators': ['此條件作了多於一項比較。', '請為每項比較各寫一個條件，再以「all」或「any」連結。'],
  'join-with-subject': ['此條件既有比較，又有「all」、「any」或「not」。', '請把比較移到「all」或「any」之下的列表。'],
  'join-with-join': ['此條件同時有「all」、「any」及「not」當中多於一個。', '請把其中一個放在另一個之內。'],
}
const conditionOf = (args: Args): readonly [says: string, fix: string] =>
  conditions[one(args, 'problem')] ?? [
    '此條件並不完整。',
    '請寫一個對象及一項比較，或寫「all」、「any」及「not」其中一個。',
  ]

type Say = readonly [says: (id: string) => string, fix: string]

const ways = '「holds」、「sum」、「count」、「some」及「every」其中一個'
const derivedShapes: Readonly<Record<string, Say>> = {
  'no-way': [(id) => `${id}沒有說明如何得出。`, `請加上${ways}。`],
  'two-ways': [(id) => `${id}說明了多於一種得出方法。`, `請只保留${ways}。`],
  'sum-and-over': [(id) => `${id}須同時有「sum」及「over」。`, '請在「sum」寫明要加總的數字，並在「over」寫明清單。'],
  'distinct-without-sum': [
    (id) => `${id}有「distinct」，卻沒有加總。`,
    '請刪去「distinct」，或加上「sum」及「over」。',
  ],
  'where-with-holds': [(id) => `${id}同時有「holds」及「where」。`, '請把「where」的條件併入「holds」的條件。'],
  'across-inside-entry': [
    (id) => `${id}涵蓋所有項目，不可屬於其中一個項目。`,
    '請把它定義為整個機構的事實，不用「forEach」。',
  ],
  'distinct-conditional': [
    (id) => `${id}所用的不同人數取自並非必定提問的事實。`,
    "請刪去該事實的 'when'、'from' 及 'until'。",
  ],
  'below-zero': [(id) => `${id}加總的數字可能小於 0。`, '請為該事實設定不小於 0 的「min」。'],
  'not-a-number': [(id) => `${id}加總的並非數字。`, '請指明類型為數字的事實。'],
}
const questionShapes: Readonly<Record<string, Say>> = {
  'scale-or-options': [(id) => `${id}須有「scale」，或有自己的「options」。`, '請加上兩者之一。'],
  'unsure-reserved': [
    (id) => `${id}有「unsure」這個選項，但每條問題本身已有此選項。`,
    '請刪去該選項，或改用另一個 id。',
  ],
  'across-missing': [
    (id) => `${id}就每個項目發問，但沒有說明各項目如何合計。`,
    '請加上「across: mean」或「across: worst」。',
  ],
  'across-without-entries': [(id) => `${id}有「across」，但只發問一次。`, '請刪去「across」，或加上「forEach」。'],
  'follow-up-order': [(id) => `${id}所跟進的問題，並非位於同一部分而在其之上。`, '請把它移到該問題之下。'],
  'follow-up-of-unscored': [
    (id) => `${id}所跟進的問題僅供參考，永遠不會達標。`,
    '請改為跟進計分問題，或改用事實及「when」。',
  ],
  'remedy-missing': [(id) => `${id}須計分，但沒有補救措施。`, '請加上「remedy」，寫明所需工作、工作量及負責人。'],
}
const modelShapes: Readonly<Record<string, Say>> = {
  'suite-with-sections': [
    () => '綜合規則集（「includes」）不可有自己的部分。',
    '請把各部分移到獨立的規則集，再把它納入。',
  ],
  'no-scoring': [() => '有各個部分，但沒有「scoring」。', '請加上「scoring: {model: weighted}」。'],
  'nothing-asked': [() => '既沒有「sections」，也沒有「includes」。', '請加上須計分的部分。'],
  entries: [(model) => `計分模型${model}不容許就每個項目設部分。`, '請刪去「forEach」，或改用「weighted」模型。'],
  'follow-up': [(model) => `計分模型${model}不容許跟進問題。`, '請刪去「after」，或改用「weighted」模型。'],
  'no-level': [(model) => `計分模型${model}要求每條問題都有「level」。`, '請加上「level: 1」或更高。'],
}
const shape = (table: Readonly<Record<string, Say>>, args: Args): Say =>
  table[one(args, 'problem')] ?? [(id) => `${id}並不完整：${one(args, 'problem')}。`, '請與通過驗證的例子比較。']

const types: Readonly<Record<string, string>> = {
  choice: '單選',
  multi: '多選',
  number: '數字',
  time: '日期或時間',
  text: '自由文字',
  truth: '是非類衍生事實',
  determination: '判定',
  question: '計分問題',
}
const comparisons: Readonly<Record<string, string>> = {
  choice: '單選請以「is」或「in」與其選項比較。',
  multi: '多選請以「includes」與其中一個選項比較。',
  number: '數字請以「atLeast」、「atMost」、「moreThan」或「lessThan」，與限值之內的數字比較。',
  time: '日期請以「atLeast」、「atMost」、「moreThan」或「lessThan」，與日期（例如 2026-11-20）比較。',
  text: '自由文字無法比較。請改為單選問題。',
  truth: '請只寫該事實：它要麼成立，要麼不成立。',
  determination: '判定請以「is」、「in」或「offers」比較。',
  question: '問題請以「attainsLessThan」比較。',
}

/** Why a file could not be read; what is not here is shown as the system says it. */
const reasons: Readonly<Record<string, string>> = {
  'it is a device, not a file': '這是裝置，並非檔案',
  'permission denied': '沒有權限',
  'the disk or network reports an error': '磁碟或網絡出現錯誤',
  'its links lead in a circle': '連結互相循環',
  'too many files are open': '開啟的檔案過多',
  'its name is too long': '檔案名稱過長',
  'another program holds it': '其他程式正在使用',
}

/** The words of diagnostics in Traditional Chinese. */
export const diagnostics: DiagnosticWords = {
  ...checkDiagnostics,
  ...migrationDiagnostics,
  ...translationDiagnostics,
  'file/not-found': {
    title: '找不到檔案',
    says: (args) => `找不到檔案${the(args, 'file')}。`,
    fix: (_args, suggestion) => mean(suggestion, '請檢查名稱及資料夾。'),
    about: '所指的路徑並無檔案，因此沒有讀取任何內容。',
  },
  'file/not-readable': {
    title: '檔案無法讀取',
    says: (args) =>
      `檔案${the(args, 'file')}無法讀取${args.detail === undefined ? '' : `：${reasons[one(args, 'detail')] ?? one(args, 'detail')}`}。`,
    fix: () => '請確定你有權讀取該檔案，而且沒有其他程式正在使用它。',
    about: '系統拒絕開啟或讀取該檔案，通常是權限問題。',
  },
  'file/directory': {
    title: '是資料夾，並非檔案',
    says: (args) => `${the(args, 'file')}是資料夾。`,
    fix: () => '請指明其中的檔案。',
    about: '此處需要檔案。可處理多個檔案的指令也接受資料夾，但此處不接受。',
  },
  'file/too-large': {
    title: '檔案過大',
    says: (args) =>
      `檔案${the(args, 'file')}過大${args.bytes === undefined ? '' : `（${megabytes(number(args, 'bytes'))}）`}${args.limit === undefined ? '' : `；最多只讀取 ${megabytes(number(args, 'limit'))}`}。`,
    fix: () => '請確定沒有選錯檔案。',
    about: '規則集及答案檔案都很小。非常大的檔案幾乎必然是選錯了，而且會用盡記憶體。',
  },
  'file/not-text': {
    title: '並非文字檔案',
    says: (args) => `檔案${the(args, 'file')}不是 UTF-8 文字。`,
    fix: () => '如沒有選錯檔案，請用編輯器開啟，再以 UTF-8 儲存。',
    about: '規則集及答案檔案均為 UTF-8 文字。Word、Excel 及 PDF 檔案並非文字；以 GBK 或 Big5 儲存的文字也不適合。',
  },
  'file/vanished': {
    title: '檔案在讀取期間消失',
    says: (args) => `檔案${the(args, 'file')}在讀取期間消失。`,
    fix: () => '請待沒有其他程式更改該資料夾時，再執行指令。',
    about: '指令查看時檔案仍在，讀取時卻已不在。可能有其他程式正在搬移或同步檔案。',
  },
  'file/empty': {
    title: '空白檔案',
    says: (args) => `檔案${the(args, 'file')}沒有內容。`,
    fix: () => '請填寫內容，或以「flowready new」建立新檔案。',
    about: '檔案沒有內容，或只有註解，因此無從處理。',
  },
  'file/set-aside': {
    title: '輸入已擱置',
    says: (args) => `工作程式多次處理${the(args, 'file')}仍未能完成：${one(args, 'reason')}。`,
    fix: () => '請在一部機器上單獨評分此檔案，以取得詳情：flowready score FILE --debug。',
    about:
      '經佇列批量評分時，此輸入先後交給多個工作程式，均告失敗，因此擱置，讓其餘輸入得以完成。這是 flowready 或機器的問題，並非答案的問題。',
  },

  'yaml/syntax': {
    title: '檔案無法解讀',
    says: (args) => syntaxOf(args)[0],
    fix: (args) => syntaxOf(args)[1],
    about:
      'YAML 按縮排、冒號、引號及短橫線解讀；JSON 按括號、逗號及引號解讀。其中一個放錯位置，其後的內容便不可靠，因此整個檔案都不會讀取。',
  },
  'yaml/tab': {
    title: '以定位字元縮排',
    says: () => '此行以定位字元（Tab）縮排。',
    fix: () => '請改用空格，並把編輯器設定為以空格縮排 YAML。',
    about: 'YAML 禁止以定位字元縮排，因為不同程式顯示的闊度各異。',
  },
  'yaml/duplicate-key': {
    title: '鍵重複',
    says: (args) => `鍵${the(args, 'key')}在第 ${one(args, 'line')} 行已經出現。`,
    fix: () => '請保留其中一個。',
    about: '鍵如出現兩次，程式會取其中一個值而不作提示；原意為何，只有作者知道。',
  },
  'yaml/too-deep': {
    title: '層數過多',
    says: (args) => `此處的列表及鍵值組超過 ${one(args, 'limit')} 層。`,
    fix: () => '請確定沒有選錯檔案，並確定沒有別名（*name）代表它自己所在的部分。',
    about:
      '規則集或答案檔案不會有這麼多層。讀取這類檔案可能令程式耗盡資源，因此拒絕讀取。包含自己的別名永無終止，同樣不會讀取。',
  },
  'yaml/too-many-values': {
    title: '值過多',
    says: (args) => `檔案所代表的值超過 ${number(args, 'limit')} 個。`,
    fix: () => '請確定沒有選錯檔案，並逐一寫出別名（*name）所代表的內容。',
    about: '只需少量別名，一個短檔案便可代表數以十億計的值。這類檔案在用盡記憶體之前已被拒絕。',
  },
  'yaml/several-documents': {
    title: '一個檔案內有多份文件',
    says: () => '第二份文件由此開始。',
    fix: () => '請把它移到獨立的檔案，或刪去「---」一行。',
    about: 'YAML 容許同一檔案內有多份文件，以 --- 分隔。此處每個檔案只可有一份文件，以免遺漏。',
  },
  'yaml/unsupported-value': {
    title: '不支援的值',
    says: (args) => unsupportedOf(args)[0](args),
    fix: (args) => unsupportedOf(args)[1],
    about: 'YAML 有些寫法，各程式的解讀並不相同。此處一律拒絕，使檔案對所有人含義一致。',
  },

  'schema/unknown-key': {
    title: '不明的鍵',
    says: (args) => `此處沒有鍵${the(args, 'key')}。`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'known').length === 0 ? '請把它刪去。' : `請把它刪去，或改用：${some(many(args, 'known'))}。`,
      ),
    about: '不明的鍵會在沒有提示下被忽略，作者想表達的內容也隨之失去。',
  },
  'schema/missing-key': {
    title: '欠缺鍵',
    says: (args) => {
      const keys = many(args, 'keys')
      return keys.length === 0 ? '此處欠缺一個鍵。' : `此處欠缺${all(keys)}。`
    },
    fix: (args) => {
      const keys = many(args, 'keys').map((key) => `「${shorten(key, 40)}: …」`)
      return keys.length === 0 ? '請補上。' : `請加上${choices(keys, '及')}。`
    },
    about: '沒有這個鍵，便無法理解檔案。',
  },
  'schema/wrong-type': {
    title: '值的種類有誤',
    says: (args) => `此處應為${choices(many(args, 'expected').map(kind), '或')}，現為${foundValue(args)}。`,
    fix: (args) => {
      const expected = many(args, 'expected')
      const found = one(args, 'found')
      if (found === 'nothing') return '請在冒號後填寫值。'
      if (expected.includes('text') && found === 'yes-no')
        return `請寫 yes 或 no，或把該字詞放入引號："${shorten(written(args), 40)}"。`
      if (expected.includes('text') && found === 'number') return `請放入引號："${shorten(written(args), 40)}"。`
      if (expected.includes('number') && found === 'text') return '請只寫數字，不加引號、分隔符號或單位：100000。'
      if (expected.includes('list') && found !== 'map') return '請每項各佔一行，以短橫線開首；或全部放入方括號。'
      if (expected.includes('map')) return '請逐行寫成「key: value」，冒號後加空格。'
      return `請寫${choices(expected.map(kind), '或')}。`
    },
    about: '每個鍵只接受一種值。看似數字的文字，或 true、false 這類文字，須放入引號才會視作文字。',
  },
  'schema/not-allowed': {
    title: '並非可用的字詞',
    says: (args) => {
      const allowed = some(many(args, 'allowed'))
      const among = many(args, 'allowed').length === 1 ? ` ${allowed}` : `以下其中一個：${allowed}`
      return one(args, 'found') === '' ? `此處應為${among}。` : `${the(args, 'found')}並非${among}。`
    },
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'allowed').length === 1 ? `請寫 ${some(many(args, 'allowed'))}。` : '請選用其中一個字詞。',
      ),
    about: '這個鍵只接受指定的幾個字詞，每個字詞各有固定含義。',
  },
  'schema/pattern': {
    title: '寫法不符',
    says: (args) => {
      const what = one(args, 'what')
      if (what === 'no-such-day') return `曆上沒有 ${one(args, 'found')} 這一日。`
      if (what === 'day') return `${the(args, 'found')}並非按「年-月-日」寫成的日期。`
      const like = looks(args)
      return `${what === 'key' ? '鍵' : ''}${the(args, 'found')}的寫法不符${like ? `，應寫成：${like}` : ''}。`
    },
    fix: (args) =>
      one(args, 'what') === 'no-such-day'
        ? '請檢查月份及日子。'
        : one(args, 'what') === 'day'
          ? '請寫成 2026-11-20 的樣式。'
          : '請改為正確寫法。',
    about: 'id、版本及日期各只有一種寫法，以便在任何地方比較及查找。',
  },
  'schema/range': {
    title: '數字超出限值',
    says: (args) =>
      `數字 ${one(args, 'found')} 不符：${(bounds[one(args, 'rule')] ?? String)(number(args, 'limit'))}。`,
    fix: () => '請改用符合此限值的數字。',
    about: '數字按其含義設有限值：達標程度介乎 0 至 1，權重不可為負數。',
  },
  'schema/length': {
    title: '過短或過長',
    says: size,
    fix: (args) =>
      one(args, 'rule').startsWith('min')
        ? number(args, 'found') === 0
          ? '請填寫內容，或刪去該鍵。'
          : '請補上所欠的內容。'
        : '請縮短。',
    about: '文字、列表及鍵值組設有最小及最大長度，以免留空，並確保全部都能顯示。',
  },
  'schema/quote-version': {
    title: '版本沒有引號',
    says: (args) =>
      written(args) === one(args, 'value')
        ? `版本 ${shorten(written(args), 40)} 沒有放入引號，因此被當作數字。`
        : `版本沒有引號便會被當作數字：${shorten(written(args), 40)} 變成 ${shorten(one(args, 'value'), 40)}。`,
    fix: (args) => `請放入引號："${shorten(written(args), 40)}"。`,
    about: '作為數字，1.10 等於 1.1。放入引號，版本才會保持原樣。',
  },
  'schema/repeated': {
    title: '同一項重複',
    says: (args) => (one(args, 'found') === '' ? '此項在列表中出現兩次。' : `${the(args, 'found')}在列表中出現兩次。`),
    fix: () => '請刪去其中一個。',
    about: '這個列表的每一項只可出現一次。',
  },
  'schema/invalid': {
    title: '值無效',
    says: (args) => `不符合結構描述的規則${the(args, 'rule')}。`,
    fix: () => '請與通過驗證的例子比較。',
    about: '已公布的結構描述（schema）不容許這類檔案有這個值。',
  },

  'ruleset/unknown-name': {
    title: '名稱不存在',
    says: (args) => `沒有名為${the(args, 'name')}的${kindOfName(args)}。`,
    fix: (args, suggestion) => mean(suggestion, `請檢查名稱，或定義該名稱的${kindOfName(args)}。`),
    about: '問題、事實、選項等均以 id 指明。名稱如不存在，便永遠不會生效。',
  },
  'ruleset/duplicate-id': {
    title: 'id 重複',
    says: (args) => `另一${kindOfName(args)}已使用 id${the(args, 'id')}。`,
    fix: () => '請為其中一個改用另一個 id。',
    about: '一個 id 只代表一件事物。如有兩個，答案、譯文及報告便無法分辨。',
  },
  'ruleset/id-reused': {
    title: 'id 改變了含義',
    says: (args) => `id${the(args, 'id')}原指${the(args, 'was')}，現指${the(args, 'now')}。`,
    fix: () => '請使用新的 id。如含義不變，請恢復原來字句，或更新 ids.lock。',
    about: '各機構以往儲存的答案都用這個 id 指明問題。如含義已變，這些答案便會變成無人作過的回答。',
  },
  'ruleset/id-not-locked': {
    title: 'id 未列入 ids.lock',
    says: (args) => `id${the(args, 'id')}尚未列入 ids.lock。`,
    fix: (args) => `請把${the(args, 'id')}加入 ids.lock。`,
    about: '檔案 ids.lock 記錄每個 id 及其所指，確保不會用於其他事物。',
  },
  'ruleset/condition-shape': {
    title: '條件的寫法有誤',
    says: (args) => conditionOf(args)[0],
    fix: (args) => conditionOf(args)[1],
    about: '條件要麼是一個對象及一項比較，要麼是「all」、「any」及「not」其中一個，內含其他條件。',
  },
  'ruleset/impossible-comparison': {
    title: '永遠不會成立的比較',
    says: (args) => {
      const type = types[one(args, 'type')] ?? one(args, 'type')
      const subject = the(args, 'subject')
      return one(args, 'operator') === ''
        ? `${subject}屬${type}；此條件未有說明要符合甚麼。`
        : `${subject}屬${type}，永遠不會符合「${shorten(one(args, 'operator'), 40)}: ${shorten(one(args, 'value'), 40)}」。`
    },
    fix: (args, suggestion) => mean(suggestion, comparisons[one(args, 'type')] ?? '請使用與其類型相符的比較及值。'),
    about: '比較如永遠不成立，取決於它的內容對任何機構都不會出現。',
  },
  'ruleset/condition-names-question': {
    title: '條件取決於計分問題',
    says: (args) => `此條件取決於計分問題${the(args, 'question')}。`,
    fix: () => '請改用事實，或以「after」把取決於它的問題改為跟進問題。',
    about:
      '如某問題在另一問題答「否」後便消失，機構答「否」反而得分更高。只有在另一問題之後才有意義的問題，應為跟進問題。',
  },
  'ruleset/outside-entry': {
    title: '在項目以外使用項目的事實',
    says: (args) => `${the(args, 'fact')}須就${the(args, 'inventory')}的每個項目作答，但此處並非指某個項目。`,
    fix: (args) => `請加上「forEach: ${shorten(one(args, 'inventory'), 40)}」，或改用涵蓋各項目的衍生事實。`,
    about: '機構可有多項數據流動。離開其中一項，「數據流向何處？」便沒有單一答案。',
  },
  'ruleset/cycle': {
    title: '值互相循環',
    says: (args) =>
      `以下各項循環地互相取決：${many(args, 'ids')
        .map((id) => shorten(id, 60))
        .join(' → ')}。`,
    fix: () => '請刪去其中一項關係。',
    about: '每個值只計算一次，並在它所取決的值之後計算。循環之中沒有起點。',
  },
  'ruleset/derived-shape': {
    title: '衍生事實的寫法有誤',
    says: (args) => shape(derivedShapes, args)[0](`衍生事實${the(args, 'id')}`),
    fix: (args) => shape(derivedShapes, args)[1],
    about: '衍生事實只有一種得出方法：一個條件、一個總和、一個數目，或是否有項目（或每個項目都）符合某條件。',
  },
  'ruleset/question-shape': {
    title: '問題或部分的寫法有誤',
    says: (args) => shape(questionShapes, args)[0](the(args, 'id')),
    fix: (args) => shape(questionShapes, args)[1],
    about:
      '問題須有選項（自己的，或選項表的），並就不足之處有補救措施；就每個項目發問的部分，須說明各項目如何合計；跟進問題須位於其問題之下。',
  },
  'ruleset/bands-start': {
    title: '級別並非由 0 開始',
    says: (args) => `最低級別由 ${one(args, 'from')} 開始。`,
    fix: () => '請把第一個級別改為由 0 開始。',
    about: '由 0 至 100 的每個得分都必須屬於某個級別。',
  },
  'ruleset/bands-rise': {
    title: '級別並非由低至高',
    says: (args) =>
      `級別${the(args, 'id')}由 ${one(args, 'from')} 開始，並不高於前一個級別（${one(args, 'before')}）。`,
    fix: () => '請由最低至最高列出各級別。',
    about: '級別由最低至最高讀取；每個級別的起點都必須高於前一個。',
  },
  'ruleset/not-attainable': {
    title: '問題無法達到 0 或 1',
    says: (args) => `${the(args, 'id')}沒有達標程度為 ${one(args, 'value')} 的答案。`,
    fix: (args) => `請為它加上達標程度為 ${one(args, 'value')} 的答案。`,
    about: '全部選最佳答案必須得 100 分，全部選最差答案必須得 0 分。問題如不能達到兩者，其中一個便不可能出現。',
  },
  'ruleset/citation-missing': {
    title: '欠缺援引',
    says: (args) => `${the(args, 'id')}沒有援引來源。`,
    fix: () => '請加上「cites」，寫明來源、出處及核實情況。',
    about: '每項責任都必須可追溯至法例、合約、指引或標準，並說明援引如何核實。',
  },
  'ruleset/gate-not-downward': {
    title: '較佳答案會觸發上限條件',
    says: (args) => `${the(args, 'question')}的較佳答案會觸發上限條件${the(args, 'gate')}。`,
    fix: () => '上限條件請只用「attainsLessThan」，切勿放在「not」之內。',
    about: '較佳的答案絕不可令結果變差。因此上限條件只可由欠佳的答案觸發。',
  },
  'ruleset/model-shape': {
    title: '不符合計分模型的要求',
    says: (args) => shape(modelShapes, args)[0](the(args, 'model')),
    fix: (args) => shape(modelShapes, args)[1],
    about:
      '規則集有須計分的部分，或納入其他規則集。部分計分模型依循已公布的標準，該標準既不設就每個項目發問的部分，也不設跟進問題。',
  },
  'ruleset/includes-version': {
    title: '主版本與所要求的不同',
    says: (args) =>
      `綜合規則集要求${the(args, 'ruleset')}的版本 ${one(args, 'wanted')}，現有的是版本 ${one(args, 'found')}。`,
    fix: () => '請更改此處的版本，或安裝所要求的版本。',
    about: '主版本不同，答案的含義便有改變。因此綜合規則集須說明按哪個版本編寫。',
  },
  'ruleset/includes-suite': {
    title: '綜合規則集納入綜合規則集',
    says: (args) => `${the(args, 'ruleset')}本身是綜合規則集，或正是這個綜合規則集。`,
    fix: () => '請逐一納入其中的規則集。',
    about: '綜合規則集是若干一般規則集的加權平均。如再納入另一綜合規則集，各規則集的權重便無從確定。',
  },
  'ruleset/hidden-follow-up': {
    title: '跟進問題變為無須作答',
    says: (args) => `前一條問題未達標時，跟進問題${the(args, 'id')}便無須作答。`,
    fix: () => '請刪去「otherwise: hidden」，使它計作未達標。',
    about: '無須作答的跟進問題不計分，機構答「否」反而可能得分更高。此寫法只供匯入的問卷使用。',
  },
  'ruleset/unknown-placeholder': {
    title: '預留位置沒有對應事實',
    says: (args) => `沒有事實${the(args, 'name')}可填入這段文字。`,
    fix: (_args, suggestion) => mean(suggestion, '請使用事實的 id，或刪去大括號。'),
    about: '大括號內的文字會換成事實的值。事實如不存在，報告便會留下空缺。',
  },
  'ruleset/folder-name': {
    title: '資料夾與 id 不同',
    says: (args) => `規則集${the(args, 'id')}位於資料夾${the(args, 'folder')}。`,
    fix: () => '請使資料夾與規則集同名。',
    about: '規則集按資料夾名稱查找，因此兩者必須相同。',
  },

  'report/other-version': {
    title: '屬另一版本的報告',
    says: (args) => `這份報告屬格式版本 ${one(args, 'found')}；此處的 flowready 讀取格式版本 ${one(args, 'current')}。`,
    fix: (args) =>
      Number(one(args, 'found')) > Number(one(args, 'current'))
        ? '請更新 flowready：報告較新。'
        : '請用現有的 flowready 將其答案重新計分。',
    about: '版本號不同，表示報告中某些內容的寫法已經改變，不會猜測其原意。',
  },
  'answers/other-ruleset': {
    title: '屬另一規則集的答案',
    says: (args) => `這些答案屬於${the(args, 'found')}，而非${the(args, 'expected')}。`,
    fix: (_args, suggestion) => mean(suggestion, '請選擇這個規則集的檔案；以「flowready list」可列出各規則集。'),
    about: '答案只屬於一個規則集。以另一規則集計分，並無意義。',
  },
  'answers/other-major': {
    title: '屬另一主版本的答案',
    says: (args) => `這些答案按版本 ${one(args, 'found')} 作出；此處的規則集是版本 ${one(args, 'current')}。`,
    fix: (args) =>
      major(one(args, 'found')) > major(one(args, 'current'))
        ? '請更新 flowready 或規則集：答案比兩者都新。'
        : '請對檔案執行「flowready migrate」：它會列出須重新作答的問題。',
    about: '主版本不同，部分答案的含義已經改變。答案須先轉換，才會計分。',
  },
  'answers/hidden': {
    title: '無須作答的問題有答案',
    says: (args) => `${the(args, 'id')}已有答案，但按其他答案，此問題無須作答。`,
    fix: () => '請檢查它所取決的答案。此答案會保留，但不計分。',
    about: '有些問題只在某些答案之後才適用。無須作答的問題如有答案，會保留在檔案內，但不予理會。',
  },
  'answers/unknown-id': {
    title: '不明問題的答案',
    says: (args) => `規則集沒有問題或事實${the(args, 'id')}。`,
    fix: (_args, suggestion) => mean(suggestion, '請把它刪去，或檢查 id。此答案會保留，但不計分。'),
    about: '答案會保留在檔案內，但不起作用。通常是 id 拼寫有誤，以致另一條問題仍未作答。',
  },
  'answers/unknown-inventory': {
    title: '不明的清單',
    says: (args) => `規則集沒有清單${the(args, 'id')}。`,
    fix: (_args, suggestion) => mean(suggestion, '請把它刪去，或檢查名稱。內容會保留，但不計分。'),
    about: '各項目會保留在檔案內，但不起作用。',
  },
  'answers/misplaced': {
    title: '答案位置有誤',
    says: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? `${the(args, 'id')}只須就整個機構作答一次，不須就每個項目作答。`
        : `${the(args, 'id')}須就${the(args, 'inventory')}的每個項目作答，而非就整個機構作答一次。`,
    fix: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? '請移到機構的「answers」。'
        : `請移到「inventories: ${shorten(one(args, 'inventory'), 40)}」之下各項目的「answers」。`,
    about: '有些問題就整個機構作答一次，有些則就清單的每個項目作答。放錯位置的答案會保留，但不計分。',
  },
  'answers/wrong-type': {
    title: '答案的種類有誤',
    says: (args) => `${the(args, 'id')}的答案應為${answerKind(one(args, 'expected'))}，現為${the(args, 'found')}。`,
    fix: (args) => `請填寫${answerKind(one(args, 'expected'))}，或填「unsure」。`,
    about: '每條問題只接受一種答案。檔案如有不符的答案便不會計分，因為猜測只會更差。',
  },
  'answers/unknown-option': {
    title: '選項不存在',
    says: (args) => `${the(args, 'option')}不是${the(args, 'id')}的選項。`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'options').length === 0
          ? '請使用其中一個選項。'
          : `請使用其中一個：${some(many(args, 'options'))}。`,
      ),
    about: '只有問題的選項才可計分。檔案如有其他選項便不會計分。',
  },
  'answers/not-in-range': {
    title: '數字超出限值',
    says: (args) => `${the(args, 'id')}的數字 ${one(args, 'value')} 超出限值${within(args)}。`,
    fix: () => '請檢查數字及單位。',
    about: '問題對數字設有限值，例如人數不可為負數。檔案如有超出限值的數字便不會計分。',
  },
  'answers/not-applicable-refused': {
    title: '此處不可答「不適用」',
    says: (args) => `${the(args, 'id')}不可答「不適用」。`,
    fix: () => '請作答，或填「unsure」。',
    about: '跟進問題，以及作者註明的問題，只要發問便必然適用。',
  },
  'answers/exclusive-option': {
    title: '只可單獨選取的選項',
    says: (args) => `${the(args, 'id')}的選項${the(args, 'option')}不可與其他選項同選。`,
    fix: () => '請只保留這個選項，或只保留其他選項。',
    about: '「以上皆非」一類的選項，與其他所有選項互相矛盾。',
  },
  'answers/duplicate-entry': {
    title: '項目重複',
    says: (args) => `這份清單已有項目${the(args, 'entry')}。`,
    fix: () => '請為其中一個改用另一個 id。',
    about: '項目以 id 分辨。如有兩個相同，報告便無法說明所指何者。',
  },
  'answers/answer-and-not-applicable': {
    title: '既有答案又標明不適用',
    says: (args) => `${the(args, 'id')}已有答案，又標明不適用。`,
    fix: () => '請只保留「answer」或「notApplicable」。',
    about: '兩者互相矛盾，而且計算方法不同。',
  },
  'answers/evidence-missing': {
    title: '找不到佐證檔案',
    says: (args) => `找不到佐證${the(args, 'file')}，或無法讀取。`,
    fix: () => '請檢查路徑：路徑由答案檔案所在的資料夾起計。',
    about: '答案照常計分，但不視作有佐證。',
  },
  'answers/evidence-outside': {
    title: '佐證位於資料夾以外',
    says: (args) => `佐證${the(args, 'file')}位於答案檔案的資料夾以外。`,
    fix: () => '請複製到該資料夾或其子資料夾。',
    about: '檔案內的路徑絕不會指向其資料夾以外：收到該資料夾的人便有齊所有佐證，而檔案也不能指向他人的檔案。',
  },

  ...pathDiagnostics,
  ...themeDiagnostics,
  ...pageDiagnostics,

  'cases/failed': {
    title: '測試個案不通過',
    says: (args) =>
      `個案${the(args, 'case')}：${the(args, 'what')}應為${expected(args, 'expected')}，現為${expected(args, 'found')}。`,
    fix: () => '請修正規則集；如個案有誤，請修正其預期結果。',
    about: '測試個案說明規則集對指定答案必須得出甚麼。規則集與預期結果，必有一方有誤。',
  },
  'cases/unknown-name': {
    title: '測試個案提及不存在的名稱',
    says: (args) => `個案${the(args, 'case')}提及${the(args, 'name')}，但規則集沒有此名稱。`,
    fix: (_args, suggestion) => mean(suggestion, '請檢查名稱。'),
    about: '個案所指如不存在，便不能證明甚麼。',
  },
}

const major = (version: string): number => Number.parseInt(version, 10)
const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

const answers: Readonly<Record<string, string>> = {
  ...kinds,
  choice: '一個選項的 id',
  multi: '選項的列表',
  date: '日期，例如 2026-11-20',
  datetime: '日期及時間，例如 2026-11-20T09:30',
  integer: '整數',
}
const answerKind = (word: string): string => answers[word] ?? word

const within = (args: Args): string => {
  // A fact without a greatest value has an infinite one.
  if (args.max === Infinity) return `；應不小於 ${one(args, 'min')}`
  if (args.min !== undefined && args.max !== undefined) return `；應介乎 ${one(args, 'min')} 至 ${one(args, 'max')}`
  if (args.min !== undefined) return `；應不小於 ${one(args, 'min')}`
  return args.max === undefined ? '' : `；應不大於 ${one(args, 'max')}`
}

const expected = (args: Args, name: string): string => {
  const words = many(args, name)
  return words.length === 0 || (words.length === 1 && words[0] === '') ? '空白' : all(words)
}

/** The words around a list of diagnostics in Traditional Chinese. */
export const listing: ListingWords = {
  error: '錯誤',
  warning: '警告',
  notice: '提示',
  fix: '修正：',
  summary: ({ errors, warnings, notices, files }) => {
    const found = [
      ...(errors > 0 ? [`${errors} 個錯誤`] : []),
      ...(warnings > 0 ? [`${warnings} 個警告`] : []),
      ...(notices > 0 ? [`${notices} 個提示`] : []),
    ]
    return `${files} 個檔案有 ${choices(found, '及 ')}`
  },
  columns: { severity: '嚴重程度', place: '位置', problem: '問題', fix: '修正' },
  leftOut: (n) => `另有 ${n} 項因篇幅所限未有列出。`,
  wellFormed: '檔案沒有問題',
  root: '執行 flowready 時所在的資料夾。',
}
