/** A seeded source of chance: the same seed gives the same demonstration, on every machine. */
export interface Chance {
  /** A number from 0 up to but not including 1. */
  next: () => number
  /** A whole number from `from` to `to`, both included. */
  whole: (from: number, to: number) => number
  /** True with the probability `share`. */
  happens: (share: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** One of the keys, in proportion to its weight. */
  weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
  shuffled: <T>(items: readonly T[]) => T[]
  bytes: (count: number) => Uint8Array
  uuid: () => string
}

/** SplitMix32 over a whole-number seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  function bits(): number {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const next = () => bits() / 4_294_967_296
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  function pick<T>(items: readonly T[]): T {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new Error('Nothing to choose from')
    return item
  }
  function weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    return pick(entries.map(([key]) => key))
  }
  function shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)
  }
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => bits() & 255)
  function uuid(): string {
    const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, '0')).join('')
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick,
    weighted,
    shuffled,
    bytes,
    uuid,
  }
}
