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
}
