/** Where `decide` finds what is known of the firm and keeps what was said: the answers file of the ruleset. */
import { resolve } from 'node:path'
import { kindOf } from '../files/find.js'
import { shownPath } from '../files/names.js'
import { readTextNow } from '../files/read-text.js'
import { AnswersSession } from '../files/session.js'
import {
  type Answers,
  answersFor,
  askedOrder,
  editing,
  readAnswers,
  type Ruleset,
  type Source,
  visible,
  wordsIn,
} from '../index.js'
import type { Kept, Keeper, Keeping } from '../interview/deciding.js'
import { newId } from '../interview/inventories.js'
import { troubleText } from './answers-session.js'
import type { Context } from './context.js'
import { today } from './today.js'

/** @param rulesets all there are: a firm may keep its answers in the file of a suite */
export async function keeperOf(context: Context, own: Ruleset, rulesets: readonly Ruleset[]): Promise<Keeper> {
  const { AnswersEditor } = await editing()
  const { cwd } = context.environment
  const pathOf = ({ id }: Ruleset) => resolve(cwd, `${id}.answers.yaml`)
  const suites = rulesets.filter((it) => it.parts.some((part) => part.ruleset.id === own.id))
  const there: Ruleset[] = []
  for (const it of [own, ...suites]) if ((await kindOf(pathOf(it))) === 'file') there.push(it)
  const ruleset = there[0] ?? own
  const path = pathOf(ruleset)
  const file = shownPath(path, cwd)
  const answers = there.length === 0 ? undefined : answersIn(ruleset, readTextNow(path, file)?.source)
  return {
    file,
    ruleset: ruleset.id,
    ...(answers === undefined ? {} : { answers }),
    exists: async () => (await kindOf(path)) !== undefined,
    keep: (what) => {
      const words = wordsIn(context.settings.language.value)
      const { session, trouble } = AnswersSession.open(path, { file })
      if (trouble) return { refused: troubleText(trouble, file, words), differs: [] }
      try {
        return write(session, what)
      } finally {
        session.close()
      }
    },
  }

  function write(session: AnswersSession, what: Keeping): Kept {
    const words = wordsIn(context.settings.language.value)
    const refused = (text: string): Kept => ({ refused: text, differs: [] })
    const day = today(context.environment)
    const order = askedOrder(ruleset)
    const start = {
      ruleset: ruleset.id,
      rulesetVersion: ruleset.version,
      firm: { name: what.firm ?? '-' },
      date: day,
    }
    const editor = session.source
      ? AnswersEditor.open(session.source, { order }).editor
      : AnswersEditor.create(start, file, { order })
    // A file that is broken, or another ruleset's, is not ours to write to.
    const fits = editor && answersFor(ruleset, session.source ?? { file, text: '' }, editor.written).answers
    if (!fits) return refused(words.interview.flow.assess.unusable(visible(file)))

    const differs: string[] = []
    for (const [id, value] of what.said.firm) {
      const before = editor.said({ id })
      if (before.answer === undefined) editor.setAnswer({ id }, value as string, { on: day })
      else if (JSON.stringify(before.answer) !== JSON.stringify(value)) differs.push(id)
    }
    if (what.inventory !== undefined) {
      const { inventory } = what
      const word = own.inventories.get(inventory)?.entry ?? inventory
      const id = newId(what.name ?? word, word, new Set(editor.entries(inventory).map((entry) => entry.id)))
      editor.addEntry(inventory, id, what.name ?? word)
      for (const [fact, value] of what.said.entry)
        editor.setAnswer({ id: fact, entry: { inventory, id } }, value as string, { on: day })
    }
    const trouble = session.save(editor.text())
    return trouble ? refused(troubleText(trouble, file, words)) : { differs }
  }
}

/** What a file says, where it can be used; what is wrong with it is said when something is to be kept in it. */
function answersIn(ruleset: Ruleset, source: Source | undefined): Answers | undefined {
  const written = source && readAnswers(source).written
  return written?.ruleset === ruleset.id ? answersFor(ruleset, source!, written).answers : undefined
}
