import { describe, expect, test } from 'vitest'
import { action as save } from '~/routes/text-save'
import { action as change, loader } from '~/routes/text-versions'
import type { PersonId, TextId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActor, makeExample } from '../support/factories'
import { requestOf } from '../support/signed-in'
import { lines, storedVersions } from '../support/writing'

const context = {}
const db = await testDatabase()

async function asked(personId: PersonId, path: string, init: RequestInit = {}) {
  const { url, headers } = await requestOf(personId, path)
  return new Request(url, { ...init, headers: { cookie: headers.get('cookie') ?? '' } })
}

async function thrown(promise: Promise<unknown>): Promise<number> {
  const answer: unknown = await promise.catch((error: unknown) => error)
  if (answer instanceof Response) return answer.status
  return (answer as { init?: { status?: number } }).init?.status ?? 200
}

async function ground() {
  const [editor, other] = [await makeActor(db, 'redaktor'), await makeActor(db, 'redaktor')]
  const { textId, slug } = await makeExample(db, { text: 'Från början.' })
  const send = async (personId: PersonId, body: unknown, id: string = textId) => {
    const init = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
    return await save({ request: await asked(personId, paths.saveText(id), init), params: { textId: id }, context })
  }
  const post = async (personId: PersonId, form: Record<string, string>) => {
    const init = { method: 'POST', body: new URLSearchParams(form) }
    return await change({
      request: await asked(personId, paths.textVersions(textId), init),
      params: { textId },
      context,
    })
  }
  const show = async (query = '', personId = editor.personId) => {
    const request = await asked(personId, paths.textVersions(textId, query))
    return await loader({ request, params: { textId }, context })
  }
  return { editor, other, textId, slug, send, post, show }
}

const saving = (text: string, wish: object = {}) => ({
  body: lines(text),
  fields: { title: 'Titel', summary: 'Ingress' },
  baseSeq: 0,
  key: 'sidan',
  turn: 1,
  ...wish,
})

describe('saving while one writes', () => {
  test('answers with the save and its time', async () => {
    const { editor, send, textId } = await ground()
    const answer = await send(editor.personId, saving('Nytt'))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ seq: 1, savedAt: expect.stringMatching(/^\d{4}-/) })
    expect((await storedVersions(db, textId)).at(-1)?.text).toBe('Nytt')
  })

  test('answers another’s save with that text and the difference', async () => {
    const { editor, other, send } = await ground()
    await send(editor.personId, saving('Mitt'))
    const answer = await send(other.personId, saving('Ditt', { key: 'en annan' }))
    expect(answer.status).toBe(409)
    const name = `${editor.givenName} ${editor.familyName}`
    expect(await answer.json()).toMatchObject({
      refusal: 'conflict',
      theirs: { body: lines('Mitt'), authorName: name, own: false, seq: 1 },
      differences: [{ change: 'added' }, { change: 'removed' }],
    })
  })

  test('says what is wrong with a text that may not be stored', async () => {
    const { editor, send } = await ground()
    const answer = await send(editor.personId, saving('', { body: { type: 'doc', content: [{ type: 'script' }] } }))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ refusal: 'body-refused', message: expect.stringContaining('Ta bort') })
  })

  test.each([
    ['what is no JSON', '{', 400],
    ['a save without a base', JSON.stringify({ ...saving('x'), baseSeq: undefined }), 400],
    ['a field with a character that no text has', JSON.stringify(saving('x', { fields: { title: 'a\u0000' } })), 400],
    ['more than a text can be', JSON.stringify(saving('x'.repeat(1_000_001))), 413],
  ])('refuses %s', async (_, body, status) => {
    const { editor, send } = await ground()
    expect(await thrown(send(editor.personId, body))).toBe(status)
  })

  test('is for those who may write the text, and only texts that exist', async () => {
    const { send, editor, textId } = await ground()
    const reader = await makeActor(db, 'chef')
    expect(await thrown(send(reader.personId, saving('x')))).toBe(403)
    for (const id of ['inget', crypto.randomUUID()])
      expect(await thrown(send(editor.personId, saving('x'), id))).toBe(404)
    await db.updateTable('example').set({ retired_at: new Date() }).where('text_id', '=', textId).execute()
    expect(await thrown(send(editor.personId, saving('x')))).toBe(404)
  })
})

