/** Did you mean …? */

/**
 * @param word - what was written
 * @param candidates - what would have been right, in the order of preference where two are equally near
 * @returns the nearest candidate, or nothing where none is near: one slip up to 5 characters, two up to 9, then a quarter
 *   of the length. A difference of case or of `-`, `_`, space counts half. The distance is Damerau–Levenshtein, in its
 *   form without edits between swapped letters (optimal string alignment).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > 100) return undefined
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > 100) continue
    const allowed = slips(Math.max(word.length, candidate.length))
    if (Math.abs(word.length - candidate.length) > allowed) continue
    const far = distance(word, candidate)
    // A word of which nothing is left is not near, however short it is.
    if (far <= allowed && far < least && far < Math.min(word.length, candidate.length)) {
      best = candidate
      least = far
    }
  }
  return best
}

const slips = (length: number): number => (length <= 5 ? 1 : length <= 9 ? 2 : Math.floor(length / 4) + 1)

/** @returns the number of insertions, deletions, changes and swaps of neighbours between two words */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change(a[i - 1]!, b[j - 1]!))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1)
      }
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

const change = (a: string, b: string): number =>
  a === b ? 0 : a.toLowerCase() === b.toLowerCase() || ('-_ .'.includes(a) && '-_ .'.includes(b)) ? 0.5 : 1
