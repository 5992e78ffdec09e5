/**
 * The closed table of diagnostic codes. A code is permanent: scripts, CI annotations and saved results name it.
 * Words for each code stand in `text/`, in every language; there is no prose here.
 */
/** A notice is something to know, and no mistake: it is never counted as a warning. */
export type Severity = 'error' | 'warning' | 'notice'

export const codes = {
  // files
  'file/not-found': 'error',
  'file/not-readable': 'error',
  'file/directory': 'error',
  'file/too-large': 'error',
  'file/not-text': 'error',
  'file/vanished': 'error',
  'file/empty': 'error',
  'file/set-aside': 'error',
  // YAML and JSON
  'yaml/syntax': 'error',
  'yaml/tab': 'error',
  'yaml/duplicate-key': 'error',
  'yaml/too-deep': 'error',
  'yaml/too-many-values': 'error',
  'yaml/several-documents': 'error',
  'yaml/unsupported-value': 'error',
  // shape
  'schema/unknown-key': 'error',
  'schema/missing-key': 'error',
  'schema/wrong-type': 'error',
  'schema/not-allowed': 'error',
  'schema/pattern': 'error',
  'schema/range': 'error',
  'schema/length': 'error',
  'schema/quote-version': 'error',
  'schema/repeated': 'error',
  'schema/invalid': 'error',
  // what a ruleset must hold to mean anything
  'ruleset/unknown-name': 'error',
  'ruleset/duplicate-id': 'error',
  'ruleset/id-reused': 'error',
  'ruleset/id-not-locked': 'warning',
  'ruleset/condition-shape': 'error',
  'ruleset/impossible-comparison': 'error',
  'ruleset/condition-names-question': 'error',
  'ruleset/outside-entry': 'error',
  'ruleset/cycle': 'error',
  'ruleset/derived-shape': 'error',
  'ruleset/question-shape': 'error',
  'ruleset/bands-start': 'error',
  'ruleset/bands-rise': 'error',
  'ruleset/not-attainable': 'error',
  'ruleset/citation-missing': 'error',
  'ruleset/gate-not-downward': 'error',
  'ruleset/model-shape': 'error',
  'ruleset/includes-version': 'error',
  'ruleset/includes-suite': 'error',
  'ruleset/hidden-follow-up': 'warning',
  'ruleset/unknown-placeholder': 'error',
  'ruleset/folder-name': 'error',
  // translations of rulesets
  'translation/no-file': 'warning',
  'translation/language': 'error',
  'translation/missing': 'warning',
  'translation/unknown-key': 'error',
  'translation/placeholders': 'error',
  'translation/script': 'warning',
  'translation/stale': 'warning',
  'translation/not-locked': 'warning',
  // what becomes of answers in the next major version
  'migration/name': 'error',
  'migration/step': 'error',
  'migration/beyond': 'error',
  'migration/missing': 'warning',
  'migration/unknown-id': 'error',
  'migration/unknown-option': 'error',
  'migration/unknown-part': 'error',
  'migration/twice': 'error',
  'migration/other-kind': 'error',
  'migration/still-asked': 'error',
  // reports
  'report/other-version': 'error',
  // what can be proven about a ruleset
  'check/gave-up': 'notice',
  'check/never-holds': 'warning',
  'check/always-holds': 'warning',
  'check/rule-shadowed': 'warning',
  'check/no-closing-rule': 'warning',
  'check/negation-repeated': 'warning',
  'check/outcome-unreached': 'warning',
  'check/fact-unneeded': 'warning',
  'check/asked-too-early': 'warning',
  'check/no-answer-left': 'warning',
  'check/options-out-of-order': 'warning',
  'check/unscored': 'warning',
  'check/question-too-light': 'warning',
  'check/gate-idle': 'warning',
  'check/obligation-above-source': 'warning',
  'check/source-not-in-force': 'warning',
  'check/straddles-change': 'warning',
  'check/unverified': 'notice',
  // what a release does to answers that were saved before it
  'check/id-removed': 'error',
  'check/meaning-changed': 'error',
  'check/option-dropped': 'error',
  'check/version-behind': 'warning',
  // answers
  'answers/other-ruleset': 'error',
  'answers/other-major': 'error',
  'answers/hidden': 'warning',
  'answers/unknown-id': 'warning',
  'answers/unknown-inventory': 'warning',
  'answers/misplaced': 'warning',
  'answers/wrong-type': 'error',
  'answers/unknown-option': 'error',
  'answers/not-in-range': 'error',
  'answers/not-applicable-refused': 'error',
  'answers/exclusive-option': 'error',
  'answers/duplicate-entry': 'error',
  'answers/answer-and-not-applicable': 'error',
  'answers/evidence-missing': 'warning',
  'answers/evidence-outside': 'warning',
  // reports
  'report/not-shown': 'warning',
  // themes
  'theme/contrast': 'error',
  'theme/logo': 'error',
  // cases
  'cases/failed': 'error',
  'cases/unknown-name': 'error',
} as const satisfies Record<string, Severity>

export type Code = keyof typeof codes

export const isCode = (text: string): text is Code => Object.hasOwn(codes, text)
