import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  attestAsOffice,
  creditAttendance,
  findPersonMonth,
  findProjectMonth,
  listBatches,
  lockMonth,
  lockNextPart,
  reopenMonth,
  signMonth,
  verifyChain,
  withdrawSignature,
} from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import { makeSignedMonth, makeTimeEntry } from '../support/factories'
import { reportWorld } from '../support/reports'

const month = '2025-03'
const at = new Date('2025-04-02T08:00:00Z')
const rounds = Array.from({ length: 6 }, (_, round) => round)

/** A project without attestation, where three people have two hours each in March, and two of them have signed. */
async function makeGround() {
  const world = await reportWorld(await testDatabase())
  const { db, projectId, office } = world
  await db.updateTable('project').set({ attestation: false }).where('project_id', '=', projectId).execute()
  const joined = [await world.join(), await world.join(), await world.join()] as const
  for (const { personId } of joined) await makeTimeEntry(db, { personId, projectId, minutes: 120 })
  const [first, second, third] = [joined[0].personId, joined[1].personId, joined[2].personId]
  await makeSignedMonth(db, { personId: first, projectId, attested: false })
  await makeSignedMonth(db, { personId: second, projectId, attested: false })
  const lock = () => lockMonth(db, office, { projectId, month, leftOut: 3, acknowledged: true, at })
  const reopen = () => reopenMonth(db, office, { projectId, month, reason: 'Tid kom efter låsningen', at })
  const seen = (await findPersonMonth(db, projectId, third, month))?.linesSha256 ?? ''
  const sign = () => signMonth(db, { personId: third, projectId, month, seen, at })
  const attend = (personId: PersonId) => {
    const startsAt = new Date('2025-03-20T13:00:00Z')
    const items = [
      {
        sourceId: randomUUID(),
        title: 'Träff',
        timeType: 'schemalagd' as const,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 45 * 60_000),
        minutes: 45,
      },
    ]
    return db
      .transaction()
      .execute((tx) =>
        creditAttendance(tx, { personId, projectId, items, recordedBy: office.personId, recordedAt: at }),
      )
  }
  const figures = () =>
    db
      .selectFrom('month_figure')
      .where('project_id', '=', projectId)
      .select(['person_id', 'generation', 'registered_minutes', 'reported_minutes'])
      .execute()
  const minutes = async () => {
    const rows = await db.selectFrom('time_entry').where('project_id', '=', projectId).select('minutes').execute()
    return rows.reduce((sum, row) => sum + row.minutes, 0)
  }
  const events = (kind: 'last' | 'exporterad' | 'oppnad') =>
    db
      .selectFrom('month_event')
      .where('project_id', '=', projectId)
      .where('kind', '=', kind)
      .select(['person_id', 'minutes'])
      .execute()
  const whole = async () => expect(await verifyChain(db, { projectId })).toMatchObject({ whole: true, people: 3 })
  return { ...world, first, second, third, lock, reopen, sign, attend, figures, minutes, events, whole }
}

test.each(rounds)('two who lock the same month: one does, the other is told (%i)', async (round) => {
  const { db, projectId, lock, figures, events, whole } = await makeGround()
  // Every other time the row of the month is there before them, so that none waits for the other's insert.
  if (round % 2 === 1) {
    const standing = { project_id: projectId, month, state: 'oppen' as const, changed_at: at, changed_by: null }
    await db.insertInto('project_month').values(standing).execute()
  }
  const outcomes = await Promise.all([lock(), lock(), lock()])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toBe('already-locked')
  expect(await findProjectMonth(db, projectId, month)).toMatchObject({ state: 'last', generation: 1 })
  expect(await figures()).toHaveLength(2)
  expect(await events('last')).toHaveLength(2)
  await whole()
})

test.each(rounds)(
  'who signs while it is locked is either in the lock or told that it is locked (%i)',
  async (round) => {
    const { db, projectId, first, third, lock, sign, figures, whole } = await makeGround()
    const [locked, signed] = round % 2 === 0 ? await Promise.all([lock(), sign()]) : await inOtherOrder(lock, sign)
    expect(locked.ok).toBe(true)
    const frozen = (await figures()).map((row) => row.person_id)
    expect(frozen).toContain(first)
    expect(frozen.includes(third)).toBe(signed.ok)
    if (!signed.ok) expect(signed.refusal).toBe('locked')
    expect(await findPersonMonth(db, projectId, third, month)).toMatchObject({ state: signed.ok ? 'last' : 'oppen' })
    await whole()
  },
)

async function inOtherOrder<A, B>(one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  const later = other()
  return [await one(), await later]
}

test.each(rounds)(
  'time that arrives while it is locked is in the ledger, and in no figure that was not signed (%i)',
  async (round) => {
    const { db, projectId, first, lock, attend, figures, minutes, whole } = await makeGround()
    if (round % 2 === 0) await Promise.all([lock(), attend(first)])
    else await inOtherOrder(lock, () => attend(first))
    expect(await minutes()).toBe(405)
    const own = await findPersonMonth(db, projectId, first, month)
    const frozen = (await figures()).find((row) => row.person_id === first)
    if (frozen === undefined) expect(own?.state).toBe('oppen')
    else {
      expect(frozen.registered_minutes).toBe(120)
      expect(own).toMatchObject({ state: 'last', minutes: 165 })
    }
    await whole()
  },
)

