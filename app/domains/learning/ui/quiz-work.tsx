import { useEffect, useRef } from 'react'
import { removeWork } from '~/shared/unsent'
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

/** Where answers to an attempt wait on this device; `after` is how many attempts came before it. */
const answersKey = (viewerKey: string, lessonId: string, after: number) =>
  `portal:answers:${viewerKey}:${lessonId}:${after}`

/**
 * The questions of a lesson: the form, or the attempt that is looked at. Loaded with lessons that have questions alone.
 * The copy of answers that are handed in stays on this device until the page has seen the attempt that holds them.
 */
export function QuizWork({ page, quiz, viewerKey, faults }: QuizWorkProps) {
  const key = answersKey(viewerKey, page.lessonId, quiz.after)
  const handedIn = useRef<string>()
  useEffect(() => {
    if (handedIn.current === undefined || handedIn.current === key) return
    removeWork(handedIn.current)
    handedIn.current = undefined
  }, [key])
  if (quiz.form === null) return quiz.latest && <QuizResult page={page} quiz={quiz} latest={quiz.latest} />
  return (
    <QuizForm
      key={quiz.after}
      page={page}
      quiz={quiz}
      form={quiz.form}
      viewerKey={viewerKey}
      answersKey={key}
      onHandIn={() => {
        handedIn.current = key
      }}
      faults={faults}
    />
  )
}
