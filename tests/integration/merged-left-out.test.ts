import { describe, expect, test } from 'vitest'
import { hashPassword, signIn } from '~/domains/identity/index.server'
import { canReviewStaff } from '~/domains/identity'
import { findProfileFacts, findStaffProfile } from '~/domains/insight/index.server'
import { participantScope, readParticipantFilter } from '~/domains/participation'
import {
  changeDates,
  findRecord,
  listFilterChoices,
  listOwnRecords,
  listParticipants,
  listReachedProjects,
  sumParticipants,
} from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { at, join, world } from '../support/participants'

const all = readParticipantFilter(new URLSearchParams())

async function mergeRows(db: Db, merged: Joined, kept: Joined) {
  await db
    .updateTable('participation')
    .set({ merged_into: kept.participationId })
    .where('participation_id', '=', merged.participationId)
    .execute()
  await db.updateTable('person').set({ merged_into: kept.personId }).where('person_id', '=', merged.personId).execute()
}
type Joined = Awaited<ReturnType<typeof join>>

describe('a person merged into another', () => {
  test('is in no list, no count and behind no address', async () => {
    const { db, one, two, projectId, office } = await world(await testDatabase())
    const kept = await join(db, projectId, one.organisationId, { familyName: 'Kvarn', minutes: 60 })
    const merged = await join(db, projectId, two.organisationId, { familyName: 'Borta', minutes: 45 })
    const chief = await makeActor(db, 'chef', { organisationId: two.organisationId })
    expect(canReviewStaff(chief)).toBe(true)
    expect(await findStaffProfile(db, chief, merged.personId, at)).toBeDefined()
    await mergeRows(db, merged, kept)
    const scope = participantScope(office)
    expect((await listParticipants(db, scope, projectId, all)).map((row) => row.personId)).toEqual([kept.personId])
    expect(await sumParticipants(db, scope, projectId, all)).toMatchObject({ participants: 1, found: 1, minutes: 60 })
    expect((await listFilterChoices(db, scope, projectId)).partners).toEqual([{ slug: one.slug, name: one.name }])
    expect(await findRecord(db, scope, merged.participationId)).toBeUndefined()
    expect(await listReachedProjects(db, participantScope(two.coordinator))).toEqual([])
    expect(await listOwnRecords(db, merged.personId)).toEqual([])
    expect(await findStaffProfile(db, chief, merged.personId, at)).toBeUndefined()
    expect((await findProfileFacts(db, merged.personId, '2025-03-24')).since).toBeNull()
    const dates = { participationId: merged.participationId, entryOn: '2024-01-10', exitOn: null, at }
    expect(await changeDates(db, office, dates)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('signs in no more and is told why, once the password is right', async () => {
    const { db, one, projectId } = await world(await testDatabase())
    const { pool } = await openedDatabase()
    const kept = await join(db, projectId, one.organisationId)
    const merged = await join(db, projectId, one.organisationId)
    const password = 'ett långt lösenord'
    await db
      .insertInto('account')
      .values({ person_id: merged.personId, password_hash: await hashPassword(password) })
      .execute()
    const attempt = (typed: string) =>
      signIn(db, pool, { email: merged.email, password: typed, address: '192.0.2.77', at })
    expect(await attempt(password)).toMatchObject({ ok: true })
    await mergeRows(db, merged, kept)
    expect(await attempt(password)).toEqual({ ok: false, refusal: 'merged' })
    expect(await attempt('ett annat lösenord')).toEqual({ ok: false, refusal: 'wrong-credentials' })
    await db.updateTable('account').set({ disabled_at: at }).where('person_id', '=', merged.personId).execute()
    expect(await attempt(password)).toEqual({ ok: false, refusal: 'merged' })
    await db.updateTable('person').set({ merged_into: null }).where('person_id', '=', merged.personId).execute()
    expect(await attempt(password)).toEqual({ ok: false, refusal: 'wrong-credentials' })
  })
})
