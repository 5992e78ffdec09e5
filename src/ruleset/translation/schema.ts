/** i18n/<language>.yaml: the words of a ruleset, or of the common files, in another language, keyed by what they belong to. */
import { Optional, type Static, Unsafe } from 'typebox'
import { closed, Id, idPattern, oneOf, Words } from '../../documents/shapes.js'
import { languages } from '../../text/languages.js'

/** Things by their id. */
const byId = <T>(of: object) =>
  Optional(Unsafe<Readonly<Record<string, T>>>({ type: 'object', propertyNames: Id, additionalProperties: of }))
const words = byId<string>(Words)
const word = Optional(Words)

const Fact = closed({ ask: word, why: word, help: word, unit: word, moment: word, options: words })
const Rule = closed({ because: word, do: word })
const Alternative = closed({ label: word, because: word })
const Determination = closed({
  title: word,
  about: word,
  outcomes: words,
  rules: byId<Static<typeof Rule>>(Rule),
  alternatives: byId<Static<typeof Alternative>>(Alternative),
  then: words,
})
const Section = closed({ title: word, about: word })
const Question = closed({ ask: word, why: word, help: word, options: words, evidence: words, remedy: word })
const Gate = closed({ says: word, remedy: word })
const Band = closed({ label: word, means: word })
const Inventory = closed({ title: word, entry: word, about: word })

export const TranslationFile = closed(
  {
    language: oneOf(languages),
    title: word,
    about: word,
    facts: byId<Static<typeof Fact>>(Fact),
    derived: words,
    determinations: byId<Static<typeof Determination>>(Determination),
    contradictions: words,
    gates: byId<Static<typeof Gate>>(Gate),
    sections: byId<Static<typeof Section>>(Section),
    questions: byId<Static<typeof Question>>(Question),
    at: Optional(
      Unsafe<Readonly<Record<string, string>>>({
        type: 'object',
        description: 'places in a source, by the text that the questionnaire cites them with',
        additionalProperties: Words,
      }),
    ),
    scales: byId<Readonly<Record<string, string>>>({
      type: 'object',
      propertyNames: Id,
      additionalProperties: Words,
    }),
    bands: byId<Static<typeof Band>>(Band),
    inventories: byId<Static<typeof Inventory>>(Inventory),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/translation.schema.json',
    title: 'A translation of a flowready ruleset',
  },
)

/** i18n/<language>.lock: what each text was translated from, and to. */
export const TranslationLockFile = Unsafe<Readonly<Record<string, string>>>({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://flowready.invalid/schema/translation-lock.schema.json',
  title: 'What the texts of a flowready translation were made from',
  type: 'object',
  propertyNames: { pattern: `^${idPattern.slice(1, -1)}(/${idPattern.slice(1, -1)})*$` },
  additionalProperties: {
    type: 'string',
    pattern: '^[0-9a-f]{12} [0-9a-f]{12}$',
    description: 'two hashes, as the tool writes them',
  },
})

export type WrittenTranslation = Static<typeof TranslationFile>
export type TranslationLock = Static<typeof TranslationLockFile>
