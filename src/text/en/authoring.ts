/** Words for those who write rulesets: what their cases reach, what was written down for them. */
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const authoring = {
  coverage: {
    heading: 'Coverage',
    kinds: {
      rule: 'rules',
      alternative: 'alternatives',
      gate: 'gates that hold',
      option: 'options',
      number: 'sides of numbers',
    },
    of: (reached: number, all: number) => `${reached} of ${all}`,
    missed: 'No case reaches:',
    rule: (determination: string, id: string) => `${determination}: rule ${id}`,
    alternative: (determination: string, id: string) => `${determination}: alternative ${id}`,
    gate: (id: string) => `gate ${id}`,
    options: (of: string, ids: string) => `${of}: ${ids}`,
    atLeast: (fact: string, value: string) => `${fact}: ${value} or more`,
    moreThan: (fact: string, value: string) => `${fact}: more than ${value}`,
    lessThan: (fact: string, value: string) => `${fact}: less than ${value}`,
    atMost: (fact: string, value: string) => `${fact}: ${value} or less`,
  },
  updated: (n: number, path: string) => `Wrote ${plural(n, 'expectation')} in ${path}: what came out is expected now.`,
  since: {
    'no-git': (since: string, _folder: string) =>
      `there is no folder '${since}', and without git no commit of that name can be looked at.`,
    'no-repository': (since: string, folder: string) =>
      `there is no folder '${since}', and ${folder} is in no git repository that could know a commit of that name.`,
    'no-commit': (since: string, _folder: string) => `'${since}' is neither a folder nor a commit, tag or branch here.`,
    nothing: (id: string, since: string) => `${id}: not in ${since}; there is nothing to compare with.`,
    broken: (id: string, since: string) => `${id} as it was in ${since} cannot be read, so nothing was compared.`,
  },
  recorded: (version: string) =>
    `Recorded from an answers file with version ${version}: what came of it then is expected.`,
  /** Over the examples of a diagnostic. */
  page: {
    said: 'What is said about it',
    before: 'Before',
    bad: 'Wrong',
    good: 'Right',
    questionnaire: 'in questionnaire.yaml',
  },
  more: (code: string) => `More: flowready show ${code}`,
}