test.each(rounds)(
  'time that arrives while it is exported stays out of the file and stays in the ledger (%i)',
  async () => {
    const { db, projectId, first, second, lock, make, attend, minutes, events, whole } = await makeGround()
    expect(await lock()).toMatchObject({ ok: true })
    const [made] = await Promise.all([make(month), attend(first), attend(second)])
    expect(made).toMatchObject({ ok: true, value: { number: 1 } })
    expect(await minutes()).toBe(450)
    const [batch, ...more] = await listBatches(db, projectId)
    expect(more).toEqual([])
    expect(batch).toMatchObject({ state: 'klar', rowCount: 2, reportedMinutes: 240 })
    expect((await events('exporterad')).map((event) => event.minutes)).toEqual([120, 120])
    await whole()
  },
)

test.each(rounds)('two who make the same file: one is made, the other is told (%i)', async () => {
  const { db, projectId, lock, make, events, whole } = await makeGround()
  await lock()
  const outcomes = await Promise.all([make(month), make(month), make(month)])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toBe('changed')
  expect(await listBatches(db, projectId)).toHaveLength(1)
  expect(await events('exporterad')).toHaveLength(2)
  await whole()
})

test.each(rounds)('opened while it is exported: the file is refused, or made and asked for again (%i)', async () => {
  const { db, projectId, lock, make, reopen, events, whole } = await makeGround()
  await lock()
  const [made, opened] = await Promise.all([make(month), reopen()])
  expect(opened.ok).toBe(true)
  const states = (await listBatches(db, projectId)).map(({ state }) => state).toSorted()
  if (made.ok) expect(states).toEqual(['klar', 'koad'])
  else {
    expect(made.refusal).toBe('not-locked')
    expect(states).toEqual([])
  }
  expect(await events('exporterad')).toHaveLength(made.ok ? 2 : 0)
  expect(await events('oppnad')).toHaveLength(2)
  expect(await findProjectMonth(db, projectId, month)).toMatchObject({ state: 'oppen', generation: 1 })
  await whole()
})

test.each(rounds)(
  'attested in bulk while one withdraws: that month is open, the other attested once (%i)',
  async (round) => {
    const { db, projectId, office, first, second, whole } = await makeGround()
    await db.updateTable('project').set({ attestation: true }).where('project_id', '=', projectId).execute()
    const keys = [first, second].map((personId) => ({ projectId, personId, month }))
    const attest = () => attestAsOffice(db, office, { keys, reason: 'Ingen annan kan attestera', at })
    const withdraw = () => withdrawSignature(db, { personId: first, projectId, month, reason: 'Jag gick tidigare', at })
    const [attested, withdrawn, again] =
      round % 2 === 0
        ? await Promise.all([attest(), withdraw(), attest()])
        : await Promise.all([attest(), attest(), withdraw()]).then(([one, two, three]) => [one, three, two] as const)
    expect(withdrawn.ok).toBe(true)
    const done = [attested, again].flatMap((outcome) => (outcome.ok ? outcome.value.done : []))
    const { rows } = await sql<{ person_id: PersonId; kind: string }>`
    select event.person_id, event.kind from month_event event join ledger_link link on link.row_id = event.month_event_id
    where event.project_id = ${projectId} and event.kind in ('attesterad', 'aterlamnad') order by link.position`.execute(
      db,
    )
    const kinds = (personId: PersonId) => rows.filter((row) => row.person_id === personId).map((row) => row.kind)
    const wasAttested = done.some((one) => one.personId === first)
    expect(kinds(first)).toEqual(wasAttested ? ['attesterad', 'aterlamnad'] : ['aterlamnad'])
    expect(kinds(second)).toEqual(['attesterad'])
    expect(done).toHaveLength(wasAttested ? 2 : 1)
    expect((await findPersonMonth(db, projectId, first, month))?.state).toBe('oppen')
    expect((await findPersonMonth(db, projectId, second, month))?.state).toBe('attesterad')
    await whole()
  },
)

test.each(rounds)('a big month is taken on by several at once: everybody is locked once (%i)', async () => {
  const { db, projectId, office, figures, events, whole } = await makeGround()
  const begun = {
    state: 'laser' as const,
    generation: 1,
    locking_total: 2,
    changed_at: at,
    changed_by: office.personId,
  }
  await db
    .insertInto('project_month')
    .values({ project_id: projectId, month, ...begun })
    .execute()
  const next = () => lockNextPart(db, { projectId, month, by: office.personId, at })
  const outcomes = await Promise.all([next(), next(), next()])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await figures()).toHaveLength(2)
  expect(await events('last')).toHaveLength(2)
  expect(await findProjectMonth(db, projectId, month)).toMatchObject({ state: 'last', lockedCount: 2 })
  await whole()
})
