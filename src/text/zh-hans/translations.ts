/** 规则集译文缺失、过时或有误时的用语。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `translation/${string}`>

const names: Readonly<Record<string, string>> = { en: '英文', 'zh-Hant': '繁体中文', 'zh-Hans': '简体中文' }
const language = (name: string): string => names[name] ?? name
const braces = (words: readonly string[]): string => words.map((word) => `{${shorten(word, 60)}}`).join('、')

export const translationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'translation/no-file': {
    title: '缺少一种语言的译文',
    says: (args) => `没有${language(one(args, 'language'))}译文。`,
    fix: (args) => `添加 i18n/${one(args, 'language')}.yaml；在此之前，该语言显示原文。`,
    about: '规则集一旦翻译，就应提供全部语言的译文，使每家企业都能看懂。',
  },
  'translation/language': {
    title: '译文的文件名不对',
    says: (args) => `此文件应为${language(one(args, 'language'))}译文，内容却注明是${language(one(args, 'found'))}。`,
    fix: (args) => `写成“language: ${one(args, 'language')}”，或按其语言修改文件名。`,
    about: '译文按文件名查找。放错位置，就会显示错误的语言。',
  },
  'translation/missing': {
    title: '尚未翻译的文字',
    says: (args) => `“${shorten(one(args, 'key'), 120)}”尚未翻译（${one(args, 'texts')} 处文字）。`,
    fix: () => '补上译文；在此之前显示原文。',
    about: '未翻译的文字以问卷的原文显示，报告就会混用两种语言。',
  },
  'translation/unknown-key': {
    title: '译文没有对应的文字',
    says: (args) => `没有“${shorten(one(args, 'key'), 120)}”这处文字可供翻译。`,
    fix: (_args, suggestion) => (suggestion === undefined ? '删去，或改用所译文字的标识。' : `是否指“${suggestion}”？`),
    about: '译文以所译文字的标识为键。使用其他名称的译文永远不会显示。',
  },
  'translation/placeholders': {
    title: '占位符与原文不一致',
    says: (args) => {
      const [lost, added] = [many(args, 'lost'), many(args, 'added')]
      const differs = [
        ...(lost.some(Boolean) ? [`原文有 ${braces(lost)}，译文没有。`] : []),
        ...(added.some(Boolean) ? [`译文有 ${braces(added)}，原文没有。`] : []),
      ].join('')
      return differs || '译文与原文的占位符不一致。'
    },
    fix: () => '照原文逐字写出占位符。',
    about: '占位符会替换为企业的实际数据。译文缺少它，该语言的读者就会少看到一项事实。',
  },
  'translation/script': {
    title: '夹杂另一种中文字形',
    says: (args) =>
      one(args, 'language') === 'zh-Hant'
        ? `“${many(args, 'characters').join('')}”只用于简体中文。`
        : `“${many(args, 'characters').join('')}”只用于繁体中文。`,
    fix: (args) => `改用${language(one(args, 'language'))}的写法。`,
    about: '繁体与简体中文的字和用语都有区别，混用会被当作错字。',
  },
  'translation/stale': {
    title: '译文的原文已经修改',
    says: (args) => `翻译之后原文已经修改，现为：“${shorten(one(args, 'text'), 200)}”`,
    fix: () => '重新翻译；译文如仍适用，则删去 lock 文件中的该行。然后运行“validate --update-locks”。',
    about: '译文旁的 lock 文件记录每处译文所依据的原文，以便发现原文此后的修改。',
  },
  'translation/not-locked': {
    title: '译文尚未列入 lock 文件',
    says: (args) => `lock 文件没有记录此处 ${one(args, 'texts')} 处译文所依据的原文。`,
    fix: () => '核对译文无误后，运行“flowready validate --update-locks”。',
    about: '译文在 lock 文件中没有记录，就无法得知它是否已经过时。',
  },
}
