/** Where the firm stands among others, where a cohort was given. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'

export interface Among {
  /** Among whom. */
  readonly head: string
  readonly lines: readonly string[]
}

export function standingAmong(
  { cohort, sections }: Report,
  { cohort: said, marks, summary }: Words,
): Among | undefined {
  if (!cohort) return undefined
  const { firms, score } = cohort
  const low = cohort.sections
    .filter((it) => it.third === 'lower')
    .flatMap(({ id, part }) => sections.find((it) => it.id === id && it.part === part)?.title ?? [])
  return {
    head: said.among(firms),
    lines: [
      ...(score
        ? [
            [
              said.scoreStands(said.third(score.third, score.sure, score.of)),
              said.middleHalf(score.middleHalf.from, score.middleHalf.to),
            ].join(summary.separator),
          ]
        : []),
      ...(low.length > 0 ? [`${said.lowSections} ${marks.list(low)}`] : []),
    ],
  }
}
