/** Diagnostics as SARIF 2.1.0 (OASIS), for code scanning. */
import { createHash } from 'node:crypto'
import { type Code, codes, type Severity } from '../../diagnostics/codes.js'
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.js'
import { visible, visibleJson } from '../../text/visible.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'
import { worstFirst } from './worst-first.js'

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>

/** Code scanning shows no more of one run; it takes 25,000. */
export const sarifLimit = 5000

/**
 * @param diagnostics - in order
 * @returns one run. Of more than {@link sarifLimit} results notices and warnings are left out first, and the run says how many. A
 *   fingerprint is made from code, file and pointer: it stays when lines move.
 */
export function sarif(
  diagnostics: readonly Diagnostic[],
  { words, version }: { readonly words: WordsOnDiagnostics; readonly version: string },
): string {
  const kept = new Set(worstFirst(diagnostics).slice(0, sarifLimit))
  const shown = diagnostics.filter((it) => kept.has(it))
  const left = diagnostics.length - shown.length
  const used = (Object.keys(codes) as Code[]).filter((code) => shown.some((it) => it.code === code))
  const seen = new Map<string, number>()

  const results = shown.map(({ code, severity, args, place, suggestion }) => {
    const { says, fix } = words.diagnostics[code]
    const hash = createHash('sha256')
      .update(JSON.stringify([code, place.file, place.pointer]))
      .digest('hex')
    const nth = (seen.get(hash) ?? 0) + 1
    seen.set(hash, nth)
    return {
      ruleId: code,
      ruleIndex: used.indexOf(code),
      level: levels[severity],
      message: { text: `${visible(says(args))}\n${words.listing.fix} ${visible(fix(args, suggestion))}` },
      locations: [{ physicalLocation: physical(place), ...logical(place) }],
      partialFingerprints: {
        'flowready/v1': `${hash}:${nth}`,
        // The one that GitHub reads.
        primaryLocationLineHash: `${hash.slice(0, 16)}:${nth}`,
      },
    }
  })

  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'flowready',
            version,
            rules: used.map((code) => {
              const { title, about } = words.diagnostics[code]
              return {
                id: code,
                shortDescription: { text: title },
                fullDescription: { text: about },
                help: { text: `${about}\n\nflowready show ${code}` },
                defaultConfiguration: { level: levels[codes[code]] },
              }
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: words.listing.root } } },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0 && {
              toolExecutionNotifications: [{ level: 'warning', message: { text: words.listing.leftOut(left) } }],
            }),
          },
        ],
        results,
      },
    ],
  }
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`
}

/** A file outside the folder that was worked in has no place below it. */
function physical({ file, text, line, column, endLine, endColumn }: Place) {
  const inside = !/^(?:\.\.?\/|\/|[A-Za-z]:)/.test(file) && file !== '..'
  const path = file.split('/').map(encodeURIComponent).join('/')
  return {
    artifactLocation: inside ? { uri: path, uriBaseId: 'SRCROOT' } : { uri: path },
    ...(text !== undefined && { region: { startLine: line, startColumn: column, endLine, endColumn } }),
  }
}

const logical = ({ pointer }: Place) =>
  pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'element' }] }
