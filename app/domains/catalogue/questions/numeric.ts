import { z } from 'zod'
import { readNumber, writeNumber } from './compare'
import { type QuestionDraft, commonFields, commonOf, written } from './draft'
import { commented, text } from './fields'
import type { NumericQuestion } from './model'

const number = z.number().min(-1e12).max(1e12)

/** A number, right within a tolerance. */
export const numericSchema = z.strictObject({
  ...commented,
  type: z.literal('numeric'),
  answer: number,
  tolerance: number.min(0).default(0),
  unit: text(20).optional(),
})

export function numericDraft(question: NumericQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    answer: writeNumber(question.answer),
    tolerance: writeNumber(question.tolerance),
    unit: question.unit ?? '',
  }
}

export function numericOf(draft: QuestionDraft): unknown {
  return {
    ...commonOf(draft),
    answer: readNumber(draft.answer),
    tolerance: draft.tolerance.trim() === '' ? 0 : (readNumber(draft.tolerance) ?? -1),
    ...written('unit', draft.unit),
  }
}
