import { describe, expect, test } from 'vitest'
import { findStartGlance } from '~/domains/insight/index.server'
import { participantScope, readParticipantFilter } from '~/domains/participation'
import {
  acknowledgeInformation,
  countWaitingInformation,
  findInformation,
  findRecord,
  listInformation,
  listOwnInformation,
  listParticipants,
  publishInformation,
} from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { auditOf, join, world } from '../support/participants'

const text = (word: string) => `${word} `.repeat(80)
let count = 0
const dayAfterDay = () => new Date(Date.UTC(2025, 3, 1, 8) + 86_400_000 * count++)

async function newestOf(db: Db) {
  const newest = await findInformation(db)
  if (newest === undefined) throw new Error('No version.')
  return newest
}

async function ground() {
  const made = await world(await testDatabase())
  const { db, office } = made
  const publish = async (asksAgain: boolean, at = dayAfterDay()) => {
    const { version: basedOn } = await newestOf(db)
    const wish = { basedOn, sv: text(`svenska${count}`), en: text(`english${count}`), asksAgain, at }
    const outcome = await publishInformation(db, office, wish)
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.version
  }
  return { ...made, publish }
}

const everyone = readParticipantFilter(new URLSearchParams())
const unread = readParticipantFilter(new URLSearchParams('information=nej'))

describe('the information to participants', () => {
  test('comes with a first version in both languages', async () => {
    const { db } = await ground()
    const first = (await listInformation(db)).at(-1)
    expect(first).toMatchObject({ version: '1.0', publishedAt: null, publishedBy: null })
    expect(first?.wording.sv).toContain('SCB får en gång i månaden ditt personnummer')
    expect(first?.wording.en).toContain('Once a month SCB gets your identity number')
  })

  test('is acknowledged in every own record, with version and time, once', async () => {
    const { db, one, projectId, office } = await ground()
    const reader = await join(db, projectId, one.organisationId)
    const other = await join(db, projectId, one.organisationId)
    const { version } = await newestOf(db)
    const waiting = async () =>
      (await listParticipants(db, participantScope(office), projectId, unread)).map((row) => row.personId).sort()
    expect(await waiting()).toEqual([reader.personId, other.personId].sort())
    expect(await findStartGlance(db, reader.personId, { month: '2025-03', now: dayAfterDay() })).toMatchObject({
      informationWaits: true,
    })
    const first = dayAfterDay()
    expect(await acknowledgeInformation(db, reader.personId, { version, at: first })).toMatchObject({ ok: true })
    expect(await acknowledgeInformation(db, reader.personId, { version, at: dayAfterDay() })).toMatchObject({
      ok: true,
    })
    expect(await listOwnInformation(db, reader.personId)).toMatchObject([
      { version, acknowledgedAt: first, waits: false },
    ])
    expect(await findStartGlance(db, reader.personId, { month: '2025-03', now: first })).toMatchObject({
      informationWaits: false,
    })
    expect(await waiting()).toEqual([other.personId])
    const kept = await db
      .selectFrom('notice_acknowledgement')
      .where('participation_id', '=', reader.participationId)
      .select(['version', 'acknowledged_at'])
      .execute()
    expect(kept).toEqual([{ version, acknowledged_at: first }])
  })

  test('asks again after a version that says so, not after a small change, and keeps what was read', async () => {
    const { db, one, projectId, office, publish } = await ground()
    const reader = await join(db, projectId, one.organisationId)
    const scope = participantScope(office)
    const before = (await newestOf(db)).version
    const first = dayAfterDay()
    await acknowledgeInformation(db, reader.personId, { version: before, at: first })
    const small = await publish(false)
    expect(await findRecord(db, scope, reader.participationId)).toMatchObject({ informationWaits: false })
    const large = await publish(true)
    expect([small.split('.')[0], large.split('.')[1]]).toEqual([before.split('.')[0], '0'])
    expect(await findRecord(db, scope, reader.participationId)).toMatchObject({
      informationWaits: true,
      noticeVersion: before,
      noticeAckAt: first,
    })
    expect(await acknowledgeInformation(db, reader.personId, { version: before, at: dayAfterDay() })).toEqual({
      ok: false,
      refusal: 'newer',
    })
    await acknowledgeInformation(db, reader.personId, { version: large, at: dayAfterDay() })
    expect(await findRecord(db, scope, reader.participationId)).toMatchObject({
      informationWaits: false,
      noticeVersion: large,
    })
    const kept = await db
      .selectFrom('notice_acknowledgement')
      .where('participation_id', '=', reader.participationId)
      .select('version')
      .execute()
    expect(kept.map((row) => row.version).sort()).toEqual([before, large].sort())
  })

  test('does not ask those who had left before it was published', async () => {
    const { db, one, projectId, office, publish } = await ground()
    const left = await join(db, projectId, one.organisationId)
    await acknowledgeInformation(db, left.personId, { version: (await newestOf(db)).version, at: dayAfterDay() })
    await db
      .updateTable('participation')
      .set({ entry_on: '2024-01-10', exit_on: '2024-06-10' })
      .where('participation_id', '=', left.participationId)
      .execute()
    await publish(true)
    const rows = await listParticipants(db, participantScope(office), projectId, everyone)
    expect(rows.map((row) => row.informationWaits)).toEqual([false])
  })

  test('leaves merged records out of who has not', async () => {
    const { db, one, projectId } = await ground()
    const kept = await join(db, projectId, one.organisationId)
    const merged = await join(db, projectId, one.organisationId)
    const { diarienr } = await db
      .selectFrom('project')
      .where('project_id', '=', projectId)
      .select('diarienr')
      .executeTakeFirstOrThrow()
    const counts = async () => (await countWaitingInformation(db)).find((row) => row.diarienr === diarienr)
    expect(await counts()).toMatchObject({ participants: 2, waiting: 2 })
    await db
      .updateTable('participation')
      .set({ merged_into: kept.participationId })
      .where('participation_id', '=', merged.participationId)
      .execute()
    expect(await counts()).toMatchObject({ participants: 1, waiting: 1 })
    await acknowledgeInformation(db, merged.personId, { version: (await newestOf(db)).version, at: dayAfterDay() })
    expect(await listOwnInformation(db, merged.personId)).toEqual([])
    const row = await db
      .selectFrom('participation')
      .where('participation_id', '=', merged.participationId)
      .select('notice_ack_at')
      .executeTakeFirstOrThrow()
    expect(row.notice_ack_at).toBeNull()
  })
})

