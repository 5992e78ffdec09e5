/** The page of a diagnostic, `docs/checks/<code>.md`: an example that is wrong, one that is right, and why it matters. */
import { join } from 'node:path'
import { readText } from '../files/read-text.js'

/** A piece of a page in a fence. */
export interface Example {
  /** The file that it is, by its place in a ruleset's folder or beside it; without one, keys of a questionnaire. */
  readonly file?: string
  readonly text: string
}

export interface CheckPage {
  /** What is found, in a sentence or three. */
  readonly what: string
  /** What there was before, for what is told by comparing. */
  readonly before: readonly Example[]
  readonly bad: readonly Example[]
  /** What is said of the bad one. */
  readonly found: string
  readonly good: readonly Example[]
  readonly why: string
}

/** @returns the page as its parts; a section that is not there is empty */
export function checkPageOf(text: string): CheckPage {
  const [head = '', ...rest] = text.split(/^## /m)
  const sections = new Map(rest.map((it) => [it.slice(0, it.indexOf('\n')), it.slice(it.indexOf('\n') + 1)]))
  const examples = (name: string): Example[] =>
    [...(sections.get(name) ?? '').matchAll(/^```yaml(?: (\S+))?\n([^]*?)^```$/gm)].map(([, file, text = '']) => ({
      ...(file !== undefined && { file }),
      text,
    }))
  return {
    what: paragraph(head.replace(/^# .*\n+`.*`\n+/, '')),
    before: examples('Before'),
    bad: examples('Bad'),
    found: /\n\n```\n([^]*?)^```$/m.exec(sections.get('Bad') ?? '')?.[1] ?? '',
    good: examples('Good'),
    why: paragraph(sections.get('Why') ?? ''),
  }
}

const paragraph = (text: string): string => text.trim().replace(/\n/g, ' ')

/** @returns the page of a code; nothing where the code has none */
export async function readCheckPage(home: string, code: string): Promise<CheckPage | undefined> {
  const path = join(home, 'docs', 'checks', `${code}.md`)
  const { source } = await readText(path, path)
  return source && checkPageOf(source.text)
}
