import type { RichDocument } from '~/shared/editor/document'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { partKey } from '../questions/compare'
import type { Question } from '../questions/model'
import { wordsOf } from '../questions/translation'
import type { CourseSettings } from './settings'

/** Tells whether the words of a lesson are as they were when it was translated. */
export function sealOfOriginal(
  { title, body, prompt }: { title: string; body: RichDocument; prompt: RichDocument | null },
  questions: readonly Question[],
): string {
  const said = JSON.stringify([
    title,
    markdownFromDocument(body),
    prompt === null ? '' : markdownFromDocument(prompt),
    ...questions.map((question) => wordsOf(question).map((words) => words ?? '')),
  ])
  return `${partKey(said)}-${said.length}`
}

/** Tells whether a course says of itself what it said when that was translated. */
export function sealOfCourse({
  title,
  summary,
  description,
  outcomes,
  coverAlt,
}: Pick<CourseSettings, 'title' | 'summary' | 'description' | 'outcomes' | 'coverAlt'>): string {
  const said = JSON.stringify([title, summary, markdownFromDocument(description), coverAlt ?? '', ...outcomes])
  return `${partKey(said)}-${said.length}`
}
