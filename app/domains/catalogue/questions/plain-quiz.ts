import { z } from 'zod'
import { type Question, type QuizSettings, plainQuiz, tellings } from './model'
import { checkQuestion, questionShape } from './registry'

/** How a quiz is asked, as a file and a package write it. */
export const settingsShape: z.ZodType<QuizSettings> = z.strictObject({
  maxAttempts: z.int().min(1).max(50).nullable().default(null),
  shuffleQuestions: z.boolean().default(false),
  shuffleOptions: z.boolean().default(false),
  draw: z
    .strictObject({ count: z.int().min(1).max(100), tag: z.string().trim().min(1).max(60).nullable().default(null) })
    .nullable()
    .default(null),
  tell: z.enum(tellings).default('passed'),
})

const shape = z.strictObject({
  format: z.literal('westum-quiz'),
  version: z.literal(1),
  title: z.string().max(300),
  pass: z.int().min(0).max(100).nullable(),
  quiz: settingsShape.default(plainQuiz),
  questions: z
    .array(questionShape)
    .max(500)
    .superRefine((questions, context) => {
      if (new Set(questions.map(({ key }) => key)).size < questions.length) {
        context.addIssue({ code: 'custom', path: [], message: 'same-key' })
      }
      questions.forEach((question, index) => {
        for (const { fault, path } of checkQuestion(question)) {
          context.addIssue({ code: 'custom', path: [index, ...path], message: fault })
        }
      })
    }),
})

/** A quiz outside the portal: plain JSON or YAML, the whole of it. */
export interface PlainQuiz {
  title: string
  pass: number | null
  quiz: QuizSettings
  questions: Question[]
}

export function plainFromQuiz({ title, pass, quiz, questions }: PlainQuiz) {
  return { format: 'westum-quiz' as const, version: 1 as const, title, pass, quiz, questions }
}

/** Reads a quiz back. Each fault has its path and a word or zod's sentence for what is wrong. */
export function quizFromPlain(
  source: unknown,
): { ok: true; value: PlainQuiz } | { ok: false; faults: { path: string; message: string }[] } {
  const parsed = shape.safeParse(source)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    }))
    return { ok: false, faults }
  }
  const { title, pass, quiz, questions } = parsed.data
  return { ok: true, value: { title, pass, quiz, questions } }
}
