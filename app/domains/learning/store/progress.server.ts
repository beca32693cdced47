import { sql } from 'kysely'
import { type LessonKind, type Question, studyWindow, termsOf } from '~/domains/catalogue'
import type { CourseId, LectureId, LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import {
  type Attempt,
  type ItemWork,
  type LearnerCourse,
  type Responses,
  DRAWN_KEY,
  EXTRA_KEY,
  PROMPT_PREFIX,
  REFLECTION_KEY,
  TRANSCRIPT_KEY,
} from '../model'
import type { ItemOf } from './answer.server'

interface LearnerCourseRow {
  courseId: CourseId
  slug: string
  title: string
  level: number
  coverPath: string | null
  coverAlt: string | null
  round: number
  enrolledAt: Date
  revision: number
  knownRevision: number
  keptRevision: number | null
  finishedAt: Date | null
  finishedRevision: number | null
  completionId: string | null
  cohortName: string | null
  schedule: unknown
  startsOn: string | null
  deadlineOn: string | null
  discusses: boolean
  lessons:
    | {
        lessonId: LessonId
        slug: string
        title: string
        kind: LessonKind
        minutes: number
        position: number
        module: string | null
        finishedAt: string | null
        visitedAt: string | null
      }[]
    | null
}

/**
 * The courses a person is enrolled in, in their present round: unfinished active ones and finished ones. Whoever keeps a
 * version has the lessons of that version. One query.
 */
export async function listLearnerCourses(
  db: Db,
  personId: PersonId,
  only?: { courseId: CourseId } | { courseSlug: string },
): Promise<LearnerCourse[]> {
  const { rows } = await sql<LearnerCourseRow>`
    with present as (
      select distinct on (course_id) course_id, round, enrolled_at, known_revision, kept_revision, cohort_id
      from enrolment
      where person_id = ${personId} ${onlyOne(only)}
      order by course_id, round desc
    )
    select course.course_id as "courseId", course.slug, course.title, course.level,
      course.cover_path as "coverPath", course.cover_alt as "coverAlt",
      present.round, present.enrolled_at as "enrolledAt", course.revision,
      present.known_revision as "knownRevision", present.kept_revision as "keptRevision",
      finish.finished_at as "finishedAt", finish.revision as "finishedRevision",
      finish.completion_id as "completionId", cohort.name as "cohortName", course.terms as schedule,
      cohort.starts_on::text as "startsOn", cohort.deadline_on::text as "deadlineOn", part.lessons,
      coalesce((select is_open from discussion_switch switch where switch.course_id = course.course_id), true) as discusses
    from present
    join course on course.course_id = present.course_id
    left join cohort on cohort.cohort_id = present.cohort_id
    left join completion as finish on finish.person_id = ${personId} and finish.item_kind = 'course'
      and finish.item_id = present.course_id and finish.round = present.round
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'lessonId', lesson.lesson_id, 'slug', lesson.slug, 'title', lesson.title, 'kind', lesson.kind,
        'minutes', lesson.minutes, 'position', lesson.position, 'module', lesson.module,
        'finishedAt', done.finished_at, 'visitedAt', visit.visited_at) order by lesson.position) as lessons
      from (
        select lesson_id, slug, title, kind, minutes, position, module from lesson active
        where present.kept_revision is null and active.course_id = present.course_id and active.retired_at is null
        union all
        select lesson_id, slug, title, kind, minutes, position, module from course_revision_lesson kept
        where kept.course_id = present.course_id and kept.revision = present.kept_revision
      ) as lesson
      left join completion as done on done.person_id = ${personId} and done.item_kind = 'lesson'
        and done.item_id = lesson.lesson_id and done.round = present.round
      left join lesson_visit as visit on visit.person_id = ${personId} and visit.lesson_id = lesson.lesson_id
        and (present.round = 1 or visit.visited_at >= present.enrolled_at)
    ) as part on true
    where course.retired_at is null or finish.completion_id is not null
    order by present.enrolled_at desc, course.slug`.execute(db)
  return rows.map(({ schedule, startsOn, deadlineOn, ...row }) => ({
    ...row,
    window: studyWindow(
      termsOf(schedule).schedule,
      row.cohortName === null ? null : { startsOn, deadlineOn },
      row.round,
    ),
    lessons: (row.lessons ?? []).map((lesson) => ({
      ...lesson,
      finishedAt: instant(lesson.finishedAt),
      visitedAt: instant(lesson.visitedAt),
    })),
  }))
}

function onlyOne(only: { courseId: CourseId } | { courseSlug: string } | undefined) {
  if (only === undefined) return sql``
  if ('courseId' in only) return sql`and course_id = ${only.courseId}`
  return sql`and course_id = (select course_id from course where slug = ${only.courseSlug})`
}

interface ItemWorkRow {
  answers: { key: string; response: unknown; savedAt: string }[] | null
  attempts: (Omit<Attempt, 'submittedAt' | 'questions'> & { submittedAt: string; set: string | null })[] | null
  sets: Record<string, Question[]> | null
  watchedSeconds: number
  durationSeconds: number | null
  checkPass: number | null
}

/** Answers, attempts and watched seconds of one item, in one query. */
export async function findItemWork(
  db: Db,
  { personId, itemId, round }: ItemOf,
  lectureId: LectureId | null,
): Promise<ItemWork> {
  const { rows } = await sql<ItemWorkRow>`
    select
      (select jsonb_agg(jsonb_build_object('key', question_key, 'response', response, 'savedAt', saved_at))
        from answer where person_id = ${personId} and item_id = ${itemId} and round = ${round}) as answers,
      (select jsonb_agg(jsonb_build_object('number', number, 'responses', responses, 'score', score, 'passed', passed,
          'submittedAt', submitted_at, 'set', question_set_id) order by number)
        from quiz_attempt where person_id = ${personId} and item_id = ${itemId} and round = ${round}) as attempts,
      (select jsonb_object_agg(question_set_id, questions) from question_set where question_set_id in
        (select question_set_id from quiz_attempt
          where person_id = ${personId} and item_id = ${itemId} and round = ${round})) as sets,
      coalesce((select sum(upper(part) - lower(part))::int
        from watch, unnest(watch.watched) as part
        where watch.person_id = ${personId} and watch.lecture_id = ${lectureId}::uuid), 0) as "watchedSeconds",
      lecture.duration_seconds as "durationSeconds", lecture.check_pass as "checkPass"
    from (select 1) as one
    left join lecture on lecture.lecture_id = ${lectureId}::uuid`.execute(db)
  const row = rows[0]
  const isPrompt = ({ key }: { key: string }) => key.startsWith(PROMPT_PREFIX)
  const answers = (row?.answers ?? []).filter((answer) => !isPrompt(answer))
  const prompts = (row?.answers ?? []).filter(isPrompt).map(({ key, response, savedAt }) => {
    return [key.slice(PROMPT_PREFIX.length), { text: textOf(response), savedAt: new Date(savedAt) }] as const
  })
  const drafts: Responses = {}
  for (const { key, response } of answers) if (Array.isArray(response)) drafts[key] = response.map(String)
  const given = answers.filter(({ key }) => key !== DRAWN_KEY && key !== EXTRA_KEY)
  const saved = given.map((answer) => Date.parse(answer.savedAt))
  const valueOf = (key: string) => answers.find((answer) => answer.key === key)?.response
  return {
    drafts,
    savedAt: saved.length === 0 ? null : new Date(Math.max(...saved)),
    reflection: textOf(valueOf(REFLECTION_KEY)),
    prompts: Object.fromEntries(prompts),
    transcriptRead: answers.some((answer) => answer.key === TRANSCRIPT_KEY),
    attempts: (row?.attempts ?? []).map(({ set, ...attempt }) => ({
      ...attempt,
      submittedAt: new Date(attempt.submittedAt),
      questions: row?.sets?.[set ?? ''] ?? null,
    })),
    drawn: (valueOf(DRAWN_KEY) as ItemWork['drawn'] | undefined) ?? null,
    extraAttempts: (valueOf(EXTRA_KEY) as { count: number } | undefined)?.count ?? 0,
    watchedSeconds: row?.watchedSeconds ?? 0,
    lecture:
      row === undefined || row.durationSeconds === null || row.checkPass === null
        ? null
        : { durationSeconds: row.durationSeconds, checkPass: row.checkPass },
    assignment: null,
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

function textOf(response: unknown): string {
  return typeof response === 'object' && response !== null && 'text' in response ? String(response.text) : ''
}
