import { z } from 'zod'
import { audiences, courseTerms, lessonKinds, pathParts, schoolForms, settingsShape, themes } from '~/domains/catalogue'
import { assignment } from './assignment-format'
import { questionOf, questions } from './question-format'
import { anySources, competenceCode, day, file, language, licence, longProse, minutes, percent, prose, slug, sources, text } from './fields'

/** What must be said of a course: all of it in the content folder, what there is of a draft in a package. */
export type Standard = 'content' | 'package'
const leastOf = (standard: Standard): 0 | 1 => (standard === 'content' ? 1 : 0)

/** A cover is described, or says nothing. */
const coverText = { coverAlt: text(300).optional(), coverDecorative: z.literal(true).optional() }

const courseFileFor = (standard: Standard) => {
  const least = leastOf(standard)
  const isWhole = standard === 'content'
  const words = isWhole ? prose : longProse
  const outcomes = z.array(text(300)).min(least).max(8)
  const said = { title: text(120, least), summary: text(220, least), description: words, outcomes }
  const translation = z.strictObject(isWhole ? said : { ...said, isOutdated: z.boolean().optional() })
  return z.strictObject({
    slug,
    title: text(120),
    summary: text(220, least),
    description: words,
    language,
    level: z.int().min(1).max(4),
    form: z.enum(['kort-kurs', 'kurs']),
    themes: z.array(z.enum(themes)).min(least),
    audiences: z.array(z.enum(audiences)).min(least),
    schoolForms: z.array(z.enum(schoolForms)).min(least),
    outcomes,
    competences: z
      .array(z.strictObject({ code: competenceCode, level: z.int().min(1).max(4), weight: z.number().gt(0).max(1) }))
      .min(least)
      .max(6),
    assessed: z.boolean(),
    lessons: z.array(slug).min(least),
    /** In their order; a lesson that no module names is in none. */
    modules: z.array(z.strictObject({ title: text(200), lessons: z.array(slug) })).default([]),
    /** The course's own texts in other languages; lessons have a file each, `slug.en.md`. */
    translations: z.partialRecord(language, translation).default({}),
    sources: isWhole ? sources : anySources,
    licence: text(200, least),
    ...courseTerms.shape,
  })
}
export const courseFile = courseFileFor('content').extend({ cover: file, ...coverText })
export const packedCourseFile = courseFileFor('package').extend({
  cover: file.optional(),
  ...coverText,
})

export const pathFile = z.strictObject({ slug, title: text(120), summary: text(300), parts: pathParts })

const lessonFileFor = (standard: Standard) => z
  .strictObject({
    title: text(150),
    kind: z.enum(lessonKinds),
    minutes,
    lecture: slug.optional(),
    pass: percent.optional(),
    questions: questions(standard).optional(),
    quiz: settingsShape.optional(),
    reflection: z
      .strictObject({ prompt: standard === 'content' ? prose : longProse, minWords: z.int().min(1).max(1000) })
      .optional(),
    assignment: assignment(leastOf(standard)).optional(),
  })
  .superRefine((value, context) => {
    const needs: Record<(typeof lessonKinds)[number], ('lecture' | 'pass' | 'questions' | 'reflection' | 'assignment')[]> = {
      article: [],
      lecture: ['lecture'],
      quiz: ['pass', 'questions'],
      reflection: ['reflection'],
      assignment: ['assignment'],
    }
    if (value.quiz?.draw?.tag === null && value.quiz.draw.count > (value.questions?.length ?? 0)) {
      context.addIssue({
        code: 'custom',
        path: ['quiz', 'draw', 'count'],
        message: 'Fler frågor ska dras än kontrollen har.¦Minska count eller skriv fler frågor.',
      })
    }
    if (value.quiz !== undefined && value.kind !== 'quiz') {
      context.addIssue({ code: 'custom', path: ['quiz'], message: `Fältet hör inte till kind: ${value.kind}.¦Ta bort det eller ändra kind.` })
    }
    for (const field of ['lecture', 'pass', 'questions', 'reflection', 'assignment'] as const) {
      const needed = needs[value.kind].includes(field)
      if (needed && value[field] === undefined && (standard === 'content' || field !== 'lecture')) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `Fältet saknas för kind: ${value.kind}.¦Lägg till ${field}: i filens huvud.`,
        })
      }
      if (!needed && value[field] !== undefined) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `Fältet hör inte till kind: ${value.kind}.¦Ta bort det eller ändra kind.`,
        })
      }
    }
  })
