/** 機構之間的比較。 */
import type { Words } from '../words.js'

const thirds = { lower: '後三分之一', middle: '中間三分之一', upper: '前三分之一' } as const

export const cohort: Words['cohort'] = {
  among: (firms) => `與以同一規則評分的 ${firms} 間機構相比`,
  third: (third, sure, of) => `在 ${of} 間機構中${sure ? '屬' : '大致屬'}${thirds[third]}`,
  scoreStands: (third) => `得分：${third}`,
  middleHalf: (from, to) => `半數機構得 ${from} 至 ${to} 分`,
  lowSections: '屬後三分之一的部分：',
  noneLike: (ruleset, file) =>
    `${file} 之中，以規則集「${ruleset}」同一內容評分的機構不足五間，報告因此不載列本機構的位置。`,
  noAction: (name) => `群體統計沒有「${name}」這個操作；可用的是 merge 及 page。`,
  pageOne: '一頁只載一份群體統計：flowready cohort page cohort.json。上一年的請以 --since 指明。',
  withMerge: '--since 及 --theme 用於 page，不用於 merge。',
  title: '機構比較',
  nothing: '這份群體統計沒有任何規則集達五間機構，因此沒有可以公開的內容。',
  hiddenMeans:
    '只有數目，不含任何機構的名稱或答案。少於五的數目不公開，以區間表示；為免從其他數目推算出來，部分其他數目亦一併隱去。',
  disclaimer: '按自我評估編製；並非法律意見，亦不表示任何機構符合法律規定。',
  about: { firms: '機構數目', version: '規則集', before: '上一次' },
  headings: {
    scores: '得分',
    sections: '各部分',
    gaps: '最常見的差距',
    unproven: '機構最常未能證明的事項',
    verdicts: '判定',
    bands: '級別',
  },
  columns: {
    what: '得分',
    section: '部分',
    question: '問題',
    verdict: '判定',
    band: '級別',
    distribution: '機構數目，按得分每十分一格（0 至 100）',
    half: '中間半數',
    median: '中位數',
    firms: '機構數目',
    share: '比例',
    before: '上一次',
  },
  score: '得分',
  evidenced: '有佐證的得分',
  between: (from, to) => `${from}–${to}`,
  count: (least, most) => (least === '0' ? `最多 ${most}` : `${least} 至 ${most}`),
  percent: (least, most) => (least === most ? `${least}%` : `${least}–${most}%`),
  drawn: (tenths) =>
    `機構數目，按得分每十分一格：${tenths.map((n, i) => `${i * 10} 至 ${i * 10 + 10} 分：${n}`).join('；')}`,
  more: (n) => `另有 ${n} 項載於檔案內。`,
  otherText: '以下文字取自現時安裝的規則集，其內容在評分後已有更改。',
}
