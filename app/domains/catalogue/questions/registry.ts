import { z } from 'zod'
import { checkChoice, choiceDraft, choiceOf, choiceSchema } from './choice'
import type { QuestionDraft } from './draft'
import { checkGapText, gapTextDraft, gapTextOf, gapTextSchema } from './gap-text'
import { checkMatching, matchingDraft, matchingOf, matchingSchema } from './matching'
import type { FoundFault, Question } from './model'
import { numericDraft, numericOf, numericSchema } from './numeric'
import { checkOrdering, orderingDraft, orderingOf, orderingSchema } from './ordering'
import { shortTextDraft, shortTextOf, shortTextSchema } from './short-text'

/** A question of any type, in shape; `checkQuestion` says whether it holds together. */
export const questionShape: z.ZodType<Question> = z.discriminatedUnion('type', [
  choiceSchema,
  orderingSchema,
  matchingSchema,
  numericSchema,
  shortTextSchema,
  gapTextSchema,
])

/** What does not hold together in a question of the right shape. */
export function checkQuestion(question: Question): FoundFault[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return checkChoice(question)
    case 'ordering':
      return checkOrdering(question)
    case 'matching':
      return checkMatching(question)
    case 'gap-text':
      return checkGapText(question)
    case 'numeric':
    case 'short-text':
      return []
  }
}

/** The form of a question. */
export function draftOf(question: Question): QuestionDraft {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceDraft(question)
    case 'ordering':
      return orderingDraft(question)
    case 'matching':
      return matchingDraft(question)
    case 'numeric':
      return numericDraft(question)
    case 'short-text':
      return shortTextDraft(question)
    case 'gap-text':
      return gapTextDraft(question)
  }
}

/** What a form says, to be parsed by `questionShape`. */
export function plainOf(draft: QuestionDraft): unknown {
  switch (draft.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceOf(draft)
    case 'ordering':
      return orderingOf(draft)
    case 'matching':
      return matchingOf(draft)
    case 'numeric':
      return numericOf(draft)
    case 'short-text':
      return shortTextOf(draft)
    case 'gap-text':
      return gapTextOf(draft)
  }
}
