import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVault } from '~/domains/participation/index.server'
import { type Database, openEmbeddedDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { seedDemonstration, seedMonths } from '~db/seed/demo'
import { isTestNumber } from '~db/seed/demo/identity-numbers'

const now = new Date('2025-03-24T08:00:00Z')
const contentDir = path.resolve(import.meta.dirname, '../../content')
const vault = openVault(randomBytes(32).toString('hex'))
const options = { password: 'hemligt', hashPassword: async (password: string) => `hash of ${password}`, vault, now }

let database: Database

// An own database: the import and the demonstration are of a whole portal.
beforeAll(async () => {
  database = await openEmbeddedDatabase(undefined, { waitForConnectionMs: 3_000 })
  await migrateToLatest(database.kysely)
  await importContent(database.kysely, { contentDir, now })
  expect(await seedDemonstration(database.kysely, options)).toBe(true)
  await seedMonths(database.kysely, { vault, contentDir })
}, 120_000)
afterAll(() => database.close())

async function count(query: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  const { rows } = await query.execute(database.kysely)
  return rows[0]?.count ?? -1
}

test('a second seeding changes nothing', async () => {
  const people = () => count(sql`select count(*)::int as count from person`)
  const before = await people()
  expect(await seedDemonstration(database.kysely, options)).toBe(false)
  expect(await people()).toBe(before)
})

describe('the demonstration', () => {
  test('has 790 participants in the six partners', async () => {
    expect(await count(sql`select count(*)::int as count from participation`)).toBe(790)
    expect(await count(sql`select count(distinct partner_id)::int as count from participation`)).toBe(6)
  })

  test('has the questions of the five courses in the bank of the project’s owner, each once', async () => {
    const inBank = await count(sql`select count(*)::int as count from bank_question
      join project on project.owner_id = bank_question.organisation_id where diarienr = '22-035-S05'`)
    const inQuizzes = sql<{ count: number }>`
      select count(distinct question.value - 'key')::int as count
      from lesson join course using (course_id), jsonb_array_elements(lesson.questions) question
      where lesson.kind = 'quiz' and lesson.retired_at is null and course.retired_at is null`
    expect(inBank).toBe(await count(inQuizzes))
    expect(await count(sql`select count(distinct course_id)::int as count from bank_question`)).toBe(5)
    expect(await count(sql`select count(distinct question ->> 'type')::int as count from bank_question`)).toBe(8)
  })

  test('enters each participant on the first credited day', async () => {
    const wrong = sql<{ count: number }>`
      select count(*)::int as count from participation
      left join lateral (
        select min(worked_on) as first from time_entry
        where person_id = participation.person_id and project_id = participation.project_id
      ) as ledger on true
      where entry_on is distinct from ledger.first`
    expect(await count(wrong)).toBe(0)
  })

  test('has for every finished course its evidence, certificate and notice, and for every lesson its time', async () => {
    const finished = sql`(select completion_id, item_id, minutes, finished_at from completion where item_kind = 'course')`
    const courses = await count(sql`select count(*)::int as count from ${finished} as finished`)
    expect(courses).toBeGreaterThan(500)
    expect(
      await count(
        sql`select count(*)::int as count from ${finished} as finished join certificate using (completion_id)`,
      ),
    ).toBe(courses)
    expect(
      await count(
        sql`select count(*)::int as count from ${finished} as finished join outbox on source_id = completion_id`,
      ),
    ).toBe(courses)
    const missingEvidence = sql<{ count: number }>`
      select count(*)::int as count from ${finished} as finished
      join course_competence on course_id = item_id
      join competence on code = competence_code
      join framework on framework.framework_id = competence.framework_id and slug = 'westums-kompetensram'
      left join evidence on evidence.completion_id = finished.completion_id
        and evidence.competence_id = competence.competence_id and evidence.level = course_competence.level
        and evidence.weight = course_competence.weight and framework_version = framework.version
      where evidence_id is null`
    expect(await count(missingEvidence)).toBe(0)
    const untimed = sql<{ count: number }>`
      select count(*)::int as count from completion
      join completion as whole on whole.person_id = completion.person_id and whole.item_kind = 'course'
        and whole.item_id = completion.course_id
      left join time_entry on source_id = completion.completion_id and time_entry.minutes = completion.minutes
        and recorded_at = whole.finished_at        and project_id is not null and time_type = 'sjalvstudier'
      where completion.item_kind = 'lesson' and time_entry_id is null`
    expect(await count(untimed)).toBe(0)
    const sums = sql<{ count: number }>`
      select count(*)::int as count from ${finished} as finished join course on course_id = item_id
      where finished.minutes <> (select sum(lesson.minutes) from lesson where lesson.course_id = course.course_id)`
    expect(await count(sums)).toBe(0)
  })

  test('finishes a course only when all its lessons are finished', async () => {
    const early = sql<{ count: number }>`
      select count(*)::int as count from completion as whole
      join lesson on lesson.course_id = whole.item_id
      left join completion as part on part.person_id = whole.person_id and part.item_kind = 'lesson'
        and part.item_id = lesson.lesson_id and part.finished_at <= whole.finished_at
      where whole.item_kind = 'course' and part.completion_id is null`
    expect(await count(early)).toBe(0)
  })

  test('holds only official test numbers, sealed', async () => {
    const rows = await database.kysely
      .selectFrom('identity_number')
      .select(['person_id', 'ciphertext', 'lookup_hash', 'masked'])
      .execute()
    expect(rows.length).toBeGreaterThan(700)
    for (const row of rows) {
      const digits = vault.open(row.ciphertext, row.person_id)
      expect(isTestNumber(digits), digits).toBe(true)
      expect(row.masked).not.toContain(digits.slice(8))
      expect(vault.lookup(digits).equals(row.lookup_hash)).toBe(true)
    }
  })

  test('gives an account to the nine people of the roles alone', async () => {
    const rows = await database.kysely
      .selectFrom('account')
      .innerJoin('person', 'person.person_id', 'account.person_id')
      .select(['person.email', 'account.password_hash'])
      .execute()
    expect(rows).toHaveLength(9)
    expect(rows.every(({ email }) => email.endsWith('@demo.westum.example'))).toBe(true)
    expect(new Set(rows.map((row) => row.password_hash))).toEqual(new Set(['hash of hemligt']))
  })

  test('happens before the day on which it opens', async () => {
    expect(await count(sql`select count(*)::int as count from completion where finished_at >= ${now}`)).toBe(0)
    expect(await count(sql`select count(*)::int as count from time_entry where worked_on >= '2025-03-24'`)).toBe(0)
  })
})

describe('its months', () => {
  test('are locked and sent until January, with every minute of the ledger in a figure', async () => {
    expect(
      await count(sql`select count(*)::int as count from project_month
        where state <> 'last' or not exists (select 1 from export_batch batch
          where batch.project_id = project_month.project_id and batch.month = project_month.month and batch.state = 'klar')`),
    ).toBe(0)
    const inLedger = await count(sql`select sum(minutes)::int as count from time_entry
      where project_id is not null and worked_on < '2025-02-01'`)
    expect(await count(sql`select sum(registered_minutes)::int as count from month_figure`)).toBe(inLedger)
  })
  test('leave February to be signed by some, attested for one partner', async () => {
    const states = (state: string) =>
      count(sql`select count(*)::int as count from person_month where month = '2025-02' and state = ${state}`)
    expect(await states('signerad')).toBeGreaterThan(20)
    expect(await states('oppen')).toBeGreaterThan(3)
  })
  test('are not made twice', async () => {
    const batches = () => count(sql`select count(*)::int as count from export_batch`)
    const before = await batches()
    await seedMonths(database.kysely, { vault, contentDir })
    expect(await batches()).toBe(before)
  })
})
