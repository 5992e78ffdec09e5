/** 规则集经验证发现问题时的用语。 */
import { many, one, type DiagnosticWords } from '../diagnostic-words.js'

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
}
