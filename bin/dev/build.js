// Builds dist/: the schema gates as standalone code, then the program in lazily loaded pieces.
//   node bin/dev/build.js            dist/*.js
//   node bin/dev/build.js --types    and the type declarations of the public API
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serialize } from 'node:v8'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import { CORE_SCHEMA, load } from 'js-yaml'
import * as typebox from 'typebox'
import { gather } from './gather.js'
import { root, schemas } from './schemas.js'

const started = performance.now()
// Built beside and put in place whole: what runs meanwhile never sees half a program, and a failed build changes nothing.
const dist = `${root}/dist`
const fresh = `${dist}.${process.pid}`
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }))

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true },
  discriminator: true,
  // A shape that is used twice is one function, not two copies of it.
  inlineRefs: false,
  multipleOfPrecision: 6,
  strict: true,
  strictRequired: false,
  strictTypes: false,
})
addFormats.default(ajv, ['date'])
for (const [name, schema] of Object.entries(await schemas())) {
  // The schema travels as text beside its validator: it is read only to say what would have been right.
  const contents = `${standaloneCode.default(ajv, ajv.compile(schema))}
    export const schemaText = ${JSON.stringify(JSON.stringify(schema))}`
  await build({
    stdin: { contents, resolveDir: root },
    outfile: `${fresh}/validators/${name}.js`,
    bundle: true,
    // Names, too: nobody reads what a compiler of schemas has written.
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    absWorkingDir: root,
    logLevel: 'error',
  })
}

const program = {
  outdir: fresh,
  outbase: `${root}/src`,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['pdfkit', '@cantoo/pdf-lib', 'inquirer'],
  absWorkingDir: root,
  logLevel: 'error',
  legalComments: 'none',
  plugins: [
    {
      // The shells take everything from the public API; what a command loads is only what it takes.
      name: 'past-the-index',
      setup(on) {
        const homes = new Map()
        for (const [, names, home] of readFileSync(`${root}/src/index.ts`, 'utf8').matchAll(
          /^export \{([^}]*)\} from '\.\/([^']+)'/gm,
        ))
          for (const name of names.split(',').map((it) => it.trim()))
            if (name !== '' && !name.startsWith('type ')) homes.set(name, home)
        on.onLoad({ filter: /[/\\]src[/\\](cli|files|interview|batch)[/\\].*\.ts$/ }, ({ path }) => ({
          loader: 'ts',
          contents: readFileSync(path, 'utf8').replace(
            /^import \{([^}]*)\} from '((?:\.\.\/)+)index\.js'/gm,
            (_, names, up) =>
              names
                .split(',')
                .map((it) => it.trim())
                .filter((name) => name !== '' && !name.startsWith('type '))
                .map((name) => `import { ${name} } from '${up}${homes.get(name.split(' ')[0]) ?? 'index.js'}'`)
                .join('; '),
          ),
        }))
      },
    },
    {
      // Schemas are at work in the build alone: what remains of them in the program are their validators.
      name: 'no-schemas',
      setup(on) {
        on.onResolve({ filter: /^typebox$/ }, () => ({ path: 'typebox', namespace: 'nothing' }))
        on.onLoad({ filter: /./, namespace: 'nothing' }, () => ({
          contents: `const nothing = () => ({}); export { ${Object.keys(typebox)
            .filter((name) => name !== 'default')
            .map((name) => `nothing as ${name}`)
            .join(', ')} }`,
        }))
      },
    },
    {
      name: 'fresh-validators',
      setup(on) {
        on.onResolve({ filter: /^#validators\// }, ({ path }) => ({
          path: `${fresh}/validators/${path.slice('#validators/'.length)}.js`,
        }))
      },
    },
  ],
}
/** Some bundled packages are CommonJS and ask for node's own modules by `require`: where they do, there is one. */
async function bundle(options, gathered) {
  const built = await build({ ...program, ...options, metafile: true, write: false })
  const files = await gather(built, gathered, `${fresh}/parts/core.js`, root)
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true })
    const require = /\btypeof require\b/.test(text)
      ? "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"
      : ''
    writeFileSync(path, require + text)
  }
}
await bundle(
  {
    entryPoints: [
      `${root}/src/cli/program.ts`,
      `${root}/src/cli/batch-worker.ts`,
      `${root}/src/index.ts`,
      `${root}/src/files/shipped.ts`,
    ],
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  },
  ['src/cli/program.ts', 'src/cli/commands/score.ts', 'src/text/words.ts'],
)
// What every start goes through is one small file: help loads nothing else, but for the words of a language other than English.
const entry = (path) =>
  build({
    ...program,
    entryPoints: [`${root}/${path}`],
    external: [...program.external, './program.js'],
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  })
await entry('src/cli/main.ts')

