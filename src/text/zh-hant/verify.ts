/** The words of `verify` in Traditional Chinese: whether a report can be derived again. */
export const verify = {
  same: (file: string) => `${file}：每個數值均可由答案重新得出。`,
  differs: (file: string, n: number) => `${file}：有 ${n} 個數值不符。`,
  of: (firm: string, ruleset: string, asAt: string) => `${firm}，${ruleset}，基準日 ${asAt}`,
  first: (path: string) => `首個不符之處：${path}`,
  expected: '應為：',
  found: '實為：',
  nothing: '沒有',
  because: {
    answers: (_version: string) => '答案並非產生報告時所用的答案。',
    ruleset: (version: string) =>
      `規則集的內容與產生報告時（flowready ${version}）不同。請以 --rulesets 指定當時的規則集，或以該版本核對：`,
    engine: (version: string) => `規則集與答案相同；報告由 flowready ${version} 產生，與現用版本不同。請以該版本核對：`,
    values: (_version: string) => '規則集、答案及版本均相同：報告在產生後曾被改動。',
  },
  taken: {
    evidence: (n: number) => `取自報告：${n} 個佐證檔案當時是否存在及其雜湊值。這些檔案並不在答案旁邊。`,
    since: (_n: number) => '取自報告：自較早的報告以來的變動；報告不含該較早的報告。',
    cohort: (_n: number) => '取自報告：本機構在其他機構之中的位置；報告不含該等機構。',
  },
  protected: (file: string) => `${file} 受密碼保護，未能讀取當中的報告。請核對 report.json，或沒有密碼的 PDF。`,
  noAttachment: (file: string) => `${file} 不含 report.json。請核對由 flowready 產生、其後未經其他程式儲存的 PDF。`,
  brokenPdf: (file: string) => `${file} 是未能讀取的 PDF。`,
  largePdf: (file: string, megabytes: number) =>
    `${file} 解壓後超過 ${megabytes} MB，報告不會這麼大。請確定沒有選錯檔案。`,
  notReport: (file: string) => `${file} 不是報告。請核對 report.json，或由 flowready score 產生的 PDF。`,
  needsAnswers: (file: string, withheld: number) =>
    withheld === 0
      ? `${file} 產生時不含答案。請以 --answers 指定答案檔案。`
      : `${file} 隱去了 ${withheld} 個保密答案。請以 --answers 指定答案檔案。`,
  redactedDiffers: (file: string) => `${file}：除去名稱及自由文字後，得分會有所不同，因此沒有寫出報告。`,
  redactQuietly: '--redact 會更改項目的名稱，--since 因此未能比較。請只用其一。',
} as const
