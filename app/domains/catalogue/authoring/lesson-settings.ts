import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import type { LectureId } from '~/shared/ids'
import type { LessonKind, Reflection } from '../model'
import { newAssignment } from '../assignment/form'
import { type Assignment, assignmentShape } from '../assignment/model'
import { plainQuiz, type Question, type QuizSettings } from '../questions/model'
import { settingsShape } from '../questions/plain-quiz'
import { checkQuestion, questionShape } from '../questions/registry'
import { emptyDocument } from './settings'

const question = questionShape.refine((value) => checkQuestion(value).length === 0)
const document = z.custom<RichDocument>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)

/** What a lesson holds beside its text, by kind. */
export const lessonSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article') }),
  z.object({ kind: z.literal('lecture'), lectureId: z.uuid().nullable() }),
  z.object({
    kind: z.literal('quiz'),
    pass: z.int().min(0).max(100),
    quiz: settingsShape.default(plainQuiz),
    questions: z
      .array(question)
      .max(60)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
  }),
  z.object({ kind: z.literal('reflection'), prompt: document, minWords: z.int().min(1).max(1000) }),
  z.object({ kind: z.literal('assignment'), assignment: assignmentShape }),
])
export type LessonSettings = z.output<typeof lessonSettings>

export function newLessonSettings(kind: LessonKind): LessonSettings {
  switch (kind) {
    case 'article':
      return { kind }
    case 'lecture':
      return { kind, lectureId: null }
    case 'quiz':
      return { kind, pass: 70, quiz: plainQuiz, questions: [] }
    case 'reflection':
      return { kind, prompt: emptyDocument, minWords: 50 }
    case 'assignment':
      return { kind, assignment: { task: emptyDocument, ...newAssignment } }
  }
}

/** The columns of a published lesson that its settings fill. */
export interface LessonParts {
  lectureId: LectureId | null
  pass: number | null
  questions: Question[]
  /** How a quiz is asked; plain for lessons of other kinds. */
  quiz: QuizSettings
  reflection: Reflection | null
  assignment: Assignment | null
}

export function partsOf(settings: LessonSettings): LessonParts {
  const none: LessonParts = {
    lectureId: null,
    pass: null,
    questions: [],
    quiz: plainQuiz,
    reflection: null,
    assignment: null,
  }
  switch (settings.kind) {
    case 'article':
      return none
    case 'lecture':
      return { ...none, lectureId: settings.lectureId as LectureId | null }
    case 'quiz':
      return { ...none, pass: settings.pass, questions: settings.questions, quiz: settings.quiz }
    case 'reflection':
      return { ...none, reflection: { prompt: settings.prompt, minWords: settings.minWords } }
    case 'assignment':
      return { ...none, assignment: settings.assignment }
  }
}

/** The settings of a published lesson. */
export function settingsOf(kind: LessonKind, parts: LessonParts): LessonSettings {
  switch (kind) {
    case 'article':
      return { kind }
    case 'lecture':
      return { kind, lectureId: parts.lectureId }
    case 'quiz':
      return { kind, pass: parts.pass ?? 70, quiz: parts.quiz, questions: parts.questions }
    case 'reflection':
      return {
        kind,
        prompt: parts.reflection?.prompt ?? emptyDocument,
        minWords: parts.reflection?.minWords ?? 50,
      }
    case 'assignment':
      return { kind, assignment: parts.assignment ?? { task: emptyDocument, ...newAssignment } }
  }
}
