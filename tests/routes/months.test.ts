import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { writeKey } from '~/domains/participation'
import { findPersonMonth } from '~/domains/participation/index.server'
import { action as attestAction, loader as attestLoader } from '~/routes/attest'
import { action as signAction, loader as signLoader } from '~/routes/sign-month'
import { paths } from '~/shared/paths'
import { makeActor, makeParticipation, makePerson, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { ask } from '../support/ask'
import { makeWorkplace } from '../support/workplace'

const month = '2025-03'
const password = 'ett långt lösenord'

async function makeSigner() {
  const place = await makeWorkplace()
  const { db, projectId, organisationId, diarienr } = place
  const { personId } = await makePerson(db, { organisationId, password })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  await makeTimeEntry(db, { personId, projectId, minutes: 95, title: 'Workshop om stöttning' })
  const seen = (await findPersonMonth(db, projectId, personId, month))?.linesSha256 ?? ''
  const address = paths.signMonth(diarienr, month)
  const params = { diarienr, manad: month }
  const sign = (form: Record<string, string>) => ask(signAction, personId, address, params, { intent: 'sign', ...form })
  const state = async () => (await findPersonMonth(db, projectId, personId, month))?.state
  return { ...place, personId, seen, address, params, sign, state }
}

describe('signing one’s month', () => {
  test('shows the lines, and signs what was shown with the password', async () => {
    const { personId, address, params, seen, sign, state } = await makeSigner()
    const shown = await ask(signLoader, personId, address, params)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Workshop om stöttning')
    expect(shown.text).toContain(seen)
    const wrong = await sign({ password: 'fel', seen })
    expect(wrong).toMatchObject({ status: 400 })
    expect(wrong.text).toContain('Lösenordet stämmer inte')
    expect(await state()).toBe('oppen')
    expect(await sign({ password, seen })).toMatchObject({ status: 302, to: address })
    expect(await state()).toBe('signerad')
    expect(await sign({ password, seen })).toMatchObject({ status: 409 })
  })

  test('stops guessing after eight attempts', async () => {
    const { sign, seen, state } = await makeSigner()
    for (let attempt = 0; attempt < 8; attempt += 1) await sign({ password: `gissning ${attempt}`, seen })
    expect(await sign({ password, seen })).toMatchObject({ status: 429 })
    expect(await state()).toBe('oppen')
  })

  test('takes an own statement once, and says what is wrong with a faulty one without losing it', async () => {
    const { db, projectId, personId, address, params, state } = await makeSigner()
    const statement = {
      intent: 'statement',
      key: crypto.randomUUID(),
      workedOn: '2025-03-11',
      minutes: '40',
      timeType: 'resa',
      title: 'Resa till Uddevalla',
    }
    const send = (form: Partial<typeof statement>) =>
      ask(signAction, personId, address, params, { ...statement, ...form })
    const faulty = await send({ minutes: 'många' })
    expect(faulty.status).toBe(400)
    expect(faulty.text).toContain('Resa till Uddevalla')
    expect((await send({ workedOn: '2025-08-02' })).text).toMatch(/efter projektets slut|har inte varit/)
    expect(await send({})).toMatchObject({ status: 302 })
    expect(await send({})).toMatchObject({ status: 302 })
    const standing = await findPersonMonth(db, projectId, personId, month)
    expect(standing).toMatchObject({ minutes: 135, entryCount: 2 })
    expect(await state()).toBe('oppen')
  })

  test('is not for a month outside the project or another project', async () => {
    const { personId, diarienr, address, params } = await makeSigner()
    const outside = await ask(signLoader, personId, paths.signMonth(diarienr, '2026-01'), {
      diarienr,
      manad: '2026-01',
    })
    expect(outside.status).toBe(404)
    const stranger = await makeActor((await makeWorkplace()).db)
    expect((await ask(signLoader, stranger.personId, address, params)).status).toBe(404)
  })
})

describe('the work list', () => {
  const post = (actor: Actor, form: Record<string, string>) =>
    ask(attestAction, actor.personId, paths.attest(), {}, form)

  test('shows signed months with what to look at, and attests those selected', async () => {
    const { db, projectId, personId, seen, sign, chief, state } = await makeSigner()
    await sign({ password, seen })
    const list = await ask(attestLoader, chief.personId, paths.attest())
    expect(list.status).toBe(200)
    expect(list.text).toContain('Workshop om stöttning')
    expect((await post(chief, { intent: 'attest' })).text).toContain('Markera minst en månad')
    const key = writeKey({ projectId, personId, month })
    expect(await post(chief, { intent: 'attest', key })).toMatchObject({ status: 302, to: paths.attest() })
    expect(await state()).toBe('attesterad')
    const after = await ask(attestLoader, chief.personId, paths.attest())
    expect(after.text).not.toContain('Workshop om stöttning')
    expect(db).toBeDefined()
  })

  test('returns with a reason, and the participant is told', async () => {
    const { db, projectId, personId, seen, sign, chief, state } = await makeSigner()
    await sign({ password, seen })
    const key = writeKey({ projectId, personId, month })
    expect((await post(chief, { intent: 'return', key, reason: 'nej' })).status).toBe(400)
    const reason = 'Du gick klockan elva den dagen'
    expect((await post(chief, { intent: 'return', key, reason })).status).toBe(302)
    expect(await state()).toBe('oppen')
    const notices = await db
      .selectFrom('outbox')
      .where('person_id', '=', personId)
      .select(['kind', 'payload'])
      .execute()
    expect(notices).toEqual([{ kind: 'month-returned', payload: expect.objectContaining({ reason, month }) }])
  })

  test('shows a protected person by alias, without days, places or lines', async () => {
    const { db, organisationId, projectId, chief } = await makeWorkplace()
    const { personId } = await makePerson(db, { organisationId, protection: 'protected', familyName: 'Hemligberg' })
    await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    await makeTimeEntry(db, { personId, projectId, title: 'Träff i Dalsland' })
    await makeSignedMonth(db, { personId, projectId, attested: false })
    const { text } = await ask(attestLoader, chief.personId, paths.attest())
    expect(text).toContain('Deltagare')
    expect(text).not.toContain('Hemligberg')
    expect(text).not.toContain('Dalsland')
  })
})
