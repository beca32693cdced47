import { segmentsOf } from './gap-text'
import type { Question } from './model'

/** What a question says in another language: its own words to the others, and answers that are right in it too. */
export interface QuestionTexts {
  texts: Record<string, string>
  /** Accepted written answers, by gap; by `answer` for a question that has none. */
  accepted?: Record<string, string[]> | undefined
}
/** By the key of the question. */
export type QuizTexts = Record<string, QuestionTexts>

type Words = (string | undefined)[]

function partsOf(question: Question): Words {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.options.flatMap(({ text, feedback }) => [text, feedback])
    case 'ordering':
      return question.items.flatMap(({ text, feedback }) => [text, feedback])
    case 'matching':
      return [
        ...question.pairs.flatMap(({ left, right, feedback }) => [left, right, feedback]),
        ...(question.extra ?? []),
      ]
    case 'numeric':
      return [question.unit]
    case 'short-text':
      return [question.accepted[0]]
    case 'gap-text':
      return [
        ...segmentsOf(question.text).map(({ words }) => words),
        ...question.gaps.flatMap(({ accepted, choices = [], feedback }) => [accepted[0], ...choices, feedback]),
      ]
  }
}

/** Everything that a question says, in one order for all questions of its shape. */
export function wordsOf(question: Question): Words {
  const { prompt, explanation, feedback } = question
  return [prompt, explanation, feedback?.right, feedback?.wrong, ...partsOf(question)]
}

/** Written answers that are right, by gap; by `answer` for a question that has none. */
export function acceptedOf(question: Question): Record<string, string[]> {
  if (question.type === 'short-text') return { answer: question.accepted }
  if (question.type === 'gap-text') return Object.fromEntries(question.gaps.map(({ key, accepted }) => [key, accepted]))
  return {}
}

/** What must be alike in a question and its translation: its parts, their keys, and which of them are right. */
function shapeOf(question: Question): string {
  const { type, key } = question
  const inner = () => {
    switch (type) {
      case 'single':
      case 'multiple':
      case 'true-false':
        return question.options.map((option) => [option.key, option.correct])
      case 'gap-text':
        return [
          segmentsOf(question.text).map(({ gap }) => gap),
          question.gaps.map((gap) => [gap.key, gap.choices?.length]),
        ]
      case 'numeric':
        return [question.answer, question.tolerance]
      default:
        return []
    }
  }
  return JSON.stringify([type, key, inner(), wordsOf(question).map((words) => (words ?? '') !== '')])
}

/** What separates the words of a translated question from those of the original; undefined when they are not alike. */
export function textsBetween(original: Question, translated: Question): QuestionTexts | undefined {
  if (shapeOf(original) !== shapeOf(translated)) return undefined
  const said = wordsOf(translated)
  const pairs = wordsOf(original).flatMap((words, index): [string, string][] => {
    const other = said[index]
    return words === undefined || words === '' || other === undefined ? [] : [[words, other]]
  })
  const accepted = acceptedOf(translated)
  return { texts: Object.fromEntries(pairs), ...(Object.keys(accepted).length === 0 ? {} : { accepted }) }
}

/** The questions of a lesson as they are scored, whatever language they are read in. */
export function scoredQuestions(
  questions: readonly Question[],
  translations: Readonly<Record<string, { questions?: QuizTexts | undefined }>>,
): Question[] {
  const texts = Object.values(translations).map((each) => each.questions)
  return questions.map((question) => inEveryLanguage(question, texts))
}

/** The question as it is scored: a written answer is right in whatever language of the course it is given. */
export function inEveryLanguage(question: Question, translations: readonly (QuizTexts | undefined)[]): Question {
  const more = (part: string, own: readonly string[]) => [
    ...new Set([...own, ...translations.flatMap((texts) => texts?.[question.key]?.accepted?.[part] ?? [])]),
  ]
  if (question.type === 'short-text') return { ...question, accepted: more('answer', question.accepted) }
  if (question.type !== 'gap-text') return question
  return { ...question, gaps: question.gaps.map((gap) => ({ ...gap, accepted: more(gap.key, gap.accepted) })) }
}
