/** What an author sees in the editor: yaml-language-server, driven with the schemas that flowready prints. */
import { beforeAll, describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService, type LanguageService } from 'yaml-language-server'
import { Folder } from '../cli/run.js'

let folder: Folder
beforeAll(async () => {
  folder = new Folder()
  await folder.run('new ruleset acme')
  // What is loaded first takes long where others work too.
}, 60_000)

async function serviceFor(kind: string, ruleset = 'acme'): Promise<LanguageService> {
  const { out } = await folder.run(`schema ${kind} --for ${ruleset}`)
  const schema = JSON.parse(out) as object
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(out),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  })
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: 'https://flowready.invalid/for.json', fileMatch: ['*.yaml'], schema }],
  })
  return service
}

let opened = 0
/** The text with `|` where the cursor is, as a file of its own: the server remembers files by their name and version. */
function at(text: string) {
  const offset = text.indexOf('|')
  const document = TextDocument.create(`file:///${++opened}.yaml`, 'yaml', 1, text.replace('|', ''))
  return { document, position: document.positionAt(offset) }
}
const offered = async (service: LanguageService, text: string): Promise<string[]> => {
  const { document, position } = at(text)
  return (await service.doComplete(document, position, false)).items.map((it) => it.label)
}
const hovered = async (service: LanguageService, text: string): Promise<string> => {
  const { document, position } = at(text)
  return JSON.stringify((await service.doHover(document, position))?.contents)
}
const wrong = async (service: LanguageService, text: string): Promise<string[]> =>
  (await service.doValidation(at(`${text}|`).document, false)).map(
    (it) => `${it.range.start.line + 1}:${it.range.start.character + 1} ${it.message}`,
  )

const head = 'id: acme\nversion: "1.0.0"\ntitle: A\nlanguage: en\nreviewed: 2026-11-20\n'

describe('a ruleset', () => {
  test('completion offers keys, the words there are for a value, and the ids of the ruleset', async () => {
    const service = await serviceFor('ruleset')
    const derived = `${head}derived:\n  - id: acme.x\n    means: X\n`
    expect(await offered(service, `${derived}    |\n`)).toEqual(expect.arrayContaining(['holds', 'sum', 'cites']))
    expect(await offered(service, `${derived}    holds:\n      fact: |\n`)).toEqual(
      expect.arrayContaining(['acme.outsourced', 'acme.people', 'acme.large']),
    )
    expect(await offered(service, `${derived}    sum: |\n`)).toEqual(['acme.people'])
    const question = `${head}sections:\n  - id: acme.s\n    title: S\n    questions:\n      - id: acme.q\n`
    expect(await offered(service, `${question}        type: choice\n        obligation: |\n`)).toEqual(
      expect.arrayContaining(['law', 'guidance', 'information']),
    )
    expect(await offered(service, `${question}        type: choice\n        cites: [{source: |}]\n`)).toContain('pdpo')
  })

  test('hovering says what a key is for', async () => {
    const service = await serviceFor('ruleset')
    expect(await hovered(service, `${head}sections:\n  - id: acme.s\n    acr|oss: worst\n`)).toContain(
      'the weakest entry',
    )
    expect(await hovered(service, `${head}scoring: {mo|del: weighted}\n`)).toContain('C2M2')
  })

  test('an error says what is wrong; an id that is not there yet is none', async () => {
    const service = await serviceFor('ruleset')
    const text = `${head}derived:\n  - id: acme.x\n    means: X\n    holds: {fact: acme.new}\n    wehn: 1\nscoring: {model: wieghted}\nwehn: 2\n`
    expect(await wrong(service, text)).toEqual([
      '10:5 Property wehn is not allowed.',
      '11:18 Value is not accepted. Valid values: "weighted", "flat", "flat-unweighted", "absolute", "levels".',
      '12:1 Property wehn is not allowed.',
    ])
  })

  test('nothing is wrong with what flowready itself writes', async () => {
    const { out } = await folder.run('new ruleset other -o -')
    expect(await wrong(await serviceFor('ruleset'), out)).toEqual([])
  })
})

describe('answers', () => {
  const start = 'ruleset: acme\nrulesetVersion: "1.0.0"\nfirm: {name: A}\ndate: 2026-11-20\n'

  test('completion offers the questions, their options, and what can be said besides', async () => {
    const service = await serviceFor('answers')
    expect(await offered(service, `${start}answers:\n  |\n`)).toEqual(
      expect.arrayContaining(['acme.outsourced', 'acme.people', 'acme.contract']),
    )
    expect(await offered(service, `${start}answers:\n  acme.contract: |\n`)).toEqual([
      'full',
      'partly',
      'none',
      'unsure',
    ])
    expect(await offered(service, `${start}answers:\n  acme.contract:\n    |\n`)).toEqual(
      expect.arrayContaining(['answer', 'note', 'evidence', 'notApplicable']),
    )
    expect(await offered(service, `${start}answers:\n  acme.contract:\n    answer: |\n`)).toEqual(
      expect.arrayContaining(['full', 'partly', 'none', 'unsure']),
    )
  })

  test('entries are offered what their inventory asks, and the firm what it is asked', async () => {
    const service = await serviceFor('answers', 'cross-boundary-data-flow')
    const entry = `${start}inventories:\n  flows:\n    - id: payroll\n      answers:\n        `
    const ofEntry = await offered(service, `${entry}|\n`)
    expect(ofEntry).toEqual(expect.arrayContaining(['flow.from', 'gba-hk.filed']))
    expect(ofEntry).not.toContain('firm.ciio')
    expect(await offered(service, `${entry}flow.from: |\n`)).toEqual(expect.arrayContaining(['guangzhou', 'hong-kong']))
    const ofFirm = await offered(service, `${start}answers:\n  |\n`)
    expect(ofFirm).toContain('firm.ciio')
    expect(ofFirm).not.toContain('flow.from')
    const open = `${start}inventories:\n  flows:\n    more: true\n    entries:\n      - id: payroll\n        answers:\n          |\n`
    expect(await offered(service, open)).toContain('flow.from')
  })

  test('hovering over a question says what it asks, and over a key what it is for', async () => {
    const service = await serviceFor('answers')
    expect(await hovered(service, `${start}answers:\n  acme.con|tract: full\n`)).toContain(
      'Is there a written contract',
    )
    expect(await hovered(service, `${start.replace('date', 'da|te')}`)).toContain('the law of that day')
  })

  test('an error says what is wrong: a key that there is not, a date that is none', async () => {
    const service = await serviceFor('answers')
    const text = `${start.replace('20', '31')}answers:\n  acme.contract: {anwser: full}\nanwsers: {}\n`
    const found = await wrong(service, text)
    expect(found).toContain('6:19 Property anwser is not allowed.')
    expect(found).toContain('7:1 Property anwsers is not allowed.')
  })

  test('nothing is wrong with an example that is shipped', async () => {
    const example = `${start}answers:\n  acme.contract: {answer: partly, note: n, evidence: [{ref: a, until: 2027-01-01}], by: A, on: 2026-11-20}\n  acme.people: 12\n  other.id: yes\n`
    expect(await wrong(await serviceFor('answers'), example)).toEqual([])
  })
})
