import fc from 'fast-check'
import { type LogEvent, Kysely, PostgresDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db, Schema } from '~db/schema'
import type { LectureId, PersonId } from '~/shared/ids'
import type { SecondRange } from '~/shared/ranges'
import { findWatch, listWatches, recordHeartbeat } from '~/domains/learning/store/watch.server'
import { type WatchState, acceptBeat } from '~/domains/learning/watch-rules'
import { openedDatabase, testDatabase } from '../support/database'
import { makeLecture, makeOrganisation, makePerson } from '../support/factories'

const at = (second: number) => new Date(Date.UTC(2025, 2, 24, 8) + second * 1000)
const absent = '00000000-0000-4000-8000-000000000000' as LectureId

async function viewer(db: Db) {
  const { organisationId } = await makeOrganisation(db)
  const { personId } = await makePerson(db, { organisationId })
  const { lectureId } = await makeLecture(db, { durationSeconds: 300.4 })
  const ids = {
    personId: personId as PersonId,
    lectureId: lectureId as LectureId,
  }
  const beat = (second: number, ranges: SecondRange[], more: { rate?: number; position?: number } = {}) =>
    recordHeartbeat(db, {
      ...ids,
      ranges,
      rate: more.rate ?? 1,
      positionSeconds: more.position ?? ranges.at(-1)?.[1] ?? 0,
      now: at(second),
    })
  return { ...ids, beat }
}

describe('a heartbeat', () => {
  it('is one statement, for the first beat and for the next', async () => {
    const { pool } = await openedDatabase()
    const statements: string[] = []
    const log = (event: LogEvent) => void statements.push(event.query.sql)
    const counted: Db = new Kysely<Schema>({
      dialect: new PostgresDialect({ pool }),
      log,
    })
    const { personId, lectureId } = await viewer(await testDatabase())
    const beat = { personId, lectureId, positionSeconds: 10, rate: 1 }
    await recordHeartbeat(counted, { ...beat, ranges: [], now: at(0) })
    await recordHeartbeat(counted, { ...beat, ranges: [[0, 10]], now: at(10) })
    expect(statements).toHaveLength(2)
    expect((await findWatch(await testDatabase(), personId, lectureId))?.watched).toEqual([[0, 10]])
  })

  it('adds up ordinary play and remembers the position', async () => {
    const { personId, lectureId, beat } = await viewer(await testDatabase())
    await beat(0, [])
    await beat(10, [[0, 10]])
    await beat(20, [[0, 20]])
    expect(await beat(40, [[100, 110]], { position: 110.4 })).toEqual({
      watched: [
        [0, 20],
        [100, 110],
      ],
      positionSeconds: 110.4,
    })
    const listed = await listWatches(await testDatabase(), personId)
    expect(listed).toMatchObject([{ lectureId, positionSeconds: 110.4, lastBeatAt: at(40) }])
  })

  it('counts play at twice the speed, and no faster', async () => {
    const { beat } = await viewer(await testDatabase())
    await beat(0, [], { rate: 2 })
    expect((await beat(10, [[0, 20]], { rate: 2 }))?.watched).toEqual([[0, 20]])
    expect((await beat(20, [[0, 180]], { rate: 16 }))?.watched).toEqual([[0, 50]])
  })

  it('cuts forged ranges to the clock and to the lecture', async () => {
    const { beat } = await viewer(await testDatabase())
    expect((await beat(0, [[0, 300]]))?.watched).toEqual([[0, 5]])
    expect((await beat(1, [[-50, 2_000_000_000]]))?.watched).toEqual([[0, 6]])
    const last = await beat(11, [[290, 5000]], { position: 99_999 })
    expect(last).toEqual({
      watched: [
        [0, 6],
        [290, 300],
      ],
      positionSeconds: 300.4,
    })
  })

  it('gives nothing for a storm of beats at one moment', async () => {
    const { beat } = await viewer(await testDatabase())
    await Promise.all(Array.from({ length: 40 }, (_, index) => beat(0, [[index * 7, index * 7 + 7]], { rate: 2 })))
    const after = await beat(0, [])
    expect(after?.watched.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThanOrEqual(10)
  })

  it('makes nothing of duplicates and takes late beats in any order', async () => {
    const { beat } = await viewer(await testDatabase())
    await beat(0, [])
    await beat(30, [[20, 30]])
    await beat(30, [[20, 30]])
    await beat(30.2, [[0, 10]])
    expect((await beat(30.4, [[10, 20]]))?.watched).toEqual([[0, 30]])
  })

  it('keeps what two tabs play at once', async () => {
    const { personId, lectureId, beat } = await viewer(await testDatabase())
    await beat(0, [])
    await Promise.all([beat(60, [[0, 20]]), beat(60, [[100, 120]]), beat(60, [[110, 125]])])
    expect((await findWatch(await testDatabase(), personId, lectureId))?.watched).toEqual([
      [0, 20],
      [100, 125],
    ])
  })

  it('pays two tabs that beat side by side no faster than one', async () => {
    const { personId, lectureId, beat } = await viewer(await testDatabase())
    await beat(0, [])
    for (let now = 10; now <= 60; now += 10) {
      await Promise.all([beat(now, [[0, now]]), beat(now, [[100, 100 + now]]), beat(now, [[200, 200 + now]])])
      const { watched } = (await findWatch(await testDatabase(), personId, lectureId)) ?? { watched: [] }
      expect(watched.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThanOrEqual(now + 5)
    }
  })

  it('keeps persons and lectures apart', async () => {
    const db = await testDatabase()
    const first = await viewer(db)
    const second = await viewer(db)
    await first.beat(0, [[0, 5]])
    expect(await findWatch(db, second.personId, first.lectureId)).toBeUndefined()
    expect(await listWatches(db, second.personId)).toEqual([])
  })

  it('knows no absent lecture', async () => {
    const db = await testDatabase()
    const { personId } = await viewer(db)
    const beat = {
      personId,
      lectureId: absent,
      ranges: [],
      positionSeconds: 0,
      rate: 1,
      now: at(0),
    }
    expect(await recordHeartbeat(db, beat)).toBeUndefined()
  })

  it('decides as the rule does, whatever comes', async () => {
    const db = await testDatabase()
    const range = fc.tuple(fc.integer({ min: -10, max: 320 }), fc.integer({ min: -10, max: 320 }))
    const claim = fc.record({
      wait: fc.integer({ min: 0, max: 60 }),
      ranges: fc.array(range, { maxLength: 5 }),
      rate: fc.constantFrom(0.5, 1, 2, 4),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 6 }), async (claims) => {
        const { beat } = await viewer(db)
        let state: WatchState | undefined
        let clock = 0
        for (const { wait, ranges, rate } of claims) {
          clock += wait
          state = acceptBeat(state, { ranges, positionSeconds: 7, rate, now: at(clock) }, 300.4)
          expect((await beat(clock, ranges, { rate, position: 7 }))?.watched).toEqual(state.watched)
        }
      }),
      { numRuns: 30 },
    )
  })
})
