/** The report as Markdown: what a reviewer reads first, then tables, then what is long in folds. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'
import { escaped as text } from '../../markdown.js'
import { gain, percent, points1, range1 } from '../content/figures.js'
import { entryNames } from '../content/names.js'
import { sentencesOf } from '../content/sentences.js'
import { standingAmong } from '../content/among.js'
import { movedSince } from '../content/since.js'
import { lawSpace } from '../content/space.js'
import {
  type Determination,
  type EntryVerdicts,
  marks as toneMarks,
  missingOf,
  reasonsOf,
  verdictsOf,
} from '../content/verdicts.js'
import type { RenderOptions } from '../format.js'

/** The report as one Markdown document. */
export const markdown = (report: Report, { words, theme }: RenderOptions): string =>
  `${[
    ...head(report, words),
    ...summary(report, words),
    ...standing(report, words),
    ...flows(report, words),
    ...gaps(report, words),
    ...plan(report, words),
    ...upcoming(report, words),
    ...method(report, words),
    '---',
    `*${text(report.disclaimer)}*`,
    ...[theme?.disclaimer, theme?.contact].flatMap((it) => (it === undefined ? [] : [text(it)])),
  ].join('\n\n')}\n`

type Blocks = readonly string[]

const list = (items: readonly string[], numbered = false): Blocks =>
  items.length === 0 ? [] : [items.map((it, i) => `${numbered ? `${i + 1}.` : '-'} ${it}`).join('\n')]

/** `:` after a title: its column stands right. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): Blocks {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const heads = titles.map((it) => it.replace(/:$/, ''))
  const rule = titles.map((it) => (it.endsWith(':') ? '---:' : '---'))
  return [[line(heads), line(rule), ...rows.map(line)].join('\n')]
}

/** What is long, behind one line. GitHub and others fold it; elsewhere it stands open. */
const folded = (title: string, blocks: Blocks): Blocks =>
  blocks.length === 0 ? [] : [`<details><summary>${text(title)}</summary>`, ...blocks, '</details>']

const under = (title: string, blocks: Blocks): Blocks => (blocks.length === 0 ? [] : [title, ...blocks])

const verdict = (it: Determination): string => `${toneMarks[it.tone]} **${text(it.label)}**`

const cited = (cites: Determination['cites'], { report, summary, marks }: Words): string =>
  cites.map((it) => text(marks.aside(`${it.short} ${it.at}`, report.checked[it.checked]))).join(summary.separator)

function head({ firm, ruleset, asAt, preparedBy }: Report, { document, summary, marks }: Words): Blocks {
  const people = preparedBy.map(({ name, role }) => (role === undefined ? name : summary.aside(name, role)))
  return [
    `# ${text(document.title(firm.name, ruleset.title))}`,
    [
      marks.labelled(document.about.ruleset, text(`${ruleset.id} ${ruleset.version}`)),
      marks.labelled(document.about.asAt, text(asAt)),
      ...(people.length === 0 ? [] : [marks.labelled(document.about.preparedBy, text(people.join(summary.separator)))]),
      ...(firm.reference === undefined ? [] : [marks.labelled(document.about.reference, text(firm.reference))]),
    ].join(' · '),
  ]
}

