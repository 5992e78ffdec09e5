/** The words of `verify`: whether a report can be derived again. */
export const verify = {
  same: (file: string) => `${file}: every value can be derived again from its answers.`,
  differs: (file: string, n: number) => `${file}: ${n === 1 ? '1 value differs' : `${n} values differ`}.`,
  of: (firm: string, ruleset: string, asAt: string) => `${firm}, ${ruleset}, as at ${asAt}`,
  first: (path: string) => `First difference: ${path}`,
  expected: 'expected:',
  found: 'found:',
  nothing: 'nothing',
  because: {
    answers: (_version: string) => 'The answers are not those that the report was made of.',
    ruleset: (version: string) =>
      `The ruleset has other content than the one that the report was made with (flowready ${version}). Give that one with --rulesets, or verify with that version:`,
    engine: (version: string) =>
      `Ruleset and answers are the same; flowready ${version} made the report, and this is another version. Verify with that one:`,
    values: (_version: string) =>
      'Ruleset, answers and version are the same: the report was changed after it was made.',
  },
  taken: {
    evidence: (n: number) =>
      n === 1
        ? 'Taken from the report: whether 1 evidence file was there, and its hash. The file does not lie beside the answers.'
        : `Taken from the report: whether ${n} evidence files were there, and their hashes. The files do not lie beside the answers.`,
    since: (_n: number) => 'Taken from the report: what moved since an earlier report, which it does not hold.',
    cohort: (_n: number) => 'Taken from the report: where the firm stands among others, which it does not hold.',
  },

  /** What the command says. */
  protected: (file: string) =>
    `${file} is protected by a password, so the report inside cannot be read. Verify report.json, or a PDF without a password.`,
  noAttachment: (file: string) =>
    `${file} holds no report.json. Verify a PDF that flowready made, and that no other program has saved since.`,
  brokenPdf: (file: string) => `${file} is a PDF that cannot be read.`,
  largePdf: (file: string, megabytes: number) =>
    `${file} unpacks to more than ${megabytes} MB, which no report does. Check that this is the file you meant.`,
  notReport: (file: string) => `${file} is not a report. Verify a report.json, or a PDF made by flowready score.`,
  needsAnswers: (file: string, withheld: number) =>
    withheld === 0
      ? `${file} was made without its answers. Give the answers file with --answers.`
      : `${file} withholds ${withheld === 1 ? '1 confidential answer' : `${withheld} confidential answers`}. Give the answers file with --answers.`,
  redactedDiffers: (file: string) =>
    `${file}: without names and free text the score would be another, so no report was written.`,
  redactQuietly: '--redact gives entries other names, so --since cannot compare them. Leave one of the two out.',
} as const