export const lessonFile = lessonFileFor('content')
export const packedLessonFile = lessonFileFor('package')

const translatedLessonFileFor = (standard: Standard) =>
  z.strictObject({
    title: text(150, leastOf(standard)),
    questions: questions(standard).optional(),
    reflection: z.strictObject({ prompt: standard === 'content' ? prose : longProse }).optional(),
    assignment: z.strictObject({ task: standard === 'content' ? prose : longProse }).optional(),
  })
/** A lesson in another language: what is said, not what is counted. */
export const translatedLessonFile = translatedLessonFileFor('content')
/** Of a draft; `texts` is what its questions say so far, when that is no list of whole questions. */
export const packedTranslationFile = translatedLessonFileFor('package').extend({
  texts: z
    .record(
      z.string(),
      z.strictObject({
        texts: z.record(z.string(), z.string().max(4000)),
        accepted: z.record(z.string(), z.array(z.string().max(4000)).max(100)).optional(),
      }),
    )
    .optional(),
  isOutdated: z.literal(true).optional(),
  isUnfinished: z.literal(true).optional(),
})

const lectureFileFor = (standard: Standard) =>
  z.strictObject({
    slug,
    title: text(standard === 'content' ? 120 : 300),
    summary: text(standard === 'content' ? 220 : 1000),
    description: standard === 'content' ? prose : longProse,
    language: standard === 'content' ? language : z.string().regex(/^[a-z]{2,3}$/),
    speaker: text(),
    voiceNote: text().nullable().default(null),
    recordedOn: day,
    minutes,
    /** Of the film, when its file does not say it. */
    seconds: z.number().positive().max(1_000_000).optional(),
    themes: z.array(z.enum(themes)).min(leastOf(standard)),
    audiences: z.array(z.enum(audiences)).min(leastOf(standard)),
    competences: z.array(competenceCode).min(leastOf(standard)),
    check: z.strictObject({ pass: percent, questions: questions(standard) }),
    sources: standard === 'content' ? sources : anySources,
    licence,
  })
export const lectureFile = lectureFileFor('content')
export const packedLectureFile = lectureFileFor('package')

/** What is known of the files that a package brings, beside the files. */
export const mediaFile = z.array(
  z.strictObject({
    file: z.string().max(200),
    title: text(200),
    language: z.string().regex(/^[a-z]{2,3}$/).nullable(),
    licence: text(200, 0),
    credit: text(500, 0),
    alt: text(1000, 0).nullable(),
    decorative: z.boolean(),
  }),
)

/** Questions of the bank that quizzes of a package draw from. */
export const bankFile = z.array(
  z.strictObject({
    question: questionOf('package'),
    tags: z.array(text(60)).max(40),
    competences: z.array(competenceCode).max(40),
  }),
)

export const exampleFile = z.strictObject({
  slug,
  title: text(120),
  summary: text(220),
  organisation: text(),
  level: z.enum(['lokal', 'regional', 'nationell', 'nordisk', 'internationell']),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'Landet är inte två stora bokstäver.¦Skriv till exempel SE, NO eller EU.' }),
  place: text(),
  year: z.union([text(60), z.int()], { error: 'Årtalet saknas.¦Skriv året som källan anger, eller odaterad.' }).transform(String),
  themes: z.array(z.enum(themes)).min(1).max(3),
  audiences: z.array(z.enum(audiences)).min(1),
  schoolForms: z.array(z.enum(schoolForms)).min(1),
  competences: z.array(competenceCode).min(1).max(3),
  readingMinutes: z.int().min(1).max(60),
  contactRole: text().nullable(),
  resources: text(2000).nullable(),
  licence,
  sourceLicence: text(),
  language,
  sources,
})

export type CourseFile = z.output<typeof courseFile> | z.output<typeof packedCourseFile>
export type PackedCourseFile = z.input<typeof packedCourseFile>
export type PackedLessonFile = z.input<typeof packedLessonFile>
export type PackedTranslationFile = z.input<typeof packedTranslationFile>
export type PackedLectureFile = z.input<typeof packedLectureFile>
