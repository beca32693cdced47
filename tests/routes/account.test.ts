import { expect, test } from 'vitest'
import { findMailChoice } from '~/domains/notice/index.server'
import { action, loader } from '~/routes/account'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { requestOf } from '../support/signed-in'

test('what one wants by mail is chosen on the account page, and shown there', async () => {
  const db = await testDatabase()
  const { personId, email } = await makeActor(db, 'medarbetare')
  const post = async (choice: string) => {
    const request = await requestOf(personId, paths.account(), { intent: 'mail', choice })
    return action({ request, params: {}, context: {} }) as Promise<Response>
  }
  const answer = await post('bradskande')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`${paths.account()}#mejl`)
  expect(await findMailChoice(db, personId)).toBe('bradskande')
  const page = await loader({ request: await requestOf(personId, paths.account()), params: {}, context: {} })
  expect(page).toMatchObject({ actor: { email }, mail: { choice: 'bradskande', isOn: false, isProtected: false } })
  expect(await post('allt annat')).toMatchObject({ init: { status: 400 } })
  expect(await findMailChoice(db, personId)).toBe('bradskande')
})
