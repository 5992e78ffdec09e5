/** What is said of paths that lead out of their folder. */
import type { Args } from '../../diagnostics/diagnostic.js'
import { one, shorten, type Wording } from '../diagnostic-words.js'

const the = (args: Args, name: string): string => `'${shorten(one(args, name), 60)}'`

export const pathDiagnostics: Readonly<Record<'file/outside' | 'project/outside', Wording>> = {
  'file/outside': {
    title: 'Link out of the folder',
    says: (args) => `${the(args, 'file')} leads out of the folder of rulesets through a link.`,
    fix: () => 'Copy what it leads to into the folder, or name the folder that it lies in with --rulesets.',
    about:
      'What a folder holds stays in it: whoever is given rulesets by others is not made to read files of their own.',
  },
  'project/outside': {
    title: 'Path out of the folder',
    says: (args) => `The path ${the(args, 'path')} leads out of the folder of the project file.`,
    fix: () =>
      'Move it into that folder, or give it where you mean it: --theme, --rulesets, --output, or FLOWREADY_RULESETS.',
    about:
      'The project file counts as soon as one works in its folder, also in one that came from others: it names nothing outside, neither to read nor to write.',
  },
}
