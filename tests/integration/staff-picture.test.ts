import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework, listProfileViews } from '~/domains/competence/index.server'
import type { StaffFilter } from '~/domains/insight'
import { heatmapFor } from '~/domains/insight/index.server'
import { staffStatement } from '~/domains/insight/store/staff.server'
import { viewProfile } from '~/journeys/view-profile.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import {
  makeActor,
  makeEvidence,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeSharing,
  westumFramework,
} from '../support/factories'

const now = new Date('2025-03-24T09:00:00Z')
const everybody: StaffFilter = { municipality: null, job: null, schoolForm: null, area: null }

async function frameworkOf(db: Db) {
  await westumFramework(db)
  const framework = await findFramework(db, EVIDENCE_FRAMEWORK)
  if (framework === undefined) throw new Error('no framework')
  return framework
}

async function makeCentre(db: Db) {
  const { organisationId } = await makeOrganisation(db)
  const principal = await makeActor(db, 'chef', { organisationId, givenName: 'Zenta', familyName: 'Öhrn' })
  const sharing = await makePerson(db, { organisationId, givenName: 'Aino', familyName: 'Ahl' })
  const silent = await makePerson(db, { organisationId, givenName: 'Birk', familyName: 'Berg' })
  for (const { personId } of [sharing, silent]) {
    await makeEvidence(db, { personId, competences: [{ code: 'K5.2', level: 2, weight: 1 }] })
  }
  await makeSharing(db, sharing.personId)
  return { organisationId, principal, sharing, silent }
}

test('the picture shows the staff of the own organisation, and cells of those who share', async () => {
  const db = await testDatabase()
  const framework = await frameworkOf(db)
  const centre = await makeCentre(db)
  const { projectId } = await makeProject(db)
  await makeParticipation(db, { projectId, personId: centre.sharing.personId, partnerId: centre.organisationId })

  const picture = await heatmapFor(db, centre.principal, everybody, { now, framework })
  expect(picture.rows.map((row) => [row.name, row.cells?.map((cell) => cell.level)])).toEqual([
    ['Aino Ahl', [0, 0, 0, 0, 2, 0, 0, 0]],
    ['Birk Berg', undefined],
    ['Zenta Öhrn', undefined],
  ])
  expect(picture.rows[0]?.cells?.[4]?.rose).toBe(true)
  expect(picture).toMatchObject({ shared: 1, notShared: 2, atLeast: null })
})

test('evidence of those who do not share never leaves the database', async () => {
  const db = await testDatabase()
  const { principal, silent } = await makeCentre(db)
  const { rows } = await staffStatement(principal, '2025-03-24').execute(db)
  expect(rows.find((row) => row.personId === silent.personId)?.evidence).toBeNull()
})

test('another organisation, another role, a portal-wide grant and ended employments show nobody', async () => {
  const db = await testDatabase()
  const framework = await frameworkOf(db)
  const centre = await makeCentre(db)
  const { organisationId } = await makeOrganisation(db)
  await makePerson(db, { organisationId: centre.organisationId, familyName: 'Slutat', employedTo: '2025-03-23' })
  const others = [
    await makeActor(db, 'chef', { organisationId }),
    await makeActor(db, 'chef'),
    await makeActor(db, 'medarbetare', { organisationId: centre.organisationId }),
  ]
  for (const actor of others) {
    const picture = await heatmapFor(db, actor, everybody, { now, framework })
    expect(picture.rows.filter((row) => row.personId !== actor.personId)).toEqual([])
    expect(await viewProfile(db, actor, { personId: centre.sharing.personId, now })).toBeUndefined()
  }
  const own = await heatmapFor(db, centre.principal, everybody, { now, framework })
  expect(own.rows.some((row) => row.name.includes('Slutat'))).toBe(false)
  expect(await listProfileViews(db, centre.sharing.personId)).toEqual([])
})

test('a protected person appears by alias alone', async () => {
  const db = await testDatabase()
  const framework = await frameworkOf(db)
  const { organisationId, principal } = await makeCentre(db)
  const hidden = { givenName: 'Hemlighetta', familyName: 'Dolda' }
  const { personId } = await makePerson(db, { organisationId, protection: 'protected', job: 'syv', ...hidden })
  await makeSharing(db, personId)
  const picture = await heatmapFor(db, principal, everybody, { now, framework })
  expect(picture.rows.find((row) => row.personId === personId)?.name).toMatch(/^Deltagare /)
  const seen = JSON.stringify([picture, await viewProfile(db, principal, { personId, now })])
  expect(seen).not.toMatch(/Hemlighetta|Dolda|syv/)
  const narrowed = await heatmapFor(db, principal, { ...everybody, job: 'syv' }, { now, framework })
  expect(narrowed.rows).toEqual([])
})

