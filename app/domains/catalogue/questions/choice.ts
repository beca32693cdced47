import { z } from 'zod'
import { type QuestionDraft, commonFields, commonOf, emptyRow, isEmptyRow } from './draft'
import { common, scoring, text } from './fields'
import type { ChoiceQuestion, FoundFault } from './model'

const noFeedback = 'Alternativet saknar återkoppling.¦Skriv feedback: varför svaret är rätt eller fel.'

/** One right answer, several, or true and false: options with a comment each. */
export const choiceSchema = z.strictObject({
  ...common,
  type: z.enum(['single', 'multiple', 'true-false']),
  options: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9]{1,8}$/),
        text: text(),
        correct: z.boolean().default(false),
        feedback: z.string({ error: noFeedback }).trim().min(1, { error: noFeedback }).max(1000),
      }),
    )
    .min(2)
    .max(10),
  scoring,
})

export function checkChoice(question: ChoiceQuestion): FoundFault[] {
  const right = question.options.filter((option) => option.correct).length
  const faults: FoundFault[] = []
  const path = ['options']
  if (right === 0) faults.push({ fault: 'none-right', path })
  if (question.type !== 'multiple' && right > 1) faults.push({ fault: 'several-right', path })
  if (question.type === 'true-false' && question.options.length !== 2) faults.push({ fault: 'two-options', path })
  if (new Set(question.options.map(({ key }) => key)).size < question.options.length) {
    faults.push({ fault: 'same-key', path })
  }
  return faults
}

export function choiceDraft(question: ChoiceQuestion): QuestionDraft {
  return {
    ...commonFields(question),
    partial: question.scoring === 'partial',
    rows: question.options.map((option) => ({ ...emptyRow, ...option })),
  }
}

export function choiceOf(draft: QuestionDraft): unknown {
  const rows = draft.rows.filter((row) => !isEmptyRow(row))
  const taken = new Set(rows.map((row) => row.key))
  const free = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.has(letter))
  const { feedback: _none, ...shared } = commonOf(draft)
  return {
    ...shared,
    options: rows.map((row) => ({
      key: row.key === '' ? (free.shift() ?? '') : row.key,
      text: row.text,
      correct: row.correct,
      feedback: row.feedback,
    })),
    ...(draft.partial && draft.type === 'multiple' ? { scoring: 'partial' } : {}),
  }
}
