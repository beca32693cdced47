import type { QuizTexts } from '~/domains/catalogue'
import type { AskedQuestion, ReviewedQuestion } from './work'

/** Fields that are no words. */
const signs = new Set(['key', 'type'])

function said<T>(value: T, texts: Readonly<Record<string, string>>, kept: ReadonlySet<string>): T {
  if (typeof value === 'string') return (Object.hasOwn(texts, value) ? texts[value] : value) as T
  if (Array.isArray(value)) return value.map((each: unknown) => said(each, texts, kept)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    kept.has(name) ? each : said(each, texts, kept),
  ])
  return Object.fromEntries(entries) as T
}

/** The questions in the words of another language; keys and order stay, so that answers mean the same. */
export function askedIn(questions: readonly AskedQuestion[], texts: QuizTexts | undefined): AskedQuestion[] {
  return questions.map((question) => said(question, texts?.[question.key]?.texts ?? {}, signs))
}

const signsAndWritten = new Set([...signs, 'given'])

/** A reviewed attempt in the words of another language; what the reader wrote stays as it is. */
export function reviewedIn(questions: readonly ReviewedQuestion[], texts: QuizTexts | undefined): ReviewedQuestion[] {
  return questions.map((question) =>
    said(question, texts?.[question.key]?.texts ?? {}, question.type === 'matching' ? signs : signsAndWritten),
  )
}