describe('the history', () => {
  test('shows the versions and what the latest changed, and any two beside each other', async () => {
    const { editor, other, send, show } = await ground()
    await send(editor.personId, saving('Från början. Och mer.'))
    await send(other.personId, saving('Helt annat', { key: 'en annan', baseSeq: 1 }))
    const page = await show()
    expect(page.versions.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['3 auto', '2 auto', '1 published'])
    expect(page).toMatchObject({ other: 2, shown: { number: 3 } })
    const chosen = await show('?fran=1&till=2')

    expect(chosen.differences.at(-1)?.words).toEqual([
      { change: 'same', text: 'Från början.' },
      { change: 'ins', text: ' Och mer.' },
    ])
    expect((await show('?till=1')).other).toBeNull()
    expect(await thrown(show('?till=9'))).toBe(404)
    const reader = await makeActor(db, 'medarbetare')
    expect(await thrown(show('', reader.personId))).toBe(403)
  })

  test('names a version and restores one', async () => {
    const { editor, send, post, textId, slug } = await ground()
    await send(editor.personId, saving('Nytt'))
    expect(await post(editor.personId, { intent: 'name', number: '2', name: ' ' })).toMatchObject({
      init: { status: 400 },
    })
    const named = await post(editor.personId, { intent: 'name', number: '2', name: 'Före mötet' })
    expect((named as Response).headers.get('location')).toBe(paths.textVersions(textId, '?till=2'))
    expect(await post(editor.personId, { intent: 'name', number: '2', name: 'Igen' })).toMatchObject({
      init: { status: 409 },
      data: { fault: 'already-kept' },
    })
    const restored = await post(editor.personId, { intent: 'restore', number: '1' })
    expect((restored as Response).headers.get('location')).toBe(paths.editExample(slug))
    expect((await storedVersions(db, textId)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'published Från början.',
      'named Nytt',
      'auto Från början.',
    ])
    expect(await post(editor.personId, { intent: 'restore', number: '9' })).toMatchObject({ init: { status: 409 } })
    expect(await post(editor.personId, { intent: 'allt' })).toMatchObject({ init: { status: 400 } })
  })

  test('takes each choice between two texts, and asks again when a third has come', async () => {
    const { editor, other, send, post, textId } = await ground()
    const chosen = (text: string) => ({
      body: JSON.stringify(lines(text)),
      fields: '{"title":"T","summary":"S"}',
      baseSeq: '1',
    })
    await send(editor.personId, saving('Deras'))
    expect(await post(other.personId, { intent: 'aside', ...chosen('Min'), name: '' })).toMatchObject({
      init: { status: 400 },
      data: { fault: 'name', conflict: { mine: { body: lines('Min') }, theirs: { body: lines('Deras') } } },
    })
    expect(await post(other.personId, { intent: 'mine', ...chosen('Min') })).toMatchObject({ status: 302 })
    expect(await post(editor.personId, { intent: 'mine', ...chosen('Tredje') })).toMatchObject({
      init: { status: 409 },
      data: { conflict: { theirs: { seq: 2, body: lines('Min') } } },
    })
    expect(await post(editor.personId, { intent: 'aside', ...chosen('Tredje'), name: 'Min väg' })).toMatchObject({
      status: 302,
    })
    expect((await storedVersions(db, textId as TextId)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'published Från början.',
      'auto Deras',
      'auto Min',
      'named Tredje',
      'auto Min',
    ])
    expect(await post(editor.personId, { intent: 'mine', ...chosen('x'), body: '{' })).toMatchObject({
      init: { status: 400 },
    })
  })
})
