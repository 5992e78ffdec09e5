/** 規則集譯文欠缺、過時或有誤時的用語。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `translation/${string}`>

const names: Readonly<Record<string, string>> = { en: '英文', 'zh-Hant': '繁體中文', 'zh-Hans': '簡體中文' }
const language = (name: string): string => names[name] ?? name
const braces = (words: readonly string[]): string => words.map((word) => `{${shorten(word, 60)}}`).join('、')

export const translationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'translation/no-file': {
    title: '欠缺一種語言的譯文',
    says: (args) => `沒有${language(one(args, 'language'))}譯文。`,
    fix: (args) => `請加入 i18n/${one(args, 'language')}.yaml；在此之前，該語言會顯示原文。`,
    about: '規則集一經翻譯，便應具備所有語言的譯文，讓每間機構都看得懂。',
  },
  'translation/language': {
    title: '譯文的檔案名稱有誤',
    says: (args) => `此檔案應為${language(one(args, 'language'))}譯文，內文卻註明是${language(one(args, 'found'))}。`,
    fix: (args) => `請寫「language: ${one(args, 'language')}」，或按其語言更改檔案名稱。`,
    about: '譯文按檔案名稱查找。放錯位置，便會顯示錯誤的語言。',
  },
  'translation/missing': {
    title: '未翻譯的文字',
    says: (args) => `「${shorten(one(args, 'key'), 120)}」尚未翻譯（${one(args, 'texts')} 段文字）。`,
    fix: () => '請補上譯文；在此之前會顯示原文。',
    about: '未翻譯的文字會以問卷的原文顯示，報告便會混雜兩種語言。',
  },
  'translation/unknown-key': {
    title: '譯文沒有對應的文字',
    says: (args) => `沒有「${shorten(one(args, 'key'), 120)}」這段文字可供翻譯。`,
    fix: (_args, suggestion) =>
      suggestion === undefined ? '請刪去，或改用所譯文字的 id。' : `是否指「${suggestion}」？`,
    about: '譯文以所譯文字的 id 識別。用其他名稱的譯文永遠不會顯示。',
  },
  'translation/placeholders': {
    title: '預留位置與原文不同',
    says: (args) => {
      const [lost, added] = [many(args, 'lost'), many(args, 'added')]
      const differs = [
        ...(lost.some(Boolean) ? [`原文有 ${braces(lost)}，譯文沒有。`] : []),
        ...(added.some(Boolean) ? [`譯文有 ${braces(added)}，原文沒有。`] : []),
      ].join('')
      return differs || '譯文與原文的預留位置不同。'
    },
    fix: () => '請照原文逐字寫出預留位置。',
    about: '預留位置會換成機構的實際資料。譯文欠缺它，該語言的讀者便會少看一項事實。',
  },
  'translation/script': {
    title: '夾雜另一種中文字體的字',
    says: (args) =>
      one(args, 'language') === 'zh-Hant'
        ? `「${many(args, 'characters').join('')}」只見於簡體中文。`
        : `「${many(args, 'characters').join('')}」只見於繁體中文。`,
    fix: (args) => `請改用${language(one(args, 'language'))}的寫法。`,
    about: '繁體與簡體中文的字和用語都有分別，混用會令人以為是錯字。',
  },
  'translation/stale': {
    title: '譯文的原文已經更改',
    says: (args) => `翻譯之後，原文已經更改，現為：「${shorten(one(args, 'text'), 200)}」`,
    fix: () => '請重新翻譯；譯文如仍然適用，則刪去 lock 檔案中的該行。然後執行「validate --update-locks」。',
    about: '譯文旁的 lock 檔案記錄每段譯文所據的原文，以便發現原文其後有否更改。',
  },
  'translation/not-locked': {
    title: '譯文未列入 lock 檔案',
    says: (args) => `lock 檔案未有記錄此處 ${one(args, 'texts')} 段譯文所據的原文。`,
    fix: () => '譯文核對無誤後，請執行「flowready validate --update-locks」。',
    about: '譯文在 lock 檔案中沒有記錄，便無從得知是否已經過時。',
  },
}
