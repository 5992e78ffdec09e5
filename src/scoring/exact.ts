/**
 * Exact arithmetic: fractions of big integers, and decimals as whole thousandths. Sums of exact numbers do not depend
 * on their order, and parts add up to their whole to the last digit.
 */

/**
 * n ÷ d, exactly; d > 0. What the functions here return is in lowest terms, so equal values look equal; the lines of a
 * ledger are not (they share one denominator): compare those with `compare`.
 */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }

/** The fraction n ÷ d in lowest terms. Both are whole, d > 0; otherwise a RangeError. */
export function fraction(n: bigint | number, d: bigint | number): Fraction {
  if (d <= 0) throw new RangeError(`denominator ${d} is not above 0`)
  // Plain numbers first: what a twig adds up to fits, and their divisor is found ten times faster.
  if (typeof n === 'number' && typeof d === 'number') {
    const divisor = divisorOfNumbers(Math.abs(n), d)
    return { n: BigInt(n / divisor), d: BigInt(d / divisor) }
  }
  const [top, bottom] = [BigInt(n), BigInt(d)]
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom)
  return { n: top / divisor, d: bottom / divisor }
}

/** Below 0 when a < b, 0 when they are equal, above 0 when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

/** a + b, exactly. */
export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

/** a − b, exactly. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

/** a × b, exactly. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d)
}

/** The sum, exactly; of nothing, 0. */
export function sum(fractions: Iterable<Fraction>): Fraction {
  let [n, d] = [0n, 1n]
  for (const f of fractions) {
    if (f.d === d) n += f.n
    else [n, d] = [n * f.d + f.n * d, d * f.d]
  }
  return fraction(n, d)
}

/** The least number that every one of these divides; all are above 0. Of nothing, 1. */
export function leastMultiple(numbers: Iterable<bigint>): bigint {
  let least = 1n
  for (const number of numbers) {
    if (number !== least) least *= number / greatestDivisor(least, number)
  }
  return least
}

/**
 * A decimal as whole thousandths: 0.25 → 250. A sum of decimals may carry the dust of binary arithmetic (0.1 + 0.2);
 * a true fourth decimal place, a number below 0 or above `most`, or no number at all gets a RangeError that names
 * `what`.
 */
export function thousandths(value: number, most: number, what: string): number {
  const whole = Math.round(value * 1000)
  // Not written as "is it outside": NaN must fail too.
  const fits = whole >= 0 && whole <= most * 1000 && Math.abs(value * 1000 - whole) < 1e-4
  if (!fits) throw new RangeError(`${what}: ${value} is not a decimal from 0 to ${most} with at most 3 decimal places`)
  return whole
}

const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER)

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    if (a <= LARGEST_SAFE && b <= LARGEST_SAFE) return BigInt(divisorOfNumbers(Number(a), Number(b)))
    ;[a, b] = [b, a % b]
  }
  return a
}

function divisorOfNumbers(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
