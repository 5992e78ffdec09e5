/** Names in a cases file that lead nowhere: a typo there would let a case pass for the wrong reason. */
import type { Finding, Path } from '../diagnostics/diagnostic.js'
import { nearest } from '../documents/nearest.js'
import { askedIn } from '../ruleset/asked.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Expectation, WrittenCase, WrittenCases } from './schema.js'

/** Keys of an expectation that are no determination. */
export const reserved: ReadonlySet<string> = new Set([
  'candidates',
  'missing',
  'alternatives',
  'perhaps',
  'then',
  'rules',
  'due',
  'score',
  'band',
  'sections',
  'questions',
  'gates',
  'entries',
])

/** A ruleset and, of a suite, its parts: a case of a suite speaks of what stands in them. */
export const withParts = (ruleset: Ruleset): Ruleset[] => [ruleset, ...ruleset.parts.map((part) => part.ruleset)]

/** The ids of the inventories of a ruleset and of its parts. */
export const inventoriesIn = (ruleset: Ruleset): Set<string> =>
  new Set(withParts(ruleset).flatMap(({ inventories }) => [...inventories.keys()]))

/** The ids of a ruleset's determinations. */
export const determinationsOf = (ruleset: Ruleset): string[] =>
  [...ruleset.values.values()].flatMap((value) => (value.kind === 'determination' ? value.id : []))

/** Names in what a file gives to all of its cases. */
export function unknownInFile(ruleset: Ruleset, file: string, cases: WrittenCases): Finding[] {
  const asked = askedIn(ruleset)
  return [
    ...unknown(file, '', ['given'], cases.given, asked.keys()),
    ...unknown(file, '', ['defaults'], cases.defaults, asked.keys()),
    ...(cases.each === undefined || inventoriesIn(ruleset).has(cases.each)
      ? []
      : [finding(file, '', ['each'], cases.each, inventoriesIn(ruleset))]),
  ]
}

/** Names in one case. */
export function unknownInCase(ruleset: Ruleset, file: string, row: WrittenCase, path: Path): Finding[] {
  const asked = askedIn(ruleset)
  const all = withParts(ruleset)
  const at = (key: string, names: object | undefined, known: Iterable<string>, ...steps: Path) =>
    unknown(file, row.id, [...path, ...steps, key], names, known)
  const determinations = determinationsOf(ruleset)
  const sections = all.flatMap((it) => it.sections.map((section) => section.id))
  const questions = all.flatMap((it) => [...it.questions.keys()])
  const gates = all.flatMap((it) => it.gates.map((gate) => gate.id))
  const expected = (expect: Expectation, ...steps: Path): Finding[] => {
    const decided = Object.fromEntries(Object.entries(expect).filter(([key]) => !reserved.has(key)))
    return [
      ...unknown(file, row.id, [...path, ...steps], decided, [...determinations, ...reserved], determinations),
      ...at('sections', expect.sections, sections, ...steps),
      ...at('questions', expect.questions, questions, ...steps),
      ...at('gates', expect.gates, gates, ...steps),
      ...at('entries', expect.entries, inventoriesIn(ruleset), ...steps),
      ...Object.entries(expect.entries ?? {}).flatMap(([inventory, entries]) =>
        Object.entries(entries).flatMap(([id, it]) => expected(it as Expectation, ...steps, 'entries', inventory, id)),
      ),
    ]
  }
  return [
    ...at('given', row.given, asked.keys()),
    ...at('with', row.with, asked.keys()),
    ...(row.and ?? []).flatMap((entry, i) => unknown(file, row.id, [...path, 'and', i], entry, asked.keys())),
    ...at('inventories', row.inventories, inventoriesIn(ruleset)),
    ...Object.entries(row.inventories ?? {}).flatMap(([inventory, it]) => {
      const [entries, steps] = Array.isArray(it) ? [it, []] : [it.entries, ['entries']]
      return entries.flatMap(({ answers }, i) =>
        at('answers', answers, asked.keys(), 'inventories', inventory, ...steps, i),
      )
    }),
    ...expected(row.expect, 'expect'),
  ]
}

/** @param near what a typo may have meant; all that is known unless it is more */
function unknown(
  file: string,
  id: string,
  path: Path,
  names: object | undefined,
  near: Iterable<string>,
  known = near,
): Finding[] {
  const all = new Set(known)
  const candidates = [...near]
  return Object.keys(names ?? {})
    .filter((name) => !all.has(name))
    .map((name) => finding(file, id, [...path, name], name, candidates, 'key'))
}

function finding(
  file: string,
  id: string,
  path: Path,
  name: string,
  known: Iterable<string>,
  on: 'key' | 'value' = 'value',
): Finding {
  const suggestion = nearest(name, known)
  return {
    code: 'cases/unknown-name',
    args: { case: id, name },
    file,
    path,
    on,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