test('a view of a shared profile is written once a day and shown to its owner', async () => {
  const db = await testDatabase()
  const { principal, sharing, silent } = await makeCentre(db)
  const view = (personId: PersonId, at: string) => viewProfile(db, principal, { personId, now: new Date(at) })

  expect((await view(sharing.personId, '2025-03-24T09:00:00Z'))?.facts?.evidence).toHaveLength(1)
  await view(sharing.personId, '2025-03-24T22:30:00Z')
  await view(sharing.personId, '2025-03-24T23:30:00Z')
  expect(await listProfileViews(db, sharing.personId)).toEqual([
    { viewer: 'Zenta Öhrn', viewedAt: new Date('2025-03-24T23:30:00Z') },
    { viewer: 'Zenta Öhrn', viewedAt: new Date('2025-03-24T09:00:00Z') },
  ])

  const unseen = await view(silent.personId, '2025-03-24T09:00:00Z')
  expect(unseen?.member.shared).toBe(false)
  expect(unseen?.facts).toBeNull()
  expect(await listProfileViews(db, silent.personId)).toEqual([])
})

test('the picture is one SELECT, however many the staff', async () => {
  const db = await testDatabase()
  const framework = await frameworkOf(db)
  const { organisationId, principal } = await makeCentre(db)
  for (let made = 0; made < 8; made += 1) {
    const { personId } = await makePerson(db, { organisationId })
    await makeEvidence(db, { personId, competences: [{ code: 'K1.1', level: 1, weight: 1 }] })
    await makeSharing(db, personId)
  }
  const statements: string[] = []
  const counted = countingDb(db, statements)
  const picture = await heatmapFor(counted, principal, everybody, { now, framework })
  expect(statements).toHaveLength(1)
  expect(picture.shared).toBe(9)
  expect(picture.atLeast?.[0]).toEqual([8, 0, 0, 0])
})

function countingDb(db: Db, statements: string[]): Db {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
}

class Undo extends Error {}

test('the plan starts in the own staff: tables that grow with the people are read by index', async () => {
  const db = await testDatabase()
  const { principal, sharing } = await makeCentre(db)
  const read: { node: string; table: string }[] = []
  await db
    .transaction()
    .execute(async (tx) => {
      const others = (await makeOrganisation(tx)).organisationId
      await sql`
        with crowd as (
          insert into person (given_name, family_name, email)
          select 'Namn', 'Namnsson', 'mangd-' || number || '@portal.example' from generate_series(1, 5000) as number
          returning person_id
        ), employed as (
          insert into employment (person_id, organisation_id, job, school_form, starts_on)
          select person_id, ${others}, 'larare', 'sfi', '2023-08-01' from crowd
        ), shared as (
          insert into profile_sharing select person_id, true, now() from crowd
        ), finished as (
          insert into completion (person_id, item_kind, item_id, course_id, revision, minutes, finished_at)
          select crowd.person_id, 'course', completion.item_id, completion.course_id, 1, 60, now()
          from crowd, completion where completion.person_id = ${sharing.personId}
          returning completion_id, person_id
        )
        insert into evidence (person_id, competence_id, completion_id, level, weight, framework_version, granted_at)
        select finished.person_id, evidence.competence_id, finished.completion_id, 2, 1, '1.0', now()
        from finished, evidence where evidence.person_id = ${sharing.personId}`.execute(tx)
      await sql`analyze person, employment, profile_sharing, completion, evidence`.execute(tx)
      const { rows } = await sql<{ 'QUERY PLAN': unknown }>`
        explain (format json) ${staffStatement(principal, '2025-03-24')}`.execute(tx)
      collectReads(rows[0]?.['QUERY PLAN'], read)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  const growing = ['employment', 'person', 'profile_sharing', 'evidence', 'completion']
  expect(read.map(({ table }) => table)).toEqual(expect.arrayContaining(growing))
  expect(read.filter(({ node, table }) => node === 'Seq Scan' && growing.includes(table))).toEqual([])
})

function collectReads(plan: unknown, read: { node: string; table: string }[]): void {
  if (Array.isArray(plan)) return plan.forEach((part) => collectReads(part, read))
  if (typeof plan !== 'object' || plan === null) return
  if ('Relation Name' in plan && 'Node Type' in plan) {
    read.push({ node: String(plan['Node Type']), table: String(plan['Relation Name']) })
  }
  for (const part of Object.values(plan)) collectReads(part, read)
}
