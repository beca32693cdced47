import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedLine, type ConfirmedLine } from '~/domains/learning'
import { findAttendanceMeeting, listAttendance, listConfirmations, recordMarks } from '~/domains/learning/index.server'
import { openVault } from '~/domains/participation/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import type { MeetingId } from '~/shared/ids'
import { type Database, openEmbeddedDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { seedDemonstration } from '~db/seed/demo'
import { makeBooking, makeOccasion } from '../support/factories'

const now = new Date('2025-03-24T08:00:00Z')
const contentDir = path.resolve(import.meta.dirname, '../../content')
const vault = openVault(randomBytes(32).toString('hex'))
const options = { password: 'hemligt', hashPassword: async (password: string) => `hash of ${password}`, vault, now }

let database: Database

beforeAll(async () => {
  database = await openEmbeddedDatabase(undefined, { waitForConnectionMs: 3_000 })
  await migrateToLatest(database.kysely)
  await importContent(database.kysely, { contentDir, now })
  await seedDemonstration(database.kysely, options)
}, 120_000)
afterAll(() => database.close())

async function heldMeeting(meetingId: string) {
  const found = await findAttendanceMeeting(database.kysely, meetingId as MeetingId)
  if (found === undefined) throw new Error(meetingId)
  return found
}

const byPerson = (lines: readonly ConfirmedLine[]) =>
  lines.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))

async function linesOf(meetingId: MeetingId): Promise<ConfirmedLine[]> {
  const [confirmation] = await listConfirmations(database.kysely, [meetingId])
  expect(confirmation?.intact).toBe(true)
  return byPerson(confirmation?.lines ?? [])
}

async function timeOf(lines: readonly ConfirmedLine[]) {
  const marks = lines.flatMap(({ markId }) => (markId === null ? [] : [markId]))
  return database.kysely
    .selectFrom('time_entry')
    .where('source_id', 'in', marks)
    .select(['person_id', 'project_id', 'worked_on', 'minutes', 'time_type', 'part', 'title', 'starts_at', 'ends_at'])
    .orderBy('person_id')
    .execute()
}

test('every held meeting is frozen in the lines that the product makes of its marks, with their seal', async () => {
  const db = database.kysely
  const held = await db.selectFrom('meeting_confirmation').select('meeting_id').execute()
  expect(held.length).toBeGreaterThan(3)
  for (const { meeting_id } of held) {
    const { meeting, occasionId } = await heldMeeting(meeting_id)
    const people = await listAttendance(db, { ...meeting, occasionId })
    const expected = people
      .filter(({ mark, booking }) => mark !== null || booking === 'bokad')
      .map(({ personId, mark }) => confirmedLine(meeting, personId, mark))
    expect(await linesOf(meeting.meetingId)).toEqual(byPerson(expected))
  }
})

test('a held meeting has the very lines and time that confirming it by the product gives', async () => {
  const db = database.kysely
  // The meeting to which most came late, or which most left early.
  const { meeting_id } = await db
    .selectFrom('attendance_mark')
    .where((eb) => eb.or([eb('came_at', 'is not', null), eb('left_at', 'is not', null)]))
    .groupBy('meeting_id')
    .select('meeting_id')
    .orderBy(sql`count(*)`, 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const model = await heldMeeting(meeting_id)
  const { startsAt, endsAt, breakMinutes } = model.meeting
  const { occasionId, meetings } = await makeOccasion(db, {
    activityId: model.activityId,
    leaders: model.leaders,
    meetings: [{ startsAt, endsAt, breakMinutes }],
  })
  const [meetingId, leader] = [meetings[0]?.meetingId, model.leaders[0]]
  if (meetingId === undefined || leader === undefined) throw new Error('The demonstration has a leader for each')
  const actor = { personId: leader, givenName: '', familyName: '', email: '', language: 'sv', grants: [] } as const
  const shown = await linesOf(model.meeting.meetingId)
  const wishes = shown.map(({ personId, present, cameAt, leftAt, method }) => ({
    markId: randomUUID(),
    personId,
    present,
    cameAt: cameAt === null ? null : new Date(cameAt),
    leftAt: leftAt === null ? null : new Date(leftAt),
    method: method ?? ('ledare' as const),
    at: now,
  }))
  for (const { personId } of shown) await makeBooking(db, { occasionId, personId })
  expect(await db.transaction().execute((tx) => recordMarks(tx, actor, meetingId, wishes))).toMatchObject({ ok: true })
  expect(await confirmMeeting(db, actor, { meetingId, now })).toMatchObject({ ok: true, value: { created: true } })
  const made = await linesOf(meetingId)
  const withoutMark = (lines: readonly ConfirmedLine[]) => lines.map(({ markId: _, ...line }) => line)
  expect(withoutMark(shown)).toEqual(withoutMark(made))
  expect(Object.keys(shown[0] ?? {})).toEqual(Object.keys(made[0] ?? {}))
  expect((await timeOf(shown)).length).toBeGreaterThan(3)
  expect(await timeOf(shown)).toEqual(await timeOf(made))
})
