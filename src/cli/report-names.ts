/** Names of the files that reports are written to. */

/** A firm as far as naming goes. */
export interface Named {
  readonly firm: string
  readonly reference?: string
  /** The answers file's own name, without folder and ending. */
  readonly file: string
}

/**
 * A name for each firm, unique in the run also where a disk takes large and small letters for the same: the firm's name;
 * where several share it, with its reference; where that is no help, with the answers file's name; at last a number.
 */
export function reportNames(firms: readonly Named[]): string[] {
  const choices = firms.map(({ firm, reference, file }) => [
    safeName(firm),
    ...(reference === undefined ? [] : [safeName(`${firm} ${reference}`)]),
    safeName(`${firm} ${file}`),
  ])
  const names: (string | undefined)[] = firms.map(() => undefined)
  const taken = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const wanted = new Map<string, number[]>()
    for (const [i, choice] of choices.entries()) {
      const name = choice[round] ?? choice.at(-1)!
      if (names[i] === undefined) wanted.set(name, [...(wanted.get(name) ?? []), i])
    }
    for (const [name, who] of wanted) {
      if (who.length > 1 || taken.has(name)) continue
      names[who[0]!] = name
      taken.add(name)
    }
  }
  return names.map((name, i) => {
    if (name !== undefined) return name
    const base = choices[i]!.at(-1)!
    let unique = base
    for (let n = 2; taken.has(unique); n++) unique = `${base}-${n}`
    taken.add(unique)
    return unique
  })
}

/** In UTF-8: names of 255 bytes are safe everywhere, and an ending and a number still come. */
const longest = 120

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/**
 * A text as a file name that is safe on every system: small letters and digits of any script, everything else a hyphen.
 * Never empty, never hidden.
 */
export function safeName(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    // A mark without its letter would join the hyphen before it.
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/-+/g, '-')
  const name = cut(words.replace(/^-/, '')).replace(/-+$/, '')
  if (name === '') return 'firm'
  return reserved.test(name) ? `${name}-firm` : name
}

function cut(name: string): string {
  let bytes = 0
  let end = 0
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > longest) break
    end += character.length
  }
  return name.slice(0, end)
}
