import { expect, test } from 'vitest'
import { remindMonths } from '~/journeys/remind-months.server'
import type { PersonId } from '~/shared/ids'
import { makeActor, makeLockedMonth, makeOrganisation, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { makeWorkplace } from '../support/workplace'

const month = '2025-03'
const on = (day: string) => new Date(`${day}T08:00:00Z`)

async function makePast() {
  const place = await makeWorkplace()
  const { db, projectId, diarienr, organisationId } = place
  const { personId } = await place.join()
  await makeTimeEntry(db, { personId, projectId })
  const coordinator = await makeActor(db, 'projektkoordinator', { organisationId })
  const told = (of: PersonId) =>
    db
      .selectFrom('outbox')
      .where('person_id', '=', of)
      .where('kind', 'in', ['month-to-sign', 'months-to-attest'])
      .select(['kind', 'payload'])
      .orderBy('created_at')
      .execute()
  return { ...place, diarienr, personId, coordinator, told }
}

test('who has not signed the past month is reminded once a step, until it is signed', async () => {
  const { db, projectId, diarienr, personId, told } = await makePast()
  await remindMonths(db, on('2025-03-31'))
  expect(await told(personId)).toEqual([])
  for (const day of ['2025-04-01', '2025-04-01', '2025-04-02', '2025-04-13']) await remindMonths(db, on(day))
  expect(await told(personId)).toEqual([
    { kind: 'month-to-sign', payload: expect.objectContaining({ diarienr, month }) },
  ])
  await remindMonths(db, on('2025-04-14'))
  expect(await told(personId)).toHaveLength(2)
  await makeSignedMonth(db, { personId, projectId, attested: false, at: on('2025-04-15') })
  for (const day of ['2025-04-25', '2025-04-29']) await remindMonths(db, on(day))
  expect(await told(personId)).toHaveLength(2)
})

test('principals and coordinators are reminded of others’ signed months, until nothing waits', async () => {
  const { db, projectId, personId, chief, coordinator, told } = await makePast()
  const { organisationId: elsewhere } = await makeOrganisation(db)
  const stranger = await makeActor(db, 'chef', { organisationId: elsewhere })
  await remindMonths(db, on('2025-04-14'))
  expect(await told(chief.personId)).toEqual([])
  await makeSignedMonth(db, { personId, projectId, attested: false, at: on('2025-04-14') })
  await remindMonths(db, on('2025-04-14'))
  await remindMonths(db, on('2025-04-15'))
  for (const attester of [chief, coordinator])
    expect(await told(attester.personId)).toEqual([
      { kind: 'months-to-attest', payload: expect.objectContaining({ month, count: 1 }) },
    ])
  expect(await told(stranger.personId)).toEqual([])
  await db
    .updateTable('person_month')
    .set({ state: 'attesterad' })
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .execute()
  await remindMonths(db, on('2025-04-25'))
  expect(await told(chief.personId)).toHaveLength(1)
})

test('a locked month, a month long past and a month without attestation are not reminded of', async () => {
  const { db, projectId, personId, office, chief, join, told } = await makePast()
  await remindMonths(db, on('2025-05-20'))
  expect(await told(personId)).toEqual([])
  const other = await join()
  await makeTimeEntry(db, { personId: other.personId, projectId })
  await makeSignedMonth(db, { personId: other.personId, projectId, attested: false, at: on('2025-04-02') })
  await db.updateTable('project').set({ attestation: false }).where('project_id', '=', projectId).execute()
  await remindMonths(db, on('2025-04-14'))
  expect(await told(chief.personId)).toEqual([])
  expect(await told(personId)).toHaveLength(1)
  await makeLockedMonth(db, { projectId, office, at: on('2025-04-16') })
  await remindMonths(db, on('2025-04-25'))
  expect(await told(personId)).toHaveLength(1)
})
