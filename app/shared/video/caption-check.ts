import { tidyText } from './caption-file'
import type { TimedText } from './cues'

export type CueFaultKind = 'empty' | 'backwards' | 'order' | 'overlap' | 'after-end'
export type CueHintKind = 'fast' | 'lines' | 'long-line' | 'short'

/** What is wrong (`isFault`: it cannot be published) or could be better in one cue; `cue` counts from zero. */
export type CueFinding =
  | { cue: number; isFault: true; kind: CueFaultKind; figure: number }
  | { cue: number; isFault: false; kind: CueHintKind; figure: number }

/** Advice of Swedish guides to captions: about 12–17 signs a second, two lines of at most 42 signs. */
export const readingLimits = { signsASecond: 20, lines: 2, signsALine: 42, shortestSeconds: 0.8 }

/** Signs a second of a cue, line breaks not counted. */
export function readingSpeed({ start, end, text }: TimedText): number {
  const signs = tidyText(text).replace(/\n/g, ' ').length
  return end > start ? signs / (end - start) : Number.POSITIVE_INFINITY
}

/** Examines cues in the order given. `durationSeconds` undefined: the length of the recording is not known. */
export function checkCues(
  cues: readonly TimedText[],
  options: { durationSeconds?: number | undefined; isSpeech: boolean },
): CueFinding[] {
  const findings: CueFinding[] = []
  cues.forEach((one, cue) => {
    const { start, end } = one
    const text = tidyText(one.text)
    const fault = (kind: CueFaultKind, figure = 0) => findings.push({ cue, isFault: true, kind, figure })
    const hint = (kind: CueHintKind, figure: number) => findings.push({ cue, isFault: false, kind, figure })
    if (text === '') fault('empty')
    if (end <= start) fault('backwards')
    const before = cues[cue - 1]
    if (before !== undefined && start < before.start) fault('order')
    else if (before !== undefined && start < before.end)
      fault('overlap', Math.round((before.end - start) * 1000) / 1000)
    if (options.durationSeconds !== undefined && end > options.durationSeconds + 1) fault('after-end')
    if (!options.isSpeech || text === '' || end <= start) return
    const speed = readingSpeed(one)
    if (speed > readingLimits.signsASecond) hint('fast', Math.round(speed))
    const lines = text.split('\n')
    if (lines.length > readingLimits.lines) hint('lines', lines.length)
    const longest = Math.max(...lines.map((line) => line.length))
    if (longest > readingLimits.signsALine) hint('long-line', longest)
    if (end - start < readingLimits.shortestSeconds) hint('short', Math.round((end - start) * 10) / 10)
  })
  return findings
}
