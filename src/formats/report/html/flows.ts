/** Every flow: on the map, then on a card with its route, why, what must be done, what else is open. */
import { flowMap } from '../../drawings/flow-map.js'
import {
  type Determination,
  type EntryVerdicts,
  missingOf,
  reasonsOf,
  type Verdict,
  verdictsOf,
} from '../content/verdicts.js'
import { lawSpace } from '../content/space.js'
import { html, type Markup } from './markup.js'
import { aside, badge, checked, cites, facts, law, type Page, type Part, section, table } from './page.js'
import { svg } from './svg.js'

export const flows: Part = (page) => {
  const all = verdictsOf(page.report)
  if (all.length === 0) return undefined
  return section('flows', page.words.document.headings.flows, [map(page, all), ...all.map((it) => card(page, it))])
}

function map(page: Page, all: readonly EntryVerdicts[]): Markup | undefined {
  const { report, words } = page
  const { document } = words
  const verdicts = new Map(all.map((it) => [it.entry, it.verdicts[0]?.verdict]))
  const numbered = report.flows.map((flow, i) => ({
    ...flow,
    number: String(i + 1),
    verdict: verdicts.get(flow.entry),
  }))
  const drawn = numbered.flatMap(({ number, from, to, weight, verdict }) =>
    from && to
      ? [
          {
            number,
            from: from.region,
            to: to.region,
            weight: weight?.low ?? null,
            tone: verdict?.tone ?? 'neutral',
          },
        ]
      : [],
  )
  if (numbered.length === 0) return undefined
  const lost = numbered.filter(({ from, to }) => !from || !to).map((it) => it.name)
  const picture = flowMap({ flows: drawn, labels: words.pages.regions, width: 640, height: 400, size: 12 })
  const columns = document.flowColumns
  return html` <figure>
      <div class="scroll" role="region" aria-label="${document.flowMap}" tabindex="0">
        ${svg(picture, `${document.flowMap}. ${document.flowMapMeans(drawn.length)}`)}
      </div>
      <figcaption>
        ${words.pages.mapLegend}
        ${words.pages.mapLines}${lost.length === 0 ? undefined : html`<br />${words.pages.notOnMap(lost.join(words.summary.separator))}`}
      </figcaption>
    </figure>
    ${table(
      document.flowMap,
      [
        { title: columns.flow },
        { title: columns.from },
        { title: columns.to },
        { title: words.pages.people, number: true },
        { title: columns.verdict },
      ],
      numbered.map(({ number, entry, name, from, to, weight, verdict }) => [
        html`<span class="index">${number}</span> <a href="#flow-${entry}">${name}</a>`,
        from ? law(page, from.label) : words.report.notKnown,
        to ? law(page, to.label) : words.report.notKnown,
        weight?.text ?? '–',
        verdict ? badge(verdict.tone, law(page, verdict.label)) : '–',
      ]),
    )}`
}

function card(page: Page, { entry, name, verdicts, duties }: EntryVerdicts): Markup {
  const { report, words } = page
  const flow = report.flows.find((it) => it.entry === entry)
  const tone = verdicts[0]?.verdict.tone ?? 'neutral'
  const id = entry === undefined ? undefined : html` id="flow-${entry}"`
  return html` <article class="card e-${tone}" ${id}>
    <h3>${name ?? words.summary.otherChecks}</h3>
    ${flow && (flow.from ?? flow.to) ? html`<p class="way">${flow.from ? law(page, flow.from.label) : words.report.notKnown} <span aria-hidden="true">→</span> ${flow.to ? law(page, flow.to.label) : words.report.notKnown}</p>` : undefined}
    ${verdicts.map((it) => verdict(page, it))} ${duties.map((it) => rulings(page, it))}
  </article>`
}

