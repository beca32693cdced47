/** A number from 0 up to 1 each time, always the same from the same seed. */
function chanceOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The items in an order that only the seed decides. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const chance = chanceOf(seed)
  const rest = [...items]
  const mixed: T[] = []
  while (rest.length > 0) mixed.push(...rest.splice(Math.floor(chance() * rest.length), 1))
  return mixed
}

/** As `shuffled`, but never the order that they came in when there is another. */
export function disordered<T>(items: readonly T[], seed: string): T[] {
  const mixed = shuffled(items, seed)
  return mixed.every((item, index) => item === items[index]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
