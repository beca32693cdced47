import { z } from 'zod'
import { text, wholeNumber } from '../activity/typed'
import {
  type AssignmentFieldFault,
  type AssignmentFields,
  assignmentFieldsOf,
  newAssignment,
  readAssignment,
} from '../assignment/form'
import type { LessonSettings } from './lesson-settings'
import type { QuestionDraft } from '../questions/draft'
import { type DraftFault, readQuestions } from '../questions/form'
import { plainQuiz } from '../questions/model'
import { draftOf } from '../questions/registry'
import { quizSettingsOf, readQuizSettings, type SettingsFault, type SettingsFields } from '../questions/settings-form'

const seq = z.coerce.number().int().min(0).max(2_000_000_000).default(0)

/** A lesson's form as it is typed, without the fields of its quiz: those are read by the questions' own readers. */
export const lessonDraftForm = z.object({
  baseSeq: seq,
  promptSeq: seq,
  title: z.string().max(1000).optional(),
  minutes: text(10),
  body: z.string().max(1_000_000).optional(),
  markdown: z.string().max(400_000).optional(),
  lectureId: text(40),
  minWords: text(10),
  prompt: z.string().max(400_000).optional(),
  promptMarkdown: z.string().max(400_000).optional(),
})
export type LessonDraftForm = z.output<typeof lessonDraftForm>

export interface LessonFields {
  title: string
  minutes: string
  lectureId: string
  minWords: string
  quiz: SettingsFields
  questions: QuestionDraft[]
  assignment: AssignmentFields
}

export function lessonFieldsOf(lesson: { title: string; minutes: number; settings: LessonSettings }): LessonFields {
  const { settings } = lesson
  return {
    title: lesson.title,
    minutes: String(lesson.minutes),
    lectureId: settings.kind === 'lecture' ? (settings.lectureId ?? '') : '',
    minWords: settings.kind === 'reflection' ? String(settings.minWords) : '',
    quiz: settings.kind === 'quiz' ? quizSettingsOf(settings.pass, settings.quiz) : quizSettingsOf(null, plainQuiz),
    questions: settings.kind === 'quiz' ? settings.questions.map(draftOf) : [],
    assignment: assignmentFieldsOf(settings.kind === 'assignment' ? settings.assignment : newAssignment),
  }
}

export function typedLesson(form: LessonDraftForm, sent: FormData): LessonFields {
  const { title = '', minutes, lectureId, minWords } = form
  const quiz = readQuizSettings(sent).fields
  const assignment = readAssignment(sent).fields
  return { title, minutes, lectureId, minWords, quiz, questions: readQuestions(sent).drafts, assignment }
}

export type LessonFault = 'title' | 'minutes' | 'minWords' | 'lecture'
export interface LessonFaults {
  fields: Partial<Record<LessonFault, LessonFault>>
  questions: readonly DraftFault[]
  quiz: Partial<Record<keyof SettingsFields, SettingsFault>>
  assignment: Partial<Record<keyof AssignmentFields, AssignmentFieldFault>>
}

/**
 * Reads a typed lesson: its minutes and settings, or what is wrong by field. Without what was sent, as in a translation,
 * the settings stay as they are.
 */
export function readLesson(
  fields: LessonFields,
  stored: LessonSettings,
  given: { lectureIds: readonly string[]; sent: FormData | undefined },
): { ok: true; minutes: number; settings: LessonSettings } | { ok: false; faults: LessonFaults } {
  const faults: LessonFaults = { fields: {}, questions: [], quiz: {}, assignment: {} }
  const title = fields.title.trim()
  if (title === '' || title.length > 150) faults.fields.title = 'title'
  const within = (name: 'minutes' | 'minWords', least: number, most: number): number => {
    const number = wholeNumber(fields[name])
    if (number !== undefined && number >= least && number <= most) return number
    faults.fields[name] = name
    return least
  }
  const minutes = within('minutes', 1, 600)
  const settings = given.sent === undefined ? stored : settingsFrom(given.sent)
  const isFine = Object.values(faults).every((each) => Object.keys(each).length === 0)
  return isFine ? { ok: true, minutes, settings } : { ok: false, faults }

  function settingsFrom(sent: FormData): LessonSettings {
    const { kind } = stored
    switch (kind) {
      case 'article':
        return { kind }
      case 'lecture': {
        const { lectureId } = fields
        if (lectureId !== '' && !given.lectureIds.includes(lectureId)) faults.fields.lecture = 'lecture'
        return { kind, lectureId: lectureId === '' ? null : lectureId }
      }
      case 'quiz': {
        const read = readQuestions(sent)
        const asked = readQuizSettings(sent)
        if (read.kind === 'faulty') faults.questions = read.faults
        faults.quiz = asked.faults
        if (read.kind !== 'ok' || asked.value === undefined) return stored
        return { kind, ...asked.value, questions: read.questions }
      }
      case 'reflection':
        return { kind, minWords: within('minWords', 1, 1000) }
      case 'assignment': {
        const read = readAssignment(sent)
        faults.assignment = read.faults
        return read.value === undefined ? stored : { kind, assignment: read.value }
      }
    }
  }
}
