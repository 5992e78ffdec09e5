/** ids.lock of a ruleset: every id it ever had and what it stood for, so that none is ever used for something else. */
import { type Static, Unsafe } from 'typebox'
import { idPattern } from '../documents/shapes.js'

export const LockFile = Unsafe<Record<string, string>>({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://flowready.invalid/schema/lock.schema.json',
  title: 'The ids that a flowready ruleset has used',
  type: 'object',
  propertyNames: { pattern: idPattern },
  additionalProperties: { type: 'string' },
})

export type Lock = Static<typeof LockFile>
