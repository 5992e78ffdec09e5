/** Settles what several people's answers do not agree on: each is asked once, and what is not decided stays as it is. */
import type { AnswersEditor } from '../answers/edit.js'
import type { Conflict, Stand } from '../answers/merge.js'
import { askedIn } from '../ruleset/asked.js'
import type { Fact, Inventory, Question, Ruleset } from '../ruleset/ruleset.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'
import { answerText } from './asking.js'
import { type Choice, Interrupted, type Prompter } from './prompter.js'

const leave = 'leave'

/**
 * @param editor over the merged file; what is decided is written into it, with who said it and when
 * @param note what is noted of the answers that gave way
 * @returns the conflicts that are left: all that were not reached, where whoever answers breaks off
 */
export async function settle(
  prompter: Prompter,
  conflicts: readonly Conflict[],
  editor: AnswersEditor,
  ruleset: Ruleset,
  words: Words,
  note: (gaveWay: readonly Stand[]) => string,
): Promise<{ left: readonly Conflict[]; interrupted: boolean }> {
  const left: Conflict[] = []
  for (const [i, conflict] of conflicts.entries()) {
    try {
      prompter.say([words.interview.flow.settle.which(i + 1, conflicts.length)])
      if (!(await settled(prompter, conflict, editor, ruleset, words, note))) left.push(conflict)
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      return { left: [...left, ...conflicts.slice(i)], interrupted: true }
    }
  }
  return { left, interrupted: false }
}

async function settled(
  prompter: Prompter,
  conflict: Conflict,
  editor: AnswersEditor,
  ruleset: Ruleset,
  words: Words,
  note: (gaveWay: readonly Stand[]) => string,
): Promise<boolean> {
  const { settle: say } = words.interview.flow
  const titleOf = (inventory: string) => visible(inventoryIn(ruleset, inventory)?.title ?? inventory)
  const choose = async (message: string, choices: readonly Choice[]): Promise<string | undefined> => {
    const chosen = await prompter.choose(visible(message), [...choices, { value: leave, label: say.leave }])
    return chosen === leave ? undefined : chosen
  }
  switch (conflict.kind) {
    case 'answer': {
      const { at, stands, notes } = conflict
      const one = askedIn(ruleset).get(at.id)
      const where = at.entry === undefined ? undefined : nameOf(editor, at.entry.inventory, at.entry.id)
      const chosen = await choose(
        say.answer(one?.ask ?? at.id, where),
        // What several say is one answer, with all who gave it.
        alike(stands).map((same) => ({
          value: String(stands.indexOf(same[0]!)),
          label: one ? said(one, same[0]!, words) : String(same[0]!.answer),
          about: visible(words.marks.clauses(same.map(whose))),
        })),
      )
      const stand = chosen === undefined ? undefined : stands[Number(chosen)]
      if (!stand) return false
      const signed = { by: stand.by, on: stand.on }
      if (stand.notApplicable !== undefined) editor.setNotApplicable(at, stand.notApplicable, signed)
      else editor.setAnswer(at, stand.answer!, signed)
      // In place of the note that nothing was agreed.
      editor.setNote(at, [note(stands.filter((it) => says(it) !== says(stand))), ...notes].join('\n'))
      return true
    }
    case 'name': {
      const { inventory, entry, names } = conflict
      const chosen = await choose(
        say.name(titleOf(inventory), entry),
        names.map(({ name, file }, n) => ({ value: String(n), label: visible(name), about: visible(file) })),
      )
      if (chosen === undefined) return false
      editor.renameEntry(inventory, entry, names[Number(chosen)]!.name)
      return true
    }
    case 'list': {
      const { inventory } = conflict
      const entries = editor.entries(inventory).map(({ id, name }) => visible(name ?? id))
      const chosen = await choose(say.list(titleOf(inventory), entries), [{ value: 'complete', label: say.complete }])
      if (chosen === undefined) return false
      editor.setComplete(inventory, true)
      return true
    }
  }
}

/** The stands in groups that say the same. */
function alike(stands: readonly Stand[]): Stand[][] {
  const groups = new Map<string, Stand[]>()
  for (const stand of stands) groups.set(says(stand), [...(groups.get(says(stand)) ?? []), stand])
  return [...groups.values()]
}

const whose = ({ by, on, file }: Stand): string => [by, on, file].filter((it) => it !== undefined).join(' · ')

const inventoryIn = ({ inventories, parts }: Ruleset, id: string): Inventory | undefined =>
  inventories.get(id) ?? parts.map((part) => inventoryIn(part.ruleset, id)).find((it) => it !== undefined)

const nameOf = (editor: AnswersEditor, inventory: string, id: string): string =>
  editor.entries(inventory).find((entry) => entry.id === id)?.name ?? id

const says = ({ answer, notApplicable }: Stand): string => JSON.stringify([answer, notApplicable])

/** What one file says, as the questionnaire words it. */
const said = (asked: Fact | Question, { answer, notApplicable }: Stand, words: Words): string =>
  notApplicable !== undefined
    ? answerText(asked, { state: 'not-applicable', reason: notApplicable, evidence: [], path: [] }, words)
    : answerText(asked, { state: 'answered', value: answer!, evidence: [], path: [] }, words)
