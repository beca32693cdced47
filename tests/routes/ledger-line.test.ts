import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { recordMark } from '~/domains/learning/index.server'
import { makeBatch, stateTime, findProjectByDiarienr } from '~/domains/participation/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { action, loader } from '~/routes/ledger-line'
import type { PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import {
  makeActor,
  makeLockedMonth,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeSignedMonth,
  makeTimeEntry,
} from '../support/factories'
import { ask } from '../support/ask'
import { scbTemplate, vault } from '../support/reports'
import { makeWorkplace, month, stateOf } from '../support/workplace'
import { after, at as item, makeWorkshop, present } from '../support/workshop'

const read = async (personId: PersonId, id: string) => {
  const answer = await ask(loader, personId, paths.ledgerLine(id), { id })
  return { ...answer, page: answer.status === 200 ? JSON.parse(answer.text).page : undefined }
}
const send = (actor: Actor, id: string, form: Record<string, string>) =>
  ask(action, actor.personId, paths.ledgerLine(id), { id }, { intent: 'correct', timeType: 'schemalagd', ...form })

async function makeLine() {
  const place = await makeWorkplace()
  const { db, projectId, organisationId } = place
  const { personId, participationId } = await place.join()
  const { timeEntryId } = await makeTimeEntry(db, { personId, projectId, minutes: 95, title: 'Workshop om stöttning' })
  const coordinator = await makeActor(db, 'projektkoordinator', { organisationId })
  const auditor = await makeActor(db, 'revisor')
  return { ...place, personId, participationId, timeEntryId, coordinator, auditor }
}

describe('a line of the ledger', () => {
  test('opens for the participant, the partner’s coordinator, the office and auditors, and for nobody else', async () => {
    const { db, personId, timeEntryId, coordinator, auditor, office, chief, organisationId } = await makeLine()
    for (const reader of [personId, coordinator.personId, auditor.personId, office.personId]) {
      const { status, page } = await read(reader, timeEntryId)
      expect(status).toBe(200)
      expect(page).toMatchObject({ title: 'Workshop om stöttning', minutes: 95, workedOn: '2025-03-12' })
      expect(page.link).toMatchObject({ position: 1, length: 1, previousHash: null, holds: true })
    }
    const { organisationId: elsewhere } = await makeOrganisation(db)
    const colleague = await makePerson(db, { organisationId })
    const stranger = await makeActor(db, 'projektkoordinator', { organisationId: elsewhere })
    for (const other of [chief.personId, colleague.personId, stranger.personId])
      expect((await read(other, timeEntryId)).status).toBe(404)
    expect((await read(office.personId, randomUUID())).status).toBe(404)
    expect((await read(office.personId, 'rad')).status).toBe(404)
  })

  test('of a meeting shows the mark and the leader’s confirmation', async () => {
    const { db, leader, meetingId, people, title } = await makeWorkshop()
    const { personId } = item(people, 0)
    await recordMark(db, leader, meetingId, present(personId))
    await confirmMeeting(db, leader, { meetingId, now: after })
    const { time_entry_id: id } = await db
      .selectFrom('time_entry')
      .where('person_id', '=', personId)
      .select('time_entry_id')
      .executeTakeFirstOrThrow()
    const { page } = await read(personId, id)
    expect(page.evidence).toMatchObject({
      kind: 'attendance',
      activityTitle: title,
      breakMinutes: 20,
      method: 'ledare',
      confirmedSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(page.evidence.confirmedBy).toBe(page.evidence.markedBy)
  })

  test('of an own statement says that it is one', async () => {
    const { db, diarienr, join } = await makeWorkplace()
    const { personId } = await join()
    const project = await findProjectByDiarienr(db, diarienr)
    if (project === undefined) throw new Error('No project')
    const statement = { workedOn: '2025-03-11', minutes: 40, timeType: 'resa' as const, title: 'Resa till Uddevalla' }
    await stateTime(db, personId, project, { ...statement, key: randomUUID(), at: after })
    const line = await db
      .selectFrom('time_entry')
      .where('person_id', '=', personId)
      .select('time_entry_id')
      .executeTakeFirstOrThrow()
    const { page } = await read(personId, line.time_entry_id)
    expect(page).toMatchObject({ sourceKind: 'statement', timeType: 'resa', evidence: null })
    expect(page.recordedBy).toBe(page.name)
  })

  test('leads to the locked figure and the file it went into, and says when it came after the lock', async () => {
    const { db, projectId, personId, participationId, timeEntryId, office, auditor } = await makeLine()
    await makeSignedMonth(db, { personId, projectId, office })
    await makeLockedMonth(db, { projectId, office })
    const made = await makeBatch(db, office, vault, {
      projectId,
      month,
      seenNumber: 0,
      template: scbTemplate(),
      acknowledged: [participationId],
      at: after,
    })
    if (!made.ok) throw new Error(`No file: ${made.refusal}`)
    const late = await makeTimeEntry(db, { personId, projectId, minutes: 30, workedOn: '2025-03-20' })
    const { page } = await read(auditor.personId, timeEntryId)
    expect(page.figures).toEqual([
      expect.objectContaining({ generation: 1, includes: true, batchId: made.value.batchId, batchPosition: 1 }),
    ])
    expect(page.may).toMatchObject({ correct: false, readReports: true })
    expect(page.isLocked).toBe(true)
    expect(page.events.map((event: { kind: string }) => event.kind)).toContain('last')
    expect(page.isReportable).toBe(true)
    const arrived = await read(auditor.personId, late.timeEntryId)
    expect(arrived.page.figures).toEqual([expect.objectContaining({ generation: 1, includes: false })])
  })

  test('shows a row that was changed behind the portal’s back', async () => {
    const { db, auditor, timeEntryId } = await makeLine()
    await db.transaction().execute(async (tx) => {
      const { sql } = await import('kysely')
      await sql`alter table time_entry disable trigger user`.execute(tx)
      await sql`update time_entry set minutes = 96 where time_entry_id = ${timeEntryId}`.execute(tx)
      await sql`alter table time_entry enable trigger user`.execute(tx)
    })
    expect((await read(auditor.personId, timeEntryId)).page.link.holds).toBe(false)
  })

  test('of a protected person tells others neither day, title, evidence nor name', async () => {
    const { db, projectId, organisationId, office } = await makeLine()
    const { personId, familyName } = await makePerson(db, { organisationId, protection: 'protected' })
    await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    const { timeEntryId } = await makeTimeEntry(db, { personId, projectId, title: 'Träff på Ekskolan' })
    const { page, text } = await read(office.personId, timeEntryId)
    expect(page).toMatchObject({ isVeiled: true, title: null, workedOn: null, time: null, evidence: null, minutes: 60 })
    expect(text).not.toContain(familyName)
    expect(text).not.toContain('Ekskolan')
    expect(text).not.toContain('2025-03-12')
    expect((await read(personId, timeEntryId)).page.title).toBe('Träff på Ekskolan')
    const reason = 'Träffen blev kortare än planerat'
    expect((await send(office, timeEntryId, { minutes: '50', reason })).status).toBe(302)
    const renewed = await db
      .selectFrom('time_entry')
      .where('corrects_id', '=', timeEntryId)
      .where('minutes', '=', 50)
      .select('worked_on')
      .execute()
    expect(renewed).toEqual([{ worked_on: '2025-03-12' }])
  })
})

describe('correcting a line', () => {
  const reason = 'Deltagaren gick klockan elva'

  test('writes a contra entry and a new one, opens the month and tells the participant', async () => {
    const { db, projectId, personId, timeEntryId, coordinator } = await makeLine()
    await makeSignedMonth(db, { personId, projectId })
    const sent = await send(coordinator, timeEntryId, { minutes: '60', workedOn: '2025-03-12', reason })
    expect(sent.status).toBe(302)
    const renewed = sent.to?.split('/').at(-1) ?? ''
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    const notices = await db
      .selectFrom('outbox')
      .where('person_id', '=', personId)
      .select(['kind', 'payload'])
      .execute()
    expect(notices).toEqual([
      { kind: 'time-corrected', payload: expect.objectContaining({ timeEntryId: renewed, reason, month }) },
    ])
    const original = await read(personId, timeEntryId)
    expect(original.page).toMatchObject({ isCorrected: true, minutes: 95 })
    expect(original.page.related.map((line: { minutes: number }) => line.minutes)).toEqual([-95, 60])
    expect(original.page.log).toEqual([expect.objectContaining({ action: 'time-entry.corrected', reason })])
    expect((await read(personId, renewed)).page.related).toEqual([
      expect.objectContaining({ relation: 'corrects', timeEntryId }),
    ])
    const again = await send(coordinator, timeEntryId, { minutes: '50', workedOn: '2025-03-12', reason })
    expect(again.status).toBe(400)
    expect(again.text).toContain('redan rättad')
  })

  test('refuses with a sentence that says what to do, and keeps what was written', async () => {
    const { db, timeEntryId, office } = await makeLine()
    const faults = [
      [{ minutes: '60', workedOn: '2025-03-12', reason: 'fel' }, 'tio tecken'],
      [{ minutes: 'en timme', workedOn: '2025-03-12', reason }, 'heltal'],
      [{ minutes: '', workedOn: '2025-03-12', reason }, 'heltal'],
      [{ minutes: '60', workedOn: '2025-02-30', reason }, 'ÅÅÅÅ-MM-DD'],
      [{ minutes: '60', workedOn: '2012-03-12', reason }, 'utanför projektets tid'],
      [{ minutes: '95', workedOn: '2025-03-12', reason }, 'Ingenting är ändrat'],
    ] as const
    for (const [form, sentence] of faults) {
      const answer = await send(office, timeEntryId, form)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(sentence)
      expect(answer.text).toContain(form.reason)
    }
    const lines = await db.selectFrom('time_entry').where('corrects_id', '=', timeEntryId).selectAll().execute()
    expect(lines).toEqual([])
  })

  test('is not for auditors, the participant, or another partner’s coordinator, nor for one’s own time', async () => {
    const { db, projectId, organisationId, personId, timeEntryId, auditor, coordinator } = await makeLine()
    const form = { minutes: '60', workedOn: '2025-03-12', reason }
    const { actor: participant } = await makePerson(db, { organisationId })
    expect((await send(auditor, timeEntryId, form)).status).toBe(403)
    expect((await send(participant, timeEntryId, form)).status).toBe(403)
    expect((await send({ ...participant, personId }, timeEntryId, form)).status).toBe(403)
    const { organisationId: elsewhere } = await makeOrganisation(db)
    const stranger = await makeActor(db, 'projektkoordinator', { organisationId: elsewhere })
    expect((await send(stranger, timeEntryId, form)).status).toBe(404)
    await makeParticipation(db, { projectId, personId: coordinator.personId, partnerId: organisationId })
    const own = await makeTimeEntry(db, { personId: coordinator.personId, projectId })
    const refused = await send(coordinator, own.timeEntryId, form)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('av någon annan')
    expect((await read(coordinator.personId, own.timeEntryId)).page.may.correct).toBe(false)
  })
})
