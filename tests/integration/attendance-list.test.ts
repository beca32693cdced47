import { describe, expect, it } from 'vitest'
import {
  attendanceListPdf,
  attendanceListTable,
  findAttendanceMeeting,
  recordMark,
} from '~/domains/learning/index.server'
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
  const table = await attendanceListTable(db, found, { project }, texts)
  return { bytes, text: readableText(bytes).replaceAll(/\s+/g, ' '), project, title: found.title, table }
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
    const { text, bytes, table, project } = await listOf(db, meetingId)
    expect(text).toContain('Papperslista')
    expect(text).toContain('160')
    expect(text).toContain('frånvarande')
    expect(text).toMatch(/Bekräftad i portalen/)
    expect(table.headings.join(';')).toBe(
      'Diarienummer;Projekt;Aktivitet;Typ;Form;Plats;Datum;Start;Slut;Rast (minuter);Ledare;Nummer;Namn;Arbetsgivare;Närvaro;Minuter;Underskrift;Bekräftad;Bekräftad av;Kontrollsumma',
    )
    const first = await nameOf(db, at(people, 0).personId)
    expect(table.rows).toHaveLength(2)
    const attended = table.rows.find((row) => row[12] === first)
    expect([attended?.[0], ...(attended?.slice(14, 17) ?? [])]).toEqual([
      project?.diarienr,
      'närvarande',
      160,
      'Papperslista',
    ])
    expect(table.rows.find((row) => row[12] !== first)?.slice(14, 17)).toEqual(['frånvarande', 0, ''])
    expect(table.rows.every((row) => /^[0-9a-f]{64}$/.test(String(row[19])))).toBe(true)
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
      const { text, table } = await listOf(db, meetingId)
      expect(text).toContain(alias)
      expect(text).not.toContain('Hemlighetsson')
      expect(JSON.stringify(table.rows)).toContain(alias)
      expect(JSON.stringify(table.rows)).not.toContain('Hemlighetsson')
    }
  })
})