function summary(report: Report, words: Words): Blocks {
  const { document, summary: said, report: named, marks } = words
  const { score, scope } = report
  const { answered, open, share } = score.answered
  const about: string[] =
    score.low === null || score.high === null
      ? [said.noScore]
      : [
          marks.apart([
            `**${points1(score.low)}** ${document.of100}`,
            ...(range1(score.low, score.high) === points1(score.low)
              ? []
              : [said.range(points1(score.low), points1(score.high))]),
            ...(scope === 'quick' ? [`**${said.quickCheck}**`] : []),
          ]),
          ...(score.band
            ? [
                marks.labelled(
                  said.band,
                  `**${text(score.band.low.id === score.band.high.id ? score.band.low.label : said.bandRange(score.band.low.label, score.band.high.label))}**`,
                ),
              ]
            : []),
          ...(score.evidenced === null ? [] : [marks.labelled(said.evidenced, points1(score.evidenced))]),
          ...(score.strict === null ? [] : [marks.labelled(said.strict, points1(score.strict))]),
        ]
  if (share !== null)
    about.push(
      marks.labelled(
        document.answeredShare,
        marks.aside(`${percent(share)} %`, document.answeredOf(answered, answered + open)),
      ),
    )
  const gates = report.gates
    .filter((it) => it.state !== 'clear')
    .map(({ state, says, clears, missing }) =>
      [
        `> **${state === 'holds' ? said.cappedBy : said.perhapsCappedBy}** ${text(says)}`,
        ...(clears
          ? [
              `> **${said.clearedBy}** ${marks.sentences([text(clears.do), said.effort(String(clears.effort), named.owner[clears.owner])])}`,
            ]
          : []),
        ...(missing.length > 0
          ? [`> **${said.wouldDecide}** ${missing.map((it) => text(it.ask)).join(lawSpace(report, words))}`]
          : []),
      ].join('\\\n'),
    )
  const beside = [movedSince(report, words), standingAmong(report, words)].filter((it) => it !== undefined)
  const verdicts = verdictsOf(report).flatMap(({ name, verdicts: own }) =>
    own.map(({ verdict: it }) => [
      text(name ?? said.otherChecks),
      verdict(it),
      it.checked === null ? '–' : named.checked[it.checked],
    ]),
  )
  return [
    about.join(' · '),
    ...gates,
    ...beside.map((it) => [`> **${text(it.head)}**`, ...it.lines.map((line) => `> ${text(line)}`)].join('\\\n')),
    ...list(sentencesOf(report, words).map(text), true),
    ...under(`**${document.contradictions}**`, list(report.contradictions.map((it) => text(it.says)))),
    ...under(`**${said.notices}**`, list(report.notices.map((it) => text(it.text)))),
    ...under(
      `## ${document.headings.verdicts}`,
      table([document.flowColumns.flow, document.flowColumns.verdict, document.lawBehind], verdicts),
    ),
  ]
}

function standing({ sections, breakdowns, answerFirst }: Report, { document, summary: said }: Words): Blocks {
  const columns = document.sectionColumns
  const rows = sections.flatMap(({ title, low, high, evidenced, answered, open, entries, state }) => {
    if (state === 'hidden') return []
    const weakest = entries.length > 1 ? entries.find((it) => it.weakest) : undefined
    return [
      [
        text(weakest ? said.aside(title, said.weakest(weakest.name)) : title),
        low === null || high === null ? document.notDrawn : `${bar(low, high)} ${range1(low, high)}`,
        evidenced === null ? '–' : points1(evidenced),
        `${answered} / ${answered + open}`,
      ],
    ]
  })
  const breakdown = (title: string, all: Report['breakdowns']['policy']): Blocks =>
    under(
      `**${title}**`,
      table(
        [title, `${said.score}:`],
        all.map(({ label, value }) => [text(label), points1(value)]),
      ),
    )
  return [
    `## ${document.headings.standing}`,
    ...table([columns.section, columns.score, `${columns.evidenced}:`, `${columns.answered}:`], rows),
    ...folded(`${document.byPolicy} · ${document.byObligation} · ${document.byPlace}`, [
      ...breakdown(document.byPolicy, breakdowns.policy),
      ...breakdown(document.byObligation, breakdowns.obligation),
      ...breakdown(document.byPlace, breakdowns.place),
    ]),
    ...under(
      `### ${document.answerFirst}`,
      list(
        answerFirst.map((it) => text(it.entryName === undefined ? it.ask : said.aside(it.ask, it.entryName))),
        true,
      ),
    ),
  ]
}

/** Ten cells: sure, perhaps, not. */
function bar(low: number, high: number): string {
  const sure = Math.floor(low / 10)
  const perhaps = Math.max(sure, Math.ceil(high / 10 - 1e-9))
  return `${'█'.repeat(sure)}${'▒'.repeat(low < high ? perhaps - sure : 0)}${'░'.repeat(10 - (low < high ? perhaps : sure))}`
}

