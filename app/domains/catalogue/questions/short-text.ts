import { z } from 'zod'
import { type QuestionDraft, commonFields, commonOf, emptyRow } from './draft'
import { accepted, commented, spelling } from './fields'
import type { ShortTextQuestion } from './model'

/** A word or a few, compared with every answer that is accepted. */
export const shortTextSchema = z.strictObject({
  ...commented,
  type: z.literal('short-text'),
  accepted,
  spelling,
})

export function shortTextDraft(question: ShortTextQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    spelling: question.spelling ?? 'normal',
    rows: question.accepted.map((text) => ({ ...emptyRow, text })),
  }
}

export function shortTextOf(draft: QuestionDraft): unknown {
  return {
    ...commonOf(draft),
    accepted: draft.rows.map((row) => row.text.trim()).filter((text) => text !== ''),
    ...(draft.spelling === 'normal' ? {} : { spelling: draft.spelling }),
  }
}
