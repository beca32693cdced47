import { randomBytes } from 'node:crypto'

const run = randomBytes(3).toString('hex')
let count = 0

/** A lower-case text that no other call gives, usable in slugs and addresses: `prefix-3f9a1c-12`. */
export function unique(prefix: string): string {
  count += 1
  return `${prefix}-${run}-${count}`
}

/** Goes round a list, one entry a call, so that made names differ. */
export function rotate<T>(list: readonly [T, ...T[]]): T {
  return list[count % list.length] ?? list[0]
}
