/** A report in which every text that comes from a file tries something. */
import type { Report } from '../../src/index.js'
import { exampleReport } from './reports.js'

export const attacks: readonly string[] = [
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style><img src=x onerror=alert(1)>',
  '"><b onclick=alert(1)>x</b>',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  'a | b ` c ` <b>d</b> [e](javascript:f) @admin #1 ~~g~~',
  '\u202egnp.exe\u2066',
  'x\u001b[2J\u0007\u0000y',
  '<!-- --> --> ]]>',
  'https://example.com/?a=1&b=2',
]

/** Ids, dates and words of a closed list stay: the schema lets nothing else through. */
const kept = new Set([
  ...['schema', 'generator', 'language', 'scope', 'sha256', 'asAt', 'id', 'question', 'entry', 'section', 'inventory'],
  ...[
    'state',
    'obligation',
    'owner',
    'checked',
    'tone',
    'decide',
    'outcome',
    'rule',
    'kind',
    'place',
    'region',
    'model',
  ],
  ...[
    'applicable',
    'across',
    'forEach',
    'part',
    'source',
    'determination',
    'offers',
    'change',
    'code',
    'content',
    'after',
    'uses',
  ],
])

export async function hostileReport(): Promise<Report> {
  let next = 0
  const turned = (value: unknown, key = ''): unknown => {
    if (kept.has(key)) return value
    if (typeof value === 'string') return attacks[next++ % attacks.length]!
    if (Array.isArray(value)) return value.map((it) => turned(it))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, turned(it, name)]))
    return value
  }
  const report = turned(await exampleReport('cross-boundary-data-flow', 'harbour-payments')) as Report
  return {
    ...report,
    firm: { ...report.firm, name: attacks[0]! },
    ruleset: { ...report.ruleset, language: 'en' },
    sources: report.sources.map((it) => ({ ...it, address: 'javascript:alert(1)' })),
  }
}
