import { toMillis } from './caption-file'
import type { TimedText } from './cues'

/** One thing that an editor does with a list of cues; `at` is the index of the cue. */
export type CueEdit =
  | { do: 'text'; at: number; text: string }
  | { do: 'times'; at: number; start: number; end: number }
  | { do: 'start'; at: number; second: number }
  | { do: 'end'; at: number; second: number }
  | { do: 'split'; at: number; caret: number }
  | { do: 'merge'; at: number }
  | { do: 'insert'; at: number }
  | { do: 'delete'; at: number }
  | { do: 'shift'; seconds: number }

const NEW_SECONDS = 2

function split(cue: TimedText, caret: number): TimedText[] {
  const place = caret > 0 && caret < cue.text.length ? caret : Math.ceil(cue.text.length / 2)
  const [before, after] = [cue.text.slice(0, place).trimEnd(), cue.text.slice(place).trimStart()]
  const share = cue.text.length === 0 ? 0.5 : place / cue.text.length
  const middle = toMillis(cue.start + (cue.end - cue.start) * share)
  return [
    { start: cue.start, end: middle, text: before },
    { start: middle, end: cue.end, text: after },
  ]
}

/** A cue after the one at `at`, in the gap to the next when there is one; before the first with `at` -1. */
function inserted(cues: readonly TimedText[], at: number): TimedText {
  const start = cues[at]?.end ?? 0
  const next = cues[at + 1]?.start ?? Number.POSITIVE_INFINITY
  return { start, end: toMillis(Math.max(start + 0.001, Math.min(start + NEW_SECONDS, next))), text: '' }
}

/** Carries out an edit. A place that is not there changes nothing; a shift stops where the first cue begins at zero. */
export function editCues(cues: readonly TimedText[], edit: CueEdit): TimedText[] {
  if (edit.do === 'shift') {
    const first = cues.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
    const by = Math.max(edit.seconds, -first)
    return cues.map(({ start, end, text }) => ({ start: toMillis(start + by), end: toMillis(end + by), text }))
  }
  if (edit.do === 'insert') return [...cues.slice(0, edit.at + 1), inserted(cues, edit.at), ...cues.slice(edit.at + 1)]
  const cue = cues[edit.at]
  if (cue === undefined) return [...cues]
  const replaced = (...now: TimedText[]) => [...cues.slice(0, edit.at), ...now, ...cues.slice(edit.at + 1)]
  switch (edit.do) {
    case 'text':
      return replaced({ ...cue, text: edit.text })
    case 'times':
      return replaced({ ...cue, start: toMillis(edit.start), end: toMillis(edit.end) })
    case 'start':
      return replaced({ ...cue, start: toMillis(edit.second) })
    case 'end':
      return replaced({ ...cue, end: toMillis(edit.second) })
    case 'split':
      return replaced(...split(cue, edit.caret))
    case 'merge': {
      const next = cues[edit.at + 1]
      if (next === undefined) return [...cues]
      const text = [cue.text, next.text].filter((one) => one !== '').join('\n')
      return [
        ...cues.slice(0, edit.at),
        { start: cue.start, end: Math.max(cue.end, next.end), text },
        ...cues.slice(edit.at + 2),
      ]
    }
    case 'delete':
      return replaced()
  }
}
