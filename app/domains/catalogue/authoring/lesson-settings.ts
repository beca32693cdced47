import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import type { LectureId } from '~/shared/ids'
import type { LessonKind, Question, Reflection } from '../model'
import { emptyDocument } from './settings'

const option = z.object({
  key: z.string().regex(/^[a-z0-9]{1,8}$/),
  text: z.string().trim().min(1).max(500),
  correct: z.boolean(),
  feedback: z.string().trim().max(2000),
})
const question = z
  .object({
    key: z.string().regex(/^[a-z0-9-]{1,20}$/),
    type: z.enum(['single', 'multiple', 'true-false']),
    prompt: z.string().trim().min(1).max(1000),
    options: z.array(option).min(2).max(6),
    explanation: z.string().trim().max(20_000).optional(),
  })
  .refine(({ type, options }) => {
    const right = options.filter(({ correct }) => correct).length
    return type === 'multiple' ? right >= 1 : right === 1
  })
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
    questions: z
      .array(question)
      .max(60)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
  }),
  z.object({ kind: z.literal('reflection'), prompt: document, minWords: z.int().min(1).max(1000) }),
])
export type LessonSettings = z.output<typeof lessonSettings>

export function newLessonSettings(kind: LessonKind): LessonSettings {
  switch (kind) {
    case 'article':
      return { kind }
    case 'lecture':
      return { kind, lectureId: null }
    case 'quiz':
      return { kind, pass: 70, questions: [] }
    case 'reflection':
      return { kind, prompt: emptyDocument, minWords: 50 }
  }
}

/** The columns of a published lesson that its settings fill. */
export interface LessonParts {
  lectureId: LectureId | null
  pass: number | null
  questions: Question[]
  reflection: Reflection | null
}

export function partsOf(settings: LessonSettings): LessonParts {
  const none: LessonParts = { lectureId: null, pass: null, questions: [], reflection: null }
  switch (settings.kind) {
    case 'article':
      return none
    case 'lecture':
      return { ...none, lectureId: settings.lectureId as LectureId | null }
    case 'quiz':
      return { ...none, pass: settings.pass, questions: settings.questions }
    case 'reflection':
      return { ...none, reflection: { prompt: settings.prompt, minWords: settings.minWords } }
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
      return { kind, pass: parts.pass ?? 70, questions: parts.questions }
    case 'reflection':
      return {
        kind,
        prompt: parts.reflection?.prompt ?? emptyDocument,
        minWords: parts.reflection?.minWords ?? 50,
      }
  }
}