describe('publishing', () => {
  test('is for the office, is logged, and a published version stands', async () => {
    const { db, office, auditor, one, publish } = await ground()
    const { version: basedOn } = await newestOf(db)
    const wish = { basedOn, sv: text('ny'), en: text('new'), asksAgain: true, at: dayAfterDay() }
    for (const actor of [auditor, one.coordinator])
      expect(await publishInformation(db, actor, wish)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect((await newestOf(db)).version).toBe(basedOn)
    const version = await publish(true)
    expect(await auditOf(db, version)).toMatchObject([{ action: 'information.published', actor_id: office.personId }])
    await expect(
      db.updateTable('notice_version').set({ ask_again: false }).where('version', '=', version).execute(),
    ).rejects.toThrow()
  })

  test('twice with the same form makes one version; with an older text in hand it is refused', async () => {
    const { db, office } = await ground()
    const { version: basedOn } = await newestOf(db)
    const wish = { basedOn, sv: text('dubbel'), en: text('double'), asksAgain: false, at: dayAfterDay() }
    const [first, second] = [
      await publishInformation(db, office, wish),
      await publishInformation(db, office, { ...wish, at: dayAfterDay() }),
    ]
    expect(first.ok).toBe(true)
    expect(second).toEqual({ ok: false, refusal: 'same' })
    const late = { ...wish, sv: text('sen'), at: dayAfterDay() }
    expect(await publishInformation(db, office, late)).toEqual({ ok: false, refusal: 'newer' })
    const bad = { ...wish, basedOn: (await newestOf(db)).version, en: ' ' }
    expect(await publishInformation(db, office, bad)).toEqual({ ok: false, refusal: 'faults' })
  })
})
