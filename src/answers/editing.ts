/** What writes answers files. It stands on `yaml`, which costs every start 50 ms: `index.ts` hands it out when asked. */
export { AnswersEditor, EditError } from './edit.js'
export { mergeAnswers } from './merge.js'
