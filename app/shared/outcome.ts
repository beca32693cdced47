/** What a command answers: a value, or a business "no" as one word of a closed union. Faults are thrown, never returned. */
export type Outcome<T, R extends string> = { ok: true; value: T } | { ok: false; refusal: R }

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refused<R extends string>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal }
}
