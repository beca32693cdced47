import { describe, expect, test } from 'vitest'
import { recordAudit } from '~/domains/identity/index.server'
import { readAuditFilter } from '~/domains/insight'
import { listAuditLines } from '~/domains/insight/index.server'
import { recordMarks } from '~/domains/learning/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeParticipation, makeProject } from '../support/factories'
import { after, at, makeWorkshop, present } from '../support/workshop'

const chosen = (query: string) => readAuditFilter(new URLSearchParams(query))
const who = (actor: { givenName: string; familyName: string }) => `${actor.givenName} ${actor.familyName}`

describe('the log of the projects', () => {
  test('tells who did what about which meeting, and leads to it', async () => {
    const { db, leader, meetingId, title, people } = await makeWorkshop()
    await db.transaction().execute((tx) => recordMarks(tx, leader, meetingId, [present(at(people, 0).personId)]))
    await confirmMeeting(db, leader, { meetingId, now: after })
    const [newest] = await listAuditLines(db, chosen(''), 1)
    expect(newest).toMatchObject({
      action: 'meeting.confirmed',
      actor: who(leader),
      subject: `${title}, 2025-03-24`,
      subjectKind: 'meeting',
      subjectId: meetingId,
      happenedAt: after,
    })
    const found = async (query: string) =>
      (await listAuditLines(db, chosen(query), 1_000)).some(({ subjectId }) => subjectId === meetingId)
    expect(await found('slag=timmar&fran=2025-04-01&till=2025-04-01')).toBe(true)
    expect(await found('slag=rapporter')).toBe(false)
    expect(await found('till=2025-03-31')).toBe(false)
    expect(await found(`vem=${encodeURIComponent(leader.familyName.slice(0, 4))}`)).toBe(true)
    expect(await found('vem=%25')).toBe(false)
    expect(await found(`fore=${newest?.auditEventId ?? 0}`)).toBe(false)
  })

  test('calls a protected person by the alias alone, finds nobody by the hidden name, and leaves words about them out', async () => {
    const db = await testDatabase()
    const office = await makeActor(db, 'projektadministrator')
    const hidden = await makeActor(db)
    const { organisationId: partnerId } = await makeOrganisation(db)
    const { projectId } = await makeProject(db, { partnerIds: [partnerId] })
    const { participationId } = await makeParticipation(db, { projectId, personId: hidden.personId, partnerId })
    await db
      .updateTable('person')
      .set({ protection: 'marked', alias: `Deltagare W-${participationId.slice(0, 8)}` })
      .where('person_id', '=', hidden.personId)
      .execute()
    const event = { subjectKind: 'participation', subjectId: participationId, at: after } as const
    const reason = `${who(hidden)} slutade tidigare.`
    await recordAudit(db, { ...event, actorId: office.personId, action: 'participation.dates-changed', reason })
    await recordAudit(db, { ...event, actorId: hidden.personId, action: 'participation.imported' })
    const [own, byOffice] = await listAuditLines(db, chosen('slag=deltagare'), 2)
    expect(byOffice).toMatchObject({ subject: expect.stringMatching(/^Deltagare W-/) as string, reason: null })
    expect(own?.actor).toMatch(/^Deltagare W-/)
    const byName = await listAuditLines(db, chosen(`vem=${encodeURIComponent(hidden.familyName)}`), 1_000)
    expect(
      byName.filter((line) => line.subjectId === participationId && line.action === 'participation.imported'),
    ).toEqual([])
  })

  test('keeps sign-ins, looks at profiles and protection out', async () => {
    const db = await testDatabase()
    const someone = await makeActor(db)
    const subject = { subjectKind: 'person', subjectId: someone.personId, at: after }
    for (const action of ['session.started', 'profile.viewed', 'protected-name.revealed', 'own-copy.fetched'])
      await recordAudit(db, { actorId: someone.personId, action, ...subject })
    const lines = await listAuditLines(db, chosen(''), 1_000)
    expect(lines.filter(({ subjectId }) => subjectId === someone.personId)).toEqual([])
  })
})
