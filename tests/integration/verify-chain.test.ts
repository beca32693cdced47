import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteProjectEvidence, verifyChain } from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Database } from '~db/client'
import type { Tx } from '~db/schema'
import {
  makeActor,
  makeLockedMonth,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeSignedMonth,
  makeTimeEntry,
} from '../support/factories'
import { ownDatabase } from '../support/own-database'

let database: Database
let projectId: ProjectId
const people: PersonId[] = []

beforeAll(async () => {
  database = await ownDatabase()
  const db = database.kysely
  const office = await makeActor(db, 'projektadministrator')
  const { organisationId } = await makeOrganisation(db)
  projectId = (await makeProject(db)).projectId
  for (let n = 0; n < 3; n += 1) {
    const { personId } = await makePerson(db, { organisationId })
    await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    for (const minutes of [60, 95]) await makeTimeEntry(db, { personId, projectId, minutes })
    await makeSignedMonth(db, { personId, projectId, office })
    people.push(personId)
  }
  await makeLockedMonth(db, { projectId, office })
})
afterAll(() => database.close())

const tables = ['time_entry', 'month_event', 'month_figure', 'ledger_link', 'ledger_head', 'ledger_removal'] as const

/** Does something with the walls of the database taken down, and answers what the walk finds before it is undone. */
async function tamper(work: (tx: Tx) => Promise<unknown>) {
  const undone = new Error('undone')
  let verdict: Awaited<ReturnType<typeof verifyChain>> | undefined
  await database.kysely
    .transaction()
    .execute(async (tx) => {
      for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
      await work(tx)
      verdict = await verifyChain(tx, { pageSize: 2 })
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (verdict === undefined) throw new Error('Nothing was verified')
  return verdict
}

const linkAt = (tx: Tx, personId: PersonId, position: number) =>
  tx
    .selectFrom('ledger_link')
    .where('person_id', '=', personId)
    .where('position', '=', position)
    .select(['row_id', 'kind'])
    .executeTakeFirstOrThrow()

function personOf(index: number): PersonId {
  const personId = people[index]
  if (personId === undefined) throw new Error('No such person')
  return personId
}

describe('the walk along the chain', () => {
  test('finds everything whole, by page and by project', async () => {
    const db = database.kysely
    const verdict = await verifyChain(db, { pageSize: 1 })
    expect(verdict).toEqual({ whole: true, people: 3, links: 15, removed: 0, figures: 3, breaks: 0 })
    expect(await verifyChain(db, { projectId })).toEqual(verdict)
    const elsewhere = await makeProject(db)
    expect(await verifyChain(db, { projectId: elsewhere.projectId })).toMatchObject({ whole: true, people: 0 })
  })

  test.each([1, 2])('names line %i when its minutes are altered', async (position) => {
    let rowId = ''
    const verdict = await tamper(async (tx) => {
      rowId = (await linkAt(tx, personOf(1), position)).row_id
      await sql`update time_entry set minutes = minutes + 60 where time_entry_id = ${rowId}`.execute(tx)
    })
    const first = { fault: 'row-altered', table: 'time_entry', rowId, personId: personOf(1), position }
    expect(verdict).toMatchObject({ whole: false, breaks: 1, first })
  })

  test.each([
    ['title', sql`'Annat'`],
    ['time_type', sql`'resa'`],
    ['source_id', sql`gen_random_uuid()`],
    ['worked_on', sql`worked_on + 1`],
    ['recorded_at', sql`recorded_at + interval '1 second'`],
  ])('sees the %s of a line', async (column, value) => {
    const { first } = await tamper((tx) =>
      sql`update time_entry set ${sql.ref(column)} = ${value} where person_id = ${personOf(0)}`.execute(tx),
    )
    expect(first).toMatchObject({ fault: 'row-altered', table: 'time_entry', personId: personOf(0), position: 1 })
  })

  test('names a signature that is altered and one that is deleted', async () => {
    let rowId = ''
    const alter = await tamper(async (tx) => {
      rowId = (await linkAt(tx, personOf(2), 3)).row_id
      await sql`update month_event set happened_at = happened_at - interval '1 day' where month_event_id = ${rowId}`.execute(
        tx,
      )
    })
    const where = { table: 'month_event', rowId, personId: personOf(2), position: 3 }
    expect(alter.first).toEqual({ fault: 'row-altered', ...where })
    const gone = await tamper((tx) => sql`delete from month_event where month_event_id = ${rowId}`.execute(tx))
    expect(gone).toMatchObject({ breaks: 1, first: { fault: 'row-deleted', ...where } })
  })

  test('names a line that is deleted, also when its link goes with it or a removal is feigned', async () => {
    const personId = personOf(0)
    let rowId = ''
    const remove = async (tx: Tx) => {
      rowId = (await linkAt(tx, personId, 2)).row_id
      await sql`delete from time_entry where time_entry_id = ${rowId}`.execute(tx)
    }
    const { first } = await tamper(remove)
    expect(first).toEqual({ fault: 'row-deleted', table: 'time_entry', rowId, personId, position: 2 })
    const both = await tamper(async (tx) => {
      await remove(tx)
      await sql`delete from ledger_link where row_id = ${rowId}`.execute(tx)
    })
    expect(both.first).toMatchObject({ fault: 'link-missing', personId, position: 3 })
    const feigned = await tamper(async (tx) => {
      await remove(tx)
      await tx.insertInto('ledger_removal').values({ row_id: rowId, person_id: personId, cause: 'radering' }).execute()
    })
    expect(feigned.first).toMatchObject({ fault: 'removal-feigned', rowId, position: 2 })
  })

  test('sees the last link cut off, and the whole chain thrown away', async () => {
    const personId = personOf(2)
    const cut = await tamper(async (tx) => {
      const { row_id } = await linkAt(tx, personId, 5)
      await sql`delete from month_figure where person_id = ${personId}`.execute(tx)
      await sql`delete from ledger_link where row_id = ${row_id}`.execute(tx)
      await sql`delete from month_event where month_event_id = ${row_id}`.execute(tx)
    })
    expect(cut).toMatchObject({ breaks: 1, first: { fault: 'head-altered', personId, position: 4 } })
    const all = await tamper(async (tx) => {
      for (const table of ['ledger_link', 'ledger_head']) {
        await sql`delete from ${sql.table(table)} where person_id = ${personId}`.execute(tx)
      }
    })
    expect(all).toMatchObject({ breaks: 5, first: { fault: 'row-unchained', personId } })
  })

  test('names a line that is put in beside the chain', async () => {
    const { breaks, first } = await tamper((tx) => makeTimeEntry(tx, { personId: personOf(1), projectId }))
    expect(breaks).toBe(1)
    expect(first).toMatchObject({ fault: 'row-unchained', table: 'time_entry', personId: personOf(1), position: null })
  })

  test('sees links that have changed places, and a hash rewritten to hide an altered line', async () => {
    const personId = personOf(0)
    const swapped = await tamper(async (tx) => {
      for (const [from, to] of [
        [1, 99],
        [2, 1],
        [99, 2],
      ]) {
        await sql`update ledger_link set position = ${to} where person_id = ${personId} and position = ${from}`.execute(
          tx,
        )
      }
    })
    expect(swapped.first).toMatchObject({ fault: 'link-altered', table: 'ledger_link', personId, position: 1 })
    const hidden = await tamper(async (tx) => {
      const { row_id } = await linkAt(tx, personId, 2)
      await sql`update time_entry set minutes = 600 where time_entry_id = ${row_id}`.execute(tx)
      await sql`update ledger_link set row_hash = (select time_entry_hash(line) from time_entry line
        where time_entry_id = ${row_id}) where row_id = ${row_id}`.execute(tx)
    })
    expect(hidden.first).toMatchObject({ fault: 'link-altered', personId, position: 2 })
  })

  test('names a frozen figure that is altered, gone or made up', async () => {
    const personId = personOf(1)
    for (const column of ['registered_minutes', 'reported_minutes']) {
      const { first } = await tamper((tx) =>
        sql`update month_figure set ${sql.ref(column)} = 7 where person_id = ${personId}`.execute(tx),
      )
      expect(first).toMatchObject({ fault: 'figure-altered', table: 'month_figure', personId })
    }
    const gone = await tamper((tx) => sql`delete from month_figure where person_id = ${personId}`.execute(tx))
    expect(gone.first).toMatchObject({ fault: 'figure-missing', personId, position: 5 })
    const feigned = await tamper((tx) =>
      sql`update month_figure set generation = 2 where person_id = ${personId}`.execute(tx),
    )
    expect(feigned).toMatchObject({ whole: false, breaks: 2 })
  })

  test('takes a row that a retention rule deleted for what it is', async () => {
    const db = database.kysely
    const { organisationId } = await makeOrganisation(db)
    const { personId } = await makePerson(db, { organisationId })
    const old = await makeProject(db, { startsOn: '2008-01-01', endsOn: '2010-12-31', partnerIds: [organisationId] })
    await db
      .updateTable('project')
      .set({ final_payment_on: '2011-05-02' })
      .where('project_id', '=', old.projectId)
      .execute()
    for (const project of [old.projectId, projectId]) {
      await makeParticipation(db, { projectId: project, personId, partnerId: organisationId })
    }
    await makeTimeEntry(db, { personId, projectId: old.projectId, workedOn: '2009-03-12' })
    await makeTimeEntry(db, { personId, projectId })
    await deleteProjectEvidence(db, { projectId: old.projectId, actorId: null, at: new Date('2025-03-24T08:00:00Z') })
    expect(await verifyChain(db)).toMatchObject({ whole: true, people: 4, links: 17, removed: 1 })
  })
})
