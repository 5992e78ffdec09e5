import { expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset } from '../../src/index.js'

it('names controls of the three catalogues, each with its edition, for every scored question', async () => {
  const { ruleset } = await loadRuleset(openLibrary([`${root}/rulesets`], root), 'data-security')
  const editions = ['iso-27001-2022', 'nist-csf-2.0', 'csa-ccm-4.0']
  const forms = [
    /^(A\.[5-8]\.[0-9]{1,2}|Cl\. [4-9]\.[0-9](\.[0-9])?)$/,
    /^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}(-[0-9]{2})?$/,
    /^[A-Z&]{3}-[0-9]{2}$/,
  ]
  const questions = [...ruleset!.questions.values()].filter(({ weight }) => weight > 0)
  expect(questions.length).toBeGreaterThan(30)
  for (const { id, tags } of questions) {
    expect([id, tags.controls.map(({ standard }) => standard)]).toEqual([id, editions])
    const odd = tags.controls.flatMap(({ ids }, i) => ids.filter((control) => !forms[i]!.test(control)))
    expect([id, odd]).toEqual([id, []])
  }
})