// What is mostly Chinese says it in Chinese, at half the size of escapes. The rest stays ASCII, which V8 reads faster.
for (const name of readdirSync(`${fresh}/parts`)) {
  const path = `${fresh}/parts/${name}`
  const text = readFileSync(path, 'utf8')
  if ((text.match(/\\u[4-9][0-9A-F]{3}/g) ?? []).length * 12 < text.length) continue
  writeFileSync(
    path,
    text.replace(/\\\\|\\u([3-9][0-9A-F]{3}|FF[0-9A-F]{2})/g, (all, code) =>
      code === undefined ? all : String.fromCharCode(parseInt(code, 16)),
    ),
  )
}

// Completion scripts depend on nothing but the shell: a shell that starts is handed a file (src/cli/main.ts).
await entry('src/cli/completion-script.ts')
const { script, shells } = await import(`${fresh}/cli/completion-script.js`)
rmSync(`${fresh}/cli/completion-script.js`)
mkdirSync(`${fresh}/completion`)
for (const shell of shells) writeFileSync(`${fresh}/completion/${shell}`, script(shell))

// The rulesets that ship are loaded and checked here, in each language, so that no start of the program has to do it again
// (src/files/shipped.ts). One that has a mistake is left to be loaded, and to be complained about, as any other.
const { languages, loadRuleset } = await import(`${fresh}/index.js`)
const { digestOfTexts } = await import(`${fresh}/files/shipped.js`)
const kinds = [
  [/[/]questionnaire\.yaml$/, 'ruleset'],
  [/^common[/][^/]+\.yaml$/, 'common'],
  [/[/]ids\.lock$/, 'lock'],
  [/[/]i18n[/][^/]+\.yaml$/, 'translation'],
]
const sources = new Map()
const sourceOf = async (path) => {
  const text = existsSync(`${root}/rulesets/${path}`) ? readFileSync(`${root}/rulesets/${path}`, 'utf8') : undefined
  if (text === undefined) return undefined
  const { validate } = await import(`${fresh}/validators/${kinds.find(([name]) => name.test(path))[1]}.js`)
  try {
    const known = load(text, { schema: CORE_SCHEMA })
    return { file: path, text, ...(validate(known) ? { known } : {}) }
  } catch {
    return { file: path, text }
  }
}
for (const file of readdirSync(`${root}/rulesets`, { recursive: true, encoding: 'utf8' })) {
  const path = file.replaceAll('\\', '/')
  if (kinds.some(([name]) => name.test(path))) sources.set(path, await sourceOf(path))
}
const ids = [...sources.keys()].flatMap((path) => /^([^/]+)[/]questionnaire\.yaml$/.exec(path)?.[1] ?? []).sort()
mkdirSync(`${fresh}/shipped`)
for (const id of ids) {
  for (const language of languages) {
    const files = new Set()
    const library = { ids: () => ids, file: (path) => (files.add(path), sources.get(path)) }
    const { ruleset, diagnostics } = await loadRuleset(library, id, language)
    if (!ruleset || diagnostics.length > 0) continue
    const built = {
      files: [...files],
      digest: digestOfTexts(library, [...files]),
      ruleset: { ...ruleset, parts: [] },
      parts: ruleset.parts.map((part) => ({ id: part.ruleset.id, weight: part.weight })),
    }
    writeFileSync(`${fresh}/shipped/${id}.${language}`, serialize(built))
  }
}

rmSync(dist, { recursive: true, force: true })
renameSync(fresh, dist)

if (process.argv.includes('--types')) {
  execFileSync(
    process.execPath,
    [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/bin/dev/tsconfig.types.json`],
    { stdio: 'inherit' },
  )
  // Those alone that the public API leads to: the compiler describes every module.
  const types = `${dist}/types`
  const reached = new Set(['index.d.ts'])
  for (const file of reached)
    for (const [, path] of readFileSync(`${types}/${file}`, 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g))
      reached.add(`${join(dirname(file), path)}.d.ts`)
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(`${types}/${file}`)
}
process.stderr.write(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
