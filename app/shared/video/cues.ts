/** One spoken unit or chapter of a recording; seconds from its start. */
export interface TimedText {
  start: number
  end: number
  text: string
}

/** Cues that belong together in reading; the first cue's time is the paragraph's. */
export interface TranscriptParagraph {
  start: number
  cues: TimedText[]
}

const WANTED_SECONDS = 18

/** Groups captions into paragraphs that end with a sentence, and never run across a chapter. */
export function paragraphsOf(cues: readonly TimedText[], chapterStarts: readonly number[]): TranscriptParagraph[] {
  const paragraphs: TranscriptParagraph[] = []
  let open: TranscriptParagraph | undefined
  for (const cue of cues) {
    const begun = open
    const newChapter =
      begun !== undefined && chapterStarts.some((start) => start > begun.start + 1 && start <= cue.start + 0.5)
    if (open === undefined || newChapter) {
      open = { start: cue.start, cues: [] }
      paragraphs.push(open)
    }
    open.cues.push(cue)
    if (cue.end - open.start >= WANTED_SECONDS && /[.!?…]["”’)]?$/.test(cue.text.trim())) open = undefined
  }
  return paragraphs
}

/** The index of the last text that has begun at `second`; -1 before the first. */
export function indexAt(texts: readonly { start: number }[], second: number): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const text = texts[middle]
    if (text !== undefined && text.start <= second) low = middle + 1
    else high = middle
  }
  return low - 1
}
