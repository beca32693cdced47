import { describe, expect, it } from 'vitest'
import { findAttendanceMeeting, listAttendance, recordMark } from '~/domains/learning/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { importAttendance, previewAttendance } from '~/journeys/import-attendance.server'
import type { PersonId } from '~/shared/ids'
import { makeActor, makeBooking, makePerson } from '../support/factories'
import { teamsEnglish, zoomEnglish } from '../support/meeting-files'
import { after, at, first, makeWorkshop, present } from '../support/workshop'

async function world() {
  const made = await makeWorkshop({ people: 0 })
  const { db, occasionId, organisationId, meetingId } = made
  const book = async (givenName: string, familyName: string, more: object = {}) => {
    const person = await makePerson(db, { givenName, familyName, organisationId, ...more })
    await makeBooking(db, { occasionId, personId: person.personId, organisationId })
    return person.personId
  }
  const idun = await book('Idun', 'Fjällby')
  const loke = await book('Loke', 'Havsten')
  const found = await findAttendanceMeeting(db, meetingId)
  if (found === undefined) throw new Error('A meeting')
  const list = () => listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
  const markOf = async (personId: PersonId) => (await list()).find((one) => one.personId === personId)?.mark ?? null
  const enter = (choices: (PersonId | undefined)[], text = teamsEnglish, actor = made.leader) =>
    importAttendance(db, actor, { meetingId, text, choices, now: after })
  const countMarks = async () =>
    (await db.selectFrom('attendance_mark').where('meeting_id', '=', meetingId).select('person_id').execute()).length
  return { ...made, found, book, idun, loke, list, markOf, enter, countMarks }
}

describe('the file of a meeting', () => {
  it('is shown before anything is written, and then gives marks with the times of the file', async () => {
    const { db, leader, found, idun, loke, markOf, enter, countMarks } = await world()
    const preview = await previewAttendance(db, leader, found, teamsEnglish)
    if (!preview.ok) throw new Error(preview.refusal)
    expect(preview.value).toMatchObject({ kind: 'teams', otherDay: null, missing: [] })
    expect(preview.value.rows.map(({ proposed, problem }) => [proposed, problem])).toEqual([
      [idun, null],
      [loke, null],
      [null, 'unmatched'],
    ])
    expect(await countMarks()).toBe(0)
    expect(await enter(preview.value.rows.map(({ proposed }) => proposed ?? undefined))).toEqual({
      ok: true,
      value: { written: 2 },
    })
    expect(await markOf(idun)).toMatchObject({ present: true, cameAt: null, leftAt: null, method: 'import' })
    // Away between 14.00 and 14.30: an hour and a half in all.
    expect(await markOf(loke)).toMatchObject({
      cameAt: new Date('2025-03-24T12:30:00Z'),
      leftAt: new Date('2025-03-24T14:00:00Z'),
      method: 'import',
    })
  })

  it('gives the same once, however often and in whatever form it is entered', async () => {
    const { db, leader, found, idun, loke, enter, countMarks } = await world()
    await Promise.all([enter([idun, loke]), enter([idun, loke])])
    expect(await countMarks()).toBe(2)
    expect(await enter([idun, loke])).toEqual({ ok: true, value: { written: 0 } })
    expect(await enter([idun, loke], zoomEnglish)).toEqual({ ok: true, value: { written: 0 } })
    expect(await countMarks()).toBe(2)
    const again = await previewAttendance(db, leader, found, teamsEnglish)
    expect(again.ok && again.value.rows.map(({ marked, proposed }) => [marked, proposed])).toEqual([
      ['same', null],
      ['same', null],
      [null, null],
    ])
    const log = await db
      .selectFrom('audit_event')
      .where('subject_id', '=', found.meeting.meetingId)
      .where('action', '=', 'attendance.imported')
      .select('detail')
      .execute()
    expect(log).toHaveLength(1)
    expect(JSON.stringify(log)).not.toMatch(/Idun|Loke|example/)
  })

  it('lets a mark of the leader stand until the leader chooses the file', async () => {
    const { db, leader, meetingId, found, idun, markOf, enter } = await world()
    await recordMark(db, leader, meetingId, { ...present(idun), present: false })
    const preview = await previewAttendance(db, leader, found, teamsEnglish)
    expect(preview.ok && preview.value.rows[0]).toMatchObject({ marked: 'other', proposed: null })
    expect(await markOf(idun)).toMatchObject({ present: false })
    await enter([idun])
    expect(await markOf(idun)).toMatchObject({ present: true, method: 'import' })
    await recordMark(db, leader, meetingId, { ...present(idun), present: false })
    await enter([idun])
    expect(await markOf(idun)).toMatchObject({ present: true, method: 'import' })
  })

  it('never names a person with protected personal data, by name or by address', async () => {
    const { db, leader, found, book, enter, countMarks } = await world()
    const hidden = await book('Okänd', 'Besökare', { protection: 'protected', email: 'okand@portal.example' })
    const preview = await previewAttendance(db, leader, found, teamsEnglish)
    if (!preview.ok) throw new Error(preview.refusal)
    expect(preview.value.rows[2]).toMatchObject({ problem: 'unmatched', match: null, proposed: null })
    const byAddress = await previewAttendance(
      db,
      leader,
      found,
      teamsEnglish.replaceAll('idun.fjallby@portal.example', 'okand@portal.example'),
    )
    expect(JSON.stringify([preview, byAddress])).not.toContain(hidden)
    expect(preview.value.people).toHaveLength(2)
    expect(preview.value.missing).toEqual([])
    expect(await countMarks()).toBe(0)
    await enter([])
    expect(await countMarks()).toBe(0)
  })

  it('is refused for strangers, when nothing is chosen, of another day, and after the confirmation', async () => {
    const { db, leader, meetingId, idun, enter, countMarks } = await world()
    const stranger = await makePerson(db)
    expect(await enter([idun], teamsEnglish, await makeActor(db, 'medarbetare'))).toMatchObject({
      refusal: 'not-allowed',
    })
    expect(await enter([])).toMatchObject({ refusal: 'none-chosen' })
    expect(await enter([stranger.personId])).toMatchObject({ refusal: 'not-listed' })
    expect(await enter([idun], teamsEnglish.replaceAll('3/24/25', '3/25/25'))).toMatchObject({ refusal: 'other-day' })
    expect(await enter([idun], 'Kära kolleger')).toMatchObject({ refusal: 'not-a-report' })
    expect(await countMarks()).toBe(0)
    await enter([idun])
    expect(await confirmMeeting(db, leader, { meetingId, now: after })).toMatchObject({ ok: true })
    expect(await enter([idun])).toMatchObject({ refusal: 'confirmed' })
    const time = await db
      .selectFrom('time_entry')
      .where('person_id', '=', idun)
      .select(['minutes', 'starts_at', 'ends_at'])
      .execute()
    expect(at(time, 0)).toEqual({ minutes: 160, starts_at: first.startsAt, ends_at: first.endsAt })
  })
})