function flows(report: Report, words: Words): Blocks {
  const all = verdictsOf(report)
  return all.length === 0
    ? []
    : [`## ${words.document.headings.flows}`, ...all.flatMap((it) => flow(report, words, it))]
}

function flow(report: Report, words: Words, { entry, name, verdicts, duties }: EntryVerdicts): Blocks {
  const { document, summary: said, report: named, marks } = words
  const moves = report.flows.find((it) => it.entry === entry)
  const due = (by: { text: string; due?: string } | undefined) =>
    by === undefined ? '' : ` **${marks.labelled(document.due, text(by.due ?? by.text))}**`
  return [
    `### ${text(name ?? said.otherChecks)}`,
    ...(moves && (moves.from ?? moves.to)
      ? [`${text(moves.from?.label ?? named.notKnown)} → ${text(moves.to?.label ?? named.notKnown)}`]
      : []),
    ...verdicts.flatMap((one): Blocks => {
      const { verdict: last, steps } = one
      const basis = [last, ...steps]
      const missing = missingOf(one)
      return [
        last.checked === null
          ? verdict(last)
          : marks.aside(verdict(last), said.lawChecked(named.checked[last.checked])),
        ...list([
          ...steps.map((it) => marks.labelled(text(it.title), text(it.label))),
          ...(reasonsOf(one).length === 0
            ? []
            : [marks.labelled(document.why, reasonsOf(one).map(text).join(lawSpace(report, words)))]),
          ...(missing.length === 0
            ? []
            : [marks.labelled(said.needs, missing.map((it) => text(it.ask)).join(lawSpace(report, words)))]),
          ...basis
            .flatMap((it) => it.alternatives)
            .map(
              (it) =>
                `${marks.labelled(document.alternatives, it.state === 'perhaps' ? marks.aside(text(it.label), document.alternativePerhaps) : text(it.label))} ${cited(it.cites, words)}`,
            ),
        ]),
        ...under(
          `**${document.todo}**`,
          list(
            basis
              .flatMap((it) => it.then)
              .map((it) =>
                marks.aside(
                  `${text(it.do)}${due(it.by)}`,
                  marks.clauses([named.obligation[it.obligation], cited(it.cites, words)]),
                ),
              ),
          ),
        ),
      ]
    }),
    ...duties.flatMap(({ title, outcomes }) => [
      `**${text(title)}**`,
      ...list(
        outcomes.map(
          (it) =>
            `${it.state === 'perhaps' ? marks.labelled(document.perhapsIf, '') : ''}${marks.aside(
              `**${text(it.label)}**${it.do === undefined ? '' : ` ${text(it.do)}`}${due(it.by)}`,
              marks.clauses([...(it.obligation ? [named.obligation[it.obligation]] : []), cited(it.cites, words)]),
            )}`,
        ),
      ),
    ]),
  ]
}

function gaps(report: Report, words: Words): Blocks {
  const { document, summary: said, report: named, marks } = words
  const columns = document.gapColumns
  const name = entryNames(report)
  const known = report.gaps.filter((it) => it.state === 'answered' || it.state === 'implied')
  const row = (gap: (typeof known)[number], i: number): string[] => [
    String(i + 1),
    `${text(gap.entryName === undefined ? gap.ask : said.aside(gap.ask, gap.entryName))}<br><sub>${marks.clauses([named.obligation[gap.obligation], cited(gap.cites, words)])}</sub>`,
    gap.remedy ? text(gap.remedy.do) : '–',
    gap.remedy ? named.owner[gap.remedy.owner] : '–',
    gap.remedy ? String(gap.remedy.effort) : '–',
    gain(gap.lift),
  ]
  const titles = ['#', columns.gap, columns.remedy, columns.owner, `${columns.effort}:`, `${columns.points}:`]
  const first = 10
  const asked = (all: readonly { ask: string; entry?: string }[], about: (at: number) => string | undefined): Blocks =>
    list(
      all.map(({ ask, entry }, at) => {
        const more = about(at)
        const named = text(entry === undefined ? ask : said.aside(ask, name(entry)))
        return more === undefined || more === '' ? named : marks.labelled(named, text(more))
      }),
    )
  return [
    `## ${document.headings.gaps}`,
    ...(known.length === 0 ? [said.noGaps] : [document.gapsMeans]),
    ...table(titles, known.slice(0, first).map(row)),
    ...folded(
      said.more(known.length - first),
      table(
        titles,
        known.slice(first).map((gap, i) => row(gap, first + i)),
      ),
    ),
    ...folded(
      document.unsure,
      asked(report.open, (at) => said.gapState[report.open[at]!.state]),
    ),
    ...folded(
      document.notApplicable,
      asked(report.notApplicable, (at) => report.notApplicable[at]!.reason),
    ),
    ...folded(
      document.noEvidence,
      asked(report.withoutEvidence, (at) => report.withoutEvidence[at]!.expects.join(said.separator)),
    ),
  ]
}

