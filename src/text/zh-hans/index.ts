import { diagnostics, listing } from '../en/diagnostics.js'
import { interview } from '../en/interview.js'
import { report } from '../en/report.js'
import { summary } from '../en/summary.js'
import { terminal } from '../en/terminal.js'
import type { Words } from '../words.js'

export const words: Words = { diagnostics, listing, interview, report, summary, terminal }
