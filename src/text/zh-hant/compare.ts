/** The words of comparisons in Traditional Chinese: what moved, and why. */
export const compare = {
  heading: (from: string, to: string) => `由 ${from} 至 ${to} 的變動`,
  line: (title: string, moved: string) => `${title}：${moved}`,
  score: '得分',
  band: '級別',
  becomes: (before: string, after: string) => `${before} → ${after}`,
  byRules: (points: string) => `${points}：規則改變所致`,
  byFirm: (points: string) => `${points}：機構改變所致`,
  noScore: '沒有得分',
  because: { rules: '規則改變所致', firm: '機構改變所致', both: '兩者所致' },
  parts: '組成部分',
  sections: '部分',
  verdicts: '判定結果',
  gates: '上限條件',
  gateStates: { holds: '成立', clear: '已解除', unknown: '未能判定' },
  none: '沒有',
  closed: (n: number) => `已消除的差距：${n}`,
  opened: (n: number) => `新增的差距（以往沒有問及）：${n}`,
  reopened: (n: number) => `再現的差距（以往達標）：${n}`,
  nothing: '沒有變動。',
  nothingHolds: '沒有適用事項',
  notices: '備註',
  since: (asAt: string) => `自 ${asAt} 以來`,
  gapsMoved: (closed: number, opened: number, reopened: number) =>
    `差距：消除 ${closed} 項，新增 ${opened} 項，再現 ${reopened} 項`,
  otherFirm: (before: string, after: string) => `兩者名稱不同：「${before}」與「${after}」。`,
  oldRulesUnknown:
    '答案檔案不記錄得分：舊答案按現行規則及其本身日期計分。如要知道規則改變的影響，請與舊報告（report.json）比較。',
  backwards: (before: string, after: string) => `較早的一份放在後面：先 ${before}，後 ${after}。`,
  otherRules: (before: string, after: string) =>
    before === after ? `規則集版本同為 ${after}，但內容不同。` : `規則集：以往為版本 ${before}，現為 ${after}。`,

  otherRuleset: (old: string, now: string) =>
    `兩者屬不同的規則集：「${old}」與「${now}」。請比較同一規則集的兩次評估。`,
  otherScope: '其中一份是快速檢查，另一份不是：得分不能比較。',
  withoutAnswers: (file: string) => `${file} 以 --no-answers 產生，不含答案，未能重新計分。請使用答案檔案。`,
  withheld: (file: string, n: number) =>
    `${file} 隱去了 ${n} 個保密答案，未能重新計分。請使用答案檔案，或以 --with-confidential 產生的報告。`,
} as const
