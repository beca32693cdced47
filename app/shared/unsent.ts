/** Beginnings of the keys under which work waits in this browser until the server has it: marks, texts, answers, seconds. */
const prefixes = ['narvaro:', 'portal:', 'portal-beat:']

/** True when something done on this device has not reached the server; false also where storage is switched off. */
export function hasUnsentWork(): boolean {
  try {
    return Object.keys(localStorage).some((key) => prefixes.some((prefix) => key.startsWith(prefix)))
  } catch {
    return false
  }
}
