import type { z } from 'zod'
import { type Assignment, courseTerms, pathParts } from '~/domains/catalogue'
import type { CohortId, CourseId, LectureId, LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { plainAssignment } from './assignment'
import { unique } from './unique'

const reflectionPrompt = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vad tar du med dig?' }] }],
}

type LessonKind = 'article' | 'lecture' | 'quiz' | 'reflection' | 'assignment'

export interface MadeLesson {
  lessonId: LessonId
  slug: string
  title: string
  kind: LessonKind
  minutes: number
  position: number
}

export interface MadeCourse {
  courseId: CourseId
  slug: string
  title: string
  revision: number
  nominalMinutes: number
  lessons: MadeLesson[]
  /** Present when a lesson is a lecture. */
  lecture?: { lectureId: LectureId; slug: string }
}

/** Three questions, one of each type; `a` is right, and in the multiple choice `a` and `b`. */
export function makeQuestions() {
  const option = (key: string, text: string, correct: boolean) => ({
    key,
    text,
    correct,
    feedback: `Om ${text}.`,
  })
  return [
    {
      key: 'q1',
      type: 'single' as const,
      prompt: 'Vilket är rätt?',
      options: [option('a', 'det första', true), option('b', 'det andra', false), option('c', 'det tredje', false)],
    },
    {
      key: 'q2',
      type: 'multiple' as const,
      prompt: 'Vilka är rätt?',
      options: [option('a', 'det första', true), option('b', 'det andra', true), option('c', 'det tredje', false)],
    },
    {
      key: 'q3',
      type: 'true-false' as const,
      prompt: 'Stämmer det?',
      options: [option('a', 'Sant', true), option('b', 'Falskt', false)],
    },
  ]
}

export async function makeLecture(
  db: Db,
  wish: {
    slug?: string
    title?: string
    durationSeconds?: number
    minutes?: number
    checkPass?: number
  } = {},
): Promise<{ lectureId: LectureId; slug: string; title: string }> {
  const slug = wish.slug ?? unique('forelasning')
  const title = wish.title ?? `Föreläsning ${slug}`
  const row = await db
    .insertInto('lecture')
    .values({
      slug,
      title,
      summary: 'En föreläsning för prov.',
      description: '{"type":"doc","content":[]}',
      language: 'sv',
      speaker: 'Syntetisk röst',
      voice_note: 'Talet är gjort med en syntetisk röst.',
      recorded_on: '2025-01-15',
      minutes: wish.minutes ?? 2,
      duration_seconds: wish.durationSeconds ?? 100,
      themes: ['ai'],
      audiences: ['larare'],
      competence_codes: ['K1.1'],
      licence: 'CC BY 4.0',
      sources: '[]',
      check_pass: wish.checkPass ?? 66,
      check_questions: JSON.stringify(makeQuestions()),
      video_path: `lectures/${slug}/video.mp4`,
      poster_path: `lectures/${slug}/poster.jpg`,
      captions_path: `lectures/${slug}/captions.sv.vtt`,
      chapters: '[]',
      transcript: '[]',
      transcript_text: 'Utskrift',
      content_hash: '',
    })
    .returning('lecture_id')
    .executeTakeFirstOrThrow()
  return { lectureId: row.lecture_id as LectureId, slug, title }
}

