/**
 * Remembers what is fixed by the ruleset: in a batch the same rules and questions are looked at for every firm.
 * @param work must depend on nothing but its argument
 */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = work(key)))
    return value
  }
}
