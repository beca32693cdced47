import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import type { LectureId } from '~/shared/ids'
import type { LessonKind, Reflection } from '../model'
import { newAssignment } from '../assignment/form'
import { type Assignment, type AssignmentSettings, assignmentSettings } from '../assignment/model'
import { plainQuiz, type Question, type QuizSettings } from '../questions/model'
import { settingsShape } from '../questions/plain-quiz'
import { checkQuestion, questionShape } from '../questions/registry'
import { emptyDocument } from './settings'

const question = questionShape.refine((value) => checkQuestion(value).length === 0)

/** What a lesson holds beside its texts, by kind. The task of a reflection or an assignment is a text. */
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
  z.object({ kind: z.literal('reflection'), minWords: z.int().min(1).max(1000) }),
  z.object({ kind: z.literal('assignment'), assignment: assignmentSettings }),
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
      return { kind, minWords: 50 }
    case 'assignment':
      return { kind, assignment: newAssignment }
  }
}

/** The columns of a published lesson that its settings and its task fill. */
export interface LessonParts {
  lectureId: LectureId | null
  pass: number | null
  questions: Question[]
  /** How a quiz is asked; plain for lessons of other kinds. */
  quiz: QuizSettings
  reflection: Reflection | null
  assignment: Assignment | null
}

export function partsOf(settings: LessonSettings, prompt: RichDocument | null): LessonParts {
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
      return { ...none, reflection: { prompt: prompt ?? emptyDocument, minWords: settings.minWords } }
    case 'assignment':
      return { ...none, assignment: { task: prompt ?? emptyDocument, ...settings.assignment } }
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
      return { kind, minWords: parts.reflection?.minWords ?? 50 }
    case 'assignment':
      return { kind, assignment: settingsOfAssignment(parts.assignment) }
  }
}

function settingsOfAssignment(assignment: Assignment | null): AssignmentSettings {
  if (assignment === null) return newAssignment
  const { task: _text, ...settings } = assignment
  return settings
}

/** Kinds whose task is a text of its own beside the lesson's. */
export function hasTask(kind: LessonKind): boolean {
  return kind === 'reflection' || kind === 'assignment'
}
