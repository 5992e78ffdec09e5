/** What help says of `flowready migrate`. */
export const migrate = {
  about:
    'Carries an answers file over to the version of its ruleset that there is, in place: comments and order stay, and the file keeps an account of what was done. Lists what must be asked again.',
  summary: 'answers to the newest ruleset version, listing what must be asked again',
  examples: [
    ['flowready migrate harbour.answers.yaml', 'in place'],
    ['flowready migrate harbour.answers.yaml -o -', 'only look: the new file on standard output'],
  ],
  name: 'an answers file',
  exit2: 'nothing done: wrong usage, no migration, or an answers file that cannot be used',
}
