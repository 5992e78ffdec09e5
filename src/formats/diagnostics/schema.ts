/** Diagnostics as JSON: what programs that read them may rely on. */
import { Integer, Literal, Optional, String as Str } from 'typebox'
import { closed, list, oneOf } from '../../documents/shapes.js'

const At = Integer({ minimum: 1 })

export const DiagnosticsFile = closed(
  {
    schema: Literal('flowready-diagnostics/1'),
    diagnostics: list(
      closed({
        code: Str({ pattern: '^[a-z]+/[a-z0-9-]+$', description: 'permanent; flowready show CODE explains it' }),
        severity: oneOf(['error', 'warning', 'notice']),
        file: Str(),
        line: At,
        column: At,
        endLine: At,
        endColumn: At,
        pointer: Str({ description: 'a JSON Pointer (RFC 6901) into the file, or empty for the whole of it' }),
        message: Str(),
        fix: Str(),
        suggestion: Optional(Str({ description: 'the nearest name that would have been right' })),
      }),
    ),
    counts: closed({
      errors: Integer({ minimum: 0 }),
      warnings: Integer({ minimum: 0 }),
      notices: Integer({ minimum: 0 }),
    }),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/diagnostics.schema.json',
    title: 'What flowready validate found',
    description: 'Lines and columns count from 1, columns in UTF-16 units; ends are exclusive.',
  },
)