function verdict(page: Page, one: Verdict): Markup {
  const { words } = page
  const { document, summary, report: named } = words
  const { verdict: last, steps } = one
  const missing = missingOf(one)
  const basis = [last, ...steps]
  const used = [...new Map(basis.flatMap((it) => it.facts).map((it) => [it.id, it])).values()]
  const then = basis.flatMap((it) => it.then)
  const other = basis.flatMap((it) => it.alternatives)
  const because = reasonsOf(one)
  return html` <p class="verdict">
      <span class="label">${law(page, last.title)}</span> ${badge(last.tone, law(page, last.label))}
      ${checked(page, last.checked)}
    </p>
    ${facts([
      ...steps.map(
        (step) =>
          [
            law(page, step.title),
            html`${law(page, step.label)}${step.candidates.length > 1 ? html`<br /><span class="quiet">${summary.couldBe} ${law(page, step.candidates.map((it) => it.label).join(summary.separator))}</span>` : undefined}`,
          ] as const,
      ),
      [
        document.why,
        because.length === 0
          ? undefined
          : html`${because.map((it) => html`${law(page, it)}${lawSpace(page.report, page.words)}`)}`,
      ],
      [
        summary.needs.replace(/[:：]$/, ''),
        missing.length === 0
          ? undefined
          : html`${missing.map((it) => html`${law(page, it.ask)}${lawSpace(page.report, page.words)}`)}`,
      ],
      [
        document.alternatives,
        other.length === 0
          ? undefined
          : html`<ul>
              ${other.map((it) => html`<li>${law(page, it.label)}${it.state === 'perhaps' ? aside(page, document.alternativePerhaps) : undefined}${it.because === undefined ? undefined : html`<br /><span class="quiet">${law(page, it.because)}</span>`}<br />${cites(page, it.cites)}</li>`)}
            </ul>`,
      ],
      [document.basis, cites(page, unique(basis.flatMap((it) => it.cites)))],
    ])}
    ${duties(
      page,
      then.map((it) => ({ what: it.do, ...it })),
    )}
    ${
      used.length === 0
        ? undefined
        : html`<details>
            <summary>${document.facts}</summary>
            ${facts(used.map((it) => [law(page, it.ask), it.text === '' ? named.notKnown : law(page, it.text)]))}
          </details>`
    }`
}

/** What holds of a list of duties, and what perhaps does. */
function rulings(page: Page, { title, outcomes }: Determination): Markup {
  const { words } = page
  return html`<h4>${law(page, title)}</h4>
    ${duties(
      page,
      outcomes.map((it) => ({
        ...it,
        what: it.do ?? it.label,
        ...(it.do === undefined ? {} : { label: it.label }),
        ...(it.state === 'perhaps' ? { perhaps: words.document.perhapsIf } : {}),
      })),
      true,
    )}`
}

interface Duty {
  readonly what: string
  readonly label?: string
  readonly perhaps?: string
  readonly because?: string
  readonly obligation?: keyof Page['words']['report']['obligation']
  readonly owner?: keyof Page['words']['report']['owner']
  readonly by?: { readonly text: string; readonly due?: string }
  readonly cites: Determination['cites']
}

/** What must now be done: by when, by whom, on what ground. */
function duties(page: Page, list: readonly Duty[], headed = false): Markup | undefined {
  const { words } = page
  if (list.length === 0) return undefined
  return html`${headed ? undefined : html`<h4>${words.document.todo}</h4>`}
    <ul class="duties">
      ${list.map(
        (it) =>
          html`<li>
            ${it.perhaps && html`<span class="quiet">${words.marks.labelled(it.perhaps, '')}</span>`}${it.label && html`<strong>${law(page, it.label)}</strong> `}${law(page, it.what)}${it.by && html` <strong class="due">${words.marks.labelled(words.document.due, it.by.due ?? it.by.text)}</strong>${it.by.due === undefined ? undefined : aside(page, law(page, it.by.text))}`}<br /><span
              class="quiet"
              >${[it.obligation && words.report.obligation[it.obligation], it.owner && words.report.owner[it.owner]].filter((one) => one !== undefined).join(' · ')}${it.cites.length > 0 && (it.obligation ?? it.owner) ? ' · ' : ''}${cites(page, it.cites)}</span
            >
          </li>`,
      )}
    </ul>`
}

const unique = (list: Determination['cites']): Determination['cites'] => [
  ...new Map(list.map((it) => [`${it.source} ${it.at}`, it])).values(),
]
