import { many, one, shorten, type DiagnosticWords, type ListingWords } from '../diagnostic-words.js'
import type { Args } from '../../diagnostics/diagnostic.js'
import { checkDiagnostics } from './checks.js'
import { migrationDiagnostics } from './migration.js'
import { pageDiagnostics } from './pages.js'
import { pathDiagnostics } from './paths.js'
import { themeDiagnostics } from './theme.js'
import { translationDiagnostics } from './translations.js'

/** A name or a value from a file, in quotes. */
const quote = (text: string): string => `“${shorten(text, 60)}”`
const the = (args: Args, name: string): string => quote(one(args, name))
const brief = (args: Args, name: string): string => shorten(one(args, name), 40)

const choices = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join('、')}${last}${words.at(-1)}`
/** A list that stays readable, however long it is. */
const some = (words: readonly string[], most = 12): string => {
  const shown = words.slice(0, most).map((word) => shorten(word, 40))
  return words.length <= most ? shown.join('、') : `${shown.join('、')}……（共 ${words.length} 个）`
}
const all = (words: readonly string[]): string => choices(words.map(quote), '和')

const number = (args: Args, name: string): number => Number(args[name] ?? 0)
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `是否应为“${suggestion}”？`

const kinds: Readonly<Record<string, string>> = {
  text: '文本',
  number: '数字',
  'whole-number': '整数',
  'yes-no': '是非值（true 或 false）',
  list: '列表',
  map: '键值',
  nothing: '空值',
}
const kind = (word: string): string => kinds[word] ?? word
const kindsOf = (words: readonly string[]): string => choices(words.map(kind), '或')

/** A value as it was written, where that is known, else as it was read. */
const written = (args: Args): string => (args.written !== undefined ? one(args, 'written') : one(args, 'value'))
const foundValue = (args: Args): string => {
  const found = one(args, 'found')
  const value = shorten(written(args), 60)
  switch (found) {
    case 'text':
      return `文本“${value}”`
    case 'number':
      return `数字 ${value}`
    case 'yes-no':
      return `值 ${value}`
    default:
      return kind(found)
  }
}

const syntax: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  alias: ['以 * 开头的词指代前文已命名的部分，但前文没有这个名称。', '给文本加上引号。'],
  'after-end': ['值已经结束，后面却还有内容。', '给整段文本加上引号；单引号内的撇号要连写两个。'],
  'bracket-open': ['括号中的列表或键值没有闭合，或者缺少逗号。', '用 ] 或 } 闭合，成员之间用逗号分隔。'],
  'colon-in-text': ['冒号加空格表示一个新键，但此处不能有键。', '给整段文本加上引号。'],
  'dash-after-key': ['列表不能与它的键写在同一行。', '另起一行写列表，或给文本加上引号。'],
  'empty-item': ['列表中的列表以空项开头。', '在短横后写上值，或删去短横。'],
  end: ['此处应有值，文件却已结束。', '检查文件是否完整。'],
  escape: ['双引号内的反斜杠后面不能用这个字符。', '要写反斜杠请写 \\\\，或改用单引号。'],
  indent: ['此行缩进与同级的其他行不一致。', '与相邻各行对齐。'],
  'json-after-end': ['JSON 的值已经结束，后面却还有内容。', '删去多余内容，或检查前面的括号。'],
  'json-comma': ['最后一个成员后面多了逗号。', '删去这个逗号。'],
  'json-key': ['此处应为双引号内的键。', '用双引号写键；JSON 不支持注释。'],
  'json-no-comma': ['缺少逗号，或者括号没有闭合。', '成员之间用逗号分隔。'],
  'json-tab': ['文本中有制表符。', '写成 \\t，或改用空格。'],
  'json-value': ['这不是 JSON 的值。', '文本用双引号；数字写成普通十进制数；此外只能写 true、false 或 null。'],
  'json-value-missing': ['此处应有值。', '写上值，或删去它的键。'],
  'list-in-map': ['键之间出现了列表项。', '把列表缩进到它所属的键下面。'],
  'no-colon': ['键后面应有冒号和空格。', '写成“key: value”；如果属于上一行的文本，请缩进此行。'],
  'quote-open': ['此处开始的引号没有闭合。', '在文本末尾补上引号。'],
  'text-start': ['文本不加引号时不能以这个字符开头。', '给整段文本加上引号。'],
  unexpected: ['从此处起文件无法读取。', '检查此行和上一行的缩进、引号、括号和冒号。'],
}
const syntaxOf = (args: Args): readonly [says: string, fix: string] => syntax[one(args, 'reason')] ?? syntax.unexpected!

const unsupported: Readonly<Record<string, readonly [says: (args: Args) => string, fix: string]>> = {
  control: [() => '文本中有控制字符。', '删去它。'],
  directive: [(args) => `不支持指令${the(args, 'written')}。`, '删去此行。'],
  key: [() => '键必须是文本，不能是数字、列表、true、false 或 null。', '给键加上引号。'],
  merge: [() => '不支持合并键 <<。', '把要并入的键逐一写出。'],
  number: [
    (args) => `${the(args, 'written')}这种数字写法，各程序的读法不同。`,
    '写成普通十进制数；如果是文本（例如以 0 开头的编号），请加引号。',
  ],
  'large-number': [
    (args) => `${the(args, 'written')}数值过大，无法精确保存。`,
    '如果是文本（例如编号），请加引号；否则请核对数字。',
  ],
  tag: [() => '不支持标签（以 ! 开头的词）。', '删去标签；如果文本本身以 ! 开头，请加引号。'],
}
const unsupportedOf = (args: Args): readonly [says: (args: Args) => string, fix: string] =>
  unsupported[one(args, 'what')] ?? [() => '不支持这种值。', '写成普通文本并加引号。']

const bounds: Readonly<Record<string, (limit: number) => string>> = {
  minimum: (limit) => `不小于 ${limit}`,
  maximum: (limit) => `不大于 ${limit}`,
  exclusiveMinimum: (limit) => `大于 ${limit}`,
  exclusiveMaximum: (limit) => `小于 ${limit}`,
  multipleOf: (limit) => `为 ${limit} 的整数倍`,
}
const bound = (args: Args): string =>
  (bounds[one(args, 'rule')] ?? ((limit: number) => `为 ${limit}`))(number(args, 'limit'))

const sizes: Readonly<Record<string, string>> = { Items: '成员', Length: '字符', Properties: '键' }
const size = (args: Args): string => {
  const rule = one(args, 'rule')
  const word = sizes[rule.slice(3)] ?? '值'
  const found = number(args, 'found')
  const limit = number(args, 'limit')
  if (rule === 'minLength' && found === 0) return '此处文本为空。'
  if (found === 0) return `此处为空，至少需要 ${limit} 个${word}。`
  return `此处有 ${found} 个${word}，${rule.startsWith('min') ? '至少需要' : '最多允许'} ${limit} 个。`
}

/** Forms that schemas describe in English. */
const forms: Readonly<Record<string, string>> = {
  'major.minor.patch, in quotes': '主版本号.次版本号.修订号，加引号',
  'the major version, in quotes': '主版本号，加引号',
  '12 hours, 10 working-days': '例如 12 hours、10 working-days',
}
const looks = (args: Args): string => {
  const [like] = many(args, 'looks')
  if (like === undefined || like === '') return ''
  return like.startsWith('kebab-case') ? '小写字母、数字和连字符，主题之间用点分隔' : (forms[like] ?? like)
}

const named: Readonly<Record<string, string>> = {
  question: '问题',
  section: '章节',
  fact: '事实',
  option: '选项',
  group: '分组',
  scale: '量表',
  source: '依据',
  determination: '判定',
  outcome: '结论',
  inventory: '清单',
  band: '等级',
  gate: '封顶条件',
  alternative: '替代选项',
  ruleset: '规则集',
  'common file': '公共文件',
}
const kindOfName = (args: Args): string => named[one(args, 'kind')] ?? one(args, 'kind')

const conditions: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  'no-subject': ['此条件没有比较对象：未指明事实、判定或问题。', '指明比较对象，例如“fact: flow.from”。'],
  'two-subjects': ['此条件指明了不止一个事实、判定或问题。', '各写一个条件，再用“all”或“any”连接。'],
  'no-operator': ['此条件指明了比较对象，但没有说明如何比较。', '加上比较，例如“is”、“in”或“atLeast”。'],
  'two-operators': ['此条件作了不止一项比较。', '各写一个条件，再用“all”或“any”连接。'],
  'join-with-subject': ['此条件既有比较，又有“all”、“any”或“not”。', '把比较移到“all”或“any”下面的列表中。'],
  'join-with-join': ['“all”、“any”和“not”在此条件中出现了不止一个。', '把其中一个嵌套到另一个里面。'],
}
const conditionOf = (args: Args): readonly [says: string, fix: string] =>
  conditions[one(args, 'problem')] ?? ['此条件不完整。', '写一个比较对象和一项比较，或者写“all”、“any”、“not”之一。']

type Say = readonly [says: (id: string) => string, fix: string]

const ways = '“holds”、“sum”、“count”、“some”、“every”之一'
const derivedShapes: Readonly<Record<string, Say>> = {
  'no-way': [(id) => `${id}没有说明如何得出。`, `写上${ways}。`],
  'two-ways': [(id) => `${id}有不止一种得出方式。`, `只保留${ways}。`],
  'sum-and-over': [(id) => `${id}须同时有“sum”和“over”。`, '在“sum”中写要相加的数字，在“over”中写清单。'],
  'distinct-without-sum': [(id) => `${id}有“distinct”，却没有求和。`, '删去“distinct”，或加上“sum”和“over”。'],
  'where-with-holds': [(id) => `${id}同时有“holds”和“where”。`, '把“where”的条件并入“holds”。'],
  'across-inside-entry': [(id) => `${id}汇总全部条目，不能属于其中一个条目。`, '在企业层面定义，不写“forEach”。'],
  'distinct-conditional': [
    (id) => `${id}所用的不同人数取自并非总会提问的事实。`,
    "删去该事实的 'when'、'from' 和 'until'。",
  ],
  'below-zero': [(id) => `${id}相加的数字可能小于 0。`, "为该事实设定不小于 0 的 'min'。"],
  'not-a-number': [(id) => `${id}相加的内容不是数字。`, '改用数字类型的事实。'],
}
const questionShapes: Readonly<Record<string, Say>> = {
  'scale-or-options': [(id) => `${id}须有“scale”或自己的“options”，二者择一。`, '写上其中之一。'],
  'unsure-reserved': [(id) => `${id}设了选项“unsure”，而每个问题本来就有这个选项。`, '删去这个选项，或改用其他标识。'],
  'across-missing': [
    (id) => `${id}对每个条目提问，却没有说明各条目如何合计。`,
    '加上“across: mean”或“across: worst”。',
  ],
  'across-without-entries': [(id) => `${id}有“across”，但只提问一次。`, '删去“across”，或加上“forEach”。'],
  'follow-up-order': [(id) => `${id}是追问，但同一章节中它的前面没有所追问的问题。`, '移到所追问的问题之后。'],
  'follow-up-of-unscored': [
    (id) => `${id}所追问的问题仅供参考，不存在达成与否。`,
    '改为追问计分问题，或用事实和“when”。',
  ],
  'remedy-missing': [(id) => `${id}计分，却没有整改措施。`, '加上“remedy”，写明做什么、工作量和责任方。'],
}
const modelShapes: Readonly<Record<string, Say>> = {
  'suite-with-sections': [() => '套件（“includes”）不能有自己的章节。', '把章节移到单独的规则集，再将其纳入套件。'],
  'no-scoring': [() => '有章节，却没有“scoring”。', '加上“scoring: {model: weighted}”。'],
  'nothing-asked': [() => '既没有“sections”，也没有“includes”。', '加上要计分的章节。'],
  entries: [(model) => `计分模型${model}不允许按条目设置章节。`, '删去“forEach”，或改用计分模型“weighted”。'],
  'follow-up': [(model) => `计分模型${model}不允许追问。`, '删去“after”，或改用计分模型“weighted”。'],
  'no-level': [(model) => `计分模型${model}要求每个问题都有级别。`, '加上“level: 1”或更高的级别。'],
}
const shape = (table: Readonly<Record<string, Say>>, args: Args): Say =>
  table[one(args, 'problem')] ?? [(id) => `${id}不完整：${one(args, 'problem')}。`, '对照一份通过校验的文件。']

const types: Readonly<Record<string, string>> = {
  choice: '单选',
  multi: '多选',
  number: '数字',
  time: '日期或时间',
  text: '自由文本',
  truth: '是非型推导事实',
  determination: '判定',
  question: '计分问题',
}
const comparisons: Readonly<Record<string, string>> = {
  choice: '单选用“is”或“in”与其选项比较。',
  multi: '多选用“includes”与其中一个选项比较。',
  number: '数字用“atLeast”、“atMost”、“moreThan”或“lessThan”与其范围内的数字比较。',
  time: '日期用“atLeast”、“atMost”、“moreThan”或“lessThan”与 2026-11-20 这样的日期比较。',
  text: '自由文本不能比较，请改为单选。',
  truth: '只写事实本身：它要么成立，要么不成立。',
  determination: '判定用“is”、“in”或“offers”比较。',
  question: '问题用“attainsLessThan”比较。',
}

/** Why the system refuses a file. */
const reasons: Readonly<Record<string, string>> = {
  'it is a device, not a file': '这是设备，不是文件',
  'permission denied': '没有权限',
  'the disk or network reports an error': '磁盘或网络出错',
  'its links lead in a circle': '链接形成循环',
  'too many files are open': '打开的文件过多',
  'its name is too long': '文件名过长',
  'another program holds it': '文件被其他程序占用',
}

/** The words of diagnostics in Simplified Chinese. */
export const diagnostics: DiagnosticWords = {
  ...checkDiagnostics,
  ...migrationDiagnostics,
  ...translationDiagnostics,
  'file/not-found': {
    title: '找不到文件',
    says: (args) => `没有文件${the(args, 'file')}。`,
    fix: (_args, suggestion) => mean(suggestion, '检查文件名和文件夹。'),
    about: '所给路径没有文件，因此没有读取任何内容。',
  },
  'file/not-readable': {
    title: '文件无法读取',
    says: (args) =>
      `文件${the(args, 'file')}无法读取${args.detail === undefined ? '' : `：${reasons[one(args, 'detail')] ?? one(args, 'detail')}`}。`,
    fix: () => '检查是否有读取权限，以及文件是否被其他程序占用。',
    about: '系统拒绝打开或读取该文件，多半是权限问题。',
  },
  'file/directory': {
    title: '应为文件，却是文件夹',
    says: (args) => `${the(args, 'file')}是文件夹。`,
    fix: () => '改为其中的一个文件。',
    about: '此处应为文件。可处理多个文件的命令也接受文件夹，此处不接受。',
  },
  'file/too-large': {
    title: '文件过大',
    says: (args) =>
      `文件${the(args, 'file')}过大${args.bytes === undefined ? '' : `（${megabytes(number(args, 'bytes'))}）`}${args.limit === undefined ? '' : `，最多读取 ${megabytes(number(args, 'limit'))}`}。`,
    fix: () => '检查是否选错了文件。',
    about: '规则集和答卷都不大。特别大的文件几乎都是选错的，而且会耗尽内存。',
  },
  'file/not-text': {
    title: '不是文本文件',
    says: (args) => `文件${the(args, 'file')}不是 UTF-8 文本。`,
    fix: () => '如果文件没有选错，请用编辑器打开并另存为 UTF-8。',
    about: '规则集和答卷是 UTF-8 文本。Word、Excel 和 PDF 文件不是，按 GBK 或 Big5 保存的文本也不是。',
  },
  'file/vanished': {
    title: '读取时文件消失',
    says: (args) => `文件${the(args, 'file')}在读取过程中消失。`,
    fix: () => '待其他程序不再改动该文件夹后，重新运行命令。',
    about: '命令查找时文件还在，读取时已不存在。可能有其他程序正在移动或同步文件。',
  },
  'file/empty': {
    title: '空文件',
    says: (args) => `文件${the(args, 'file')}没有内容。`,
    fix: () => '填写内容，或用“flowready new”新建一份。',
    about: '文件没有内容，或只有注释，无可处理。',
  },
  'file/set-aside': {
    title: '输入已搁置',
    says: (args) => `工作进程多次处理${the(args, 'file')}仍未能完成：${one(args, 'reason')}。`,
    fix: () => '请在一台机器上单独评分此文件，以了解详情：flowready score FILE --debug。',
    about:
      '经队列批量评分时，此输入先后交给多个工作进程，均告失败，因此搁置，让其余输入得以完成。这是 flowready 或机器的问题，不是答案的问题。',
  },

  'yaml/syntax': {
    title: '文件无法解析',
    says: (args) => syntaxOf(args)[0],
    fix: (args) => syntaxOf(args)[1],
    about:
      'YAML 依靠缩进、冒号、引号和短横来读取，JSON 依靠括号、逗号和引号。其中一处有误，其后的内容都不可靠，因此整个文件不予读取。',
  },
  'yaml/tab': {
    title: '用制表符缩进',
    says: () => '此行用制表符缩进。',
    fix: () => '改用空格，并把编辑器设为用空格缩进 YAML。',
    about: 'YAML 禁止用制表符缩进，因为各程序显示的宽度不同。',
  },
  'yaml/duplicate-key': {
    title: '键重复',
    says: (args) => `键${the(args, 'key')}已出现在第 ${one(args, 'line')} 行。`,
    fix: () => '两处只保留一处。',
    about: '同一个键出现两次时，程序会不声不响地取其中一个值，而应取哪一个只有作者知道。',
  },
  'yaml/too-deep': {
    title: '嵌套过深',
    says: (args) => `此处列表和键值的嵌套超过 ${one(args, 'limit')} 层。`,
    fix: () => '检查是否选错了文件，以及有没有别名（*name）指代包含它自己的部分。',
    about:
      '规则集和答卷都不会嵌套这么深。读取这样的文件可能耗尽程序资源，因此拒绝读取。包含自身的别名没有尽头，同样拒绝读取。',
  },
  'yaml/too-many-values': {
    title: '值过多',
    says: (args) => `文件展开后超过 ${number(args, 'limit')} 个值。`,
    fix: () => '检查是否选错了文件，并把别名（*name）所指代的内容直接写出。',
    about: '几个别名就能让一个很短的文件展开为数十亿个值。这样的文件在耗尽内存之前即拒绝读取。',
  },
  'yaml/several-documents': {
    title: '一个文件中有多个文档',
    says: () => '此处开始了第二个文档。',
    fix: () => '把它放到单独的文件中，或删去“---”这一行。',
    about: 'YAML 允许一个文件包含多个文档，以 --- 分隔。本工具规定一个文件只含一个文档，以免遗漏。',
  },
  'yaml/unsupported-value': {
    title: '不支持的值',
    says: (args) => unsupportedOf(args)[0](args),
    fix: (args) => unsupportedOf(args)[1],
    about: 'YAML 的某些写法，各程序的理解不同。本工具不接受这些写法，使文件对任何读者含义一致。',
  },

  'schema/unknown-key': {
    title: '未知的键',
    says: (args) => `此处没有键${the(args, 'key')}。`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'known').length === 0 ? '删去它。' : `删去它，或改用下列之一：${some(many(args, 'known'))}。`,
      ),
    about: '未知的键如果被默默忽略，作者要表达的内容也就丢失了。',
  },
  'schema/missing-key': {
    title: '缺少键',
    says: (args) => {
      const keys = many(args, 'keys')
      return keys.length === 0 ? '此处缺少键。' : `此处缺少${all(keys)}。`
    },
    fix: (args) => {
      const keys = many(args, 'keys').map((key) => `“${shorten(key, 40)}: …”`)
      return keys.length === 0 ? '补上。' : `补上${choices(keys, '和')}。`
    },
    about: '缺少这个键，文件就无法理解。',
  },
  'schema/wrong-type': {
    title: '值的类型不对',
    says: (args) => `此处应为${kindsOf(many(args, 'expected'))}，却是${foundValue(args)}。`,
    fix: (args) => {
      const expected = many(args, 'expected')
      const found = one(args, 'found')
      if (found === 'nothing') return '在冒号后写上值。'
      if (expected.includes('text') && found === 'yes-no')
        return `写 yes 或 no；如果是文本，请加引号："${shorten(written(args), 40)}"。`
      if (expected.includes('text') && found === 'number') return `加上引号："${shorten(written(args), 40)}"。`
      if (expected.includes('number') && found === 'text') return '只写数字，不加引号、分隔符或单位：100000。'
      if (expected.includes('list') && found !== 'map') return '每个成员单独一行，以短横开头；或全部写在方括号内。'
      if (expected.includes('map')) return '按“key: value”逐行书写，冒号后留一个空格。'
      return `改为${kindsOf(expected)}。`
    },
    about: '每个键只接受一种类型的值。看起来像数字或 true、false 的文本，须加引号才会保持为文本。',
  },
  'schema/not-allowed': {
    title: '不在允许的词之内',
    says: (args) => {
      const allowed = some(many(args, 'allowed'))
      const only = many(args, 'allowed').length === 1
      const should = only ? `此处应为“${allowed}”` : `此处应为下列之一：${allowed}`
      return one(args, 'found') === '' ? `${should}。` : `${the(args, 'found')}不可用。${should}。`
    },
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'allowed').length === 1 ? `改为“${some(many(args, 'allowed'))}”。` : '改用其中之一。',
      ),
    about: '这个键只接受少数几个词，每个词含义固定。',
  },
  'schema/pattern': {
    title: '书写格式不对',
    says: (args) => {
      const what = one(args, 'what')
      if (what === 'no-such-day') return `日历上没有 ${one(args, 'found')} 这一天。`
      if (what === 'day') return `${the(args, 'found')}不是按“年-月-日”书写的日期。`
      const like = looks(args)
      return `${what === 'key' ? '键' : ''}${the(args, 'found')}书写格式不对${like ? `，应为：${like}` : ''}。`
    },
    fix: (args) =>
      one(args, 'what') === 'no-such-day'
        ? '检查月份和日期。'
        : one(args, 'what') === 'day'
          ? '写成 2026-11-20 的形式。'
          : '改为规定的格式。',
    about: '标识、版本和日期各有唯一的书写格式，这样才能处处可比、可查。',
  },
  'schema/range': {
    title: '数字超出范围',
    says: (args) => `${one(args, 'found')} 超出范围，应${bound(args)}。`,
    fix: () => '检查数字及其单位，改用范围内的数字。',
    about: '数字的范围由其含义决定：达成度在 0 与 1 之间，权重不为负数。',
  },
  'schema/length': {
    title: '过短或过长',
    says: size,
    fix: (args) =>
      one(args, 'rule').startsWith('min')
        ? number(args, 'found') === 0
          ? '填写内容，或删去这个键。'
          : '补上缺少的内容。'
        : '缩短。',
    about: '文本、列表和键值有最小和最大长度，以免留空，并保证能够完整显示。',
  },
  'schema/quote-version': {
    title: '版本号没有引号',
    says: (args) =>
      written(args) === one(args, 'value')
        ? `版本号 ${shorten(written(args), 40)} 没有加引号，会被读作数字。`
        : `版本号不加引号会被读作数字：${shorten(written(args), 40)} 变成 ${brief(args, 'value')}。`,
    fix: (args) => `加上引号："${shorten(written(args), 40)}"。`,
    about: '作为数字，1.10 等于 1.1。加上引号，版本号才会原样保留。',
  },
  'schema/repeated': {
    title: '成员重复',
    says: (args) => (one(args, 'found') === '' ? '此项在列表中重复。' : `${the(args, 'found')}在列表中重复。`),
    fix: () => '删去其中一个。',
    about: '此列表中，每个成员只能出现一次。',
  },
  'schema/invalid': {
    title: '无效的值',
    says: (args) => `此处不符合 JSON Schema 的规则${the(args, 'rule')}。`,
    fix: () => '对照一份通过校验的示例。',
    about: '这类文件公布的 JSON Schema 不允许此值。',
  },

  'ruleset/unknown-name': {
    title: '名称不存在',
    says: (args) => `没有名为${the(args, 'name')}的${kindOfName(args)}。`,
    fix: (args, suggestion) => mean(suggestion, `检查名称，或定义这个${kindOfName(args)}。`),
    about: '问题、事实、选项等都以标识引用。指向不存在之物的名称永远不起作用。',
  },
  'ruleset/duplicate-id': {
    title: '标识重复',
    says: (args) => `标识${the(args, 'id')}已用于另一个${kindOfName(args)}。`,
    fix: () => '给其中一个换用其他标识。',
    about: '一个标识只指一项内容。标识重复时，回答、译文和报告都无从区分。',
  },
  'ruleset/id-reused': {
    title: '标识改作他用',
    says: (args) => `标识${the(args, 'id')}原指${the(args, 'was')}，现指${the(args, 'now')}。`,
    fix: () => '换用新的标识。如果含义没有改变，请恢复原来的文字，或更新 ids.lock。',
    about: '企业以前保存的回答引用了这个标识。含义一变，这些回答就成了没有人作过的回答。',
  },
  'ruleset/id-not-locked': {
    title: '标识尚未锁定',
    says: (args) => `标识${the(args, 'id')}尚未列入 ids.lock。`,
    fix: (args) => `把${the(args, 'id')}加入 ids.lock。`,
    about: 'ids.lock 记录每个标识及其含义，以免日后被改作他用。',
  },
  'ruleset/condition-shape': {
    title: '条件的写法不对',
    says: (args) => conditionOf(args)[0],
    fix: (args) => conditionOf(args)[1],
    about: '一个条件要么是一个比较对象加一项比较，要么是“all”、“any”、“not”之一，内含其他条件。',
  },
  'ruleset/impossible-comparison': {
    title: '永不成立的比较',
    says: (args) => {
      const type = types[one(args, 'type')] ?? one(args, 'type')
      const subject = the(args, 'subject')
      return one(args, 'operator') === ''
        ? `${subject}是${type}；此条件没有说明如何比较。`
        : `${subject}是${type}，“${brief(args, 'operator')}: ${brief(args, 'value')}”永不成立。`
    },
    fix: (args, suggestion) => mean(suggestion, comparisons[one(args, 'type')] ?? '改用与其类型相符的比较和值。'),
    about: '永不成立的比较，会使取决于它的内容对所有企业都不涉及。',
  },
  'ruleset/condition-names-question': {
    title: '条件取决于计分问题',
    says: (args) => `此条件取决于计分问题${the(args, 'question')}。`,
    fix: () => '改用事实，或用“after”把取决于它的问题设为追问。',
    about:
      '如果一个问题因另一个问题答“否”而消失，企业答“否”反而得分更高。只有在另一问题之后才有意义的问题，应设为追问。',
  },
  'ruleset/outside-entry': {
    title: '在条目之外使用条目的事实',
    says: (args) => `${the(args, 'fact')}按${the(args, 'inventory')}的每个条目分别回答，此处没有指定条目。`,
    fix: (args) => `加上“forEach: ${brief(args, 'inventory')}”，或改用汇总各条目的推导事实。`,
    about: '一家企业可能有多个数据流。不限定其中一个，“数据流向哪里？”就没有唯一的答案。',
  },
  'ruleset/cycle': {
    title: '循环依赖',
    says: (args) =>
      `以下各项循环依赖：${many(args, 'ids')
        .map((id) => shorten(id, 60))
        .join(' → ')}。`,
    fix: () => '去掉其中一处依赖。',
    about: '每个值只计算一次，且在它所依赖的值之后。循环依赖没有起点。',
  },
  'ruleset/derived-shape': {
    title: '推导事实的写法不对',
    says: (args) => shape(derivedShapes, args)[0](`推导事实${the(args, 'id')}`),
    fix: (args) => shape(derivedShapes, args)[1],
    about: '推导事实只能有一种得出方式：条件、求和、计数，或者有无条目、是否每个条目满足条件。',
  },
  'ruleset/question-shape': {
    title: '问题或章节的写法不对',
    says: (args) => shape(questionShapes, args)[0](the(args, 'id')),
    fix: (args) => shape(questionShapes, args)[1],
    about:
      '问题须有选项（自己的或量表的），并对不足之处写明整改措施；按条目设置的章节须说明各条目如何合计；追问须排在所追问的问题之后。',
  },
  'ruleset/bands-start': {
    title: '等级不从 0 开始',
    says: (args) => `最低等级从 ${one(args, 'from')} 开始。`,
    fix: () => '让第一个等级从 0 开始。',
    about: '0 至 100 的每个得分都必须落入某个等级。',
  },
  'ruleset/bands-rise': {
    title: '等级没有逐级升高',
    says: (args) => `等级${the(args, 'id')}从 ${one(args, 'from')} 开始，没有高于前一等级（${one(args, 'before')}）。`,
    fix: () => '按从低到高的顺序列出等级。',
    about: '等级按从低到高读取，每个等级的起点必须高于前一个。',
  },
  'ruleset/not-attainable': {
    title: '问题不能达到 0 或 1',
    says: (args) => `${the(args, 'id')}没有达成度为 ${one(args, 'value')} 的回答。`,
    fix: (args) => `增加达成度为 ${one(args, 'value')} 的回答。`,
    about: '全部选最好的回答必须得 100 分，全部选最差的回答必须得 0 分。不能同时达到两端的问题会使其中之一无法实现。',
  },
  'ruleset/citation-missing': {
    title: '缺少引用',
    says: (args) => `${the(args, 'id')}没有引用依据。`,
    fix: () => '加上“cites”，写明依据、其中的位置和核对方式。',
    about: '每项义务都必须能追溯到法律、合同、指引或标准，并说明引用是如何核对的。',
  },
  'ruleset/gate-not-downward': {
    title: '更好的回答会触发封顶条件',
    says: (args) => `对${the(args, 'question')}作更好的回答，可能触发封顶条件${the(args, 'gate')}。`,
    fix: () => '封顶条件只用“attainsLessThan”，且不放在“not”之内。',
    about: '更好的回答不得降低结果，因此封顶条件只能由较差的回答触发。',
  },
  'ruleset/model-shape': {
    title: '不符合计分模型的要求',
    says: (args) => shape(modelShapes, args)[0](the(args, 'model')),
    fix: (args) => shape(modelShapes, args)[1],
    about:
      '规则集要么有计分的章节，要么纳入其他规则集。有些计分模型遵循已公布的标准，标准中既没有按条目设置的章节，也没有追问。',
  },
  'ruleset/includes-version': {
    title: '主版本与要求不符',
    says: (args) =>
      `套件要求${the(args, 'ruleset')}的版本为 ${one(args, 'wanted')}，现有版本为 ${one(args, 'found')}。`,
    fix: () => '修改此处的版本，或安装所要求的版本。',
    about: '主版本不同，回答的含义也已改变。因此套件须说明针对哪个主版本编写。',
  },
  'ruleset/includes-suite': {
    title: '套件中包含套件',
    says: (args) => `${the(args, 'ruleset')}本身就是套件，或者就是本套件。`,
    fix: () => '逐一列入它的各个部分。',
    about: '套件是若干普通规则集的加权平均。套件再包含套件，各部分的权重就无从确定。',
  },
  'ruleset/hidden-follow-up': {
    title: '追问不计为未达成',
    says: (args) => `前一问题未达成时，追问${the(args, 'id')}不涉及。`,
    fix: () => '删去“otherwise: hidden”，使其计为未达成。',
    about: '不涉及的追问不计分，企业答“否”反而可能得分更高。这种写法仅供导入的问卷使用。',
  },
  'ruleset/unknown-placeholder': {
    title: '占位符没有对应的事实',
    says: (args) => `没有可填入此处文字的事实${the(args, 'name')}。`,
    fix: (_args, suggestion) => mean(suggestion, '改用某个事实的标识，或删去花括号。'),
    about: '花括号中的文字会替换为事实的值。事实不存在，报告中就会留下空缺。',
  },
  'ruleset/folder-name': {
    title: '文件夹与标识不一致',
    says: (args) => `规则集${the(args, 'id')}位于文件夹${the(args, 'folder')}中。`,
    fix: () => '文件夹与规则集应同名。',
    about: '规则集按文件夹名称查找，因此二者必须相同。',
  },

  'report/other-version': {
    title: '报告属于另一版本',
    says: (args) =>
      `这份报告属于格式版本 ${one(args, 'found')}；这里的 flowready 读取格式版本 ${one(args, 'current')}。`,
    fix: (args) =>
      Number(one(args, 'found')) > Number(one(args, 'current'))
        ? '更新 flowready：报告更新。'
        : '用现有的 flowready 对其回答重新计分。',
    about: '版本号不同，表示报告中某些内容的写法已经改变，不会猜测其原意。',
  },
  'answers/other-ruleset': {
    title: '答卷属于另一规则集',
    says: (args) => `这份答卷属于${the(args, 'found')}，不属于${the(args, 'expected')}。`,
    fix: (_args, suggestion) => mean(suggestion, '选用属于此规则集的答卷；“flowready list”可列出规则集。'),
    about: '一份答卷只属于一个规则集，按另一个规则集计分没有意义。',
  },
  'answers/other-major': {
    title: '答卷属于另一主版本',
    says: (args) => `这份答卷针对版本 ${one(args, 'found')}，现有规则集为版本 ${one(args, 'current')}。`,
    fix: (args) =>
      major(one(args, 'found')) > major(one(args, 'current'))
        ? '更新 flowready 或规则集：答卷比二者都新。'
        : '对该文件运行“flowready migrate”，可列出须重新提问的内容。',
    about: '主版本不同，部分回答的含义已经改变。迁移之前不计分。',
  },
  'answers/hidden': {
    title: '回答了不涉及的问题',
    says: (args) => `${the(args, 'id')}已有回答，但按其他回答来看并不涉及。`,
    fix: () => '检查它所取决于的回答。该回答予以保留，不计分。',
    about: '有些问题只在作出某些回答之后才涉及。对不涉及的问题所作的回答保留在文件中，但不予采用。',
  },
  'answers/unknown-id': {
    title: '回答了未知的问题',
    says: (args) => `规则集中没有问题或事实${the(args, 'id')}。`,
    fix: (_args, suggestion) => mean(suggestion, '删去它，或检查标识。该回答予以保留，不计分。'),
    about: '该回答保留在文件中，但不起作用。往往是标识拼写有误，致使另一个问题仍未回答。',
  },
  'answers/unknown-inventory': {
    title: '未知的清单',
    says: (args) => `规则集中没有清单${the(args, 'id')}。`,
    fix: (_args, suggestion) => mean(suggestion, '删去它，或检查名称。内容予以保留，不计分。'),
    about: '其中的条目保留在文件中，但不起作用。',
  },
  'answers/misplaced': {
    title: '回答的位置不对',
    says: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? `${the(args, 'id')}由企业统一回答一次，不按条目分别回答。`
        : `${the(args, 'id')}按${the(args, 'inventory')}的每个条目分别回答，不由企业统一回答。`,
    fix: (args) =>
      one(args, 'inventory') === '' || args.inventory === undefined
        ? '移到企业的“answers”之下。'
        : `移到“inventories: ${brief(args, 'inventory')}”下各条目的“answers”之下。`,
    about: '有些问题由企业统一回答一次，有些按清单的每个条目分别回答。位置不对的回答予以保留，但不计分。',
  },
  'answers/wrong-type': {
    title: '回答的类型不对',
    says: (args) => `${the(args, 'id')}的回答应为${answerKind(one(args, 'expected'))}，却是${the(args, 'found')}。`,
    fix: (args) => `改为${answerKind(one(args, 'expected'))}，或写“unsure”。`,
    about: '每个问题只接受一种类型的回答。含有类型不符的回答的文件不计分，因为猜测更糟。',
  },
  'answers/unknown-option': {
    title: '选项不存在',
    says: (args) => `${the(args, 'id')}没有选项${the(args, 'option')}。`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        many(args, 'options').length === 0 ? '改用它的选项之一。' : `改用下列之一：${some(many(args, 'options'))}。`,
      ),
    about: '只有问题自身的选项才能计分。含有其他选项的文件不计分。',
  },
  'answers/not-in-range': {
    title: '数字超出范围',
    says: (args) => `${one(args, 'value')} 超出${the(args, 'id')}的范围${within(args)}。`,
    fix: () => '检查数字及其单位。',
    about: '问题对数字设有范围，例如人数不为负数。含有超出范围的数字的文件不计分。',
  },
  'answers/not-applicable-refused': {
    title: '此处不允许“不适用”',
    says: (args) => `${the(args, 'id')}不能回答“不适用”。`,
    fix: () => '作出回答，或写“unsure”。',
    about: '追问以及作者另有规定的问题，一经提出就不能回答“不适用”。',
  },
  'answers/exclusive-option': {
    title: '只能单独选择的选项',
    says: (args) => `${the(args, 'id')}的选项${the(args, 'option')}不能与其他选项同时选择。`,
    fix: () => '只保留此选项，或只保留其他选项。',
    about: '“以上都不是”一类的选项与其他选项相矛盾。',
  },
  'answers/duplicate-entry': {
    title: '条目重复',
    says: (args) => `此清单中已有条目${the(args, 'entry')}。`,
    fix: () => '给其中一个换用其他标识。',
    about: '条目以标识区分。标识相同，报告就无法说明指的是哪一个。',
  },
  'answers/answer-and-not-applicable': {
    title: '既有回答又标为不适用',
    says: (args) => `${the(args, 'id')}既有回答，又标为不适用。`,
    fix: () => '只保留“answer”或“notApplicable”。',
    about: '二者相互矛盾，计分方式也不同。',
  },
  'answers/evidence-missing': {
    title: '找不到佐证材料',
    says: (args) => `佐证材料${the(args, 'file')}不存在，或无法读取。`,
    fix: () => '检查路径：路径从答卷所在的文件夹算起。',
    about: '该回答照常计分，但不计入佐证得分。',
  },
  'answers/evidence-outside': {
    title: '佐证材料在文件夹之外',
    says: (args) => `佐证材料${the(args, 'file')}位于答卷所在的文件夹之外。`,
    fix: () => '复制到该文件夹或其子文件夹中。',
    about: '文件中的路径不得指向所在文件夹之外：收到文件夹的人即拥有全部佐证材料，任何文件也不能指向别处的文件。',
  },

  ...pathDiagnostics,
  ...themeDiagnostics,
  ...pageDiagnostics,

  'cases/failed': {
    title: '用例未通过',
    says: (args) =>
      `用例${the(args, 'case')}：${the(args, 'what')}应为${expected(args, 'expected')}，却是${expected(args, 'found')}。`,
    fix: () => '更正规则集；如果是用例有误，更正其预期。',
    about: '用例规定规则集对给定的回答必须得出什么。未通过说明规则集或预期有误。',
  },
  'cases/unknown-name': {
    title: '用例引用了不存在的名称',
    says: (args) => `用例${the(args, 'case')}引用了${the(args, 'name')}，规则集中没有此项。`,
    fix: (_args, suggestion) => mean(suggestion, '检查名称。'),
    about: '引用不存在之物的用例什么也证明不了。',
  },
}

const major = (version: string): number => Number.parseInt(version, 10)
const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

const answers: Readonly<Record<string, string>> = {
  ...kinds,
  choice: '一个选项的标识',
  multi: '选项的列表',
  date: '日期，例如 2026-11-20',
  datetime: '日期和时间，例如 2026-11-20T09:30',
  integer: '整数',
}
const answerKind = (word: string): string => answers[word] ?? word

const within = (args: Args): string => {
  // A fact without a greatest value has an infinite one.
  if (args.max === Infinity) return `，应不小于 ${one(args, 'min')}`
  if (args.min !== undefined && args.max !== undefined) return `，应在 ${one(args, 'min')} 与 ${one(args, 'max')} 之间`
  if (args.min !== undefined) return `，应不小于 ${one(args, 'min')}`
  return args.max === undefined ? '' : `，应不大于 ${one(args, 'max')}`
}

const expected = (args: Args, name: string): string => {
  const words = many(args, name)
  return words.length === 0 || (words.length === 1 && words[0] === '') ? '空' : all(words)
}

/** The words around a list of diagnostics in Simplified Chinese. */
export const listing: ListingWords = {
  error: '错误',
  warning: '警告',
  notice: '提示',
  fix: '修正：',
  summary: ({ errors, warnings, notices, files }) => {
    const found = [
      ...(errors > 0 ? [`${errors} 个错误`] : []),
      ...(warnings > 0 ? [`${warnings} 个警告`] : []),
      ...(notices > 0 ? [`${notices} 个提示`] : []),
    ]
    return `${files} 个文件中有 ${found.join('、')}`
  },
  columns: { severity: '严重程度', place: '位置', problem: '问题', fix: '修正' },
  leftOut: (n) => `另有 ${n} 项因篇幅限制未列出。`,
  wellFormed: '文件没有问题',
  root: '运行 flowready 时所在的文件夹。',
}
