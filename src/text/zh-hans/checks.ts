/** 规则集经验证发现问题时的用语。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `check/${string}`>

const kinds: Readonly<Record<string, string>> = {
  fact: '事实',
  derived: '推导事实',
  rule: '规则',
  alternative: '替代选项',
  then: '应办事项',
  section: '章节',
  question: '问题',
  gate: '封顶条件',
  contradiction: '矛盾',
}
const thing = (args: Parameters<typeof one>[0]): string =>
  `${kinds[one(args, 'kind')] ?? one(args, 'kind')}“${one(args, 'id')}”`
const names = (list: readonly string[]): string => list.map((name) => `“${name}”`).join('、')

const languages: Readonly<Record<string, string>> = { en: '英文', 'zh-Hant': '繁体中文', 'zh-Hans': '简体中文' }
type Said = Readonly<Record<string, (args: Parameters<typeof one>[0]) => string>>
/** 仍在提问的问题或事实有何改变。 */
const meaning: Said = {
  worth: (args) =>
    `“${one(args, 'id')}”的选项“${one(args, 'option')}”由 ${one(args, 'was')} 改为计 ${one(args, 'now')}`,
  alone: (args) => `“${one(args, 'id')}”的选项“${one(args, 'option')}”不能再与其他选项并存`,
  unit: (args) => `“${one(args, 'id')}”的单位由“${one(args, 'was')}”改为“${one(args, 'now')}”`,
  bounds: (args) => `“${one(args, 'id')}”的数值范围由 ${one(args, 'was')} 改为 ${one(args, 'now')}`,
  'not-applicable': (args) => `“${one(args, 'id')}”不能再答“不适用”`,
}

