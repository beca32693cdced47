import { sql } from 'kysely'
import type { CourseId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { lessonSettings } from '../authoring/lesson-settings'
import type { CourseDraft, DraftLesson, DraftModule, DraftState, RemovedLesson } from '../authoring/model'
import { courseSettings, type CourseSettings } from '../authoring/settings'
import { plainQuiz } from '../questions/model'

/** Tells whether a published lesson is as it was: the same for the same content, written out or left to be plain. */
export const sealOfLesson = sql<string>`md5((jsonb_build_array(l.title, l.minutes, l.body, l.lecture_id, l.pass,
  l.questions, ${JSON.stringify(plainQuiz)}::jsonb || coalesce(l.quiz_settings, '{}'), l.reflection, l.translations)
  || case when l.assignment is null then '[]'::jsonb else jsonb_build_array(l.assignment) end)::text)`

type LessonRow = Omit<DraftLesson, 'settings'> & { settings: unknown; removed: boolean }

const modules = sql<DraftModule[]>`coalesce((
  select jsonb_agg(jsonb_build_object('moduleId', m.module_id, 'title', m.title) order by m.position)
  from draft_module m where m.course_id = course_draft.course_id), '[]'::jsonb)`

const lessons = sql<LessonRow[]>`coalesce((
  select jsonb_agg(jsonb_build_object('lessonId', d.lesson_id, 'slug', d.slug, 'moduleId', d.module_id, 'kind', d.kind,
      'title', coalesce(nullif(own_text.fields ->> 'title', ''), any_text.title, ''), 'minutes', d.minutes, 'settings', d.settings,
      'removed', d.removed_at is not null, 'languages', coalesce(any_text.languages, '[]'::jsonb),
      'source', case when d.source_lesson_id is null then null else jsonb_build_object('lessonId', d.source_lesson_id,
        'revision', d.source_revision, 'isOutdated', (select ${sealOfLesson} <> d.source_seal from lesson l
          where l.lesson_id = d.source_lesson_id and l.retired_at is null) is true) end)
    order by d.position, d.lesson_id)
  from draft_lesson d
  left join draft_text own on own.lesson_id = d.lesson_id and own.language = course_draft.settings ->> 'language'
  left join text own_text on own_text.text_id = own.text_id
  left join lateral (select min(nullif(w.fields ->> 'title', '')) as title, jsonb_agg(t.language order by t.language) as languages
    from draft_text t join text w on w.text_id = t.text_id where t.lesson_id = d.lesson_id) any_text on true
  where d.course_id = course_draft.course_id), '[]'::jsonb)`

/** One course under work with its structure. Whose it is to see is the policy's. One query. */
export async function findDraft(db: Db, slug: string): Promise<CourseDraft | undefined> {
  const row = await db
    .selectFrom('course_draft')
    .leftJoin('organisation', 'organisation.organisation_id', 'course_draft.organisation_id')
    .leftJoin('course', 'course.course_id', 'course_draft.course_id')
    .where('course_draft.slug', '=', slug)
    .select([
      'course_draft.course_id',
      'course_draft.slug',
      'course_draft.organisation_id',
      'organisation.name as organisationName',
      'course_draft.state',
      'course_draft.settings',
      'course_draft.base_revision as baseRevision',
      'course_draft.review_note as reviewNote',
      'course_draft.return_reason as returnReason',
      'course_draft.submitted_by',
      'course_draft.submitted_at as submittedAt',
      'course_draft.changed_at as changedAt',
      'course.revision',
      'course.retired_at',
      sql<
        PersonId[]
      >`array(select person_id::text from course_editor e where e.course_id = course_draft.course_id order by e.added_at)`.as(
        'editors',
      ),
      modules.as('modules'),
      lessons.as('lessons'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const all = row.lessons.map(({ settings, removed, ...lesson }) => ({
    removed,
    lesson: { ...lesson, settings: lessonSettings.parse(settings) },
  }))
  return {
    courseId: row.course_id as CourseId,
    slug: row.slug,
    organisationId: row.organisation_id as OrganisationId | null,
    organisationName: row.organisationName,
    editors: row.editors,
    state: row.state,
    settings: courseSettings.parse(row.settings),
    published: row.revision === null ? null : { revision: row.revision, isOpen: row.retired_at === null },
    baseRevision: row.baseRevision,
    reviewNote: row.reviewNote,
    returnReason: row.returnReason,
    submittedBy: row.submitted_by as PersonId | null,
    submittedAt: row.submittedAt,
    changedAt: row.changedAt,
    modules: row.modules,
    lessons: all.flatMap(({ removed, lesson }) => (removed ? [] : [lesson])),
    removed: all.flatMap(({ removed, lesson }): RemovedLesson[] =>
      removed ? [{ lessonId: lesson.lessonId, title: lesson.title }] : [],
    ),
  }
}

/** As findDraft, and holds the draft until the transaction ends: whoever changes it waits in line. */
export async function lockDraft(tx: Tx, slug: string): Promise<CourseDraft | undefined> {
  const held = await tx
    .selectFrom('course_draft')
    .where('slug', '=', slug)
    .select('course_id')
    .forUpdate()
    .executeTakeFirst()
  return held === undefined ? undefined : await findDraft(tx, slug)
}

/** A new draft; undefined when the slug is that of another draft or of another course. */
export async function insertDraft(
  tx: Tx,
  made: {
    courseId?: CourseId
    slug: string
    organisationId: OrganisationId | null
    state: DraftState
    settings: CourseSettings
    baseRevision: number | null
    createdBy: PersonId
    at: Date
  },
): Promise<CourseId | undefined> {
  const taken = await tx
    .selectFrom('course')
    .where('slug', '=', made.slug)
    .$if(made.courseId !== undefined, (query) => query.where('course_id', '<>', made.courseId ?? ''))
    .select('course_id')
    .executeTakeFirst()
  if (taken !== undefined) return undefined
  const row = await tx
    .insertInto('course_draft')
    .values({
      ...(made.courseId === undefined ? {} : { course_id: made.courseId }),
      slug: made.slug,
      organisation_id: made.organisationId,
      state: made.state,
      settings: JSON.stringify(courseSettings.parse(made.settings)),
      base_revision: made.baseRevision,
      created_by: made.createdBy,
      created_at: made.at,
      changed_at: made.at,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('course_id')
    .executeTakeFirst()
  return row?.course_id as CourseId | undefined
}

/** Notes that the draft was changed; what was published is then a draft again. */
export async function touchDraft(tx: Tx, courseId: CourseId, at: Date): Promise<void> {
  await tx
    .updateTable('course_draft')
    .set({
      changed_at: at,
      state: sql<DraftState>`case when state in ('publicerad', 'avpublicerad') then 'utkast' else state end`,
    })
    .where('course_id', '=', courseId)
    .execute()
}

export async function updateSettings(tx: Tx, courseId: CourseId, settings: CourseSettings): Promise<void> {
  await tx
    .updateTable('course_draft')
    .set({ settings: JSON.stringify(courseSettings.parse(settings)) })
    .where('course_id', '=', courseId)
    .execute()
}

export async function setDraftState(
  tx: Tx,
  courseId: CourseId,
  change: {
    state: DraftState
    reviewNote?: string
    returnReason?: string
    submitted?: { by: PersonId; at: Date }
    baseRevision?: number
  },
): Promise<void> {
  await tx
    .updateTable('course_draft')
    .set({
      state: change.state,
      ...(change.reviewNote === undefined ? {} : { review_note: change.reviewNote }),
      ...(change.returnReason === undefined ? {} : { return_reason: change.returnReason }),
      ...(change.submitted === undefined
        ? {}
        : { submitted_by: change.submitted.by, submitted_at: change.submitted.at }),
      ...(change.baseRevision === undefined ? {} : { base_revision: change.baseRevision }),
    })
    .where('course_id', '=', courseId)
    .execute()
}

export async function addEditor(tx: Tx, courseId: CourseId, personId: PersonId, at: Date): Promise<void> {
  await tx
    .insertInto('course_editor')
    .values({ course_id: courseId, person_id: personId, added_at: at })
    .onConflict((conflict) => conflict.columns(['course_id', 'person_id']).doNothing())
    .execute()
}

export async function removeEditor(tx: Tx, courseId: CourseId, personId: PersonId): Promise<void> {
  await tx.deleteFrom('course_editor').where('course_id', '=', courseId).where('person_id', '=', personId).execute()
}

/** Whose the draft of a course is and who is on it; undefined when there is no draft. */
export async function findDraftScope(
  db: Db,
  courseId: CourseId,
): Promise<{ organisationId: OrganisationId | null; editors: PersonId[] } | undefined> {
  const row = await db
    .selectFrom('course_draft')
    .where('course_id', '=', courseId)
    .select([
      'organisation_id',
      sql<PersonId[]>`array(select person_id::text from course_editor e where e.course_id = course_draft.course_id)`.as(
        'editors',
      ),
    ])
    .executeTakeFirst()
  return row && { organisationId: row.organisation_id as OrganisationId | null, editors: row.editors }
}