function plan({ plan: planned }: Report, { document, summary: said, report: named, marks }: Words): Blocks {
  if (!planned) return []
  const columns = document.gapColumns
  return [
    `## ${document.headings.plan}`,
    ...planned.routes.flatMap(({ target, gates, steps, obstacles }) => [
      `### → ${text(target.band?.label ?? points1(target.value))}`,
      ...list(
        gates.map(
          ({ says, remedy }) =>
            `${text(says)}${remedy ? ` → ${marks.sentences([text(remedy.do), said.effort(String(remedy.effort), named.owner[remedy.owner])])}` : ''}`,
        ),
      ),
      ...list(obstacles.map((it) => text(it.text))),
      ...table(
        ['#', columns.remedy, columns.owner, `${columns.effort}:`, `${columns.points}:`, `${said.score}:`],
        steps.map((it, i) => [
          String(i + 1),
          text(
            it.entries.length === 0
              ? it.remedy.do
              : said.aside(it.remedy.do, it.entries.map((one) => one.name).join(said.separator)),
          ),
          named.owner[it.remedy.owner],
          String(it.remedy.effort),
          gain(it.gain),
          points1(it.value),
        ]),
      ),
    ]),
  ]
}

function upcoming(report: Report, { document, summary: said }: Words): Blocks {
  const name = entryNames(report)
  const columns = document.upcomingColumns
  const rows = report.upcoming.map(({ date, changes, score, outcomes }) => {
    const effects = [
      ...(score.low !== null && score.low !== report.score.low
        ? [document.scoreThen(points1(score.low), score.band?.label)]
        : []),
      ...outcomes.map(({ entry, before, after }) => {
        const turned = said.becomes(before, after)
        return entry === undefined ? turned : document.verdictOf(name(entry), turned)
      }),
    ]
    return [
      text(date),
      changes.map((it) => text(said.aside(it.title, it.change === 'starts' ? said.starts : said.ends))).join('<br>'),
      effects.length === 0 ? document.noEffect : effects.map(text).join('<br>'),
    ]
  })
  return [
    `## ${document.headings.upcoming}`,
    ...(rows.length === 0 ? [document.upcomingNone] : table([columns.date, columns.change, columns.effect], rows)),
  ]
}

function method({ sources, ruleset, answers, generator }: Report, { document, report: named, marks }: Words): Blocks {
  const columns = document.sourceColumns
  return [
    `## ${document.headings.method}`,
    ...list(document.methodLines),
    ...folded(
      document.sources,
      table(
        [columns.source, columns.issuer, columns.place, columns.checked],
        sources.map((it) => [
          marks.labelled(text(it.short), text(it.title)),
          text(it.issuer),
          named.place[it.place],
          text(it.lastChecked),
        ]),
      ),
    ),
    [
      marks.labelled(document.about.generator, `${generator.name} ${generator.version}`),
      marks.labelled(document.hashRuleset, `\`${ruleset.sha256}\``),
      marks.labelled(document.hashAnswers, `\`${answers.sha256}\``),
    ].join('\\\n'),
  ]
}
