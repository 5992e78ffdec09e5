/** migrations/<from>-<to>.yaml: what becomes of answers to one major version in the next. */
import { Optional, type Static, String as Str, Unsafe } from 'typebox'
import { closed, Id, list, Words } from '../../documents/shapes.js'

/** A major version in quotes: "1". */
const Major = Str({ pattern: '^(0|[1-9][0-9]*)$', description: 'a major version, in quotes: "1"' })

const Renamed = closed({
  id: Id,
  to: Id,
})

const Mapped = closed({
  id: Id,
  map: Unsafe<Readonly<Record<string, string>>>({
    type: 'object',
    minProperties: 1,
    description: 'each option that changed: what it is now, or unsure where only the firm can say',
    propertyNames: Id,
    additionalProperties: Id,
  }),
})

const Reasoned = closed({ id: Id, because: Words })

const PartStep = closed({ ruleset: Id, from: Major, to: Major })

export const MigrationFile = closed(
  {
    from: Major,
    to: Major,
    about: Optional(Words),
    parts: Optional(list(PartStep, { description: 'of a suite: the parts whose own migrations come first' })),
    renamed: Optional(list(Renamed, { description: 'the same question, fact or inventory under another id' })),
    options: Optional(
      list(Mapped, { description: 'options under another id, or gone: by the id of the question in the new version' }),
    ),
    dropped: Optional(
      list(Reasoned, { description: 'no longer asked: answers are kept as history and count no more' }),
    ),
    again: Optional(
      list(Reasoned, { description: 'still asked, but an answer means something else: it is asked again' }),
    ),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/migration.schema.json',
    title: 'What becomes of answers to a flowready ruleset in its next major version',
  },
)

export type WrittenMigration = Static<typeof MigrationFile>
