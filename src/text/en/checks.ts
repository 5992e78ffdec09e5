/** Words on what can be proven about rulesets. */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

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

const languages: Readonly<Record<string, string>> = {
  en: 'English',
  'zh-Hant': 'Traditional Chinese',
  'zh-Hans': 'Simplified Chinese',
}
type Said = Readonly<Record<string, (args: Parameters<typeof one>[0]) => string>>
/** What changed about a question or fact that is still asked. */
const meaning: Said = {
  worth: (args) =>
    `The option '${one(args, 'option')}' of '${one(args, 'id')}' is worth ${one(args, 'now')} instead of ${one(args, 'was')}`,
  alone: (args) => `The option '${one(args, 'option')}' of '${one(args, 'id')}' no longer goes with others`,
  unit: (args) => `'${one(args, 'id')}' is counted in '${one(args, 'now')}' instead of '${one(args, 'was')}'`,
  bounds: (args) => `'${one(args, 'id')}' takes ${one(args, 'now')} instead of ${one(args, 'was')}`,
  'not-applicable': (args) => `'${one(args, 'id')}' no longer takes 'not applicable'`,
}

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
  'check/fact-unneeded': {
    title: 'A fact that nothing needs',
    says: (args) => `The fact '${one(args, 'id')}' is never asked: nothing that is decided or asked depends on it.`,
    fix: () => 'Remove it, or write the condition that it was meant for.',
    about:
      'A fact is asked only while a determination, a gate, a section or a question hangs on it. Words and contradictions alone do not make it asked.',
  },
  'check/asked-too-early': {
    title: 'A fact asked before what shows it',
    says: (args) =>
      `The fact '${one(args, 'id')}' is asked before '${one(args, 'needs')}' can be known, which shows or hides it.`,
    fix: () => 'Let it depend on what is asked before it, or ask it of each entry.',
    about:
      "The firm's facts are asked first, then each inventory with its entries, then how many different people they name. What depends on something later is asked of everyone, as perhaps applicable.",
  },
  'check/no-answer-left': {
    title: 'Contradictions that leave no answer',
    says: (args) =>
      `Whatever is answered to '${one(args, 'about')}', the contradiction '${one(args, 'id')}' or '${one(args, 'other')}' is shown.`,
    fix: () => 'Narrow one of them, so that some answer contradicts nothing.',
    about:
      'A contradiction asks to correct one of two answers. Here no answer is right, and the firm cannot go on with a clean form.',
  },
  'check/options-out-of-order': {
    title: 'Options out of order',
    says: (args) => `The option '${one(args, 'option')}' breaks the order of the scale '${one(args, 'id')}'.`,
    fix: () => 'List the options from best to worst, or from worst to best.',
    about:
      'Options are shown as they are listed. People read them as a scale and choose by place; one out of its place is chosen by mistake.',
  },
  'check/options-too-long': {
    title: 'More options than a screen holds',
    says: (args) =>
      `'${one(args, 'id')}' and its options take ${one(args, 'lines')} lines of 80 columns (${languages[one(args, 'language')] ?? one(args, 'language')}); a screen has room for ${one(args, 'rows')}.`,
    fix: () => 'Shorten the labels, let a fact before it narrow the list, or ask two questions.',
    about: 'What does not fit is paged. Nobody compares options that they cannot see together.',
  },
  'check/band-out-of-reach': {
    title: 'A band that no score falls in',
    says: (args) =>
      `No firm is ever in ${many(args, 'bands')
        .map((it) => `'${it}'`)
        .join(', ')}: the model '${one(args, 'model')}' gives ${many(args, 'scores').join(', ')} only.`,
    fix: () => 'Choose another model, let a gate cap at the band, or bring common bands of your own.',
    about: 'A report lists every band. One that nobody can be in looks like a step that firms leave out.',
  },
  'check/id-without-prefix': {
    title: "An id that is not one's own",
    says: (args) => `The id '${one(args, 'id')}' does not start with the ruleset's own.`,
    fix: (args) => `Call it '${one(args, 'prefix')}${one(args, 'id').replace(/^[^.]*\./, '')}'.`,
    about:
      "Ids are global and permanent. The package adds some with every version; one that starts with the ruleset's own can never be among them.",
  },
  'check/unscored': {
    title: 'Nothing to score',
    says: (args) =>
      one(args, 'kind') === 'section'
        ? `The section '${one(args, 'id')}' has a weight, but none of its questions is scored.`
        : `Nothing in '${one(args, 'id')}' is scored.`,
    fix: (args) =>
      one(args, 'kind') === 'section'
        ? 'Remove its weight, or score a question in it.'
        : 'Give a question and its section a weight above 0.',
    about: 'What holds no scored question can reach neither 0 nor 100: it drops out, and its weight means nothing.',
  },
  'check/question-too-light': {
    title: 'A question too light to be seen',
    says: (args) =>
      `'${one(args, 'id')}' can move the score by ${one(args, 'points')} points at the most; it is printed to a tenth.`,
    fix: () => 'Raise its weight, or write weight 0: then it is asked and listed, and nobody expects it to count.',
    about:
      'Even where everything that can drop out of the score does, the best and the worst answer to it differ by less than half of the last digit printed.',
  },
  'check/gate-idle': {
    title: 'A gate that changes nothing',
    says: (args) => `The gate '${one(args, 'id')}' caps at the highest band, '${one(args, 'band')}'.`,
    fix: () => 'Cap at a lower band, or remove the gate.',
    about: 'A gate holds the band down, whatever the score. Capped at the highest band, nothing is held down.',
  },
  'check/obligation-above-source': {
    title: 'An obligation above its source',
    says: (args) =>
      `'${one(args, 'id')}' is said to bind as '${one(args, 'obligation')}', but no source it cites binds above '${one(args, 'most')}'.`,
    fix: (args) => `Write '${one(args, 'most')}', or cite the source that makes it '${one(args, 'obligation')}'.`,
    about:
      'Guidance is never worded as law. Laws and regulations bind as law, contracts as contracts, guidance at the most through a licence, standards as good practice, policy papers not at all.',
  },
  'check/source-not-in-force': {
    title: 'A source that is not in force',
    says: (args) => `'${one(args, 'id')}' cites '${one(args, 'source')}', which is not in force when it applies.`,
    fix: () => "Cite what is in force, or set 'from' and 'until' to the days of the source.",
    about:
      'The law of the as-at date counts. A duty that rests on what was repealed, or is not yet in force, has no basis on that day.',
  },
  'check/straddles-change': {
    title: 'A source changes under it',
    says: (args) =>
      `'${one(args, 'id')}' cites '${one(args, 'source')}', which begins or ends on ${one(args, 'on')}, and has no date for that.`,
    fix: () => "Set 'from' or 'until', and write what holds on the other side of that day.",
    about:
      'The days are after the day as on which the law was read, so the change is known and still to come. Without a date the same words are used on both sides of it.',
  },
  'check/unverified': {
    title: 'A citation nobody has checked',
    says: (args) =>
      `'${one(args, 'id')}' cites '${one(args, 'source')}' (${shorten(one(args, 'at'), 80)}), which nobody has checked.`,
    fix: () => "Read the place in the source, then write 'checked: verified'.",
    about:
      'A work list, shown on request only. An unverified citation is allowed; every report says so beside what rests on it.',
  },
  'check/id-removed': {
    title: 'Something asked before is gone',
    says: (args) =>
      `'${one(args, 'id')}', which version ${one(args, 'old')} asks, is gone${
        one(args, 'missing') === 'major' ? ' without a new major version' : ', and no migration says what becomes of it'
      }.`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `Put it back (dated 'until', if it is over), or make this version ${one(args, 'needed')}.`
        : `Say in ${one(args, 'path')} that it was renamed or dropped.`,
    about:
      'Firms have answered it. Within a major version their files must go on to mean what they meant; beyond it a migration says what becomes of each answer.',
  },
  'check/meaning-changed': {
    title: 'An answer that now means something else',
    says: (args) =>
      `${meaning[one(args, 'what')]?.(args) ?? one(args, 'what')} since version ${one(args, 'old')}${
        one(args, 'missing') === 'major' ? ', without a new major version' : ', and no migration asks it again'
      }.`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `Put it back, or make this version ${one(args, 'needed')}.`
        : `List '${one(args, 'id')}' under 'again' or 'options' in ${one(args, 'path')}.`,
    about:
      'An answer that was saved is scored by what it says now. Where that changed, the firm has to be asked again, or its score moves without anybody having done anything.',
  },
  'check/option-dropped': {
    title: 'An option that saved answers may hold',
    says: (args) =>
      `'${one(args, 'id')}' has lost the option '${one(args, 'option')}' of version ${one(args, 'old')}${
        one(args, 'missing') === 'major' ? ' without a new major version' : ', and no migration says what it became'
      }.`,
    fix: (args) =>
      one(args, 'missing') === 'major'
        ? `Put it back, or make this version ${one(args, 'needed')}.`
        : `Map it under 'options' in ${one(args, 'path')}, to another option or to 'unsure'.`,
    about: 'Answers files that hold it could not be scored any more.',
  },
  'check/version-behind': {
    title: 'A change without a new version',
    says: (args) =>
      one(args, 'needs') === 'minor'
        ? `Since version ${one(args, 'old')} there is more to ask (${shorten(one(args, 'id'), 120)}), and this is ${one(args, 'now')}.`
        : `It is not what it was in version ${one(args, 'old')}, and this is ${one(args, 'now')}.`,
    fix: (args) => `Make it ${one(args, 'needed')}.`,
    about:
      'The version in a report tells which questions and words it was made with. Two rulesets of one version would make it mean nothing.',
  },
  'check/words-changed': {
    title: 'Asked in other words',
    says: (args) =>
      `'${one(args, 'id')}' is worded otherwise since version ${one(args, 'old')}: ${many(args, 'was')
        .slice(0, 3)
        .map((was, i) => `'${shorten(was, 80)}' is now '${shorten(many(args, 'now')[i] ?? '', 80)}'`)
        .join('; ')}${many(args, 'was').length > 3 ? '; …' : ''}.`,
    fix: (args) =>
      `Nothing, if answers given before still hold. If not, ${one(args, 'missing') === 'major' ? `make this version ${one(args, 'needed')} and ` : ''}list it under 'again' in ${one(args, 'path')}.`,
    about:
      'Whether other words mean something else only a reader can tell. Who releases a ruleset reads this list once.',
  },
  'check/ruleset-removed': {
    title: 'A whole ruleset is gone',
    says: (args) => `The ruleset '${one(args, 'id')}', which was there in ${one(args, 'since')}, is gone.`,
    fix: () => "Put it back. A ruleset that is over can say so with 'until' on its sections.",
    about: 'Answers files name it. Without it none of them can be scored, compared or verified any more.',
  },
}
