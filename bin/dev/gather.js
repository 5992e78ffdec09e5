// Opening a file costs a start more than reading past what it does not need: the many pieces that splitting makes of what
// is always needed together are made one again.
import { basename, dirname, join, relative } from 'node:path'
import { build } from 'esbuild'

/**
 * @param {{ outputFiles: { path: string, text: string }[], metafile: import('esbuild').Metafile }} built by esbuild with
 *   `splitting`, `metafile` and without `write`
 * @param {string[]} sources whose pieces, with all that they import, become one file
 * @param {string} into the path of that file
 * @returns {Promise<Map<string, string>>} the text of every file of the program, by its path
 */
export async function gather({ outputFiles, metafile }, sources, into, root) {
  const outputs = new Map(Object.entries(metafile.outputs).map(([name, it]) => [join(root, name), it]))
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const pieces = new Map()
  const take = (path) => {
    if (pieces.has(path) || !outputs.has(path)) return
    pieces.set(path, pieces.size)
    for (const { path: name, kind, external } of outputs.get(path).imports)
      if (kind === 'import-statement' && !external) take(join(root, name))
  }
  for (const [path, { entryPoint }] of outputs) if (sources.includes(entryPoint)) take(path)

  // Names are unique in their piece only.
  const unique = (name, path) => `${name}_${pieces.get(path)}`
  const whole = await build({
    stdin: {
      contents: [...pieces.keys()]
        .map((path) => {
          const names = outputs.get(path).exports.map((name) => `${name} as ${unique(name, path)}`)
          return names.length > 0 ? `export { ${names.join(', ')} } from '${path}'` : `import '${path}'`
        })
        .join('\n'),
      resolveDir: dirname(into),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    logLevel: 'error',
    plugins: [
      {
        name: 'pieces',
        setup(on) {
          on.onResolve({ filter: /./ }, ({ path, kind, importer, resolveDir }) => {
            const full = join(importer === '<stdin>' ? '/' : resolveDir || dirname(importer), path)
            if (kind !== 'dynamic-import' && pieces.has(full)) return { path: full, namespace: 'pieces' }
            if (!path.startsWith('.')) return { path, external: true }
            const from = join(dirname(importer), path)
            return { path: `./${relative(dirname(into), from)}`, external: true }
          })
          on.onLoad({ filter: /./, namespace: 'pieces' }, ({ path }) => ({
            contents: texts.get(path),
            resolveDir: dirname(path),
          }))
        },
      },
    ],
  })

  const made = new Map([[into, whole.outputFiles[0].text]])
  for (const [path, text] of texts) {
    const to = (target) => JSON.stringify(`./${relative(dirname(path), target)}`.replace('./../', '../'))
    if (pieces.has(path)) {
      // Others come for it by `import()`.
      const { entryPoint, exports } = outputs.get(path)
      const names = exports.map((name) => `${unique(name, path)} as ${name}`)
      if (entryPoint !== undefined) made.set(path, `export{${names.join(',')}}from${to(into)};\n`)
      continue
    }
    const rewritten = text.replace(
      /\b(import|export)\{([^{}]*)\}from"(\.{1,2}\/[^"]+)"|\bimport"(\.{1,2}\/[^"]+)"/g,
      (all, kind, names, from, alone) => {
        const target = join(dirname(path), from ?? alone)
        if (!pieces.has(target)) return all
        if (alone !== undefined) return `import${to(into)}`
        const renamed = names.split(',').map((it) => {
          const [name, own = name] = it.split(' as ')
          return `${unique(name, target)} as ${own}`
        })
        return `${kind}{${renamed.join(',')}}from${to(into)}`
      },
    )
    made.set(path, rewritten)
  }
  for (const [path, text] of made)
    for (const piece of pieces.keys())
      if (!made.has(piece) && text.includes(basename(piece)))
        throw new Error(`${basename(path)} still asks for ${basename(piece)}`)
  return made
}
