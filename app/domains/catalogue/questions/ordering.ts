import { z } from 'zod'
import { partKey } from './compare'
import { type QuestionDraft, commonFields, commonOf, emptyRow, isEmptyRow, written } from './draft'
import { commented, scoring, text } from './fields'
import type { FoundFault, OrderingQuestion } from './model'

/** Items to put in the order in which they are written here. A plain text is an item without a comment. */
export const orderingSchema = z.strictObject({
  ...commented,
  type: z.literal('ordering'),
  items: z
    .array(
      z.preprocess(
        (item) => (typeof item === 'string' ? { text: item } : item),
        z.strictObject({ text: text(200), feedback: text(1000).optional() }),
      ),
    )
    .min(2)
    .max(12),
  scoring,
})

export function checkOrdering(question: OrderingQuestion): FoundFault[] {
  const keys = question.items.map((item) => partKey(item.text))
  return new Set(keys).size < keys.length ? [{ fault: 'same-text', path: ['items'] }] : []
}

export function orderingDraft(question: OrderingQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    partial: question.scoring === 'partial',
    rows: question.items.map(({ text: item, feedback = '' }) => ({ ...emptyRow, text: item, feedback })),
  }
}

export function orderingOf(draft: QuestionDraft): unknown {
  return {
    ...commonOf(draft),
    items: draft.rows
      .filter((row) => !isEmptyRow(row))
      .map((row) => ({ text: row.text, ...written('feedback', row.feedback) })),
    ...(draft.partial ? { scoring: 'partial' } : {}),
  }
}
