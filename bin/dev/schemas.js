// The schemas that flowready publishes, read from the TypeScript that defines them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** name of the emitted file → where its schema is defined */
const table = {
  ruleset: ['src/ruleset/schema.ts', 'QuestionnaireFile'],
  common: ['src/ruleset/schema.ts', 'CommonFile'],
  lock: ['src/ruleset/lock.schema.ts', 'LockFile'],
  answers: ['src/answers/schema.ts', 'AnswersFile'],
  cases: ['src/cases/schema.ts', 'CasesFile'],
  report: ['src/report/schema.ts', 'ReportFile'],
}

/** @returns every published schema as plain JSON, by name */
export async function schemas() {
  const folder = mkdtempSync(join(tmpdir(), 'flowready-schemas-'))
  try {
    const contents = Object.entries(table)
      .map(([name, [file, exported]]) => `export { ${exported} as ${name} } from ${JSON.stringify(`./${file}`)}`)
      .join('\n')
    const outfile = join(folder, 'schemas.mjs')
    await build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    })
    const module = await import(pathToFileURL(outfile).href)
    return Object.fromEntries(Object.keys(table).map((name) => [name, JSON.parse(JSON.stringify(module[name]))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
