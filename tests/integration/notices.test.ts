import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countUnreadNotices, enqueueNotice, listNotices, markNoticesRead } from '~/domains/notice/index.server'
import { testDatabase } from '../support/database'
import { makePerson } from '../support/factories'

const at = (day: number) => new Date(Date.UTC(2025, 2, day, 12))

test('an event gives one notice, to its person alone, newest first', async () => {
  const db = await testDatabase()
  const { personId } = await makePerson(db)
  const other = await makePerson(db)
  const sourceId = randomUUID()
  await enqueueNotice(db, {
    personId,
    kind: 'course-finished',
    sourceId,
    payload: { title: 'A' },
    createdAt: at(1),
  })
  await enqueueNotice(db, {
    personId,
    kind: 'course-finished',
    sourceId,
    payload: { title: 'B' },
    createdAt: at(2),
  })
  await enqueueNotice(db, {
    personId,
    kind: 'certificate',
    sourceId,
    payload: {},
    createdAt: at(3),
  })
  expect(await listNotices(db, personId, 10)).toEqual([
    expect.objectContaining({ kind: 'certificate', readAt: null }),
    expect.objectContaining({
      kind: 'course-finished',
      payload: { title: 'A' },
      createdAt: at(1),
    }),
  ])
  expect(await listNotices(db, personId, 1)).toHaveLength(1)
  expect(await listNotices(db, other.personId, 10)).toEqual([])
})

test('reading marks what was there, once, and nothing of others', async () => {
  const db = await testDatabase()
  const { personId } = await makePerson(db)
  const other = await makePerson(db)
  for (const person of [personId, other.personId]) {
    await enqueueNotice(db, {
      personId: person,
      kind: 'a',
      sourceId: randomUUID(),
      payload: {},
      createdAt: at(1),
    })
    await enqueueNotice(db, {
      personId: person,
      kind: 'a',
      sourceId: randomUUID(),
      payload: {},
      createdAt: at(5),
    })
  }
  expect(await countUnreadNotices(db, personId)).toBe(2)
  expect(await markNoticesRead(db, personId, at(2))).toBe(1)
  expect(await markNoticesRead(db, personId, at(3))).toBe(0)
  expect((await listNotices(db, personId, 10)).map((notice) => notice.readAt)).toEqual([null, at(2)])
  expect(await countUnreadNotices(db, other.personId)).toBe(2)
})
