// The content of a report as plain blocks, for programs that know nothing of reports: the same chapters, tables and texts.
export function blocksOf(report, words, sentences) {
  const { document, summary } = words
  const list = (items) => items.filter(Boolean).join('\n')
  const cites = (cites) => cites.map((it) => `${it.short} ${it.at} (${words.report.checked[it.checked]})`).join('; ')
  const blocks = []
  const place = (entry) => {
    const flow = report.flows.find((it) => it.entry === entry)
    return `${flow.from.label} → ${flow.to.label}; ${words.pages.people} ${flow.weight?.text ?? ''}`
  }
  const h1 = (text) => blocks.push({ kind: 'h1', text })
  const h2 = (text) => blocks.push({ kind: 'h2', text })
  const p = (text) => blocks.push({ kind: 'p', text })
  const table = (head, widths, rows) => blocks.push({ kind: 'table', head, widths, rows })
  h1(report.firm.name)
  p(`${report.ruleset.title} ${report.ruleset.version}, ${report.asAt}`)
  p(
    `${report.preparedBy.map((it) => `${it.name} ${it.role}`).join('; ')} ${report.firm.reference} ${report.ruleset.reviewed}`,
  )
  blocks.push({ kind: 'bar', low: report.score.low, high: report.score.high })
  for (const gate of report.gates) p(`${summary.cappedBy} ${gate.says} ${gate.clears?.do ?? ''}`)
  sentences.forEach(p)
  const verdicts = report.determinations.filter((it) => it.id === 'route-verdict')
  table(
    [document.flowColumns.flow, document.flowColumns.verdict, document.lawBehind],
    [3, 2, 1],
    verdicts.map((it) => [`${it.entryName}\n${place(it.entry)}`, it.label, it.checked ?? '–']),
  )
  h1(document.headings.standing)
  for (const section of report.sections.filter((it) => it.low !== null))
    blocks.push({ kind: 'bar', text: section.title, low: section.low, high: section.high })
  for (const breakdown of ['policy', 'obligation', 'place'])
    for (const it of report.breakdowns[breakdown])
      blocks.push({ kind: 'bar', text: it.label, low: it.value, high: it.value })
  table(
    ['', document.gapColumns.question, document.gapColumns.flow],
    [0.3, 3, 2],
    report.answerFirst.map((it, i) => [String(i + 1), it.ask, it.decides.map((one) => one.title).join('; ')]),
  )
  h1(document.headings.flows)
  for (const verdict of verdicts) {
    h2(verdict.entryName)
    const own = report.determinations.filter((it) => it.entry === verdict.entry)
    table(
      ['', ''],
      [1, 5],
      [
        [document.route, place(verdict.entry)],
        [verdict.title, verdict.label],
        ...own.filter((it) => verdict.uses.includes(it.id)).map((it) => [it.title, it.label]),
        [document.why, list(own.flatMap((it) => it.because))],
        [document.facts, list(own.flatMap((it) => it.facts.map((fact) => `${fact.ask} ${fact.text}`)))],
        [
          document.todo,
          list(
            own.flatMap((it) =>
              it.then.map(
                (one) =>
                  `${one.do}\n${words.report.obligation[one.obligation]}; ${words.report.owner[one.owner]}; ${cites(one.cites)}`,
              ),
            ),
          ),
        ],
        [
          document.alternatives,
          list(own.flatMap((it) => it.alternatives.map((one) => `${one.label} ${one.because} ${cites(one.cites)}`))),
        ],
        [
          document.basis,
          list(own.flatMap((it) => it.outcomes.map((one) => `${one.label} ${one.do ?? ''}\n${cites(one.cites)}`))),
        ],
      ],
    )
  }
  h1(document.headings.gaps)
  table(
    [
      '',
      document.gapColumns.gap,
      document.gapColumns.answer,
      document.gapColumns.points,
      document.gapColumns.effort,
      document.gapColumns.owner,
    ],
    [0.4, 4, 3, 0.8, 0.6, 1],
    report.gaps
      .filter((it) => it.state === 'answered')
      .map((it, i) => [
        String(i + 1),
        list([it.ask, it.entryName, it.remedy && `→ ${it.remedy.do}`]),
        list([it.answer, `${words.report.obligation[it.obligation]}; ${cites(it.cites)}`]),
        `${it.lift.toFixed(1)} ${it.loss.toFixed(1)}`,
        String(it.remedy?.effort ?? ''),
        it.remedy ? words.report.owner[it.remedy.owner] : '',
      ]),
  )
  h2(document.unsure)
  table(
    [document.gapColumns.question, document.gapColumns.state],
    [3, 1],
    report.open.map((it) => [`${it.ask}\n${it.entry ?? ''}`, summary.gapState[it.state]]),
  )
  h2(document.noEvidence)
  table(
    [document.gapColumns.question, document.evidenceColumns.evidence],
    [1, 1],
    report.withoutEvidence.map((it) => [it.ask, list(it.expects)]),
  )
  const everyCite = report.determinations.flatMap((it) => [
    ...it.cites,
    ...[...it.alternatives, ...it.outcomes, ...it.then].flatMap((one) => one.cites),
  ])
  h1(document.headings.method)
  document.methodLines.forEach(p)
  table(
    [document.sourceColumns.source, document.sourceColumns.issuer, document.sourceColumns.force],
    [4, 2, 1],
    report.sources.map((it) => [
      list([
        `${it.short} ${it.title}`,
        it.address,
        [...new Set(everyCite.filter((one) => one.source === it.id).map((one) => cites([one])))].join('; '),
      ]),
      it.issuer,
      `${words.report.place[it.place]} ${it.from ?? '–'} ${it.lastChecked}`,
    ]),
  )
  table(
    ['', ''],
    [1, 4],
    document.glossaryTerms.map((it) => [...it]),
  )
  p(`${document.integrityMeans} ${words.pages.attachment} ${report.ruleset.sha256} ${report.answers.sha256}`)
  p(words.pages.unmarked)
  p(report.disclaimer)
  return blocks
}
