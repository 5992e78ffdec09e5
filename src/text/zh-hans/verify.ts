/** The words of `verify` in Simplified Chinese: whether a report can be derived again. */
export const verify = {
  same: (file: string) => `${file}：每个数值均可由回答重新得出。`,
  differs: (file: string, n: number) => `${file}：有 ${n} 个数值不一致。`,
  of: (firm: string, ruleset: string, asAt: string) => `${firm}，${ruleset}，基准日 ${asAt}`,
  first: (path: string) => `第一处不一致：${path}`,
  expected: '应为：',
  found: '实为：',
  nothing: '没有',
  because: {
    answers: (_version: string) => '这些回答不是生成报告时所用的回答。',
    ruleset: (version: string) =>
      `规则集的内容与生成报告时（flowready ${version}）不同。请用 --rulesets 指定当时的规则集，或用该版本核验：`,
    engine: (version: string) => `规则集和回答相同；报告由 flowready ${version} 生成，与当前版本不同。请用该版本核验：`,
    values: (_version: string) => '规则集、回答和版本均相同：报告在生成后被改动过。',
  },
  taken: {
    evidence: (n: number) => `取自报告：${n} 个佐证文件当时是否存在及其哈希值。这些文件不在答卷旁边。`,
    since: (_n: number) => '取自报告：较早的报告以来的变动；报告中不含该较早的报告。',
    cohort: (_n: number) => '取自报告：本企业在其他企业之中的位置；报告中不含这些企业。',
  },
  protected: (file: string) => `${file} 受密码保护，无法读取其中的报告。请核验 report.json，或没有密码的 PDF。`,
  noAttachment: (file: string) => `${file} 不含 report.json。请核验由 flowready 生成、之后未经其他程序保存的 PDF。`,
  brokenPdf: (file: string) => `${file} 是无法读取的 PDF。`,
  largePdf: (file: string, megabytes: number) =>
    `${file} 解压后超过 ${megabytes} MB，报告不会这么大。请确认没有选错文件。`,
  notReport: (file: string) => `${file} 不是报告。请核验 report.json，或由 flowready score 生成的 PDF。`,
  needsAnswers: (file: string, withheld: number) =>
    withheld === 0
      ? `${file} 生成时不含回答。请用 --answers 指定答卷。`
      : `${file} 隐去了 ${withheld} 个保密回答。请用 --answers 指定答卷。`,
  redactedDiffers: (file: string) => `${file}：去除名称和自由文本后，得分会有所不同，因此没有写出报告。`,
  redactQuietly: '--redact 会更改条目的名称，--since 因此无法比较。请只用其一。',
} as const
