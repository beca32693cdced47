import { describe, expect, test } from 'vitest'
import { findErasureRequest } from '~/domains/identity/index.server'
import { action as decide, loader as worklist } from '~/routes/erasures'
import { action as own, loader as ownPage } from '~/routes/own'
import { action as fullCopy, loader as copy } from '~/routes/own-json'
import { loader as pdf } from '~/routes/own-pdf'
import { action as retain, loader as retentionPage } from '~/routes/retention'
import type { PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeParticipation, makeProject, makeTimeEntry } from '../support/factories'
import { giveNumber } from '../support/identity'
import { vault } from '../support/reports'
import { requestOf } from '../support/signed-in'

type Run = (args: never) => unknown
const password = 'ett långt lösenord'
const db = await testDatabase()

async function ask(run: Run, personId: PersonId, address: string, form?: Record<string, string>, params = {}) {
  const request = await requestOf(personId, address, form)
  try {
    const answer = await run({ request, params, context: {} } as never)
    if (answer instanceof Response)
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
    const { data, init } = (answer ?? {}) as { data?: unknown; init?: ResponseInit | null }
    return { status: init?.status ?? 200, to: null, text: JSON.stringify(data ?? answer) }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: null, text: '' }
    throw thrown
  }
}

async function makeParticipant(wish: { finalPaymentOn?: string } = {}) {
  const { organisationId } = await makeOrganisation(db)
  const actor = await makeActor(db, 'medarbetare', { organisationId, password })
  const { personId } = actor
  const { projectId, diarienr } = await makeProject(db, { startsOn: '2008-01-01', endsOn: '2010-12-31' })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  await makeTimeEntry(db, { personId, projectId, workedOn: '2009-03-12' })
  const day = wish.finalPaymentOn ?? null
  await db.updateTable('project').set({ final_payment_on: day }).where('project_id', '=', projectId).execute()
  return { ...actor, projectId, diarienr, organisationId }
}

describe('one’s own data', () => {
  test('are fetched masked, and with the whole number only after the password', async () => {
    const { personId } = await makeParticipant()
    await giveNumber(db, vault, personId, '199201012391')
    const masked = await ask(copy, personId, paths.ownDataFile('json'))
    expect(masked.status).toBe(200)
    expect(masked.text).not.toContain('2391')
    const wrong = await ask(fullCopy, personId, paths.ownDataFile('json'), { copyPassword: 'fel' })
    expect(wrong).toMatchObject({ status: 302, to: paths.ownData('?fel=wrong-password') })
    expect((await ask(ownPage, personId, wrong.to ?? '')).text).toContain('Lösenordet stämmer inte')
    const full = await ask(fullCopy, personId, paths.ownDataFile('json'), { copyPassword: password })
    expect(full.text).toContain('19920101-2391')
    expect((await ask(pdf, personId, paths.ownDataFile('pdf'))).text).toMatch(/^%PDF-/)
  })

  test('are erased by choice with the password; what was chosen is kept when the password is wrong', async () => {
    const { personId } = await makeParticipant()
    await db
      .insertInto('outbox')
      .values({ person_id: personId, kind: 'prov', source_id: personId, payload: '{}', created_at: new Date() })
      .execute()
    const here = paths.ownData()
    expect(await ask(own, personId, here, { intent: 'traces' })).toMatchObject({ status: 400 })
    const wrong = await ask(own, personId, here, { intent: 'traces', meddelanden: 'ja', tracesPassword: 'fel' })
    expect(wrong).toMatchObject({ status: 400 })
    expect(wrong.text).toContain('meddelanden')
    const right = { intent: 'traces', meddelanden: 'ja', tracesPassword: password }
    expect(await ask(own, personId, here, right)).toMatchObject({ status: 302, to: here })
    expect(await db.selectFrom('outbox').where('person_id', '=', personId).selectAll().execute()).toEqual([])
  })

  test('a whole account is erased when the office says so, and its sign-in ends', async () => {
    const { personId, diarienr, familyName } = await makeParticipant()
    const here = paths.ownData()
    expect((await ask(ownPage, personId, here)).text).toContain(diarienr)
    const wrongWord = await ask(own, personId, here, { intent: 'ask', confirm: 'nej', askPassword: password })
    expect(wrongWord).toMatchObject({ status: 400 })
    const asked = await ask(own, personId, here, { intent: 'ask', confirm: 'RADERA', askPassword: password })
    expect(asked).toMatchObject({ status: 302 })
    await ask(own, personId, here, { intent: 'withdraw' })
    expect(await findErasureRequest(db, personId)).toMatchObject({ state: 'atertagen' })
    await ask(own, personId, here, { intent: 'ask', confirm: 'RADERA', askPassword: password })
    const requestId = (await findErasureRequest(db, personId))?.requestId ?? ''
    const office = await makeActor(db, 'projektadministrator', { password })
    const list = await ask(worklist, office.personId, paths.erasures())
    expect(list.text).toContain(familyName)
    const form = { intent: 'grant', requestId, [`reason-${requestId}`]: 'Prövat mot bevarandetiderna' }
    const withPassword = { ...form, [`password-${requestId}`]: password }
    expect(await ask(decide, office.personId, paths.erasures(), form)).toMatchObject({ status: 400 })
    const done = await ask(decide, office.personId, paths.erasures(), withPassword)
    expect(done).toMatchObject({ status: 302, to: paths.erasures() })
    expect(await db.selectFrom('account').where('person_id', '=', personId).selectAll().execute()).toEqual([])
    expect(await ask(decide, office.personId, paths.erasures(), withPassword)).toMatchObject({ status: 404 })
  })
})

