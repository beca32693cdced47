import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueCertificate } from '~/domains/credential/index.server'
import type { Actor } from '~/domains/identity'
import { loader as certificateLoader } from '~/routes/certificate-pdf'
import { action as activityAction } from '~/routes/activity'
import { loader as indicatorsLoader } from '~/routes/indicators'
import { action as retentionAction } from '~/routes/retention'
import { paths } from '~/shared/paths'
import type { Db } from '~db/schema'
import { requestOf } from '../../support/signed-in'
import { ask } from '../../support/ask'
import { testDatabase } from '../../support/database'
import {
  makeActivity,
  makeActor,
  makeCourseCompletion,
  makeOccasion,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeTimeEntry,
} from '../../support/factories'
import { giveNumber, numberBornOn } from '../../support/identity'
import { readableText } from '../../support/readable'
import { vault } from '../../support/reports'

let db: Db
let office: Actor
const at = new Date('2025-03-24T09:00:00Z')
beforeAll(async () => {
  db = await testDatabase()
  office = await makeActor(db, 'projektadministrator', { password: 'ett långt lösenord' })
})

test('7 a certificate carries the emblem and the full sentence, and the emblem is no smaller than Westum’s mark', async () => {
  const { personId } = await makePerson(db)
  const { completionId } = await makeCourseCompletion(db, { personId })
  const { code } = await db.transaction().execute((tx) =>
    issueCertificate(tx, {
      personId,
      completionId,
      issuedAt: at,
      document: {
        kind: 'godkänt resultat',
        title: 'Språk i alla ämnen',
        holderName: 'Disa Åkerholm',
        minutes: 60,
        level: 1,
        outcomes: ['pröva'],
        finishedOn: '2025-03-24',
        issuer: 'Nätverk Westum',
        language: 'sv',
        revision: 1,
        sources: [],
      },
    }),
  )
  const request = await requestOf(personId, paths.certificatePdf(code))
  const answer = await certificateLoader({ request, params: { code }, context: {} })
  const text = readableText(Buffer.from(await answer.arrayBuffer()))
  expect(text.replace(/\s/g, '')).toContain('MedfinansierasavEuropeiskaunionen')
  // Twelve golden stars on blue: the emblem is drawn, not only named.
  expect(text.match(/^1 0\.8 0 (rg|scn?)$/gm)).toHaveLength(12)
  expect(text).toMatch(/^0 0\.2 0\.6 (rg|scn?)$/m)
  const drawing = readFileSync(path.resolve('app/domains/credential/ui/certificate-pdf.tsx'), 'utf8')
  // The only picture of the page is the emblem, so no mark is larger.
  expect([drawing.match(/<Svg/g)?.length, /<Image/.test(drawing)]).toEqual([1, false])
})

test('8 every lecture of the content has Swedish captions with words in them', () => {
  const folder = path.resolve(import.meta.dirname, '../../../content/lectures')
  const lectures = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  )
  expect(lectures.length).toBeGreaterThan(0)
  for (const { name } of lectures) {
    const captions = readdirSync(path.join(folder, name)).filter((file) => file.startsWith('captions.'))
    expect(captions, name).not.toEqual([])
    for (const file of captions) {
      const text = readFileSync(path.join(folder, name, file), 'utf8')
      expect(text.startsWith('WEBVTT'), `${name}/${file}`).toBe(true)
      expect(text.match(/-->/g)?.length ?? 0, `${name}/${file}`).toBeGreaterThan(1)
    }
  }
})

describe('11 cells under five are suppressed, also against subtraction', () => {
  test.each([
    [7, 4, false],
    [7, 5, true],
    [7, 0, true],
  ])('11 %i women and %i men: the parts are shown: %s', async (women, men, shown) => {
    const { organisationId } = await makeOrganisation(db)
    const { projectId, diarienr } = await makeProject(db, { partnerIds: [organisationId] })
    for (let n = 0; n < women + men; n += 1) {
      const { personId } = await makePerson(db, { organisationId })
      await makeParticipation(db, { projectId, personId, partnerId: organisationId })
      await giveNumber(db, vault, personId, numberBornOn(`1978-03-${10 + n}`, n < women))
    }
    await db
      .updateTable('participation')
      .set({ notice_version: '1.0', notice_ack_at: at })
      .where('project_id', '=', projectId)
      .execute()
    const { text } = await ask(indicatorsLoader, office.personId, paths.indicators(diarienr), { diarienr })
    const { page } = JSON.parse(text) as { page: { rows: { code: string; figures: { shown: boolean }[] }[] } }
    const [all, ...parts] = page.rows.find(({ code }) => code === 'EECO01')?.figures ?? []
    expect(all).toMatchObject({ shown: true, value: women + men })
    expect(parts.map((part) => part.shown)).toEqual([shown, shown])
  })
})

test('12 the retention job keeps the rows of the project while the final payment is unknown', async () => {
  const { organisationId } = await makeOrganisation(db)
  const { projectId, diarienr } = await makeProject(db, {
    startsOn: '2008-01-01',
    endsOn: '2010-12-31',
    partnerIds: [organisationId],
  })
  const { personId } = await makePerson(db, { organisationId })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  await makeTimeEntry(db, { personId, projectId, workedOn: '2009-03-12' })
  const form = { intent: 'apply-project', confirmProject: diarienr, passwordProject: 'ett långt lösenord' }
  const answer = await ask(retentionAction, office.personId, paths.retention(diarienr), { diarienr }, form)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  const count = async (table: 'participation' | 'time_entry') =>
    (await db.selectFrom(table).where('project_id', '=', projectId).select('person_id').execute()).length
  expect([await count('participation'), await count('time_entry')]).toEqual([1, 1])
})

test('14 an external employer without a signed form cannot be booked', async () => {
  const { organisationId } = await makeOrganisation(db, { kind: 'foretag' })
  const { projectId } = await makeProject(db)
  const { activityId, slug } = await makeActivity(db, { projectId })
  const { occasionId } = await makeOccasion(db, {
    activityId,
    meetings: [{ startsAt: new Date('2096-04-10T11:00:00Z'), endsAt: new Date('2096-04-10T13:00:00Z') }],
  })
  const { personId } = await makeActor(db, 'medarbetare', { organisationId })
  const form = { intent: 'book', occasionId, accessNeeds: 'Hörslinga' }
  const book = () => ask(activityAction, personId, paths.activity(slug), { slug }, form)
  const state = async () =>
    (await db.selectFrom('booking').where('person_id', '=', personId).select('state').execute()).map((one) => one.state)
  const refused = await book()
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('Hörslinga')
  expect(await state()).toEqual([])
  const signed = { status: 'undertecknad', signed_on: '2025-03-01', valid_until: null } as const
  await db
    .insertInto('aid_form')
    .values({
      project_id: projectId,
      organisation_id: organisationId,
      basis: 'de-minimis',
      is_sme: true,
      signatory: 'Firmatecknare',
      changed_at: at,
      ...signed,
    })
    .execute()
  expect(await book()).toMatchObject({ status: 302 })
  expect(await state()).toEqual(['bokad'])
})
