import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '~/domains/identity'
import { enrol, findDiscussion, findThread } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { answerThread, startThread } from '~/journeys/discuss.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { openedDatabase } from './database'
import { makeActor, makeCourse, makePerson, type MadeCourse, type PersonWish } from './factories'

export const at = new Date('2025-03-24T09:00:00Z')
export const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

export interface Talk {
  db: Db
  pool: pg.Pool
  course: MadeCourse
  /** Leads the course: on its draft, with the role for the whole portal. */
  leader: Actor
  join: (wish?: PersonWish) => Promise<Actor>
  start: (actor: Actor, wish?: Partial<Parameters<typeof startThread>[3]>) => ReturnType<typeof startThread>
  answer: (
    actor: Actor,
    threadId: string,
    wish?: Partial<Parameters<typeof answerThread>[3]>,
  ) => ReturnType<typeof answerThread>
  /** The id of a thread that somebody has begun. */
  begun: (actor: Actor, wish?: Partial<Parameters<typeof startThread>[3]>) => Promise<string>
  postsOf: (threadId: string) => Promise<NonNullable<Awaited<ReturnType<typeof findThread>>>['posts']>
  kindsOf: (personId: PersonId) => Promise<string[]>
}

/** A course of two lessons with a leader, and people who may join it. */
export async function makeTalk(): Promise<Talk> {
  const { kysely: db, pool } = await openedDatabase()
  const course = await makeCourse(db, { lessons: ['article', 'article'] })
  const leader = await makeActor(db, 'kursansvarig')
  await db
    .insertInto('course_draft')
    .values({
      course_id: course.courseId,
      slug: course.slug,
      organisation_id: null,
      state: 'publicerad',
      settings: '{}',
      created_by: leader.personId,
      created_at: at,
      changed_at: at,
    })
    .execute()
  await db
    .insertInto('course_editor')
    .values({ course_id: course.courseId, person_id: leader.personId, added_at: at })
    .execute()
  const start: Talk['start'] = (actor, wish = {}) =>
    startThread(db, pool, actor, {
      courseSlug: course.slug,
      lessonSlug: 'lektion-1',
      postId: randomUUID(),
      title: 'Hur gör ni?',
      text: 'Jag undrar hur ni gör.',
      at,
      ...wish,
    })
  return {
    db,
    pool,
    course,
    leader,
    join: async (wish = {}) => {
      const { actor } = await makePerson(db, wish)
      await enrol(db, { personId: actor.personId, courseId: course.courseId, now: at })
      return actor
    },
    start,
    answer: (actor, threadId, wish = {}) =>
      answerThread(db, pool, actor, {
        courseSlug: course.slug,
        threadId,
        parentId: null,
        postId: randomUUID(),
        text: 'Så här gör jag.',
        at,
        ...wish,
      }),
    begun: async (actor, wish) => {
      const started = await start(actor, wish)
      if (!started.ok) throw new Error(started.refusal)
      return started.value.threadId
    },
    postsOf: async (threadId) => (await findThread(db, course.courseId, threadId, leader.personId))?.posts ?? [],
    kindsOf: async (personId) => (await listNotices(db, personId, 50)).map(({ kind }) => kind),
  }
}

export const standingOf = ({ db, course }: Talk, actor: Actor) => findDiscussion(db, actor.personId, course.slug)
