import { describe, expect, it } from 'vitest'
import { attendanceListPdf, findAttendanceMeeting, recordMark } from '~/domains/learning/index.server'
import { findProjectName } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import type { MeetingId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeBooking, makePerson } from '../support/factories'
import { readableText } from '../support/readable'
import { after, at, makeWorkshop, present } from '../support/workshop'

async function listOf(db: Db, meetingId: MeetingId) {
  const found = await findAttendanceMeeting(db, meetingId)
  if (found === undefined) throw new Error('No meeting')
  const project = found.projectId === null ? undefined : await findProjectName(db, found.projectId)
  const t = translator('sv')
  const texts = { language: 'sv', t: t('attendance'), common: t('common') } as const
  const { bytes } = await attendanceListPdf(db, found, { project, at: after }, texts)
  return { bytes, text: readableText(bytes).replaceAll(/\s+/g, ' '), project, title: found.title }
}
const nameOf = async (db: Db, personId: PersonId) => {
  const columns = ['given_name', 'family_name'] as const
  const row = await db.selectFrom('person').where('person_id', '=', personId).select(columns).executeTakeFirstOrThrow()
  return `${row.given_name} ${row.family_name}`
}

describe('the närvarolista', () => {
  it('is printed before the meeting with the project, the booked and empty rows, under the EU lock-up', async () => {
    const { db, meetingId, people } = await makeWorkshop({ people: 2 })
    const { text, project, title } = await listOf(db, meetingId)
    expect(project).toBeDefined()
    const unbroken = text.replaceAll(' ', '')
    expect(unbroken).toContain(`${project?.name},${project?.diarienr}`.replaceAll(' ', ''))
    expect(text).toContain(title)
    expect(text).toContain('20 min')
    expect(text).toMatch(/13\.00.16\.00/)
    expect(text).toMatch(/Medfinansieras av\s+Europeiska unionen/)
    expect(text).toContain('Deltagarens underskrift')
    expect(text).toContain('Ledarens underskrift och datum')
    for (const { personId } of people) expect(text).toContain(await nameOf(db, personId))
    expect(text).toContain('Utskriven')
  })

  it('shows after the confirmation what was recorded, and how, with the seal', async () => {
    const { db, leader, meetingId, people } = await makeWorkshop({ people: 2 })
    await recordMark(db, leader, meetingId, { ...present(at(people, 0).personId), method: 'lista' })
    await confirmMeeting(db, leader, { meetingId, now: after })
    const { text, bytes } = await listOf(db, meetingId)
    expect(text).toContain('Papperslista')
    expect(text).toContain('160')
    expect(text).toContain('frånvarande')
    expect(text).toMatch(/Bekräftad i portalen/)
    const again = await listOf(db, meetingId)
    expect(Buffer.compare(bytes, again.bytes)).toBe(0)
  })

  it('names a protected person by alias and leaves the employer out', async () => {
    const { db, leader, meetingId, occasionId, organisationId } = await makeWorkshop({ people: 0 })
    const person = await makePerson(db, { organisationId, protection: 'marked', familyName: 'Hemlighetsson' })
    await makeBooking(db, { occasionId, personId: person.personId, organisationId })
    const { alias } = await db
      .selectFrom('person')
      .where('person_id', '=', person.personId)
      .select('alias')
      .executeTakeFirstOrThrow()
    for (const confirm of [false, true]) {
      if (confirm) await confirmMeeting(db, leader, { meetingId, now: after })
      const { text } = await listOf(db, meetingId)
      expect(text).toContain(alias)
      expect(text).not.toContain('Hemlighetsson')
    }
  })
})
