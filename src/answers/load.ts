/** From an answers file to Answers, or to what is wrong with it. */
import * as gate from '#validators/answers'
import { type Finding, isError, type Path } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { nearest } from '../documents/nearest.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { askedIn } from '../ruleset/asked.js'
import { isDay, momentOf } from '../ruleset/time.js'
import type { Fact, Question, Ruleset } from '../ruleset/ruleset.js'
import { type Answer, type AnsweredEntry, type AnsweredInventory, type Answers, unsure } from './answers.js'
import { contentDigest } from './content.js'
import type { LongAnswer, WrittenAnswer, WrittenAnswers } from './schema.js'

/**
 * Reads an answers file as far as that goes without its ruleset.
 * @returns the content, unless it is broken or has another shape
 */
export function readAnswers(source: Source): { written?: WrittenAnswers; findings: readonly Finding[] } {
  const { value, findings } = read(source)
  if (findings.some(isError)) return { findings }
  const misshapen = check(gate, source, value)
  return {
    findings: [...findings, ...misshapen],
    ...(misshapen.some(isError) ? {} : { written: value as WrittenAnswers }),
  }
}

/**
 * Checks answers against the ruleset they are for.
 * @returns the answers, unless something in them cannot be scored: another ruleset or major version, an option that does
 *   not exist, a wrong type. Ids that the ruleset does not know are kept, reported and ignored.
 */
export function answersFor(
  ruleset: Ruleset,
  source: Source,
  written: WrittenAnswers,
): { answers?: Answers; findings: Finding[] } {
  const reader = new AnswersReader(ruleset, source.file)
  reader.header(written)
  const answers: Answers = {
    file: source.file,
    written,
    sha256: contentDigest(written),
    firm: reader.answers(written.answers, ['answers'], undefined),
    inventories: reader.inventories(written.inventories),
  }
  return { findings: reader.findings, ...(reader.findings.some(isError) ? {} : { answers }) }
}

class AnswersReader {
  readonly findings: Finding[] = []
  readonly #ruleset: Ruleset
  readonly #file: string
  readonly #asked: ReadonlyMap<string, Fact | Question>

  constructor(ruleset: Ruleset, file: string) {
    this.#ruleset = ruleset
    this.#file = file
    this.#asked = askedIn(ruleset)
  }

