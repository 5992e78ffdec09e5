/** 企业之间的比较。 */
import type { Words } from '../words.js'

const thirds = { lower: '后三分之一', middle: '中间三分之一', upper: '前三分之一' } as const

export const cohort: Words['cohort'] = {
  among: (firms) => `与按同一规则评分的 ${firms} 家企业相比`,
  third: (third, sure, of) => `在 ${of} 家企业中${sure ? '处于' : '大致处于'}${thirds[third]}`,
  scoreStands: (third) => `得分：${third}`,
  middleHalf: (from, to) => `半数企业得 ${from} 至 ${to} 分`,
  lowSections: '处于后三分之一的部分：',
  noneLike: (ruleset, file) => `${file} 中用规则集“${ruleset}”同一内容评分的企业不足五家，报告因此不列出本企业的位置。`,
  noAction: (name) => `群体统计没有“${name}”这个操作；可用的是 merge 和 page。`,
  pageOne: '一页只列一份群体统计：flowready cohort page cohort.json。上一年的请用 --since 指定。',
  withMerge: '--since 和 --theme 用于 page，不用于 merge。',
  title: '企业比较',
  nothing: '这份群体统计中没有任何规则集达到五家企业，因此没有可以公开的内容。',
  hiddenMeans:
    '只有数目，不含任何企业的名称或答案。少于五的数目不公开，用区间表示；为避免从其他数目推算出来，部分其他数目也一并隐去。',
  disclaimer: '根据自我评估编制；不是法律意见，也不表示任何企业符合法律规定。',
  about: { firms: '企业数目', version: '规则集', before: '上一次' },
  headings: {
    scores: '得分',
    sections: '各部分',
    gaps: '最常见的差距',
    unproven: '企业最常无法证明的事项',
    verdicts: '判定',
    bands: '级别',
  },
  columns: {
    what: '得分',
    section: '部分',
    question: '问题',
    verdict: '判定',
    band: '级别',
    distribution: '企业数目，按得分每十分一格（0 至 100）',
    half: '中间半数',
    median: '中位数',
    firms: '企业数目',
    share: '比例',
    before: '上一次',
  },
  score: '得分',
  evidenced: '有证据的得分',
  between: (from, to) => `${from}–${to}`,
  count: (least, most) => (least === '0' ? `最多 ${most}` : `${least} 至 ${most}`),
  percent: (least, most) => (least === most ? `${least}%` : `${least}–${most}%`),
  drawn: (tenths) =>
    `企业数目，按得分每十分一格：${tenths.map((n, i) => `${i * 10} 至 ${i * 10 + 10} 分：${n}`).join('；')}`,
  more: (n) => `另有 ${n} 项列在文件中。`,
  otherText: '以下文字取自现在安装的规则集，其内容在评分后已有更改。',
}
