import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { lockMonth, makeBatch, reopenMonth } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeSignedMonth, makeTimeEntry } from '../support/factories'
import { reportWorld, scbTemplate, vault } from '../support/reports'

const month = '2025-03'
const at = new Date('2025-04-02T08:00:00Z')

/** Counts what a database is asked. */
function counted(db: Db): { db: Db; take: () => number } {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const take = () => {
    const taken = count
    count = 0
    return taken
  }
  return { db: db.withPlugin(plugin) as Db, take }
}

/** How many statements each step of closing a month takes with so many participants. */
async function statementsWith(people: number): Promise<number[]> {
  const world = await reportWorld(await testDatabase())
  const { projectId, office } = world
  await world.db.updateTable('project').set({ attestation: false }).where('project_id', '=', projectId).execute()
  for (let index = 0; index < people; index += 1) {
    const { personId } = await world.join()
    await makeTimeEntry(world.db, { personId, projectId, minutes: 120 })
    await makeSignedMonth(world.db, { personId, projectId, attested: false })
  }
  const { db, take } = counted(world.db)
  const common = { projectId, month, at }
  const steps = [
    () => lockMonth(db, office, { ...common, leftOut: 0, acknowledged: false }),
    () => makeBatch(db, office, vault, { ...common, seenNumber: 0, template: scbTemplate(), acknowledged: [] }),
    () => reopenMonth(db, office, { ...common, reason: 'Tid kom efter låsningen' }),
  ]
  const taken: number[] = []
  for (const step of steps) {
    expect(await step()).toMatchObject({ ok: true })
    taken.push(take())
  }
  return taken
}

test('closing, sending and opening a month take as many statements for two as for twelve', async () => {
  const few = await statementsWith(2)
  expect(few.every((count) => count > 0)).toBe(true)
  expect(await statementsWith(12)).toEqual(few)
})
