/** What is said of themes. */
import { one, type Wording } from '../diagnostic-words.js'

const logo: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  missing: ['is not there, or cannot be read', 'Check the path: it is counted from the folder of the theme.'],
  outside: ['lies outside the folder of the theme', 'Copy it into that folder, or below it.'],
  'too-large': ['is too large', 'Every report carries the logo: make it smaller.'],
  damaged: ['is damaged or cut short', 'Copy the file again, or save it anew.'],
  'not-image': ['is neither a PNG nor a JPEG image', 'Save it as PNG or JPEG.'],
}

export const themeDiagnostics: Readonly<Record<'theme/contrast' | 'theme/logo', Wording>> = {
  'theme/contrast': {
    title: 'Colour too faint to read',
    says: (args) =>
      `The contrast of '${one(args, 'colour')}' on '${one(args, 'on')}' (${one(args, 'mode')}) is ${one(args, 'ratio')}; ${one(args, 'needed')} is needed.`,
    fix: () => 'Take a darker or lighter colour, or change what is behind it.',
    about:
      'Text must stand out from its background by at least 4.5 to 1 (WCAG 2.2, 1.4.3), or some people cannot read it.',
  },
  'theme/logo': {
    title: 'Logo cannot be used',
    says: (args) => `The logo '${one(args, 'file')}' ${logo[one(args, 'problem')]?.[0] ?? 'cannot be used'}.`,
    fix: (args) =>
      `${logo[one(args, 'problem')]?.[1] ?? 'Use a PNG or JPEG in the folder of the theme.'}${one(args, 'problem') === 'too-large' ? ` At most ${Math.round(Number(one(args, 'limit')) / 1024)} KB.` : ''}`,
    about: 'A report is one file and carries its logo: a PNG or JPEG in the folder of the theme.',
  },
}
