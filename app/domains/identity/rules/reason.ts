/** A reason that is kept in the log says something: at least ten characters, at most three hundred. */
export function isReason(text: string): boolean {
  const { length } = text.trim()
  return length >= 10 && length <= 300
}
