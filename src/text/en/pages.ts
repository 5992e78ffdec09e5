/** Words of drawings and of documents of pages. */
import { many, type Wording } from '../diagnostic-words.js'

export const pages = {
  /** On the map of flows, in lines. */
  regions: {
    'gba-mainland': ['Greater Bay Area,', 'nine Mainland cities'],
    mainland: ['Elsewhere on', 'the Mainland'],
    'hong-kong': ['Hong Kong'],
    macao: ['Macao'],
    elsewhere: ['Elsewhere'],
  },
  mapLegend: 'The numbers are those of the list. The thicker an arrow, the more people.',
  mapLines: 'Solid: in place, or none needed. Dashed: not in place, or with conditions. Dotted: not decided.',
  notOnMap: (names: string) => `Not on the map, because a place is not known: ${names}`,
  people: 'People',
  answer: 'Answer',
  remedy: 'Remedy',
  figureBands: 'Score on the scale of the bands',
  decides: 'Decides',
  narrows: 'Narrows by',
  share: 'Reached',
  of: (contribution: string, whole: string) => `${contribution} of ${whole}`,
  points: 'points',
  spent: 'Days so far',
  scoreAfter: 'Score after',
  stepsAlt: (steps: number, from: string, to: string) =>
    `Step chart: ${steps} steps lead from a score of ${from} to ${to}.`,
  address: 'Address and check',
  places: 'Cited places',
  attachment:
    'report.json travels inside this file as an attachment; with it every number here can be worked out again.',
  unmarked:
    'This file is tagged for assistive software. No conformance with PDF/UA or PDF/A is claimed: nobody has checked it.',
  generated: 'Made with',
  evidenceFiles: 'Evidence files named, with the hash of each that was found',
}

export const pageDiagnostics: Readonly<Record<'report/not-shown', Wording>> = {
  'report/not-shown': {
    title: 'Characters that the fonts of a report have not',
    says: (args) => `The PDF shows these characters by their codes: ${many(args, 'characters').join(', ')}.`,
    fix: () =>
      'Nothing is lost: report.json inside the file has them. Write the name in other characters if it matters.',
    about:
      'The fonts that ship cover Latin, Chinese (Big5, HKSCS, GBK) and emoji. Any other character is printed as its code in brackets, so that nobody takes it for a blank.',
  },
}
