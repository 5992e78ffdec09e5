/** What the ids of a cohort are called. */
import { type Ruleset, undetermined } from '../ruleset/ruleset.js'
import type { Language } from '../text/languages.js'

export interface CohortNames {
  readonly title: string
  readonly language: Language
  readonly sha256: string
  readonly sections: ReadonlyMap<string, string>
  readonly questions: ReadonlyMap<string, string>
  /** By `determination/outcome`; what is not decided has no label of its own. */
  readonly verdicts: ReadonlyMap<string, { readonly title: string; readonly label: string | undefined }>
  readonly bands: readonly { readonly id: string; readonly label: string }[]
}

export function namesFor(ruleset: Ruleset): CohortNames {
  const parts = ruleset.parts.map((part) => part.ruleset)
  const all = [ruleset, ...parts]
  return {
    title: ruleset.title,
    language: ruleset.language,
    sha256: ruleset.sha256,
    sections: new Map([
      ...ruleset.sections.map(({ id, title }) => [id, title] as const),
      ...parts.flatMap(({ id: part, title, sections }) =>
        sections.map((section) => [`${part}/${section.id}`, `${title}: ${section.title}`] as const),
      ),
    ]),
    questions: new Map(all.flatMap(({ questions }) => [...questions.values()].map(({ id, ask }) => [id, ask]))),
    verdicts: new Map(
      all
        .flatMap(({ values }) => [...values.values()])
        .flatMap((value) =>
          value.kind === 'determination'
            ? [undetermined, ...value.outcomes.keys()].map(
                (id) => [`${value.id}/${id}`, { title: value.title, label: value.outcomes.get(id)?.label }] as const,
              )
            : [],
        ),
    ),
    bands: ruleset.bands,
  }
}
