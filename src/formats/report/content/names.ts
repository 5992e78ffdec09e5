/** What the ids of a report are called. */
import type { Report } from '../../../report/schema.js'

/** The names of entries, by their ids. */
export function entryNames({ determinations, sections, flows }: Report): (entry: string) => string {
  const names = new Map([
    ...determinations.flatMap((it) => (it.entry === undefined ? [] : [[it.entry, it.entryName ?? it.entry] as const])),
    ...sections.flatMap((it) => it.entries.map(({ id, name }) => [id, name] as const)),
    ...flows.map(({ entry, name }) => [entry, name] as const),
  ])
  return (entry) => names.get(entry) ?? entry
}
