import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { sessionsOf } from '~/domains/identity/index.server'
import type { CourseId, PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { makeOrganisation, makeParticipation, makePerson, makeProject } from '../support/factories'
import { type PostgresServer, startPostgres } from '../support/postgres-server'
import { endPortal, startKillable } from './killable-portal'
import { ask } from './portal-process'

const root = path.resolve(import.meta.dirname, '../..')
const people = 24
const engines = process.env['TEST_SERVER'] === '1' ? (['embedded', 'server'] as const) : (['embedded'] as const)
const cleanUp: (() => Promise<void> | void)[] = []

afterAll(async () => {
  for (const end of cleanUp.reverse()) await end()
})

interface Learner {
  personId: PersonId
  cookie: string
}

/** People who have finished every lesson of a course but one article. */
async function prepare({ kysely: db }: Database) {
  await migrateToLatest(db)
  await importContent(db, { contentDir: path.join(root, 'content'), now: new Date() })
  const course = await db.selectFrom('course').selectAll().orderBy('slug').executeTakeFirstOrThrow()
  const lessons = await db.selectFrom('lesson').selectAll().where('course_id', '=', course.course_id).execute()
  const last = lessons.find(({ kind }) => kind === 'article')
  if (last === undefined) throw new Error('The course has no article')
  const { organisationId } = await makeOrganisation(db)
  const { projectId } = await makeProject(db, { endsOn: '2099-12-31' })
  const learners: Learner[] = []
  for (let index = 0; index < people; index += 1) {
    const { personId } = await makePerson(db, { organisationId, password: 'ett långt lösenord' })
    await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    const enrolled = { person_id: personId, course_id: course.course_id }
    await db
      .insertInto('enrolment')
      .values({ ...enrolled, enrolled_at: new Date() })
      .execute()
    const finished = lessons.filter(({ lesson_id }) => lesson_id !== last.lesson_id)
    const done = finished.map((lesson) => ({
      ...enrolled,
      item_kind: 'lesson' as const,
      item_id: lesson.lesson_id,
      revision: course.revision,
      minutes: lesson.minutes,
      finished_at: new Date(),
    }))
    await db.insertInto('completion').values(done).execute()
    const cookie = await sessionsOf(db, { secure: false }).start(personId, 'test', null)
    learners.push({ personId, cookie: cookie.split(';')[0] ?? '' })
  }
  return { course, lessons, last, learners }
}

/** What each learner has of the finished course; the numbers are rows. */
async function tally({ kysely: db }: Database, courseId: CourseId | string) {
  const { rows } = await sql<{
    person_id: PersonId
    lessons: number
    courses: number
    evidence: number
    entries: number
    certificates: number
    notices: number
  }>`
    select e.person_id,
      (select count(*) from completion c where c.person_id = e.person_id and item_kind = 'lesson') as lessons,
      (select count(*) from completion c where c.person_id = e.person_id and item_kind = 'course') as courses,
      (select count(*) from evidence v where v.person_id = e.person_id) as evidence,
      (select count(*) from time_entry t where t.person_id = e.person_id and t.project_id is not null) as entries,
      (select count(*) from certificate f where f.person_id = e.person_id) as certificates,
      (select count(*) from outbox o where o.person_id = e.person_id) as notices
    from enrolment e where e.course_id = ${courseId}`.execute(db)
  return new Map(rows.map(({ person_id, ...counts }) => [person_id, counts]))
}

describe.each(engines)('a finished lesson on %s', (engine) => {
  it('survives kill -9 once the page has said so, whole and once', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-kill-'))
    cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
    let server: PostgresServer | undefined
    if (engine === 'server') {
      server = await startPostgres()
      cleanUp.push(server.stop)
    }
    const url = server?.url
    const open = () => (url === undefined ? openEmbeddedDatabase(dataDir) : Promise.resolve(openServerDatabase(url)))
    const settings = { DATA_DIR: dataDir, DATABASE_URL: url ?? '', IDENTITY_KEY: 'ab'.repeat(32) }

    const before = await open()
    const { course, lessons, last, learners } = await prepare(before)
    const competences = await before.kysely
      .selectFrom('course_competence')
      .select('competence_code')
      .where('course_id', '=', course.course_id)
      .execute()
    await before.close()
    const none = { lessons: lessons.length - 1, courses: 0, evidence: 0, entries: 0, certificates: 0, notices: 0 }
    const whole = {
      lessons: lessons.length,
      courses: 1,
      evidence: competences.length,
      entries: lessons.length,
      certificates: 1,
      notices: 1,
    }
    const finish = async (portal: string, { cookie }: Learner): Promise<boolean> => {
      const answer = await ask(portal + paths.lesson(course.slug, last.slug), {
        method: 'POST',
        headers: { cookie, origin: portal, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'intent=finish&text=',
      }).catch(() => undefined)
      return answer?.status === 302
    }

    const first = await startKillable(settings, cleanUp)
    const told = new Set<PersonId>()
    const ended = once(first.child, 'exit')
    await Promise.all(
      learners.flatMap((learner) =>
        [1, 2].map(async () => {
          if (!(await finish(first.url, learner))) return
          told.add(learner.personId)
          if (told.size < people / 3) return
          first.child.kill('SIGKILL')
          void server?.kill()
        }),
      ),
    )
    await ended
    await server?.restart()

    const afterKill = await open()
    const survived = await tally(afterKill, course.course_id)
    await afterKill.close()
    expect(told.size).toBeGreaterThanOrEqual(people / 3)
    for (const personId of told) expect(survived.get(personId)).toEqual(whole)
    for (const counts of survived.values()) expect([none, whole]).toContainEqual(counts)

    const second = await startKillable(settings, cleanUp)
    const answers = await Promise.all(learners.map((learner) => finish(second.url, learner)))
    expect(answers).toEqual(learners.map(() => true))
    await endPortal(second.child, 'SIGTERM')
    const closing = await open()
    const final = await tally(closing, course.course_id)
    await closing.close()
    expect([...final.values()]).toEqual(learners.map(() => whole))
  })
})
