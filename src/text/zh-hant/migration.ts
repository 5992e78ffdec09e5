/** 把答案轉移至規則集較新版本時的用語。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'
import type { Words } from '../words.js'

type Codes = Extract<keyof DiagnosticWords, `migration/${string}`>

const the = (args: Parameters<typeof one>[0], name: string): string => `「${shorten(one(args, name), 60)}」`
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `是否指「${suggestion}」？`

export const migrationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'migration/name': {
    title: '轉移檔案名稱不符',
    says: (args) => `檔案名為${the(args, 'file')}，但按內容應為${the(args, 'expected')}。`,
    fix: (args) => `請把檔案改名為${the(args, 'expected')}，或更正「from」和「to」。`,
    about: '轉移檔案按名稱尋找：先寫原來的主版本，再加連字號，後寫下一個主版本。',
  },
  'migration/step': {
    title: '一次跨越多個版本的轉移',
    says: (args) => `由版本 ${one(args, 'from')} 轉移至版本 ${one(args, 'to')}。`,
    fix: (args) => `請改為轉移至版本 ${one(args, 'expected')}：每個檔案只走一步，較舊的答案會逐步轉移。`,
    about: '每個檔案只轉移至下一個主版本，再由多個檔案連成一串，答案便只有一條路可走。',
  },
  'migration/beyond': {
    title: '轉移至尚未有的版本',
    says: (args) => `轉移至版本 ${one(args, 'to')}，但規則集只是版本 ${one(args, 'version')}。`,
    fix: (args) => `請把規則集的版本提升至 ${one(args, 'to')}.0.0。`,
    about: '答案只會轉移至現有的版本。超出現有版本的一步永遠不會用到。',
  },
  'migration/missing': {
    title: '主版本沒有轉移檔案',
    says: (args) => `沒有說明對版本 ${one(args, 'from')} 所作的答案如何處理。`,
    fix: (args) => `請編寫 ${one(args, 'path')}；可以只寫「from」和「to」。`,
    about: '對另一主版本所作的答案不會計分。沒有轉移檔案，「flowready migrate」便無法轉移，各機構須從頭作答。',
  },
  'migration/unknown-id': {
    title: '轉移從未有過的內容',
    says: (args) =>
      one(args, 'when') === 'now'
        ? `規則集沒有以 id ${the(args, 'id')}提問。`
        : `規則集從未以 id ${the(args, 'id')}提問：ids.lock 沒有這個 id。`,
    fix: (_args, suggestion) => mean(suggestion, '請寫問題、事實或清單的 id。'),
    about: '轉移檔案所指的，是答案檔案內的內容。從未有過的 id 不會轉移任何答案，也不會有人察覺。',
  },
  'migration/unknown-option': {
    title: '轉移至不存在的選項',
    says: (args) => `${the(args, 'id')}沒有選項${the(args, 'option')}。`,
    fix: (args, suggestion) =>
      mean(
        suggestion,
        `請改為以下其中一個：${many(args, 'options').slice(0, 12).join('、')}；或寫「unsure」，再次詢問。`,
      ),
    about: '轉移後的選項必須是現時可以選擇的，否則無法計分。',
  },
  'migration/unknown-part': {
    title: '綜合規則集沒有這個部分',
    says: (args) => `綜合規則集並不包括${the(args, 'ruleset')}。`,
    fix: (_args, suggestion) => mean(suggestion, '請寫它所包括的規則集。'),
    about: '綜合規則集按所包括的規則集各自的轉移檔案處理答案。',
  },
  'migration/twice': {
    title: '同一內容轉移兩次',
    says: (args) => `${the(args, 'id')}重複處理。`,
    fix: () => '請只保留其中一項。',
    about: '每個答案只有一個去向。寫了兩個，便無從得知原意。',
  },
  'migration/other-kind': {
    title: '改名後性質不同',
    says: (args) => `${the(args, 'id')}原為${the(args, 'was')}，但${the(args, 'to')}現為${the(args, 'now')}。`,
    fix: () => '請刪去舊的一項並說明原因；新的一項會如其他新問題一樣提問。',
    about: '改名會保留答案。類型不同或屬另一清單的答案並不適用。',
  },
  'migration/still-asked': {
    title: '已刪去的內容仍會提問',
    says: (args) => `${the(args, 'id')}已刪去或改名，但規則集仍會提問。`,
    fix: () => '如答案的含義已變，請列於「again」之下。',
    about: '否則答案會被取走，同一問題又會在沒有說明之下再次提出。',
  },
}

export const migration: Words['migration'] = {
  upToDate: (file, version) => `${file}：答案已屬版本 ${version}。`,
  missing: (from, to, path) => `無法由版本 ${from} 轉移至版本 ${to}：沒有 ${path}。請向規則集的負責人索取。`,
  done: (file, from, to) => `${file}：由版本 ${from} 轉移至版本 ${to}。`,
  nothing: '沒有答案需要改動。',
  did: {
    renamed: '已改名：',
    mapped: '選項已更換：',
    dropped: '不再提問，答案留在檔案內作為紀錄：',
    again: '須再次作答：',
  },
  places: (n) => `${n} 個項目`,
  renamed: (id, to) => `${id} 現為 ${to}`,
  mapped: (id, was, to) => `${id}：「${was}」現為「${to}」`,
  instead: (to) => `${to} 已有答案`,
  misfit: '答案已不適用',
  open: (n) => `尚有 ${n} 條問題待定，包括新增的問題。`,
  next: (command) => `下一步：${command}`,
}
