/** Who, what, when; the score with its range; what matters; every verdict. */
import { bandScale } from '../../drawings/range-bar.js'
import { percent, points1, range1 } from '../content/figures.js'
import { sentencesOf } from '../content/sentences.js'
import { standingAmong } from '../content/among.js'
import { movedSince } from '../content/since.js'
import { verdictsOf } from '../content/verdicts.js'
import { html, type Markup } from './markup.js'
import { badge, facts, law, type Page, type Part, section, table } from './page.js'
import { svg } from './svg.js'

/** The head of the page. */
export function head({ report, words, theme }: Page): Markup {
  const { about } = words.document
  const { firm, preparedBy, ruleset } = report
  return html` <header class="cover">
    ${theme.logo && html`<img class="logo" alt="${theme.logo.alt}" width="${theme.logo.width}" height="${theme.logo.height}" src="data:image/${theme.logo.type};base64,${base64(theme.logo.bytes)}" />`}
    <p class="kind">${words.document.readiness}</p>
    <h1>${firm.name}</h1>
    <p class="lead">${law({ report, words, theme }, ruleset.title)}</p>
    ${facts([
      [about.asAt, report.asAt],
      [about.ruleset, `${ruleset.id} ${ruleset.version}`],
      [about.reviewed, ruleset.reviewed],
      [
        about.preparedBy,
        preparedBy.length === 0
          ? undefined
          : preparedBy
              .map(({ name, role }) => (role === undefined ? name : words.summary.aside(name, role)))
              .join(words.summary.separator),
      ],
      [about.reference, firm.reference],
    ])}
  </header>`
}

export const summary: Part = (page) => {
  const { report, words } = page
  const { document } = words
  const sentences = sentencesOf(report, words)
  const beside = [movedSince(report, words), standingAmong(report, words)]
  return section('summary', document.headings.summary, [
    score(page),
    html`${beside.map(
      (it) =>
        it &&
        html`<div class="notice">
          <p><strong>${it.head}</strong></p>
          ${it.lines.map((line) => html`<p>${line}</p>`)}
        </div>`,
    )}`,
    html`<div class="matters">
      <h3>${document.headings.matters}</h3>
      <ol>
        ${sentences.map((it) => html`<li>${it}</li>`)}
      </ol>
    </div>`,
    verdicts(page),
    report.contradictions.length > 0
      ? html`<div class="notice t-bad">
          <h3>${document.contradictions}</h3>
          <ul>
            ${report.contradictions.map((it) => html`<li>${law(page, it.says)}</li>`)}
          </ul>
        </div>`
      : undefined,
    report.notices.length > 0
      ? html`<div class="notice">
          <h3>${words.summary.notices}</h3>
          <ul>
            ${report.notices.map((it) => html`<li>${it.text}</li>`)}
          </ul>
        </div>`
      : undefined,
    html`<p class="disclaimer">${report.disclaimer}</p>`,
  ])
}

function score(page: Page): Markup {
  const { report, words } = page
  const { document, summary: said } = words
  const { score, bands, scope } = report
  const { answered, open, share } = score.answered
  const shares =
    share === null
      ? undefined
      : html`<div>
          <dt>${document.answeredShare}</dt>
          <dd>
            <strong>${percent(share)} %</strong>
            <span class="quiet">${document.answeredOf(answered, answered + open)}</span>
          </dd>
        </div>`
  if (score.low === null || score.high === null) {
    return html`<div class="score">
      <p class="figure">${said.noScore}</p>
      <dl class="side">${shares}</dl>
    </div>`
  }
  const { low, high, band } = score
  const range = range1(low, high)
  const marks = score.evidenced === null ? [] : [{ value: score.evidenced, label: said.evidenced }]
  // On a phone the names of bands would be too small to read: the numbers stay.
  const scale = (width: number, named: boolean) =>
    svg(
      bandScale({
        bands: scope === 'full' ? bands.map(({ from, label }) => ({ from, label: named ? label : '' })) : [],
        low,
        high,
        width,
        size: 12,
        marks,
      }),
      document.scoreDrawn(points1(low), points1(high)),
    )
  const also = (name: string, value: number | null, means: string) =>
    value === null
      ? undefined
      : html`<div>
          <dt>${name}</dt>
          <dd><strong>${points1(value)}</strong> <span class="quiet">${means}</span></dd>
        </div>`
  return html` <div class="score">
    <div class="headline">
      <p class="figure">
        <span class="number">${points1(low)}</span>
        <span class="of">${document.of100}</span
        >${scope === 'quick' ? html` <span class="badge t-caution">${said.quickCheck}</span>` : undefined}${range === points1(low) ? undefined : html`<span class="range">${said.range(points1(low), points1(high))}</span>`}
      </p>
      ${band && html`<p class="band"><span class="label">${said.band}</span> <strong>${law(page, band.low.id === band.high.id ? band.low.label : said.bandRange(band.low.label, band.high.label))}</strong></p>`}
    </div>
    <div class="scale wide">${scale(640, true)}</div>
    <div class="scale narrow">${scale(340, false)}</div>
    <dl class="side">
      ${also(said.evidenced, score.evidenced, said.evidencedMeans)}${also(said.strict, score.strict, said.strictMeans)}${shares}
    </dl>
    ${gates(page)}
  </div>`
}

/** The gates that cap the band, or may. */
function gates(page: Page): Markup[] {
  const { report, words } = page
  const { summary: said, report: named } = words
  return report.gates
    .filter((gate) => gate.state !== 'clear')
    .map(
      ({ state, says, clears, missing }) =>
        html` <div class="notice ${state === 'holds' ? 't-bad' : 't-open'}">
          <p><strong>${state === 'holds' ? said.cappedBy : said.perhapsCappedBy}</strong> ${law(page, says)}</p>
          ${clears && html`<p><strong>${said.clearedBy}</strong> ${law(page, clears.do)} ${said.effort(String(clears.effort), named.owner[clears.owner])}</p>`}${missing.length > 0 ? html`<p><strong>${said.wouldDecide}</strong> ${missing.map((it) => html`${law(page, it.ask)} `)}</p>` : undefined}
        </div>`,
    )
}

function verdicts(page: Page): Markup | undefined {
  const { report, words } = page
  const { document, summary: said } = words
  const rows = verdictsOf(report).flatMap(({ entry, name, verdicts, duties }) => [
    ...verdicts.map(({ verdict }) => [
      name === undefined ? said.otherChecks : html`<a href="#flow-${entry}">${name}</a>`,
      badge(verdict.tone, law(page, verdict.label)),
      verdict.checked === null
        ? '–'
        : html`<span class="check c-${verdict.checked}">${words.report.checked[verdict.checked]}</span>`,
    ]),
    ...(verdicts.length === 0
      ? duties.map((it) => [
          name === undefined ? said.otherChecks : html`<a href="#flow-${entry}">${name}</a>`,
          html`${law(page, it.title)}`,
          '–',
        ])
      : []),
  ])
  if (rows.length === 0) return undefined
  return html`<h3>${document.headings.verdicts}</h3>
    ${table(
      document.headings.verdicts,
      [{ title: document.flowColumns.flow }, { title: document.flowColumns.verdict }, { title: document.lawBehind }],
      rows,
    )}`
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
