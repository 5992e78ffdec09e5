/** What every start of the program looks for. It loads nothing for it: an `import` of `node:fs` readies its streams too. */
const fs = () => process.getBuiltinModule('node:fs')

/** Whether a file, or a link to one, stands there. */
export function isFile(path: string): boolean {
  try {
    return fs().statSync(path).isFile()
  } catch {
    return false
  }
}

/** How a text begins, its first 64 KB; undefined where it cannot be read, which whoever needs it says. */
export function beginningOf(path: string): string | undefined {
  const bytes = Buffer.alloc(1 << 16)
  try {
    const file = fs().openSync(path, 'r')
    try {
      return bytes.toString('utf8', 0, fs().readSync(file, bytes))
    } finally {
      fs().closeSync(file)
    }
  } catch {
    return undefined
  }
}
