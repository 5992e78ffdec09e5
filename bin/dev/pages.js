// The pages of docs/ that are made from the rulesets: which action of the Policy Statement is served by which question, and
// what stands behind every question. `npm run docs` writes them; a test compares.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { format, resolveConfig } from 'prettier'
import { root } from './schemas.js'

const folder = `${root}/rulesets`
const library = {
  file: (path) =>
    existsSync(`${folder}/${path}`)
      ? { file: `rulesets/${path}`, text: readFileSync(`${folder}/${path}`, 'utf8') }
      : undefined,
  ids: () =>
    readdirSync(folder)
      .filter((id) => existsSync(`${folder}/${id}/questionnaire.yaml`))
      .sort(),
}

export async function pages(loadRuleset) {
  const rulesets = []
  for (const id of library.ids()) {
    const { ruleset, diagnostics } = await loadRuleset(library, id)
    if (!ruleset) throw new Error(`rulesets/${id} does not load: ${JSON.stringify(diagnostics[0])}`)
    rulesets.push(ruleset)
  }
  const questions = rulesets.flatMap((it) =>
    [...it.questions.values()].map((question) => ({ ruleset: it.id, question })),
  )
  const known = new Map(questions.map((it) => [it.question.id, it]))
  const policy = policyOf(known)
  const written = {
    'docs/coverage.md': coverage(rulesets, questions, policy),
    'docs/policy-statement.md': policyStatement(known, policy),
  }
  const style = await resolveConfig(`${root}/docs/coverage.md`)
  const made = {}
  for (const [path, text] of Object.entries(written)) made[path] = await format(text, { ...style, parser: 'markdown' })
  return made
}

/** rulesets/policy-statement/actions.yaml, which a lawyer edits; what is wrong with it is said with the id of the action. */
function policyOf(known) {
  const file = 'rulesets/policy-statement/actions.yaml'
  const { categories, actions } = load(readFileSync(`${root}/${file}`, 'utf8'), { schema: CORE_SCHEMA })
  const wrong = []
  for (const [i, it] of actions.entries()) {
    const say = (text) => wrong.push(`${file}: action ${it.id ?? i + 1}: ${text}`)
    for (const key of ['id', 'category', 'action', 'basis', 'status', 'checked'])
      if (typeof it[key] !== 'string') say(`'${key}' is missing.`)
    if (!categories.some(({ id }) => id === it.category)) say(`there is no category '${it.category}'.`)
    if (!(it.basis in bases)) say(`'basis' is one of ${Object.keys(bases).join(', ')}.`)
    if (!['verified', 'second-hand', 'unverified'].includes(it.checked))
      say(`'checked' is one of verified, second-hand, unverified.`)
    if (Array.isArray(it.questions) === (it.information !== undefined))
      say(`it needs either 'questions' or 'information'.`)
    if (it.questions?.length === 0) say('no question is named; say under ‘information’ why, or name one.')
    for (const id of it.questions ?? []) if (!known.has(id)) say(`there is no question '${id}'.`)
    if (actions.findIndex(({ id }) => id === it.id) !== i) say('its id is there twice.')
  }
  if (actions.length !== 18) wrong.push(`${file}: the Policy Statement has 18 actions, not ${actions.length}.`)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return { categories, actions }
}

const bases = {
  content: 'confirmed',
  theme: 'confirmed by its theme only',
  parallel: 'not confirmed; another government document of the time has it',
  memory: 'not confirmed: check the annex of the statement',
}
const made = (command) => `<!-- Made by \`npm run docs\` from ${command}. Do not edit. -->`
const link = (id) => `[${id}](../rulesets/${id}/questionnaire.yaml)`
const codes = (ids) => [...new Set(ids)].map((id) => `\`${id}\``).join(', ')

function policyStatement(known, { categories, actions }) {
  const lines = [
    '# The Policy Statement and what we ask',
    made('rulesets/policy-statement/actions.yaml'),
    `The Hong Kong Government issued its Policy Statement on Facilitating Data Flow and Safeguarding Data Security on
    8 December 2023. It has 18 actions in five categories. It is a programme of Government and puts **no duty on a firm**; the
    questions named here rest on the laws, contracts and guidance that each of them cites.`,
    `The five categories and the number of actions are confirmed. How the actions are split and ordered is not: their official
    wording is in an annex that we have not seen. So they have no numbers here, are described in our own words, and each says
    how far it is confirmed.`,
    `Not every question serves an action: what the laws of the Mainland and of Macao ask of a firm at home rests on those laws
    alone. [coverage.md](coverage.md) has every question with its sources.`,
    `For an editor: this page is made from [actions.yaml](../rulesets/policy-statement/actions.yaml). Change it there, then run
    \`npm run docs\`.`,
  ]
  for (const category of categories) {
    lines.push(`## ${category.id}. ${category.title}`, category['zh-Hant'])
    for (const it of actions.filter(({ category: of }) => of === category.id)) {
      lines.push(
        `### ${it.action}`,
        `${it.status} The status is ${it.checked}; that the statement has this action is ${bases[it.basis]}.`,
        it.questions
          ? it.questions
              .map((id) => known.get(id))
              .map(({ ruleset, question }) => `- ${question.ask} \`${question.id}\`, ${link(ruleset)}`)
              .join('\n')
          : `For information: ${it.information}`,
      )
    }
  }
  return lines.join('\n\n')
}

