/** 規則集經驗證發現問題時的用語。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

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

const languages: Readonly<Record<string, string>> = { en: '英文', 'zh-Hant': '繁體中文', 'zh-Hans': '簡體中文' }
type Said = Readonly<Record<string, (args: Parameters<typeof one>[0]) => string>>
/** 仍會提問的問題或事實有何改變。 */
const meaning: Said = {
  worth: (args) =>
    `「${one(args, 'id')}」的選項「${one(args, 'option')}」由 ${one(args, 'was')} 改為計 ${one(args, 'now')}`,
  alone: (args) => `「${one(args, 'id')}」的選項「${one(args, 'option')}」不可再與其他選項並存`,
  unit: (args) => `「${one(args, 'id')}」的單位由「${one(args, 'was')}」改為「${one(args, 'now')}」`,
  bounds: (args) => `「${one(args, 'id')}」的數值範圍由 ${one(args, 'was')} 改為 ${one(args, 'now')}`,
  'not-applicable': (args) => `「${one(args, 'id')}」不可再答「不適用」`,
}

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
  'check/fact-unneeded': {
    title: '無人用到的事實',
    says: (args) => `事實「${one(args, 'id')}」永不會提問：沒有判定或提問取決於它。`,
    fix: () => '請刪去，或補上原本要用它的條件。',
    about: '只有判定、上限條件、部分或問題取決於某項事實時，才會提問。單單在文字或矛盾中提及，並不會令它被問及。',
  },
  'check/asked-too-early': {
    title: '提問過早的事實',
    says: (args) => `事實「${one(args, 'id')}」是否適用取決於「${one(args, 'needs')}」，但提問時後者仍未可知。`,
    fix: () => '請改為取決於較早提問的內容，或改為就每個項目提問。',
    about:
      '先問機構的事實，再逐一處理清單及其項目，最後問當中有多少不同的人。取決於較後內容的事實，會以「可能適用」向所有機構提問。',
  },
  'check/no-answer-left': {
    title: '令所有答案都矛盾',
    says: (args) =>
      `無論如何回答「${one(args, 'about')}」，都會出現矛盾「${one(args, 'id')}」或「${one(args, 'other')}」。`,
    fix: () => '請收窄其中一項，令至少一個答案不構成矛盾。',
    about: '矛盾是要提示更正兩個答案之一。如沒有任何答案是對的，機構便無法完成一份沒有矛盾的問卷。',
  },
  'check/options-out-of-order': {
    title: '選項次序錯亂',
    says: (args) => `選項「${one(args, 'option')}」打亂了選項表「${one(args, 'id')}」的次序。`,
    fix: () => '請由最好到最差，或由最差到最好排列選項。',
    about: '選項按所列次序顯示，作答者會視之為由高至低的尺度，按位置選擇。放錯位置便容易選錯。',
  },
  'check/options-too-long': {
    title: '選項多得一屏容不下',
    says: (args) =>
      `「${one(args, 'id')}」連同選項佔 ${one(args, 'lines')} 行（每行 80 欄，${languages[one(args, 'language')] ?? one(args, 'language')}），一屏只容 ${one(args, 'rows')} 行。`,
    fix: () => '請縮短選項字句，先以一項事實縮小範圍，或分為兩條問題。',
    about: '容不下的選項須翻頁。不能同時看見的選項，無人會互相比較。',
  },
  'check/band-out-of-reach': {
    title: '沒有得分會落入的級別',
    says: (args) =>
      `沒有機構會屬於${names(many(args, 'bands'))}：計分模型「${one(args, 'model')}」只會給出：${many(args, 'scores').join('、')}。`,
    fix: () => '請改用其他計分模型，以上限條件設於該級別，或自備級別。',
    about: '報告會列出每個級別。沒有人能夠屬於的級別，看來就像各機構跳過的一級。',
  },
  'check/id-without-prefix': {
    title: '不屬自己的 id',
    says: (args) => `id「${one(args, 'id')}」沒有以規則集本身的 id 開首。`,
    fix: (args) => `請改為「${one(args, 'prefix')}${one(args, 'id').replace(/^[^.]*\./, '')}」。`,
    about: 'id 是全域而且永久的。套件每個版本都會增加 id；以規則集本身的 id 開首，便永遠不會重複。',
  },
  'check/unscored': {
    title: '沒有計分的內容',
    says: (args) =>
      one(args, 'kind') === 'section'
        ? `部分「${one(args, 'id')}」設有權重，但沒有一條問題計分。`
        : `「${one(args, 'id')}」沒有任何內容計分。`,
    fix: (args) =>
      one(args, 'kind') === 'section' ? '請刪去權重，或為其中的問題計分。' : '請為問題及其所屬部分設定大於 0 的權重。',
    about: '沒有計分問題，便既不能得 0 分，也不能得 100 分：它不計入得分，權重亦無意義。',
  },
  'check/question-too-light': {
    title: '權重過輕的問題',
    says: (args) => `「${one(args, 'id')}」最多只能令得分變動 ${one(args, 'points')} 分；得分只顯示至小數點後一位。`,
    fix: () => '請提高權重，或把權重寫成 0：問題照常提問和列出，但不會令人以為它計分。',
    about: '即使所有可不計的內容都不計，最好與最差的答案之差，仍不及所顯示最後一位數的一半。',
  },
  'check/gate-idle': {
    title: '不起作用的上限條件',
    says: (args) => `上限條件「${one(args, 'id')}」以最高級別「${one(args, 'band')}」為上限。`,
    fix: () => '請以較低的級別為上限，或刪去此條件。',
    about: '上限條件不論得分多少，都會限制級別。以最高級別為上限，即沒有任何限制。',
  },
  'check/obligation-above-source': {
    title: '約束力高於其來源',
    says: (args) =>
      `「${one(args, 'id')}」的約束力寫作「${one(args, 'obligation')}」，但所援引的來源最多只到「${one(args, 'most')}」。`,
    fix: (args) => `請寫「${one(args, 'most')}」，或援引足以構成「${one(args, 'obligation')}」的來源。`,
    about:
      '指引不可寫成法例。法例及法規可作 law，合約可作 contract，指引最多透過牌照約束（licence），標準屬 practice，政策文件並無約束力。',
  },
  'check/source-not-in-force': {
    title: '來源並非有效',
    says: (args) => `「${one(args, 'id')}」援引「${one(args, 'source')}」，但適用時該來源並非有效。`,
    fix: () => '請援引有效的來源，或按來源的有效日期設定「from」及「until」。',
    about: '評估以基準日的法律為準。如所依據的來源已廢除或尚未生效，該責任當日便沒有依據。',
  },
  'check/straddles-change': {
    title: '來源在適用期間有變',
    says: (args) =>
      `「${one(args, 'id')}」援引「${one(args, 'source')}」，該來源於 ${one(args, 'on')} 生效或失效，此處卻沒有相應日期。`,
    fix: () => '請設定「from」或「until」，並寫明該日前後各自的內容。',
    about: '該日在上次檢閱法律之後，即已知而尚未發生的變更。沒有日期，變更前後便會使用同一段文字。',
  },
  'check/unverified': {
    title: '未核實的援引',
    says: (args) =>
      `「${one(args, 'id')}」援引「${one(args, 'source')}」（${shorten(one(args, 'at'), 80)}），尚未核實。`,
    fix: () => '請查閱來源該處，然後寫「checked: verified」。',
    about: '這是工作清單，只在要求時列出。未核實的援引可以保留；每份報告都會在相關內容旁註明。',
  },
  'check/id-removed': {
    title: '以往提問的內容已消失',
    says: (args) =>
      `版本 ${one(args, 'old')} 會問及「${one(args, 'id')}」，現已消失，${
        one(args, 'missing') === 'major' ? '但主版本並無提升' : '但沒有轉移檔案說明如何處理'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `請恢復該項（如已過時，可加上「until」），或把版本提升至 ${one(args, 'needed')}。`
        : `請在 ${one(args, 'path')} 說明已改名或刪去。`,
    about: '機構已作答。在同一主版本之內，答案檔案的含義必須不變；跨越主版本時，須由轉移檔案說明每個答案的去向。',
  },
  'check/meaning-changed': {
    title: '答案含義已變',
    says: (args) =>
      `自版本 ${one(args, 'old')} 起，${meaning[one(args, 'what')]?.(args) ?? one(args, 'what')}，${
        one(args, 'missing') === 'major' ? '但主版本並無提升' : '但沒有轉移檔案要求再次作答'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `請恢復原狀，或把版本提升至 ${one(args, 'needed')}。`
        : `請在 ${one(args, 'path')} 的「again」或「options」之下列出「${one(args, 'id')}」。`,
    about: '已儲存的答案按現時的含義計分。含義一變，便須再次詢問機構，否則沒有人做過任何事，得分卻會改變。',
  },
  'check/option-dropped': {
    title: '已儲存的答案可能用到的選項',
    says: (args) =>
      `「${one(args, 'id')}」不再有版本 ${one(args, 'old')} 的選項「${one(args, 'option')}」，${
        one(args, 'missing') === 'major' ? '但主版本並無提升' : '但沒有轉移檔案說明改為甚麼'
      }。`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `請恢復該選項，或把版本提升至 ${one(args, 'needed')}。`
        : `請在 ${one(args, 'path')} 的「options」之下把它對應至另一選項或「unsure」。`,
    about: '用到這個選項的答案檔案將無法計分。',
  },
  'check/version-behind': {
    title: '內容有變而版本未提升',
    says: (args) =>
      one(args, 'needs') === 'minor'
        ? `自版本 ${one(args, 'old')} 起新增了提問（${shorten(one(args, 'id'), 120)}），但版本只是 ${one(args, 'now')}。`
        : `內容與版本 ${one(args, 'old')} 不同，但版本只是 ${one(args, 'now')}。`,
    fix: (args) => `請改為版本 ${one(args, 'needed')}。`,
    about: '報告內的版本說明它按哪些問題和字句製作。同一版本有兩種內容，版本便沒有意義。',
  },
  'check/words-changed': {
    title: '提問字句有變',
    says: (args) =>
      `自版本 ${one(args, 'old')} 起，「${one(args, 'id')}」的字句有變：${many(args, 'was')
        .slice(0, 3)
        .map((was, i) => `「${shorten(was, 80)}」改為「${shorten(many(args, 'now')[i] ?? '', 80)}」`)
        .join('；')}${many(args, 'was').length > 3 ? '……' : ''}。`,
    fix: (args) =>
      `如以往的答案仍然成立，無須處理；否則請${one(args, 'missing') === 'major' ? `把版本提升至 ${one(args, 'needed')}，並` : ''}在 ${one(args, 'path')} 的「again」列出。`,
    about: '字句不同是否代表意思不同，只有讀者能夠判斷。發布規則集的人應把這份清單看一遍。',
  },
  'check/ruleset-removed': {
    title: '整個規則集已消失',
    says: (args) => `規則集「${one(args, 'id')}」在 ${one(args, 'since')} 仍然存在，現已消失。`,
    fix: () => '請恢復。規則集如已過時，可在各部分加上「until」說明。',
    about: '答案檔案會指明規則集。沒有它，這些檔案便無法再計分、比較或覆核。',
  },
}
