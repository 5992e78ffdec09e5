/** 規則集經驗證發現問題時的用語。 */
import { many, one, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `check/${string}`>

const kinds: Readonly<Record<string, string>> = {
  fact: '事實',
  derived: '衍生事實',
  rule: '規則',
  alternative: '替代方案',
  then: '責任',
  section: '部分',
  question: '問題',
  gate: '上限條件',
  contradiction: '矛盾',
}
const thing = (args: Parameters<typeof one>[0]): string =>
  `${kinds[one(args, 'kind')] ?? one(args, 'kind')}「${one(args, 'id')}」`
const names = (list: readonly string[]): string => list.map((name) => `「${name}」`).join('、')

export const checkDiagnostics: Pick<DiagnosticWords, Codes> = {
  'check/gave-up': {
    title: '未能完成驗證',
    says: (args) => `答案組合太多，未能就「${one(args, 'id')}」得出結論。`,
    fix: () => '無須處理。條件涉及的事實較少，或改用衍生事實，便可逐一驗證。',
    about: '條件能否成立，須逐一查看所涉事實的所有組合。組合數目設有上限，超過便不作結論，既不算對，也不算錯。',
  },
  'check/never-holds': {
    title: '永不成立的條件',
    says: (args) =>
      one(args, 'inside') === ''
        ? `無論如何作答，${thing(args)}的條件都不會成立。`
        : `在「${one(args, 'inside')}」容許的情況下，${thing(args)}的條件永不成立。`,
    fix: () => '請更正條件，或刪去依賴它的內容。',
    about: '已查看所有答案組合，沒有一個令條件成立。依賴它的內容不會被問及，不會作出判定，也不會計算在內。',
  },
  'check/always-holds': {
    title: '必然成立的條件',
    says: (args) =>
      one(args, 'inside') === ''
        ? `無論如何作答，${thing(args)}的條件都成立。`
        : `只要所屬部分「${one(args, 'inside')}」適用，${thing(args)}的條件便成立。`,
    fix: () => '請刪去條件，或加以更正。',
    about: '已查看所有答案組合，沒有一個令條件不成立。它要麼多餘，要麼未能表達原意。',
  },
  'check/rule-shadowed': {
    title: '被前面規則遮蓋的規則',
    says: (args) =>
      many(args, 'by').length > 0
        ? `規則「${one(args, 'id')}」永遠不起作用：它成立時，前面的${names(many(args, 'by'))}已經成立。`
        : `規則「${one(args, 'id')}」永遠不起作用：它成立時，前面必有規則成立。`,
    fix: () => '請把它移前，收窄前面的規則，或刪去它。',
    about: '由首條成立的規則作決定時，後面的規則要有餘下的情況可供決定，才有用處。',
  },
  'check/no-closing-rule': {
    title: '沒有涵蓋其餘情況的規則',
    says: (args) => `「${one(args, 'id')}」的最後一條規則「${one(args, 'last')}」設有條件或日期。`,
    fix: () => '請以一條沒有條件和日期的規則作結：寫出一般結果，或寫「undetermined」並說明原因。',
    about: '若沒有規則成立，便無法判定，也無從說明原因。最後一條不設條件的規則，正是為此而寫。',
  },
  'check/negation-repeated': {
    title: '重複否定前面規則的規則',
    says: (args) => `規則「${one(args, 'id')}」再次說明規則「${one(args, 'earlier')}」不成立。`,
    fix: () => '請刪去這一部分：前面的規則成立時，根本不會輪到這條規則。',
    about: '由首條成立的規則作決定時，每條規則本已含有「否則」之意。重複書寫，日後容易出現兩個不同的版本。',
  },
  'check/outcome-unreached': {
    title: '沒有規則能得出的結果',
    says: (args) =>
      many(args, 'rules').length > 0
        ? `結果「${one(args, 'id')}」不會出現：${names(many(args, 'rules'))}永遠不起作用。`
        : `「${one(args, 'determination')}」沒有規則以「${one(args, 'id')}」為結果。`,
    fix: () => '請刪去該結果，或寫出得出該結果的規則。',
    about: '列出的結果都會翻譯、解釋和統計。不會出現的結果只會誤導讀者。',
  },
}