/** Everything that cites, with the words for what it is. */
function citing(ruleset) {
  const out = []
  const add = (what, { cites }) => cites.forEach((cite) => out.push({ ruleset: ruleset.id, what, ...cite }))
  for (const it of ruleset.questions.values()) add(it.id, it)
  for (const it of ruleset.values.values()) {
    if (it.kind === 'derived') add(it.id, it)
    if (it.kind !== 'determination') continue
    for (const inner of [...it.rules, ...it.alternatives, ...it.then]) add(`${it.id}/${inner.id}`, inner)
  }
  return out
}

function coverage(rulesets, questions, { categories, actions }) {
  const cites = rulesets.flatMap(citing)
  // A common derived fact cites once, however many rulesets use it.
  const places = [...new Map(cites.map((it) => [`${it.what} ${it.source} ${it.at}`, it])).values()]
  const sources = new Map(rulesets.flatMap((it) => [...it.sources]))
  const of = (source) => places.filter((it) => it.source === source)
  const count = (list, checked) => list.filter((it) => it.checked === checked).length
  const standards = [...sources.values()].filter((source) =>
    questions.some(({ question }) => question.tags.controls.some(({ standard }) => standard === source.id)),
  )
  const unused = [...sources.values()].filter(
    (source) => of(source.id).length === 0 && !standards.some(({ id }) => id === source.id),
  )
  const unverified = [...sources.values()]
    .map((source) => [source, of(source.id).filter((it) => it.checked === 'unverified')])
    .filter(([, list]) => list.length > 0)

  const lines = [
    '# What stands behind the questions',
    made('the rulesets'),
    `Every law, contract, guidance and standard with what cites it, and what is left for a lawyer to check. \`a/b\` is rule \`b\`
    of determination \`a\`. How a citation was checked: *verified* in a page of the body that made it; *second-hand* in somebody
    else's page; *unverified* from memory.`,
    '## Rulesets',
    [
      '| Ruleset | Scored questions | Essential | Citations verified | second-hand | unverified |',
      '| --- | --: | --: | --: | --: | --: |',
      ...rulesets.map((it) => {
        const own = places.filter(({ ruleset }) => ruleset === it.id)
        const scored = [...it.questions.values()].filter(({ weight }) => weight > 0)
        const parts = it.parts.length > 0 ? ` (a suite of ${it.parts.length})` : ''
        return `| ${link(it.id)}${parts} | ${scored.length} | ${scored.filter(({ essential }) => essential).length} | ${['verified', 'second-hand', 'unverified'].map((checked) => count(own, checked)).join(' | ')} |`
      }),
    ].join('\n'),
    '## To be checked by a lawyer',
    unverified.length === 0
      ? 'No citation is unverified.'
      : `${unverified.reduce((sum, [, list]) => sum + list.length, 0)} citations are unverified. Look up the place in the source, correct it, and change \`checked\` in the ruleset.`,
    ...unverified.map(
      ([source, list]) =>
        `- ${named(source)}\n${[...grouped(list, (it) => it.at)].map(([at, uses]) => `  - [ ] ${at}: ${codes(uses.map(({ what }) => what))} (${[...new Set(uses.map(({ ruleset }) => ruleset))].join(', ')})`).join('\n')}`,
    ),
    '## Sources',
    ...[...sources.values()]
      .filter((source) => of(source.id).length > 0)
      .map((source) => {
        const list = of(source.id)
        const checked = ['verified', 'second-hand', 'unverified']
          .filter((it) => count(list, it) > 0)
          .map((it) => `${count(list, it)} ${it}`)
        return `- ${named(source)}: ${checked.join(', ')}; ${codes(list.map(({ what }) => what))}`
      }),
    '## Sources that nothing cites',
    unused.length === 0 ? 'None.' : unused.map((source) => `- ${named(source)}`).join('\n'),
    '## Controls of other catalogues',
    standards.length === 0
      ? 'No question is tagged with one yet.'
      : standards
          .map((standard) => {
            const uses = questions.flatMap(({ question }) =>
              question.tags.controls
                .filter((it) => it.standard === standard.id)
                .flatMap(({ ids }) => ids.map((id) => ({ id, question: question.id }))),
            )
            const rows = [...grouped(uses, ({ id }) => id)].sort(([a], [b]) =>
              a.localeCompare(b, 'en', { numeric: true }),
            )
            return `- ${named(standard)}\n${rows.map(([id, list]) => `  - ${id}: ${codes(list.map(({ question }) => question))}`).join('\n')}`
          })
          .join('\n'),
    '## Actions of the Policy Statement',
    'With their state and wording: [policy-statement.md](policy-statement.md).',
    categories
      .map(({ id, title }) => {
        const rows = actions
          .filter(({ category }) => category === id)
          .map((it) => `  - ${it.action}: ${it.questions ? codes(it.questions) : 'for information'}`)
        return `- ${id}. ${title}\n${rows.join('\n')}`
      })
      .join('\n'),
  ]
  return lines.join('\n\n')
}

/** Map.groupBy, which the oldest supported node does not have. */
function grouped(list, key) {
  const groups = new Map()
  for (const it of list) groups.set(key(it), [...(groups.get(key(it)) ?? []), it])
  return groups
}

/** A source as a person finds it. */
function named({ id, title, address }) {
  return `**${address === undefined ? title : `[${title}](${address})`}** (\`${id}\`)`
}
