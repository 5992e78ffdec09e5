import { type At, found, type Placed, under } from '../ruleset/draft.js'
import type { Check } from './check.js'

/**
 * Ids are global: a firm's answers to two rulesets meet in one file. Whoever writes a ruleset outside the package cannot
 * know which ids that will use next, and starts with the one that is his.
 */
export const ownIds: Check = ({ ruleset, draft }) => {
  const { value, source } = draft.questionnaire
  const own = <T extends { readonly id: string }>(things: Iterable<Placed<T>>): [string, At][] =>
    [...things].filter((it) => it.file === source.file).map(({ it, file, path }) => [it.id, { file, path }])
  const listed = (list: readonly { readonly id: string }[] | undefined, ...path: string[]): [string, At][] =>
    (list ?? []).map(({ id }, i) => [id, { file: source.file, path: [...path, i] }])
  const all = [
    ...own(draft.facts.values()),
    ...own(draft.derived.values()),
    ...own(draft.determinations.values()),
    ...own(draft.sections),
    ...own(draft.questions.values()),
    ...listed(value.contradictions, 'contradictions'),
    ...listed(value.scoring?.gates, 'scoring', 'gates'),
  ]
  return all
    .filter(([id]) => id !== ruleset.id && !id.startsWith(`${ruleset.id}.`) && !id.startsWith(`${ruleset.id}-`))
    .map(([id, at]) => found('check/id-without-prefix', { id, prefix: `${ruleset.id}.` }, under(at, 'id')))
}
