import { expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { action, loader } from '~/routes/attendance-import'
import { paths } from '~/shared/paths'
import { makeActor, makeBooking, makePerson } from '../support/factories'
import { asTeamsBytes, teamsEnglish } from '../support/meeting-files'
import { ask } from '../support/ask'
import { requestOf } from '../support/signed-in'
import { makeWorkshop } from '../support/workshop'

/** What the page answers to a form with a file, as a browser without scripts sends it. */
async function send(actor: Actor, meetingId: string, form: FormData) {
  const signedIn = await requestOf(actor.personId, paths.attendanceImport(meetingId))
  const request = new Request(signedIn.url, { method: 'POST', headers: signedIn.headers, body: form })
  const answer = await action({ request, params: { meetingId }, context: {} } as never).catch(
    (thrown: unknown) => thrown,
  )
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get('location'), error: null, text: '', preview: null }
  const { data, init } = answer as {
    data: {
      error: string | null
      text: string
      preview: { rows: { proposed: string | null }[] } | null
    }
    init: ResponseInit | null
  }
  return { status: init?.status ?? 200, to: null, ...data }
}

async function world() {
  const made = await makeWorkshop({ people: 0 })
  const { db, occasionId, organisationId } = made
  for (const [givenName, familyName] of [
    ['Idun', 'Fjällby'],
    ['Loke', 'Havsten'],
  ] as const) {
    const { personId } = await makePerson(db, { givenName, familyName, organisationId })
    await makeBooking(db, { occasionId, personId, organisationId })
  }
  return made
}

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, 'narvaro.csv')
  return form
}
const file = (...parts: BlobPart[]) => new Blob(parts, { type: 'text/csv' })

test('a file is uploaded, looked at and entered, each by a plain form', async () => {
  const { db, leader, meetingId } = await world()
  const seen = await send(
    leader,
    meetingId,
    formOf({ intent: 'read', file: file(asTeamsBytes(teamsEnglish)), text: '' }),
  )
  expect(seen).toMatchObject({ status: 200, error: null })
  const choices = Object.fromEntries(
    (seen.preview?.rows ?? []).map(({ proposed }, at) => [`person-${at}`, proposed ?? '']),
  )
  expect(Object.values(choices).filter((one) => one !== '')).toHaveLength(2)
  const apply = () => send(leader, meetingId, formOf({ intent: 'apply', text: seen.text, ...choices }))
  expect(await apply()).toMatchObject({ status: 302, to: paths.attendance(meetingId) })
  expect(await apply()).toMatchObject({ status: 302 })
  const marks = await db.selectFrom('attendance_mark').where('meeting_id', '=', meetingId).select('method').execute()
  expect(marks.map(({ method }) => method)).toEqual(['import', 'import'])
})

test('what is wrong is said with its remedy, and the text that was pasted stays', async () => {
  const { leader, meetingId } = await world()
  const say = async (fields: Record<string, string | Blob>) => {
    const answer = await send(leader, meetingId, formOf({ intent: 'read', ...fields }))
    expect(answer.status).toBe(400)
    return answer
  }
  expect((await say({ text: '' })).error).toBe('Välj en fil eller klistra in innehållet först.')
  expect((await say({ file: file('PK\u0003\u0004....') })).error).toContain('Excelfil')
  expect((await say({ file: file(new Uint8Array(900_001).fill(65)) })).error).toContain('900 kB')
  const prose = await say({ text: 'Kära kolleger!' })
  expect(prose.error).toContain('Hämta rapporten som CSV')
  expect(prose.text).toBe('Kära kolleger!')
  expect((await say({ text: teamsEnglish.replaceAll('3/24/25', '3/27/25') })).error).toContain('2025-03-27')
})

test('only those who lead the occasion come here', async () => {
  const { db, people, leader, meetingId } = await world()
  expect(people).toHaveLength(0)
  const stranger = await makeActor(db, 'medarbetare')
  const address = paths.attendanceImport(meetingId)
  expect(await ask(loader, leader.personId, address, { meetingId })).toMatchObject({ status: 200 })
  expect(await ask(loader, stranger.personId, address, { meetingId })).toMatchObject({ status: 403 })
  expect(await send(stranger, meetingId, formOf({ intent: 'read', text: teamsEnglish }))).toMatchObject({ status: 403 })
})