/** A published course. Lessons take 10 minutes each unless said; competences are codes of Westums kompetensram. */
export async function makeCourse(
  db: Db,
  wish: {
    slug?: string
    title?: string
    level?: number
    assessed?: boolean
    lessons?: readonly LessonKind[]
    lessonMinutes?: number
    pass?: number
    assignment?: Partial<Assignment>
    competences?: readonly { code: string; level: number; weight: number }[]
    publishedAt?: Date
    terms?: z.input<typeof courseTerms>
  } = {},
): Promise<MadeCourse> {
  const slug = wish.slug ?? unique('kurs')
  const title = wish.title ?? `Kurs ${slug}`
  const kinds = wish.lessons ?? ['article', 'lecture', 'quiz', 'reflection']
  const minutes = wish.lessonMinutes ?? 10
  const nominalMinutes = Math.max(1, kinds.length * minutes)
  const publishedAt = wish.publishedAt ?? new Date('2024-01-08T08:00:00Z')
  const { course_id } = await db
    .insertInto('course')
    .values({
      slug,
      title,
      summary: 'En kurs för prov.',
      description: '{"type":"doc","content":[]}',
      language: 'sv',
      level: wish.level ?? 1,
      form: 'kort-kurs',
      themes: ['ai'],
      audiences: ['larare'],
      school_forms: ['alla'],
      outcomes: ['pröva ett arbetssätt', 'värdera resultatet'],
      assessed: wish.assessed ?? true,
      nominal_minutes: nominalMinutes,
      cover_path: null,
      cover_alt: null,
      licence: 'CC BY 4.0',
      sources: '[]',
      search_text: title,
      terms: JSON.stringify(courseTerms.parse(wish.terms ?? {})),
      content_hash: '',
      published_at: publishedAt,
    })
    .returning('course_id')
    .executeTakeFirstOrThrow()
  const competences = wish.competences ?? [{ code: 'K1.1', level: 2, weight: 1 }]
  await db
    .insertInto('course_revision')
    .values({
      course_id,
      revision: 1,
      document: JSON.stringify({
        title,
        level: wish.level ?? 1,
        assessed: wish.assessed ?? true,
        nominalMinutes,
        outcomes: ['pröva ett arbetssätt', 'värdera resultatet'],
        competences,
      }),
      published_at: publishedAt,
    })
    .execute()
  for (const { code, level, weight } of competences) {
    await db.insertInto('course_competence').values({ course_id, competence_code: code, level, weight }).execute()
  }
  const lecture = kinds.includes('lecture') ? await makeLecture(db) : undefined
  const lessons: MadeLesson[] = []
  for (const [index, kind] of kinds.entries()) {
    const lesson = {
      slug: `lektion-${index + 1}`,
      title: `Lektion ${index + 1}`,
      kind,
      minutes,
      position: index + 1,
    }
    const row = await db
      .insertInto('lesson')
      .values({
        course_id,
        ...lesson,
        body: '{"type":"doc","content":[]}',
        lecture_id: kind === 'lecture' ? (lecture?.lectureId ?? null) : null,
        pass: kind === 'quiz' ? (wish.pass ?? 70) : null,
        questions: JSON.stringify(kind === 'quiz' ? makeQuestions() : []),
        assignment: kind === 'assignment' ? JSON.stringify({ ...plainAssignment, ...wish.assignment }) : null,
        reflection: kind === 'reflection' ? JSON.stringify({ prompt: reflectionPrompt, minWords: 5 }) : null,
      })
      .returning('lesson_id')
      .executeTakeFirstOrThrow()
    lessons.push({ lessonId: row.lesson_id as LessonId, ...lesson })
  }
  const made = {
    courseId: course_id as CourseId,
    slug,
    title,
    revision: 1,
    nominalMinutes,
    lessons,
  }
  return lecture === undefined
    ? made
    : {
        ...made,
        lecture: { lectureId: lecture.lectureId, slug: lecture.slug },
      }
}

/** A group that takes a course, without days, bound or leader unless said. */
export async function makeCohort(
  db: Db,
  wish: { courseId: CourseId; startsOn?: string; deadlineOn?: string; seats?: number; leaderId?: PersonId },
): Promise<{ cohortId: CohortId; name: string }> {
  const name = unique('Grupp')
  const row = await db
    .insertInto('cohort')
    .values({
      course_id: wish.courseId,
      name,
      starts_on: wish.startsOn ?? null,
      deadline_on: wish.deadlineOn ?? null,
      seats: wish.seats ?? null,
      leader_id: wish.leaderId ?? null,
      created_at: new Date('2024-01-08T08:00:00Z'),
    })
    .returning('cohort_id')
    .executeTakeFirstOrThrow()
  return { cohortId: row.cohort_id as CohortId, name }
}

/** A learning path, published unless said; answers its address. */
export async function makePath(
  db: Db,
  parts: z.input<typeof pathParts>,
  { isPublished = true }: { isPublished?: boolean } = {},
): Promise<string> {
  const slug = unique('vag')
  const at = new Date('2024-01-08T08:00:00Z')
  await db
    .insertInto('learning_path')
    .values({
      slug,
      title: `Lärväg ${slug}`,
      summary: 'En väg för prov.',
      parts: JSON.stringify(pathParts.parse(parts)),
      created_at: at,
      changed_at: at,
      published_at: isPublished ? at : null,
    })
    .execute()
  return slug
}
