import { z } from 'zod'
import { many } from '../activity/typed'
import { emptyDraft, type QuestionDraft } from '../questions/draft'
import { questionTypes } from '../questions/model'
import { emptyLecture, lectureForm, type LectureTyped } from './lecture-form'

const word = z.string().default('')
const flag = z.boolean().default(false)
const questionDraft = z.object({
  key: z.string(),
  type: z.enum(questionTypes),
  prompt: word,
  explanation: word,
  right: word,
  wrong: word,
  partial: flag,
  spelling: word,
  text: word,
  answer: word,
  tolerance: word,
  unit: word,
  rows: z.array(z.object({ key: word, text: word, other: word, feedback: word, correct: flag })).default([]),
})

const OPTIONS = 4
/** A draft of the form that had one kind of question, with four options each. */
const fourOptions = z.object({ question: many, option: many, right: many, explanation: many })

function questionsOfFour({ question, option, right, explanation }: z.output<typeof fourOptions>): QuestionDraft[] {
  return question.flatMap((prompt, row): QuestionDraft[] => {
    const texts = option.slice(row * OPTIONS, row * OPTIONS + OPTIONS)
    if (prompt.trim() === '' && texts.every((one) => one.trim() === '')) return []
    const rows = texts.flatMap((text, at) =>
      text.trim() === ''
        ? []
        : [{ key: String.fromCharCode(97 + at), text, other: '', feedback: '', correct: right[row] === String(at) }],
    )
    return [{ ...emptyDraft('single', `q${row + 1}`), prompt, explanation: explanation[row] ?? '', rows }]
  })
}

/** A draft as it was stored, by this form or an older one; what it lacks is empty. */
export function storedLecture(fields: unknown): LectureTyped {
  const read = lectureForm.safeParse(fields)
  if (!read.success) return emptyLecture
  const questions = z.object({ questions: z.array(questionDraft) }).safeParse(fields)
  const four = fourOptions.safeParse(fields)
  return {
    ...read.data,
    questions: questions.success ? questions.data.questions : four.success ? questionsOfFour(four.data) : [],
  }
}
