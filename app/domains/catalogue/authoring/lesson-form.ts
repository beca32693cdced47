import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import { text, wholeNumber } from '../activity/typed'
import type { LessonSettings } from './lesson-settings'
import {
  type QuestionFault,
  questionFieldsFrom,
  questionFieldsOf,
  type QuestionFields,
  readQuestions,
} from './question-form'

/** A lesson's form as it is typed. Questions come as `q0.prompt`, `q0.o1.text` … */
export const lessonDraftForm = z
  .object({
    intent: z.enum(['save', 'more-questions']).default('save'),
    version: text(40),
    title: text(1000),
    minutes: text(10),
    body: z.string().max(1_000_000).optional(),
    markdown: z.string().max(400_000).optional(),
    lectureId: text(40),
    pass: text(10),
    minWords: text(10),
    prompt: z.string().max(400_000).optional(),
    promptMarkdown: z.string().max(400_000).optional(),
  })
  .catchall(z.string().max(20_000))
export type LessonDraftForm = z.output<typeof lessonDraftForm>

export interface LessonFields {
  version: string
  title: string
  minutes: string
  lectureId: string
  pass: string
  minWords: string
  questions: QuestionFields[]
}

export function lessonFieldsOf(lesson: {
  title: string
  minutes: number
  settings: LessonSettings
  changedAt: Date | null
}): LessonFields {
  const { settings } = lesson
  return {
    version: lesson.changedAt?.toISOString() ?? '',
    title: lesson.title,
    minutes: String(lesson.minutes),
    lectureId: settings.kind === 'lecture' ? (settings.lectureId ?? '') : '',
    pass: settings.kind === 'quiz' ? String(settings.pass) : '',
    minWords: settings.kind === 'reflection' ? String(settings.minWords) : '',
    questions: settings.kind === 'quiz' ? questionFieldsOf(settings.questions) : [],
  }
}

export function typedLesson(form: LessonDraftForm): LessonFields {
  const { version, title, minutes, lectureId, pass, minWords } = form
  return { version, title, minutes, lectureId, pass, minWords, questions: questionFieldsFrom(form) }
}

export type LessonFault = 'title' | 'minutes' | 'pass' | 'minWords' | 'lecture'
export interface LessonFaults {
  fields: Partial<Record<LessonFault, LessonFault>>
  question: QuestionFault | undefined
}

/** Reads a typed lesson: its minutes and settings, or what is wrong by field. */
export function readLesson(
  fields: LessonFields,
  kind: LessonSettings['kind'],
  given: { prompt: RichDocument; lectureIds: readonly string[] },
): { ok: true; minutes: number; settings: LessonSettings } | { ok: false; faults: LessonFaults } {
  const faults: LessonFaults = { fields: {}, question: undefined }
  const title = fields.title.trim()
  if (title === '' || title.length > 150) faults.fields.title = 'title'
  const within = (name: 'minutes' | 'pass' | 'minWords', least: number, most: number): number => {
    const number = wholeNumber(fields[name])
    if (number !== undefined && number >= least && number <= most) return number
    faults.fields[name] = name
    return least
  }
  const minutes = within('minutes', 1, 600)
  const settings = settingsFrom()
  const isFine = Object.keys(faults.fields).length === 0 && faults.question === undefined
  return isFine ? { ok: true, minutes, settings } : { ok: false, faults }

  function settingsFrom(): LessonSettings {
    switch (kind) {
      case 'article':
        return { kind }
      case 'lecture': {
        const { lectureId } = fields
        if (lectureId !== '' && !given.lectureIds.includes(lectureId)) faults.fields.lecture = 'lecture'
        return { kind, lectureId: lectureId === '' ? null : lectureId }
      }
      case 'quiz': {
        const read = readQuestions(fields.questions)
        if (!read.ok) faults.question = { number: read.number, fault: read.fault }
        return { kind, pass: within('pass', 0, 100), questions: read.ok ? read.questions : [] }
      }
      case 'reflection':
        return { kind, prompt: given.prompt, minWords: within('minWords', 1, 1000) }
    }
  }
}
