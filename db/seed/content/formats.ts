import { z } from 'zod'
import {
  audiences,
  courseTerms,
  lessonKinds,
  pathParts,
  schoolForms,
  settingsShape,
  themes,
} from '~/domains/catalogue'
import { assignment } from './assignment-format'
import { questions } from './question-format'

/** Own messages carry the remedy after a broken bar. */
const text = (max = 500) => z.string().trim().min(1).max(max)
const prose = z.string().trim().min(1).max(20_000)
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'Adressnamnet har andra tecken än a–z, 0–9 och bindestreck.¦Skriv å och ä som a, ö som o, och mellanslag som -.',
})
const day = z.iso.date({ error: 'Dagen är inte en riktig dag på formen ÅÅÅÅ-MM-DD.¦Skriv till exempel 2025-03-24.' })
const address = z.url({
  protocol: /^https?$/,
  error: 'Adressen är inte fullständig.¦Skriv hela adressen med https:// först.',
})
const file = z.string().regex(/^[a-z0-9][a-z0-9.-]*\.(svg|png|jpg|webp)$/, {
  error: 'Filnamnet går inte att använda.¦Använd a–z, 0–9 och bindestreck, och ändelsen svg, png, jpg eller webp.',
})
const minutes = z.int().min(1).max(600)
const percent = z.int().min(0).max(100)
const licence = text(200)
const language = z.enum(['sv', 'en'])
const competenceCode = z.string().regex(/^K[1-8]\.[1-9]$/, {
  error: 'Kompetenskoden har fel form.¦Skriv till exempel K5.2.',
})

const sources = z
  .array(
    z.strictObject({
      title: text(),
      publisher: text(),
      url: address,
      year: z.int().min(1900).max(2100).optional(),
    }),
  )
  .min(1, { error: 'Källa saknas.¦Ange minst en källa med title, publisher och url.' })

export const courseFile = z.strictObject({
  slug,
  title: text(120),
  summary: text(220),
  description: prose,
  language,
  level: z.int().min(1).max(4),
  form: slug,
  themes: z.array(z.enum(themes)).min(1),
  audiences: z.array(z.enum(audiences)).min(1),
  schoolForms: z.array(z.enum(schoolForms)).min(1),
  outcomes: z.array(text(300)).min(1).max(8),
  competences: z
    .array(z.strictObject({ code: competenceCode, level: z.int().min(1).max(4), weight: z.number().gt(0).max(1) }))
    .min(1)
    .max(6),
  assessed: z.boolean(),
  cover: file,
  coverAlt: text(300).optional(),
  coverDecorative: z.literal(true).optional(),
  lessons: z.array(slug).min(1),
  sources,
  licence,
  /** The course's own texts in other languages; lessons have a file each, `slug.en.md`. */
  translations: z
    .partialRecord(
      z.enum(['sv', 'en']),
      z.strictObject({
        title: text(120),
        summary: text(220),
        description: prose,
        outcomes: z.array(text(300)).min(1).max(8),
      }),
    )
    .default({}),
  ...courseTerms.shape,
})

/** A lesson in another language: what is said, not what is counted. */
export const translatedLessonFile = z.strictObject({
  title: text(150),
  questions: questions(1).optional(),
  reflection: z.strictObject({ prompt: prose }).optional(),
  assignment: z.strictObject({ task: prose }).optional(),
})

export const pathFile = z.strictObject({ slug, title: text(120), summary: text(300), parts: pathParts })