describe('the page of retention', () => {
  test('deletes only with the diary number and the password, and never before the day', async () => {
    const office = await makeActor(db, 'projektadministrator', { password })
    const past = await makeParticipant({ finalPaymentOn: '2011-05-02' })
    const kept = await makeParticipant()
    const send = (diarienr: string, form: Record<string, string>) =>
      ask(retain, office.personId, paths.retention(diarienr), form, { diarienr })
    const rows = async (projectId: string) =>
      (await db.selectFrom('time_entry').where('project_id', '=', projectId).select('time_entry_id').execute()).length
    const right = (diarienr: string) => ({
      intent: 'apply-project',
      confirmProject: diarienr,
      passwordProject: password,
    })
    const page = await ask(retentionPage, office.personId, paths.retention(past.diarienr), undefined, past)
    expect(page.text).toContain('"readiness":"due"')
    const { diarienr } = past
    expect(await send(diarienr, { ...right(diarienr), confirmProject: 'ja' })).toMatchObject({ status: 400 })
    expect(await send(diarienr, { ...right(diarienr), passwordProject: 'fel' })).toMatchObject({ status: 400 })
    expect(await rows(past.projectId)).toBe(1)
    expect(await send(kept.diarienr, right(kept.diarienr))).toMatchObject({ status: 409 })
    expect(await rows(kept.projectId)).toBe(1)
    const held = await send(diarienr, { intent: 'hold', legalHold: 'ja', legalHoldReason: 'kort' })
    expect(held).toMatchObject({ status: 400 })
    expect(held.text).toContain('kort')
    const hold = { intent: 'hold', legalHold: 'ja', legalHoldReason: 'Tvist om en utbetalning' }
    expect(await send(diarienr, hold)).toMatchObject({ status: 302 })
    expect(await send(diarienr, right(diarienr))).toMatchObject({ status: 409 })
    await send(diarienr, { intent: 'hold', legalHold: 'nej', legalHoldReason: '' })
    expect(await send(diarienr, right(diarienr))).toMatchObject({ status: 302, to: paths.retention(diarienr) })
    expect(await rows(past.projectId)).toBe(0)
  })

  test('takes the day of the final payment, and says what is wrong with it', async () => {
    const office = await makeActor(db, 'projektadministrator', { password })
    const { diarienr } = await makeParticipant()
    const send = (finalPaymentOn: string) =>
      ask(retain, office.personId, paths.retention(diarienr), { intent: 'payment', finalPaymentOn }, { diarienr })
    expect(await send('2011-13-02')).toMatchObject({ status: 400 })
    expect(await send('2023-05-02')).toMatchObject({ status: 302 })
    const page = await ask(retentionPage, office.personId, paths.retention(diarienr), undefined, { diarienr })
    expect(page.text).toContain('"keptUntil":"2028-12-31"')
  })
})
