/** Diagnostics as the result of a command: on standard output, and where CI has a place for more, there too. */
import { resolve } from 'node:path'
import { appendToFile } from '../files/write.js'
import { worstFirst } from '../formats/diagnostics/worst-first.js'
import { type Diagnostic, type DiagnosticFormat, type Suite, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { notWritten } from './file-trouble.js'

/** Prints diagnostics, and adds the page of the format to the summary of the job, which GitHub Actions names. */
export async function printDiagnostics(
  context: Context,
  format: DiagnosticFormat,
  diagnostics: readonly Diagnostic[],
  suites: readonly Suite[],
): Promise<void> {
  context.print(await rendered(context, format, diagnostics, suites))
  // For people, each kind of problem once: what it is, an example, and why it matters.
  const { authoring } = wordsIn(context.settings.language.value)
  const kinds = [...new Set(worstFirst(diagnostics).map((it) => it.code))].filter(
    (code) => !/^(?:file|cases)\//.test(code),
  )
  if (format.name === 'text') for (const code of kinds.slice(0, 3)) context.say(authoring.more(code))
  const { cwd, env } = context.environment
  const summary = env.GITHUB_STEP_SUMMARY
  if (!format.page || summary === undefined || summary === '') return
  const page = format.page(diagnostics, await optionsOf(context, suites))
  if (page === '') return
  try {
    await appendToFile(resolve(cwd, summary), page)
  } catch (error) {
    // The findings were printed; a summary that cannot be written changes nothing about them.
    await context.warn(notWritten(context, error, summary))
  }
}

/** @returns the text of a format */
export const rendered = async (
  context: Context,
  format: DiagnosticFormat,
  diagnostics: readonly Diagnostic[],
  suites: readonly Suite[],
): Promise<string> => format.render(diagnostics, await optionsOf(context, suites))

const optionsOf = async (context: Context, suites: readonly Suite[]) => ({
  words: wordsIn(context.settings.language.value),
  width: context.width,
  color: await context.colour('stdout'),
  version: context.environment.version,
  suites,
})