export const lessonFile = z
  .strictObject({
    title: text(150),
    kind: z.enum(lessonKinds),
    minutes,
    lecture: slug.optional(),
    pass: percent.optional(),
    questions: questions(1).optional(),
    quiz: settingsShape.optional(),
    reflection: z.strictObject({ prompt: prose, minWords: z.int().min(1).max(1000) }).optional(),
    assignment: assignment.optional(),
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
      if (needed && value[field] === undefined) {
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

export const lectureFile = z.strictObject({
  slug,
  title: text(120),
  summary: text(220),
  description: prose,
  language,
  speaker: text(),
  voiceNote: text().nullable().default(null),
  recordedOn: day,
  minutes,
  themes: z.array(z.enum(themes)).min(1),
  audiences: z.array(z.enum(audiences)).min(1),
  competences: z.array(competenceCode).min(1),
  check: z.strictObject({ pass: percent, questions: questions(1) }),
  sources,
  licence,
})

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

const bilingual = z.strictObject({ sv: prose, en: prose })
const level = z.strictObject({ level: z.int().min(1).max(8), name: bilingual, description: bilingual })
const code = z.string().regex(/^[A-Z]?\d(\.\d{1,2})?$/)

export const frameworkFile = z.strictObject({
  slug,
  name: bilingual,
  version: text(20),
  licence,
  sourceUrl: address.nullable(),
  description: bilingual,
  levels: z.array(level).default([]),
  areas: z
    .array(
      z.strictObject({
        code,
        name: bilingual,
        description: bilingual,
        competences: z
          .array(
            z.strictObject({
              code,
              name: bilingual,
              description: bilingual,
              levels: z.record(z.enum(['1', '2', '3', '4']), bilingual).optional(),
              mapsTo: z
                .array(
                  z.string().regex(/^[a-z0-9-]+:[A-Z]?\d(\.\d{1,2})?$/, {
                    error: 'Kopplingen har fel form.¦Skriv ram:kod, till exempel digcompedu:3.1.',
                  }),
                )
                .default([]),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

const municipalityCode = z.string().regex(/^\d{4}$/, {
  error: 'Kommunkoden är inte fyra siffror.¦Skriv den inom citattecken, till exempel "1481".',
})

export const organisationsFile = z.strictObject({
  municipalities: z
    .array(
      z.strictObject({
        code: municipalityCode,
        name: text(),
        county: text(),
        nuts3: z.string().regex(/^SE\d{3}$/),
      }),
    )
    .min(1),
  organisations: z
    .array(
      z.strictObject({
        slug,
        name: text(),
        kind: z.enum(['forening', 'kommun', 'kommunalforbund', 'foretag', 'myndighet']),
        orgnr: z
          .string()
          .regex(/^\d{6}-\d{4}$/, { error: 'Organisationsnumret har fel form.¦Skriv NNNNNN-NNNN eller null.' })
          .nullable(),
        municipalities: z.array(municipalityCode),
        westumMember: z.boolean(),
        note: text(2000).nullable(),
      }),
    )
    .min(1),
})

export const projectsFile = z.strictObject({
  projects: z.array(
    z.strictObject({
      diarienr: z.string().regex(/^\d{2}-\d{3}-S\d{2}$/),
      name: text(),
      fund: text(20),
      cci: text(40).nullable(),
      owner: slug,
      startsOn: day,
      endsOn: day,
      euRatePercent: percent,
      programmeArea: text(10),
      specificObjective: text(20),
      nuts2: text(10).nullable(),
      intervention: text(20),
      plannedParticipants: z.int().min(0),
      sourceUrl: address.nullable(),
      description: bilingual,
      partners: z.array(
        z.strictObject({
          organisation: slug,
          role: z.enum(['projektagare', 'samverkanspart', 'medlem', 'extern']),
          municipalities: z.array(municipalityCode),
          note: text(2000).nullable(),
        }),
      ),
    }),
  ),
})

export type CourseFile = z.output<typeof courseFile>
export type LessonFile = z.output<typeof lessonFile>
export type LectureFile = z.output<typeof lectureFile>
export type ExampleFile = z.output<typeof exampleFile>
export type FrameworkFile = z.output<typeof frameworkFile>
export type OrganisationsFile = z.output<typeof organisationsFile>
export type ProjectsFile = z.output<typeof projectsFile>
