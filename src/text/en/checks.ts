/** Words on what can be proven about rulesets. */
import { many, one, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `check/${string}`>

const kinds: Readonly<Record<string, string>> = {
  fact: 'fact',
  derived: 'derived fact',
  rule: 'rule',
  alternative: 'alternative',
  then: 'duty',
  section: 'section',
  question: 'question',
  gate: 'gate',
  contradiction: 'contradiction',
}
const thing = (args: Parameters<typeof one>[0]): string =>
  `the ${kinds[one(args, 'kind')] ?? one(args, 'kind')} '${one(args, 'id')}'`
const names = (list: readonly string[]): string => list.map((name) => `'${name}'`).join(', ')

export const checkDiagnostics: Pick<DiagnosticWords, Codes> = {
  'check/gave-up': {
    title: 'A proof was given up',
    says: (args) => `Too many combinations of answers to prove anything about '${one(args, 'id')}'.`,
    fix: () => 'Nothing has to be done. A condition over fewer facts, or over derived facts, can be looked through.',
    about:
      'Whether a condition can hold is found by looking through every combination of the facts it hangs on. There is a limit, and beyond it nothing is said about the condition, neither good nor bad.',
  },
  'check/never-holds': {
    title: 'A condition that can never hold',
    says: (args) =>
      one(args, 'inside') === ''
        ? `No answers make the condition of ${thing(args)} true.`
        : `No answers make the condition of ${thing(args)} true where '${one(args, 'inside')}' lets it count.`,
    fix: () => 'Correct the condition, or remove what depends on it.',
    about:
      'Every combination of answers was looked through, and none makes it true. What depends on it is never asked, never decided and never counted.',
  },
  'check/always-holds': {
    title: 'A condition that always holds',
    says: (args) =>
      one(args, 'inside') === ''
        ? `Whatever is answered, the condition of ${thing(args)} is true.`
        : `The condition of ${thing(args)} is true wherever its section '${one(args, 'inside')}' applies.`,
    fix: () => 'Remove the condition, or correct it.',
    about:
      'Every combination of answers was looked through, and none makes it false. Either it is not needed, or it does not say what was meant.',
  },
  'check/rule-shadowed': {
    title: 'A rule that earlier rules shadow',
    says: (args) =>
      many(args, 'by').length > 0
        ? `The rule '${one(args, 'id')}' never decides: whenever it holds, ${names(many(args, 'by'))} holds before it.`
        : `The rule '${one(args, 'id')}' never decides: whenever it holds, an earlier rule does.`,
    fix: () => 'Move it up, narrow what stands before it, or remove it.',
    about: 'Where the first rule that holds decides, a rule is of use only if something is left for it to decide.',
  },
  'check/no-closing-rule': {
    title: 'No rule for all other cases',
    says: (args) => `'${one(args, 'id')}' ends with the rule '${one(args, 'last')}', which has a condition or dates.`,
    fix: () => "End with a rule that has neither: for the usual outcome, or for 'undetermined' with the reason.",
    about:
      'Where no rule holds, nothing is decided, and nobody can say why. A last rule without a condition says it on purpose.',
  },
  'check/negation-repeated': {
    title: 'A rule that denies an earlier one again',
    says: (args) => `The rule '${one(args, 'id')}' says again that the rule '${one(args, 'earlier')}' does not hold.`,
    fix: () => 'Remove this part: the rule is not reached otherwise.',
    about:
      'Where the first rule that holds decides, each rule means "otherwise". Saying it again invites two versions that one day differ.',
  },
  'check/outcome-unreached': {
    title: 'An outcome that no rule reaches',
    says: (args) =>
      many(args, 'rules').length > 0
        ? `The outcome '${one(args, 'id')}' never comes about: ${names(many(args, 'rules'))} never decides.`
        : `No rule of '${one(args, 'determination')}' has the outcome '${one(args, 'id')}'.`,
    fix: () => 'Remove the outcome, or write the rule that decides it.',
    about: 'What is listed as an outcome is translated, explained and counted. One that cannot come about misleads.',
  },
}
