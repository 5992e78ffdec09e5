/** What changes next, and what the same answers would score on that day. */
import { points1 } from '../../content/figures.js'
import type { Page } from '../frame.js'
import { scale } from '../style.js'
import { said, table } from '../table.js'

export const upcoming: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document, summary } = words
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.upcoming, { name: 'upcoming', follows: 90 })
    if (report.upcoming.length === 0) {
      sheet.paragraph(document.upcomingNone)
      return
    }
    sheet.paragraph(document.upcomingMeans, scale.smallQuiet, { after: 3 })
    table(
      sheet,
      [
        { title: document.upcomingColumns.date, width: 58 },
        { title: document.upcomingColumns.change, share: 1.3 },
        { title: document.upcomingColumns.effect, share: 1 },
      ],
      report.upcoming.map(({ date, changes, score, outcomes }) => {
        const moved = score.low !== null && score.low !== report.score.low
        const effects = [
          ...(score.low === null ? [] : [document.scoreThen(points1(score.low), score.band?.label)]),
          ...outcomes.map((it) => {
            const name = frame.nameOf(it.entry)
            const turned = summary.becomes(it.before, it.after)
            return name === undefined ? turned : frame.words.marks.labelled(name, turned)
          }),
        ]
        return {
          cells: [
            said(date, scale.smallStrong),
            changes.map((it) => [
              {
                text: summary.aside(it.title, it.change === 'starts' ? summary.starts : summary.ends),
                type: scale.small,
              },
            ]),
            moved || outcomes.length > 0
              ? effects.map((text) => [{ text, type: scale.small }])
              : [[{ text: document.noEffect, type: scale.smallQuiet }]],
          ],
        }
      }),
    )
  })
}