  #say(
    code: Finding['code'],
    args: Finding['args'],
    path: Path,
    on: 'key' | 'value' = 'value',
    suggestion?: string,
  ): undefined {
    this.findings.push({ code, args, file: this.#file, path, on, ...(suggestion === undefined ? {} : { suggestion }) })
  }

  header(written: WrittenAnswers): void {
    const { id, version } = this.#ruleset
    if (written.ruleset !== id)
      this.#say('answers/other-ruleset', { found: written.ruleset, expected: id }, ['ruleset'])
    else if (major(written.rulesetVersion) !== major(version)) {
      this.#say('answers/other-major', { found: written.rulesetVersion, current: version }, ['rulesetVersion'])
    }
  }

  inventories(written: WrittenAnswers['inventories']): Map<string, AnsweredInventory> {
    const result = new Map<string, AnsweredInventory>()
    const known = new Set(
      [this.#ruleset, ...this.#ruleset.parts.map((part) => part.ruleset)].flatMap((it) => [...it.inventories.keys()]),
    )
    for (const [id, inventory] of Object.entries(written ?? {})) {
      if (!known.has(id)) {
        this.#say('answers/unknown-inventory', { id }, ['inventories', id], 'key', nearest(id, known))
        continue
      }
      const [list, path] = Array.isArray(inventory)
        ? [inventory, ['inventories', id]]
        : [inventory.entries, ['inventories', id, 'entries']]
      const seen = new Set<string>()
      const entries: AnsweredEntry[] = []
      for (const [i, entry] of list.entries()) {
        if (seen.has(entry.id)) this.#say('answers/duplicate-entry', { entry: entry.id }, [...path, i, 'id'])
        seen.add(entry.id)
        entries.push({
          id: entry.id,
          name: entry.name ?? entry.id,
          answers: this.answers(entry.answers, [...path, i, 'answers'], id),
        })
      }
      result.set(id, { complete: Array.isArray(inventory) || inventory.more !== true, entries })
    }
    return result
  }

  answers(
    written: Record<string, WrittenAnswer> | undefined,
    path: Path,
    inventory: string | undefined,
  ): Map<string, Answer> {
    const result = new Map<string, Answer>()
    for (const [id, answer] of Object.entries(written ?? {})) {
      const asked = this.#asked.get(id)
      const at = [...path, id]
      if (!asked) this.#say('answers/unknown-id', { id }, at, 'key', nearest(id, this.#asked.keys()))
      else if (asked.inventory !== inventory)
        this.#say('answers/misplaced', { id, inventory: asked.inventory ?? '' }, at, 'key')
      else {
        const read = this.#answer(asked, answer, at)
        if (read) result.set(id, read)
      }
    }
    return result
  }

  #answer(asked: Fact | Question, written: WrittenAnswer, path: Path): Answer | undefined {
    const long = typeof written === 'object' && !Array.isArray(written)
    const { answer, notApplicable, note, evidence, by, on }: LongAnswer = long ? written : { answer: written }
    const at = long ? [...path, 'answer'] : path
    // Step by step: a spread takes a microsecond, and a batch has millions of answers.
    const extra: { evidence: Answer['evidence']; path: Path; note?: string; by?: string; on?: string } = {
      evidence: evidence ?? [],
      path,
    }
    if (note !== undefined) extra.note = note
    if (by !== undefined) extra.by = by
    if (on !== undefined) extra.on = on

    if (notApplicable !== undefined) {
      const where = [...path, 'notApplicable']
      if (answer !== undefined) this.#say('answers/answer-and-not-applicable', { id: asked.id }, where, 'key')
      else if ('kind' in asked || !asked.mayBeNotApplicable)
        this.#say('answers/not-applicable-refused', { id: asked.id }, where, 'key')
      else return Object.assign({ state: 'not-applicable' as const, reason: notApplicable }, extra)
      return undefined
    }
    // A note without an answer is kept and answers nothing.
    if (answer === undefined) return undefined
    if (answer === unsure && asked.type !== 'text') return Object.assign({ state: 'unsure' as const }, extra)
    const value = this.#value(asked, answer, at)
    return value === undefined ? undefined : Object.assign({ state: 'answered' as const, value }, extra)
  }

  #value(
    asked: Fact | Question,
    answer: string | number | readonly string[],
    path: Path,
  ): string | number | readonly string[] | undefined {
    const { id, type } = asked
    const wrong = (expected: string) => this.#say('answers/wrong-type', { id, expected, found: shown(answer) }, path)
    switch (type) {
      case 'choice':
        if (typeof answer !== 'string') return wrong('choice')
        return this.#options(asked, [answer], path) ? answer : undefined
      case 'multi': {
        const chosen = typeof answer === 'string' ? [answer] : answer
        if (typeof chosen === 'number' || chosen.length === 0) return wrong('multi')
        if (!this.#options(asked, chosen, path)) return undefined
        const exclusive = asked.options.find(
          (option) => 'exclusive' in option && option.exclusive && chosen.includes(option.id),
        )
        if (exclusive && chosen.length > 1)
          return this.#say('answers/exclusive-option', { id, option: exclusive.id }, path)
        return [...new Set(chosen)]
      }
      case 'number': {
        if (typeof answer !== 'number') return wrong('number')
        const { min, max, integer } = asked
        if (integer && !Number.isInteger(answer)) return wrong('integer')
        if (answer >= min && answer <= max) return answer
        return this.#say('answers/not-in-range', { id, value: answer, min, max }, path)
      }
      case 'date':
        return typeof answer === 'string' && isDay(answer) ? answer : wrong('date')
      case 'datetime': {
        const moment = typeof answer === 'string' ? momentOf(answer) : undefined
        return moment ?? wrong('datetime')
      }
      case 'text':
        return typeof answer === 'string' ? answer : wrong('text')
    }
  }

  #options(asked: Fact | Question, chosen: readonly string[], path: Path): boolean {
    const options = asked.options.map((option) => option.id)
    const unknown = chosen.filter((option) => !options.includes(option))
    for (const option of unknown) {
      this.#say('answers/unknown-option', { id: asked.id, option, options }, path, 'value', nearest(option, options))
    }
    return unknown.length === 0
  }
}

const major = (version: string) => version.split('.')[0]

const shown = (it: unknown) => (typeof it === 'string' ? it : JSON.stringify(it))
