import type { AnswerFault } from '../questions/work'
import type { LessonPage, QuizPage } from '../lesson-page'
import { QuizForm } from './quiz-form'
import { QuizResult } from './quiz-result'

export interface QuizWorkProps {
  page: LessonPage
  quiz: QuizPage
  viewerKey: string
  faults: Record<string, AnswerFault>
}

/** The questions of a lesson: the form, or the attempt that is looked at. Loaded with lessons that have questions alone. */
export function QuizWork({ page, quiz, viewerKey, faults }: QuizWorkProps) {
  if (quiz.form === null) return quiz.latest && <QuizResult page={page} quiz={quiz} latest={quiz.latest} />
  return <QuizForm key={quiz.after} page={page} quiz={quiz} form={quiz.form} viewerKey={viewerKey} faults={faults} />
}
