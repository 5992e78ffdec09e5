/** What writes answers files: `AnswersEditor`, `mergeAnswers`. Loaded when asked for: most runs only read. */
export const editing = () => import('./editing.js')
