import type { TimedText } from './cues'

/** Joins captions to whole sentences, at most about 300 signs each, for reading and clicking. */
export function transcriptOf(captions: readonly TimedText[]): TimedText[] {
  const spoken: TimedText[] = []
  let open = false
  for (const cue of captions) {
    const text = cue.text.replace(/\s+/g, ' ').trim()
    const last = spoken.at(-1)
    if (open && last !== undefined && last.text.length + text.length < 300) {
      last.text = `${last.text} ${text}`
      last.end = cue.end
    } else spoken.push({ ...cue, text })
    open = !/[.?!…”]$/.test(text) || /…$/.test(text)
  }
  return spoken
}
