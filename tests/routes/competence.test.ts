import { expect, test } from 'vitest'
import { action, loader } from '~/routes/competence'
import { loader as staffCsv } from '~/routes/staff-csv'
import { loader as staffMember } from '~/routes/staff-member'
import { loader as staff } from '~/routes/staff'
import type { PersonId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import {
  makeActor,
  makeEvidence,
  makeOrganisation,
  makePerson,
  makeSharing,
  westumFramework,
} from '../support/factories'
import { requestOf } from '../support/signed-in'

const context = {}

async function profileFor(personId: PersonId, address = '/kompetens') {
  return (await loader({ request: await requestOf(personId, address), params: {}, context })).content
}

async function submit(personId: PersonId, form: Record<string, string>) {
  return action({ request: await requestOf(personId, '/kompetens', form), params: {}, context })
}

async function thrownStatus(page: Promise<unknown>): Promise<number | undefined> {
  const thrown: unknown = await page.then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Response ? thrown.status : undefined
}

test('a visitor is sent to sign in', async () => {
  await testDatabase()
  const { personId } = await makePerson(await testDatabase())
  await requestOf(personId, '/kompetens')
  const request = new Request('http://portal.example/kompetens')
  expect(await thrownStatus(loader({ request, params: {}, context }))).toBe(302)
})

test('the own profile: the level, its reason and the step after it', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { personId } = await makePerson(db)
  expect((await profileFor(personId)).areas.every((area) => area.level === 0)).toBe(true)
  await makeEvidence(db, { personId, competences: [{ code: 'K1.1', level: 1, weight: 1 }] })

  const { areas, mapping, shared } = await profileFor(personId)
  expect(areas.map((area) => area.code)).toHaveLength(8)
  expect(areas[0]).toMatchObject({ code: 'K1', level: 1, confirmed: 1 })
  expect(areas[0]?.competences[0]).toMatchObject({ level: 1, have: 'Jag prövar', next: null })
  expect(areas[0]?.competences[0]?.evidence).toMatchObject([{ level: 1, weight: 1, grantedOn: '2024-05-02' }])
  expect(mapping).toBeNull()
  expect(shared).toBe(false)
})

test('a self-assessment stands beside the level; the last one counts and nothing wrong is saved', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { personId } = await makePerson(db)
  expect(await submit(personId, { intent: 'assess', 'niva-K1.1': '2', 'niva-K1.2': '' })).toBeInstanceOf(Response)
  await submit(personId, { intent: 'assess', 'niva-K1.1': '3' })
  await submit(personId, { intent: 'assess', 'niva-K1.1': '3' })
  const refused = await submit(personId, { intent: 'assess', 'niva-K1.1': '1', 'niva-K2.1': '9' })
  expect(refused).toMatchObject({ data: { failed: true }, init: { status: 400 } })

  const [first] = (await profileFor(personId)).areas
  expect(first?.competences[0]).toMatchObject({ level: 0, self: { level: 3 } })
  const rows = await db.selectFrom('self_assessment').select('level').where('person_id', '=', personId).execute()
  expect(rows.map((row) => row.level).toSorted()).toEqual([2, 3])
})

test('sharing is off until the person turns it on, and can be turned off', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { personId } = await makePerson(db, { organisationId, familyName: 'Ahl' })
  const principal = await makeActor(db, 'chef', { organisationId, familyName: 'Öhrn' })
  const seen = async () => {
    const { content } = await staff({
      request: await requestOf(principal.personId, '/medarbetare'),
      params: {},
      context,
    })
    return content.heatmap.rows.find((row) => row.personId === personId)?.cells
  }
  expect(await seen()).toBeNull()
  await submit(personId, { intent: 'sharing', shared: 'yes' })
  expect(await seen()).toHaveLength(8)
  await submit(personId, { intent: 'sharing', shared: 'no' })
  expect(await seen()).toBeNull()
})

test('the staff pages are for principals, and one person is for the own principal', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { personId } = await makePerson(db, { organisationId })
  await makeSharing(db, personId)
  await makeEvidence(db, { personId, competences: [{ code: 'K1.1', level: 1, weight: 1 }] })
  const own = await makeActor(db, 'chef', { organisationId })
  const other = await makeActor(db, 'chef', { organisationId: (await makeOrganisation(db)).organisationId })

  for (const page of [staff, staffCsv, staffMember]) {
    expect(await thrownStatus(page({ request: await requestOf(personId, '/'), params: { personId }, context }))).toBe(
      403,
    )
  }
  const open = async (viewer: PersonId, id: string) =>
    staffMember({ request: await requestOf(viewer, `/medarbetare/${id}`), params: { personId: id }, context })
  expect(await thrownStatus(open(other.personId, personId))).toBe(404)
  expect(await thrownStatus(open(own.personId, 'x'))).toBe(404)
  const { content } = await open(own.personId, personId)
  expect(content.profile?.areas[0]?.competences[0]).toMatchObject({ level: 1, self: null })
  expect((await profileFor(personId)).views).toHaveLength(1)
})

test('the file opens in a spreadsheet: BOM, semicolons, one line a person', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { personId } = await makePerson(db, { organisationId, givenName: '=HYPERLINK', familyName: 'Ahl' })
  await makeSharing(db, personId)
  const principal = await makeActor(db, 'chef', { organisationId, givenName: 'Zenta', familyName: 'Öhrn' })
  const answer = await staffCsv({
    request: await requestOf(principal.personId, '/medarbetare.csv?omrade=K1'),
    params: {},
    context,
  })
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [, ...lines] = bytes.toString('utf8').trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(';').slice(0, 2))).toEqual([
    ["'=HYPERLINK Ahl", '0'],
    ['Zenta Öhrn', 'inte delat'],
  ])
})
