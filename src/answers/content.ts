/** What of an answers file counts, may be shown, and is hashed. */
import { digestOf } from '../documents/digest.js'
import type { WrittenAnswers } from './schema.js'

/** Without the answers that were taken out when it was carried over: nobody can tell any more which are confidential. */
export function contentOf(written: WrittenAnswers): WrittenAnswers {
  if (!written.migrated) return written
  const migrated = written.migrated.map(({ changes, ...rest }) => ({
    ...rest,
    ...(changes && {
      changes: changes.map(({ was: _, to, ...change }) =>
        change.did === 'mapped' || to === undefined ? change : { ...change, to },
      ),
    }),
  }))
  return { ...written, migrated }
}

/** SHA-256 of the canonical JSON (RFC 8785) of the content, hexadecimal: comments and layout do not count. */
export const contentDigest = (written: WrittenAnswers): string => digestOf(contentOf(written))