export const checkDiagnostics: Pick<DiagnosticWords, Codes> = {
  'check/gave-up': {
    title: '未能完成验证',
    says: (args) => `答案组合太多，无法就“${one(args, 'id')}”得出结论。`,
    fix: () => '无需处理。减少条件涉及的事实，或改用推导事实，即可逐一验证。',
    about: '条件能否成立，要逐一查看相关事实的所有组合。组合数量设有上限，超过上限不下结论，既不算对，也不算错。',
  },
  'check/never-holds': {
    title: '永远不成立的条件',
    says: (args) =>
      one(args, 'inside') === ''
        ? `无论怎样作答，${thing(args)}的条件都不成立。`
        : `在“${one(args, 'inside')}”允许的情形下，${thing(args)}的条件永远不成立。`,
    fix: () => '更正条件，或删除依赖它的内容。',
    about: '已查看所有答案组合，没有一个使条件成立。依赖它的内容不会被问到，不会作出判定，也不会计入。',
  },
  'check/always-holds': {
    title: '必然成立的条件',
    says: (args) =>
      one(args, 'inside') === ''
        ? `无论怎样作答，${thing(args)}的条件都成立。`
        : `只要所属章节“${one(args, 'inside')}”适用，${thing(args)}的条件就成立。`,
    fix: () => '删除条件，或予以更正。',
    about: '已查看所有答案组合，没有一个使条件不成立。它要么多余，要么没有表达出本意。',
  },
  'check/rule-shadowed': {
    title: '被前面规则遮盖的规则',
    says: (args) =>
      many(args, 'by').length > 0
        ? `规则“${one(args, 'id')}”永远不起作用：它成立时，前面的${names(many(args, 'by'))}已经成立。`
        : `规则“${one(args, 'id')}”永远不起作用：它成立时，前面必有规则成立。`,
    fix: () => '把它前移，收窄前面的规则，或删除它。',
    about: '由第一条成立的规则作决定时，后面的规则要有剩余的情形可以决定，才有用处。',
  },
  'check/no-closing-rule': {
    title: '没有涵盖其余情形的规则',
    says: (args) => `“${one(args, 'id')}”的最后一条规则“${one(args, 'last')}”设有条件或日期。`,
    fix: () => '以一条没有条件和日期的规则结尾：写出一般结论，或写“undetermined”并说明原因。',
    about: '如果没有规则成立，就无法判定，也无从说明原因。最后一条不设条件的规则正是为此而写。',
  },
  'check/negation-repeated': {
    title: '重复否定前面规则的规则',
    says: (args) => `规则“${one(args, 'id')}”再次说明规则“${one(args, 'earlier')}”不成立。`,
    fix: () => '删除这一部分：前面的规则成立时，根本轮不到这条规则。',
    about: '由第一条成立的规则作决定时，每条规则本已含有“否则”之意。重复书写，日后容易出现两个不同的版本。',
  },
  'check/outcome-unreached': {
    title: '没有规则能得出的结论',
    says: (args) =>
      many(args, 'rules').length > 0
        ? `结论“${one(args, 'id')}”不会出现：${names(many(args, 'rules'))}永远不起作用。`
        : `“${one(args, 'determination')}”没有规则以“${one(args, 'id')}”为结论。`,
    fix: () => '删除该结论，或写出得出该结论的规则。',
    about: '列出的结论都会翻译、解释和统计。不会出现的结论只会误导读者。',
  },
  'check/fact-unneeded': {
    title: '没有用处的事实',
    says: (args) => `事实“${one(args, 'id')}”永远不会提问：没有判定或提问取决于它。`,
    fix: () => '删去它，或补上原本要用它的条件。',
    about: '只有判定、封顶条件、章节或问题取决于某项事实时才会提问。仅在文字或矛盾中提到，并不会使它被问到。',
  },
  'check/asked-too-early': {
    title: '提问过早的事实',
    says: (args) => `事实“${one(args, 'id')}”是否涉及取决于“${one(args, 'needs')}”，但提问时后者还无法得知。`,
    fix: () => '改为取决于更早提问的内容，或改为按每个条目提问。',
    about:
      '先问企业的事实，再逐个处理清单及其条目，最后问其中有多少不同的人。取决于靠后内容的事实，会以“可能涉及”向所有企业提问。',
  },
  'check/no-answer-left': {
    title: '使所有回答都矛盾',
    says: (args) => `无论怎样回答“${one(args, 'about')}”，都会出现矛盾“${one(args, 'id')}”或“${one(args, 'other')}”。`,
    fix: () => '收窄其中一项，使至少一个回答不构成矛盾。',
    about: '矛盾用来提示更正两个回答之一。如果没有任何回答是对的，企业就无法完成一份没有矛盾的问卷。',
  },
  'check/options-out-of-order': {
    title: '选项次序错乱',
    says: (args) => `选项“${one(args, 'option')}”打乱了量表“${one(args, 'id')}”的次序。`,
    fix: () => '把选项从最好到最差，或从最差到最好排列。',
    about: '选项按所列次序显示，作答者会把它看作由高到低的尺度，按位置选择。放错位置就容易选错。',
  },
  'check/options-too-long': {
    title: '选项多得一屏放不下',
    says: (args) =>
      `“${one(args, 'id')}”连同选项占 ${one(args, 'lines')} 行（每行 80 列，${languages[one(args, 'language')] ?? one(args, 'language')}），一屏只能放 ${one(args, 'rows')} 行。`,
    fix: () => '请缩短选项文字，先用一项事实缩小范围，或分为两个问题。',
    about: '放不下的选项须翻页。不能同时看到的选项，没有人会互相比较。',
  },
  'check/band-out-of-reach': {
    title: '没有得分会落入的等级',
    says: (args) =>
      `没有企业会属于${names(many(args, 'bands'))}：计分模型“${one(args, 'model')}”只会给出：${many(args, 'scores').join('、')}。`,
    fix: () => '请改用其他计分模型，让封顶条件压到该等级，或自备等级。',
    about: '报告会列出每个等级。没有人能够属于的等级，看上去就像各企业跳过的一级。',
  },
  'check/id-without-prefix': {
    title: '不属于自己的标识',
    says: (args) => `标识“${one(args, 'id')}”没有以规则集自身的标识开头。`,
    fix: (args) => `请改为“${one(args, 'prefix')}${one(args, 'id').replace(/^[^.]*\./, '')}”。`,
    about: '标识是全局且永久的。软件包每个版本都会增加标识；以规则集自身的标识开头，就永远不会重复。',
  },
  'check/unscored': {
    title: '没有计分的内容',
    says: (args) =>
      one(args, 'kind') === 'section'
        ? `章节“${one(args, 'id')}”设有权重，但没有一个问题计分。`
        : `“${one(args, 'id')}”没有任何内容计分。`,
    fix: (args) =>
      one(args, 'kind') === 'section' ? '删去权重，或为其中的问题计分。' : '为问题及其所属章节设定大于 0 的权重。',
    about: '没有计分问题，就既不能得 0 分，也不能得 100 分：它不计入得分，权重也没有意义。',
  },
  'check/question-too-light': {
    title: '权重过轻的问题',
    says: (args) => `“${one(args, 'id')}”最多只能使得分变动 ${one(args, 'points')} 分；得分只显示到小数点后一位。`,
    fix: () => '提高权重，或把权重写成 0：问题照常提问和列出，但不会让人以为它计分。',
    about: '即使所有可以不计的内容都不计，最好与最差的回答之差，仍不到所显示的最后一位数的一半。',
  },
  'check/gate-idle': {
    title: '不起作用的封顶条件',
    says: (args) => `封顶条件“${one(args, 'id')}”以最高等级“${one(args, 'band')}”封顶。`,
    fix: () => '以较低的等级封顶，或删去此条件。',
    about: '封顶条件不论得分多少都会限制等级。以最高等级封顶，等于没有任何限制。',
  },
  'check/obligation-above-source': {
    title: '义务性质高于其依据',
    says: (args) =>
      `“${one(args, 'id')}”的义务性质写作“${one(args, 'obligation')}”，但所引用的依据最多只到“${one(args, 'most')}”。`,
    fix: (args) => `写“${one(args, 'most')}”，或引用足以构成“${one(args, 'obligation')}”的依据。`,
    about:
      '指引不可写成法律。法律和法规可作 law，合同可作 contract，指引最多通过许可约束（licence），标准属于 practice，政策文件没有约束力。',
  },
  'check/source-not-in-force': {
    title: '依据不在有效期内',
    says: (args) => `“${one(args, 'id')}”引用“${one(args, 'source')}”，但适用时该依据不在有效期内。`,
    fix: () => '引用有效的依据，或按依据的有效日期设定“from”和“until”。',
    about: '评估以基准日的法律为准。如果所依据的文件已经废止或尚未生效，该义务当日就没有依据。',
  },
  'check/straddles-change': {
    title: '依据在适用期间有变化',
    says: (args) =>
      `“${one(args, 'id')}”引用“${one(args, 'source')}”，该依据于 ${one(args, 'on')} 生效或失效，此处却没有相应日期。`,
    fix: () => '设定“from”或“until”，并写明该日前后各自的内容。',
    about: '该日在上次审阅法律之后，即已知而尚未发生的变化。没有日期，变化前后就会使用同一段文字。',
  },
  'check/unverified': {
    title: '未核对的引用',
    says: (args) => `“${one(args, 'id')}”引用“${one(args, 'source')}”（${shorten(one(args, 'at'), 80)}），尚未核对。`,
    fix: () => '查阅依据该处，然后写“checked: verified”。',
    about: '这是工作清单，只在要求时列出。未核对的引用可以保留；每份报告都会在相关内容旁注明。',
  },
  'check/id-removed': {
    title: '以前提问的内容已消失',
    says: (args) =>
      `版本 ${one(args, 'old')} 会问到“${one(args, 'id')}”，现已消失，${
        one(args, 'missing') === 'major' ? '但主版本并未提升' : '但没有迁移文件说明如何处理'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `请恢复该项（如已过时，可加上“until”），或将版本提升到 ${one(args, 'needed')}。`
        : `请在 ${one(args, 'path')} 中说明已改名或删去。`,
    about: '企业已经作答。在同一主版本之内，答卷的含义必须不变；跨越主版本时，须由迁移文件说明每个回答的去向。',
  },
  'check/meaning-changed': {
    title: '回答的含义已变',
    says: (args) =>
      `自版本 ${one(args, 'old')} 起，${meaning[one(args, 'what')]?.(args) ?? one(args, 'what')}，${
        one(args, 'missing') === 'major' ? '但主版本并未提升' : '但没有迁移文件要求重新作答'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `请恢复原状，或将版本提升到 ${one(args, 'needed')}。`
        : `请在 ${one(args, 'path')} 的“again”或“options”之下列出“${one(args, 'id')}”。`,
    about: '已保存的回答按现在的含义计分。含义一变，就须重新询问企业，否则谁都没有做过任何事，得分却会改变。',
  },
  'check/option-dropped': {
    title: '已保存的回答可能用到的选项',
    says: (args) =>
      `“${one(args, 'id')}”不再有版本 ${one(args, 'old')} 的选项“${one(args, 'option')}”，${
        one(args, 'missing') === 'major' ? '但主版本并未提升' : '但没有迁移文件说明改为什么'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `请恢复该选项，或将版本提升到 ${one(args, 'needed')}。`
        : `请在 ${one(args, 'path')} 的“options”之下将它对应到另一选项或“unsure”。`,
    about: '用到这个选项的答卷将无法计分。',
  },
  'check/version-behind': {
    title: '内容有变而版本未提升',
    says: (args) =>
      one(args, 'needs') === 'minor'
        ? `自版本 ${one(args, 'old')} 起新增了提问（${shorten(one(args, 'id'), 120)}），但版本只是 ${one(args, 'now')}。`
        : `内容与版本 ${one(args, 'old')} 不同，但版本只是 ${one(args, 'now')}。`,
    fix: (args) => `请改为版本 ${one(args, 'needed')}。`,
    about: '报告中的版本说明它按哪些问题和文字制作。同一版本有两种内容，版本便没有意义。',
  },
  'check/words-changed': {
    title: '提问文字有变',
    says: (args) =>
      `自版本 ${one(args, 'old')} 起，“${one(args, 'id')}”的文字有变：${many(args, 'was')
        .slice(0, 3)
        .map((was, i) => `“${shorten(was, 80)}”改为“${shorten(many(args, 'now')[i] ?? '', 80)}”`)
        .join('；')}${many(args, 'was').length > 3 ? '……' : ''}。`,
    fix: (args) =>
      `如果以前的回答仍然成立，不必处理；否则请${one(args, 'missing') === 'major' ? `将版本提升到 ${one(args, 'needed')}，并` : ''}在 ${one(args, 'path')} 的“again”中列出。`,
    about: '文字不同是否意味着含义不同，只有读者能判断。发布规则集的人应当把这份清单看一遍。',
  },
  'check/ruleset-removed': {
    title: '整个规则集已消失',
    says: (args) => `规则集“${one(args, 'id')}”在 ${one(args, 'since')} 中仍然存在，现已消失。`,
    fix: () => '请恢复。规则集如已过时，可在各章节加上“until”说明。',
    about: '答卷会写明所属的规则集。没有它，这些答卷便无法再计分、比较或核验。',
  },
}
