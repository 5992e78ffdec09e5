/** `flowready new answers|ruleset|case NAME`: something to start from, which validates as it is. */
import { basename, dirname, join, resolve } from 'node:path'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { makeFolder } from '../../files/write.js'
import { blankAnswers, nearest, type Ruleset, visible, wordsIn } from '../../index.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { writeNew } from '../new-file.js'
import { Libraries, questionnaireIn } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { today } from '../today.js'

export interface NewOptions extends CommonOptions {
  readonly output?: string
}

const kinds = ['answers', 'ruleset', 'case'] as const

/** Writes the file, or prints it with `-o -`. */
export async function run(context: Context, kind: string, name: string, options: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  switch (kind) {
    case 'answers':
      return newAnswers(context, name, options)
    case 'ruleset':
      return newRuleset(context, name, options)
    case 'case':
      return newCase(context, name, options)
    default:
      throw new UsageError(cli.new.unknownKind(visible(kind), nearest(kind, kinds)))
  }
}

async function newAnswers(context: Context, name: string, { output }: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  const loaded = await rulesetNamed(context, name)
  if (!loaded) return exit.unusable
  const { ruleset } = loaded
  const text = blankAnswers(ruleset, today(context.environment), cli.new.blank)
  if (output === '-') {
    context.print(text)
    return exit.passed
  }
  const path = output ?? `${ruleset.id}.answers.yaml`
  if (/\.json$/i.test(path)) throw new UsageError(cli.new.json(visible(path)))
  writeNew(context, path, text)
  return exit.passed
}

async function newCase(context: Context, name: string, { output }: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  const loaded = await rulesetNamed(context, name)
  if (!loaded) return exit.unusable
  const { ruleset, folder } = loaded
  const text = caseText(ruleset, today(context.environment))
  if (output === '-') {
    context.print(text)
    return exit.passed
  }
  const path = resolve(context.environment.cwd, output ?? join(folder, 'cases', 'new.yaml'))
  if (!/\.ya?ml$/i.test(path)) throw new UsageError(cli.new.badFile(visible(output ?? path)))
  await makeFolder(dirname(path))
  writeNew(context, path, text)
  context.say(cli.new.next(`flowready test ${visible(shownPath(path, context.environment.cwd))}`))
  return exit.passed
}

async function newRuleset(context: Context, id: string, { output }: NewOptions): Promise<number> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) throw new UsageError(cli.new.badId(visible(id)))
  const day = today(context.environment)
  const files = rulesetTexts(id, day)
  if (output === '-') {
    context.print(files['questionnaire.yaml'])
    return exit.passed
  }
  const folder = resolve(cwd, output ?? '.', id)
  const shown = visible(shownPath(folder, cwd))
  if ((await kindOf(folder)) !== undefined) throw new UsageError(cli.new.exists(shown))
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await makeFolder(dirname(path))
    writeNew(context, path, text)
  }
  context.say(cli.new.next(`flowready validate ${shown}`))
  return exit.passed
}

/** A ruleset by its id, or by its folder. */
async function rulesetNamed(context: Context, name: string): Promise<{ ruleset: Ruleset; folder: string } | undefined> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  const libraries = await Libraries.of(context)
  const given = resolve(cwd, name)
  const isFolder = (await kindOf(questionnaireIn(given))) === 'file'
  const rulesets = isFolder ? libraries.from(dirname(given)) : libraries.usual
  const id = isFolder ? basename(given) : name
  const folder = rulesets.library.folder(id)
  if (folder === undefined) throw new UsageError(cli.show.unknown(visible(name), nearest(name, rulesets.library.ids())))
  const { ruleset, diagnostics } = await rulesets.load(id)
  if (!ruleset) await context.diagnose(diagnostics)
  return ruleset && { ruleset, folder }
}

/** Nothing is answered: of every question it is expected that it is open, or not asked yet. */
function caseText({ id, questions }: Ruleset, day: string): string {
  const first = [...questions.values()].find((it) => it.inventory === undefined && !it.when && !it.after)
  const options = first?.options.map((it) => it.id) ?? []
  return `# Cases of ${id}: what a firm says, and what the ruleset must make of it. 'flowready test' runs them.
about: What this file is about.
asAt: ${day}
cases:
  - id: nothing-answered
    about: Where nothing is said, nothing is scored.
    given: {}
    expect: {score: {low: 0}}
${first ? `  # - {id: answered, given: {${first.id}: ${options[0] ?? ''}}, expect: {questions: {${first.id}: answered}}}\n` : ''}`
}

function rulesetTexts(id: string, day: string) {
  return {
    'questionnaire.yaml': `# A ruleset: what is asked, why, and what it counts. Ids are permanent and start with '${id}'.
id: ${id}
version: "1.0.0"
title: Title of the questionnaire
about: What it is about and for whom.
language: en
reviewed: ${day}
scoring: {model: weighted}

sections:
  - id: ${id}.first-section
    title: First section
    questions:
      - id: ${id}.first-question
        type: choice
        ask: Is there a written record?
        why: Nobody can show what was not written down.
        # A scale of rulesets/common/scales.yaml, or options of its own: {id, label, attains: 0 to 1}
        options:
          - {id: full, label: 'Yes, and it is kept up to date', attains: 1}
          - {id: partly, label: In part, attains: 0.5}
          - {id: none, label: No, attains: 0}
        # law, licence, contract, guidance, practice or information
        obligation: law
        # A source of rulesets/common/sources.yaml, the place in it, and verified, second-hand or unverified
        cites: [{source: pdpo, at: Schedule 1, checked: unverified}]
        remedy: {do: Write it down., effort: 1, owner: privacy}
`,
    'cases/first.yaml': `about: What the questionnaire makes of answers.
asAt: ${day}
cases:
  - {id: all-is-well, given: {${id}.first-question: full}, expect: {score: {low: 100}}}
  - {id: nothing-is-there, given: {${id}.first-question: none}, expect: {score: {low: 0, high: 0}}}
  - {id: not-answered, given: {}, expect: {score: {low: 0, high: 100}, questions: {${id}.first-question: unanswered}}}
`,
    'examples/first.answers.yaml': `ruleset: ${id}
rulesetVersion: "1.0.0"
firm: {name: A made-up firm}
date: ${day}
answers:
  ${id}.first-question: partly
`,
  } as const
}
