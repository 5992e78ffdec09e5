/** `flowready.yaml`: what a firm or a consultant would otherwise give as flags, each time. */
import { Array as Arr, Optional, String as Str, type Static } from 'typebox'
import { closed, oneOf, Words } from '../documents/shapes.js'
import { languages } from '../text/languages.js'

const Path = Str({ minLength: 1, maxLength: 500 })

export const ProjectFile = closed(
  {
    /** The firm that answers here; a consultant with many has none. */
    firm: Optional(closed({ name: Words })),
    /** Who answers, or asks. */
    by: Optional(Words),
    language: Optional(oneOf(languages)),
    theme: Optional(Path),
    rulesets: Optional(Arr(Path, { minItems: 1 })),
    output: Optional(Path),
    format: Optional(Arr(Str({ minLength: 1, maxLength: 40 }), { minItems: 1 })),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/project.schema.json',
    title: 'A project of flowready',
  },
)

export type Project = Static<typeof ProjectFile>
