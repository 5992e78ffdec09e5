/** What moved since an earlier report, where one was given. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'
import { signed } from '../../compare/outline.js'

export interface Moved {
  /** By how much, since when. */
  readonly head: string
  /** Why, and what became of gaps. */
  readonly lines: readonly string[]
}

export function movedSince({ since }: Report, { compare, summary }: Words): Moved | undefined {
  if (!since) return undefined
  return {
    head: summary.aside(compare.since(since.asAt), since.change === null ? compare.noScore : signed(since.change)),
    lines: [
      ...(since.rules !== null && since.firm !== null
        ? [[compare.byRules(signed(since.rules)), compare.byFirm(signed(since.firm))].join(summary.separator)]
        : []),
      compare.gapsMoved(since.closed, since.opened, since.reopened),
    ],
  }
}
