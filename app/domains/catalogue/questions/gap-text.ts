import { z } from 'zod'
import { isAccepted } from './compare'
import { type QuestionDraft, commonFields, commonOf, emptyRow, isEmptyRow, lines, written } from './draft'
import { accepted, commented, scoring, spelling, text } from './fields'
import type { FoundFault, GapTextQuestion } from './model'

const gapMark = /\[\[([a-z0-9]{1,8})\]\]/g

/** A text with gaps to write in or to choose for. */
export const gapTextSchema = z.strictObject({
  ...commented,
  type: z.literal('gap-text'),
  text: text(3000),
  gaps: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9]{1,8}$/),
        accepted,
        choices: z.array(text(100)).min(2).max(10).optional(),
        feedback: text(1000).optional(),
      }),
    )
    .min(1)
    .max(12),
  spelling,
  scoring,
})

/** The text cut at its gaps: words and keys by turns, words first and last. */
export function segmentsOf(source: string): { words: string; gap: string | null }[] {
  const pieces = source.split(gapMark)
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [{ words: piece, gap: pieces[index + 1] ?? null }] : []))
}

export function checkGapText(question: GapTextQuestion): FoundFault[] {
  const inText = segmentsOf(question.text).flatMap(({ gap }) => (gap === null ? [] : [gap]))
  const keys = question.gaps.map((gap) => gap.key)
  const faults: FoundFault[] = []
  if (new Set(keys).size < keys.length) faults.push({ fault: 'same-key', path: ['gaps'] })
  if (new Set(inText).size < inText.length) faults.push({ fault: 'gap-twice', path: ['text'] })
  if (inText.some((key) => !keys.includes(key))) faults.push({ fault: 'gap-unknown', path: ['text'] })
  question.gaps.forEach((gap, index) => {
    if (!inText.includes(gap.key)) faults.push({ fault: 'gap-missing', path: ['gaps', index] })
    const { choices, accepted: right } = gap
    if (choices === undefined) return
    if (new Set(choices).size < choices.length) faults.push({ fault: 'same-text', path: ['gaps', index, 'choices'] })
    if (!choices.some((choice) => isAccepted(right, choice, question.spelling))) {
      faults.push({ fault: 'gap-answer', path: ['gaps', index, 'choices'] })
    }
  })
  return faults
}

export function gapTextDraft(question: GapTextQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    partial: question.scoring === 'partial',
    spelling: question.spelling ?? 'normal',
    text: question.text,
    rows: question.gaps.map((gap) => ({
      ...emptyRow,
      key: gap.key,
      text: gap.accepted.join('\n'),
      other: (gap.choices ?? []).join('\n'),
      feedback: gap.feedback ?? '',
    })),
  }
}

export function gapTextOf(draft: QuestionDraft): unknown {
  return {
    ...commonOf(draft),
    text: draft.text.replace(/\r\n?/g, '\n').trim(),
    gaps: draft.rows
      .filter((row) => !isEmptyRow(row))
      .map((row) => {
        const choices = lines(row.other)
        return {
          key: row.key.trim(),
          accepted: lines(row.text),
          ...(choices.length > 0 ? { choices } : {}),
          ...written('feedback', row.feedback),
        }
      }),
    ...(draft.spelling === 'normal' ? {} : { spelling: draft.spelling }),
    ...(draft.partial ? { scoring: 'partial' } : {}),
  }
}
