/** `flowready show RULESET|ID|CODE`: one thing explained. */
import { type Args, type Code, codes, isCode, nearest, type Ruleset, visible, wordsIn } from '../../index.js'
import { asAsked } from '../as-asked.js'
import { type CheckPage, type Example, readCheckPage } from '../check-page.js'
import type { Context } from '../context.js'
import { dataFormats } from '../data-formats.js'
import { exit, UsageError } from '../exit.js'
import { Explanation, type ExplainOptions, type Thing, thingsIn } from '../explained.js'
import { formatNamed } from '../formats.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'

export interface ShowOptions extends CommonOptions {
  readonly format?: string
  readonly asAsked?: boolean
}

/** Explains what has this name: a diagnostic code, a ruleset, or a thing in the first ruleset that has it. */
export async function run(context: Context, name: string, options: ShowOptions): Promise<number> {
  const words = wordsIn(context.settings.language.value)
  const format = formatNamed(dataFormats, options.format ?? 'text', words.terminal.cli)
  const explain: ExplainOptions = { words, width: context.width, color: await context.colour('stdout') }
  if (isCode(name)) {
    const page = await readCheckPage(context.environment.home, name)
    if (format === 'json') context.printJson(codeData(name, words, page))
    else context.print(codeText(name, explain, page, context.settings.language.value === 'en'))
    return exit.passed
  }

  const { usual } = await Libraries.of(context)
  const known = new Set<string>([...Object.keys(codes), ...usual.library.ids()])
  let found: { thing: Thing; ruleset: Ruleset } | undefined
  // A ruleset by its own name needs no other to be loaded.
  const ids = usual.library.folder(name) === undefined ? usual.library.ids() : [name]
  for (const id of ids) {
    const { ruleset, diagnostics } = await usual.load(id)
    if (!ruleset && id === name) {
      await context.diagnose(diagnostics)
      return exit.problems
    }
    if (!ruleset) continue
    const things = thingsIn(ruleset)
    const thing: Thing | undefined = id === name ? { kind: 'ruleset', it: ruleset } : things.get(name)
    // A common source is shown with a ruleset that cites it, where there is one.
    if (thing && (!found || thing.kind === 'source')) found = { thing, ruleset }
    if (thing && (thing.kind !== 'source' || cites(ruleset, name))) break
    for (const known_ of things.keys()) known.add(known_)
  }
  if (!found) throw new UsageError(words.terminal.cli.show.unknown(visible(name), nearest(name, known)))
  const { thing, ruleset } = found
  if (options.asAsked === true && thing.kind === 'ruleset') {
    context.print(asAsked(thing.it, explain))
    return exit.passed
  }
  if (format === 'json')
    context.printJson({
      schema: 'flowready-show/1',
      kind: thing.kind,
      ruleset: ruleset.id,
      ...(asData(thing.it) as object),
    })
  else context.print(new Explanation(explain, ruleset).explain(thing).toString())
  return exit.passed
}

const cites = (ruleset: Ruleset, source: string): boolean =>
  [...ruleset.questions.values()].some((question) => question.cites.some((cite) => cite.source === source))

type Words = ReturnType<typeof wordsIn>

const codeData = (code: Code, { diagnostics }: Words, page: CheckPage | undefined) => ({
  schema: 'flowready-show/1',
  kind: 'diagnostic',
  id: code,
  severity: codes[code],
  title: diagnostics[code].title,
  about: diagnostics[code].about,
  fix: generalFix(diagnostics[code].fix, page !== undefined),
  ...(page && { examples: { before: page.before, bad: page.bad, good: page.good } }),
})

/** How to mend it wherever it is found; nothing where that hangs on the place, and examples tell instead. */
function generalFix(fix: (args: Args) => string, shown: boolean): string | undefined {
  let asked = false
  const said = fix(new Proxy({}, { get: () => void (asked = true) }))
  return asked && shown ? undefined : said
}

/** @param inEnglish pages are; what stands in examples is what authors write, in any language */
function codeText(code: Code, options: ExplainOptions, page: CheckPage | undefined, inEnglish: boolean): string {
  const { show } = options.words.terminal.cli
  const headings = options.words.authoring.page
  const { title, about, fix } = codeData(code, options.words, page)
  const text = new Explanation(options, undefined).title(
    code,
    options.words.marks.apart([show.kinds.diagnostic, show.severity[codes[code]]]),
    title,
  )
  const english = inEnglish ? page : undefined
  text.text('').text(english?.what ?? about)
  if (fix !== undefined) text.heading(show.fix).text(fix, '  ')
  if (!page) return text.toString()
  const examples = (heading: string, all: readonly Example[]) =>
    text.block(heading, all, (it) => {
      text.text(it.file ?? headings.questionnaire, '  ')
      for (const line of it.text.trimEnd().split('\n')) text.verbatim(line, '    ')
    })
  examples(headings.before, page.before)
  examples(headings.bad, page.bad)
  if (english)
    text.block(headings.said, english.found.trimEnd().split('\n'), (line) => {
      text.text(line.trimStart(), line.startsWith(' ') ? '    ' : '  ')
    })
  examples(headings.good, page.good)
  if (english) text.heading(show.why).text(english.why)
  return text.toString()
}

/** Plain data: sets and maps as lists; a number without an end, which JSON has not, as null. */
function asData(it: unknown): unknown {
  if (it instanceof Set) return [...it].map(asData)
  if (it instanceof Map) return [...it.values()].map(asData)
  if (Array.isArray(it)) return it.map(asData)
  if (typeof it === 'object' && it !== null)
    return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, asData(value)]))
  return typeof it === 'number' && !Number.isFinite(it) ? null : it
}
