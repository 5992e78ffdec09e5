import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { checkRuleset } from '../../src/checks/index.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { shown } from './checked.js'

const library = openLibrary([`${root}/rulesets`], root)

describe.each(library.ids())('the ruleset %s', (id) => {
  it('has nothing that is proven wrong, and no proof is given up', async () => {
    const { ruleset, draft } = await loadRuleset(library, id)
    expect(shown(await checkRuleset(ruleset!, draft!))).toBe('')
  })
})
