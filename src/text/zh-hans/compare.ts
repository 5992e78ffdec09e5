/** The words of comparisons in Simplified Chinese: what moved, and why. */
export const compare = {
  heading: (from: string, to: string) => `从 ${from} 到 ${to} 的变动`,
  line: (title: string, moved: string) => `${title}：${moved}`,
  score: '得分',
  band: '等级',
  becomes: (before: string, after: string) => `${before} → ${after}`,
  byRules: (points: string) => `${points}：规则变化所致`,
  byFirm: (points: string) => `${points}：企业变化所致`,
  noScore: '无得分',
  because: { rules: '规则变化所致', firm: '企业变化所致', both: '两者所致' },
  parts: '组成部分',
  sections: '章节',
  verdicts: '判定结论',
  gates: '封顶条件',
  gateStates: { holds: '成立', clear: '已解除', unknown: '尚未判定' },
  none: '没有',
  closed: (n: number) => `已消除的差距：${n}`,
  opened: (n: number) => `新增的差距（以往未提问）：${n}`,
  reopened: (n: number) => `再现的差距（以往已达成）：${n}`,
  nothing: '没有变动。',
  nothingHolds: '没有适用事项',
  notices: '提示',
  since: (asAt: string) => `自 ${asAt} 以来`,
  gapsMoved: (closed: number, opened: number, reopened: number) =>
    `差距：消除 ${closed} 项，新增 ${opened} 项，再现 ${reopened} 项`,
  otherFirm: (before: string, after: string) => `两者名称不同：“${before}”与“${after}”。`,
  oldRulesUnknown:
    '答卷不记录得分：旧回答按现行规则及其自身日期计分。如需了解规则变化的影响，请与旧报告（report.json）比较。',
  backwards: (before: string, after: string) => `较早的一份放在了后面：先 ${before}，后 ${after}。`,
  otherRules: (before: string, after: string) =>
    before === after ? `规则集版本同为 ${after}，但内容不同。` : `规则集：以往为版本 ${before}，现为 ${after}。`,

  otherRuleset: (old: string, now: string) => `两者属于不同的规则集：“${old}”与“${now}”。请比较同一规则集的两次评估。`,
  otherScope: '其中一份是快速自查，另一份不是：得分不能比较。',
  withoutAnswers: (file: string) => `${file} 以 --no-answers 生成，不含回答，无法重新计分。请使用答卷。`,
  withheld: (file: string, n: number) =>
    `${file} 隐去了 ${n} 个保密回答，无法重新计分。请使用答卷，或用 --with-confidential 生成的报告。`,
} as const
