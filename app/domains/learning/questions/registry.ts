import type { Question } from '~/domains/catalogue'
import { choiceWork } from './choice'
import { gapTextWork } from './gap-text'
import { matchingWork } from './matching'
import { numericWork } from './numeric'
import { orderingWork } from './ordering'
import { shortTextWork } from './short-text'
import type { QuestionWork } from './work'

/** What can be done with a question, by its type. A new type is one file beside this one and one line here. */
export function workOf(question: Question): QuestionWork {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceWork(question)
    case 'ordering':
      return orderingWork(question)
    case 'matching':
      return matchingWork(question)
    case 'numeric':
      return numericWork(question)
    case 'short-text':
      return shortTextWork(question)
    case 'gap-text':
      return gapTextWork(question)
  }
}
