import { z } from 'zod'
import { partKey } from './compare'
import { type QuestionDraft, commonFields, commonOf, emptyRow, isEmptyRow, lines, written } from './draft'
import { commented, scoring, text } from './fields'
import type { FoundFault, MatchingQuestion } from './model'

/** Rows to pair with what belongs to them. */
export const matchingSchema = z.strictObject({
  ...commented,
  type: z.literal('matching'),
  pairs: z
    .array(z.strictObject({ left: text(200), right: text(200), feedback: text(1000).optional() }))
    .min(2)
    .max(12),
  extra: z.array(text(200)).max(6).optional(),
  scoring,
})

export function checkMatching(question: MatchingQuestion): FoundFault[] {
  const lefts = question.pairs.map((pair) => partKey(pair.left))
  const rights = new Set(question.pairs.map((pair) => partKey(pair.right)))
  const extra = (question.extra ?? []).map(partKey)
  const faults: FoundFault[] = []
  if (new Set(lefts).size < lefts.length) faults.push({ fault: 'same-text', path: ['pairs'] })
  if (new Set(extra).size < extra.length || extra.some((key) => rights.has(key))) {
    faults.push({ fault: 'same-text', path: ['extra'] })
  }
  return faults
}

export function matchingDraft(question: MatchingQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    partial: question.scoring === 'partial',
    text: (question.extra ?? []).join('\n'),
    rows: question.pairs.map(({ left, right, feedback = '' }) => ({ ...emptyRow, text: left, other: right, feedback })),
  }
}

export function matchingOf(draft: QuestionDraft): unknown {
  const extra = lines(draft.text)
  return {
    ...commonOf(draft),
    pairs: draft.rows
      .filter((row) => !isEmptyRow(row))
      .map((row) => ({ left: row.text, right: row.other, ...written('feedback', row.feedback) })),
    ...(extra.length > 0 ? { extra } : {}),
    ...(draft.partial ? { scoring: 'partial' } : {}),
  }
}
