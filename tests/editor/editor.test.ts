/** What an author sees in the editor: yaml-language-server, driven with the schemas that flowready prints. */
import { beforeAll, describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService, type LanguageService } from 'yaml-language-server'
import { Folder } from '../cli/run.js'

let folder: Folder
beforeAll(async () => {
  folder = new Folder()
  await folder.run('new ruleset acme')
})

async function serviceFor(kind: string): Promise<LanguageService> {
  const { out } = await folder.run(`schema ${kind} --for acme`)
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

/** The text with `|` where the cursor is. */
function at(text: string) {
  const offset = text.indexOf('|')
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text.replace('|', ''))
  return { document, position: document.positionAt(offset) }
}

describe('a ruleset', () => {
  test('completion offers the ids there are', async () => {
    const service = await serviceFor('ruleset')
    const { document, position } = at('id: acme\nderived:\n  - id: acme.x\n    means: X\n    holds:\n      fact: |\n')
    const { items } = await service.doComplete(document, position, false)
    expect(items.map((it) => it.label)).toEqual(
      expect.arrayContaining(['acme.outsourced', 'acme.people', 'acme.large']),
    )
  })
})

describe('answers', () => {
  test('hovering over a question says what it asks', async () => {
    const service = await serviceFor('answers')
    const { document, position } = at('ruleset: acme\nanswers:\n  acme.con|tract: full\n')
    const hover = await service.doHover(document, position)
    expect(JSON.stringify(hover?.contents)).toContain('Is there a written contract')
  })
})
