/** A blank answers file: every fact and question with its words, for people who would rather write than be asked. */
import { askedIn } from '../ruleset/asked.js'
import type { Fact, Inventory, Question, Ruleset, Section } from '../ruleset/ruleset.js'
import { linesOf } from '../text/lines.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'
import { quoted, yamlText } from './scalar-text.js'

/** What the file says besides the ruleset's own words. */
export interface BlankWords {
  /** How the file is filled in, before everything else. */
  readonly intro: (title: string, version: string) => string
  readonly firmName: string
  readonly marks: Pick<Words['marks'], 'labelled' | 'sentences' | 'ended'>
  readonly why: string
  readonly help: string
  readonly several: string
  readonly number: (min: number, max: number | undefined, integer: boolean, unit: string | undefined) => string
  readonly date: string
  readonly datetime: string
  readonly text: string
  readonly conditional: string
  readonly followUp: (question: string) => string
  readonly mayBeNotApplicable: string
  readonly facts: string
  readonly entries: string
  readonly entryName: (entry: string) => string
}

/** Of a comment; what belongs to entries is indented by another ten columns. */
const width = 86

/**
 * @param date the day of the answers, written 2026-11-20
 * @returns YAML that reads as answers with everything open; what belongs to entries stands in comments, as a sample
 */
export function blankAnswers(ruleset: Ruleset, date: string, words: BlankWords): string {
  const blank = new Blank(words)
  const all = [ruleset, ...ruleset.parts.map((part) => part.ruleset)]
  const asked = [...askedIn(ruleset).values()]
  const facts = asked.filter((it): it is Fact => 'kind' in it)
  const sections = all.flatMap((it) => it.sections)
  const inventories = new Map(all.flatMap((it) => [...it.inventories]))

  const lines = [
    ...comment(words.intro(ruleset.title, ruleset.version), ''),
    `ruleset: ${yamlText(ruleset.id)}`,
    `rulesetVersion: ${quoted(ruleset.version)}`,
    `firm: {name: ${yamlText(words.firmName)}}`,
    `date: ${date}`,
    '',
    ...blank.answers(
      facts.filter((it) => it.inventory === undefined),
      sections.filter((it) => it.inventory === undefined),
    ),
  ]
  const samples = [...inventories.values()].flatMap((it) =>
    blank.sample(
      it,
      facts.filter((fact) => fact.inventory === it.id),
      sections.filter((section) => section.inventory === it.id),
    ),
  )
  if (samples.length > 0) {
    lines.push('', ...comment(words.entries, ''))
    lines.push(...['inventories:', ...samples].map((line) => `# ${line}`.trimEnd()))
  }
  return `${lines.join('\n')}\n`
}

/** Everything that can be asked, in the order of a blank file: a new answer gets its place by it. */
export function askedOrder(ruleset: Ruleset): readonly string[] {
  const asked = [...askedIn(ruleset).values()]
  return [...asked.filter((it) => 'kind' in it), ...asked.filter((it) => !('kind' in it))].map((it) => it.id)
}

class Blank {
  readonly #words: BlankWords

  constructor(words: BlankWords) {
    this.#words = words
  }

  answers(facts: readonly Fact[], sections: readonly Section[]): string[] {
    const lines = this.#all(facts, sections)
    return lines.length === 0 ? ['answers: {}'] : ['answers:', ...indented(lines, 2)]
  }

  /** An entry with all that is asked of it. */
  sample({ id, title, entry, about }: Inventory, facts: readonly Fact[], sections: readonly Section[]): string[] {
    const lines = this.#all(facts, sections)
    return indented(
      [
        ...comment(
          about === undefined ? title : this.#words.marks.sentences([this.#words.marks.ended(title), about]),
          '',
        ),
        `${yamlText(id)}:`,
        `  - id: ${yamlText(`${id}-1`)}`,
        `    name: ${yamlText(this.#words.entryName(entry))}`,
        ...(lines.length === 0 ? [] : ['    answers:', ...indented(lines, 6)]),
      ],
      2,
    )
  }

  #all(facts: readonly Fact[], sections: readonly Section[]): string[] {
    const heading = (title: string, about?: string) => [
      ...comment(`== ${title} ==`, ''),
      ...(about === undefined ? [] : comment(about, '')),
      '',
    ]
    return [
      ...(facts.length === 0 ? [] : heading(this.#words.facts)),
      ...facts.flatMap((it) => this.#one(it)),
      ...sections.flatMap((section) => [
        ...heading(section.title, section.about),
        ...section.questions.flatMap((it) => this.#one(it)),
      ]),
    ]
  }

  /** A question, what may be answered, why it is asked; then its key with nothing said yet. */
  #one(it: Fact | Question): string[] {
    const words = this.#words
    const question = 'kind' in it ? undefined : it
    const column = Math.min(28, Math.max(0, ...it.options.map((option) => option.id.length)))
    const notes = [
      ...(it.type === 'multi' ? [words.several] : []),
      ...this.#typed(it),
      ...(question?.after ? [words.followUp(question.after.question)] : []),
      ...(it.when ? [words.conditional] : []),
      ...(question?.mayBeNotApplicable ? [words.mayBeNotApplicable] : []),
    ]
    return [
      ...comment(it.ask, ''),
      ...it.options.flatMap((option) => comment(option.label, `  ${option.id.padEnd(column)}  `)),
      ...notes.flatMap((note) => comment(note, '')),
      ...(it.why === undefined ? [] : comment(words.marks.labelled(words.why, it.why), '')),
      ...(it.help === undefined ? [] : comment(words.marks.labelled(words.help, it.help), '')),
      // An empty note answers nothing, and keeps the key where the answer will stand.
      `${yamlText(it.id)}: {note: ''}`,
      '',
    ]
  }

  #typed(it: Fact | Question): string[] {
    const words = this.#words
    switch (it.type) {
      case 'number':
        return [words.number(it.min, Number.isFinite(it.max) ? it.max : undefined, it.integer, it.unit)]
      case 'date':
        return [words.date]
      case 'datetime':
        return [words.datetime]
      case 'text':
        return [words.text]
      case 'choice':
      case 'multi':
        return []
    }
  }
}

/** @param first what the first line starts with; the others are indented as far */
function comment(text: string, first: string): string[] {
  const lines = text.split('\n').flatMap((line) => linesOf(visible(line), Math.max(40, width - first.length)))
  return lines.map((line, i) => `# ${i === 0 ? first : ' '.repeat(first.length)}${line}`.trimEnd())
}

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line))
