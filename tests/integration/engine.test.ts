import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { pendingMigrations } from '~db/migrate'
import { openedDatabase, testDatabase } from '../support/database'
import {
  makeActor,
  makeCourse,
  makeFramework,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  westumFramework,
} from '../support/factories'

describe('the test database', () => {
  it('has every migration', async () => {
    expect(await pendingMigrations(await testDatabase())).toEqual([])
  })

  it('is the engine that was asked for', async () => {
    const wanted = process.env['TEST_ENGINE'] === 'server' ? 'server' : 'embedded'
    expect((await openedDatabase()).engine).toBe(wanted)
  })

  it('reads int8 and numeric as numbers and date as an ISO day', async () => {
    const db = await testDatabase()
    const { rows } = await sql<{ big: number; exact: number; day: string }>`
      select 7::int8 as big, 1.5::numeric as exact, '2025-03-24'::date as day`.execute(db)
    expect(rows).toEqual([{ big: 7, exact: 1.5, day: '2025-03-24' }])
  })

  it('finds a query that escapes its transaction on the embedded engine', async () => {
    const { engine, kysely: db } = await openedDatabase()
    if (engine === 'server') return
    const escape = db.transaction().execute(() => db.selectFrom('setting').select('name').execute())
    await expect(escape).rejects.toThrow()
  })

  it('keeps the audit log append-only', async () => {
    const db = await testDatabase()
    const event = {
      action: 'prov',
      subject_kind: 'prov',
      subject_id: '1',
      detail: '{}',
      happened_at: new Date(0),
    }
    await db.insertInto('audit_event').values(event).execute()
    await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('append-only')
    await expect(db.updateTable('audit_event').set({ action: 'annat' }).execute()).rejects.toThrow('append-only')
  })
})

describe('the factories', () => {
  it('make a world of their own at each call', async () => {
    const db = await testDatabase()
    for (let round = 0; round < 2; round += 1) {
      const { organisationId } = await makeOrganisation(db, {
        municipalityCodes: ['1481'],
      })
      const { personId } = await makePerson(db, {
        organisationId,
        grants: [{ role: 'medarbetare' }],
      })
      const { projectId } = await makeProject(db, {
        partnerIds: [organisationId],
      })
      await makeParticipation(db, {
        projectId,
        personId,
        partnerId: organisationId,
      })
      const principal = await makeActor(db, 'chef', {
        organisationId,
        job: 'rektor',
      })
      expect(principal.grants).toEqual([{ role: 'chef', organisationId }])
      expect((await makeCourse(db)).lessons.map((lesson) => lesson.kind)).toEqual([
        'article',
        'lecture',
        'quiz',
        'reflection',
      ])
      expect((await makeFramework(db)).competences).toHaveLength(3)
      await makePerson(db, {
        protection: 'protected',
        password: 'ett långt lösenord',
      })
    }
  })

  it('give every test the same Westum framework', async () => {
    const db = await testDatabase()
    expect((await westumFramework(db)).frameworkId).toBe((await westumFramework(db)).frameworkId)
  })
})
