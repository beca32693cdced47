function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  )
}

/** JSON of a value that is the same whatever the order of its keys; editor and database have orders of their own. Null is left out. */
export function orderedText(value: unknown): string {
  return JSON.stringify(inOrder(value))
}
