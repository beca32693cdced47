import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueueNotice, findMailChoice, saveMailChoice } from '~/domains/notice/index.server'
import { translator } from '~/i18n/translator.server'
import { type MailMeans, sendMail } from '~/journeys/send-mail.server'
import { mailer } from '~/server/mail.server'
import { testDatabase } from '../support/database'
import { makePerson, type PersonWish } from '../support/factories'
import { openMailServer } from '../support/mail-server'

const answers = new Map<string, number>()
let server: Awaited<ReturnType<typeof openMailServer>>
let post: ReturnType<typeof mailer>
beforeAll(async () => {
  server = await openMailServer((to) => answers.get(to))
  post = mailer(
    { url: server.url, from: 'Westum Lärportal <svara-inte@portal.example>' },
    path.resolve('public/eu-emblem.png'),
  )
})
afterAll(async () => {
  post.close()
  await server.close()
})

function meansOf(wish: Partial<MailMeans> = {}): MailMeans {
  return {
    address: 'https://portal.example',
    texts: (language) => {
      const t = translator(language)
      return { mail: t('mail'), common: t('common'), home: t('home') }
    },
    deliver: post.deliver,
    ...wish,
  }
}

/** A day of its own for each test, since everybody in the database is looked at. */
let day = 0
async function makeReader(wish: PersonWish = {}) {
  const db = await testDatabase()
  day += 5
  const at = (time: string, plus = 0) =>
    new Date(`${new Date(Date.UTC(2026, 0, day + plus)).toISOString().slice(0, 10)}T${time}Z`)
  const person = await makePerson(db, { password: 'ett långt lösenord', ...wish })
  const { personId, email } = person
  const notify = (kind: string, createdAt: Date, payload: Record<string, unknown> = {}) =>
    enqueueNotice(db, { personId, kind, sourceId: randomUUID(), createdAt, payload })
  const place = (createdAt: Date, title = 'Språk i yrket') =>
    notify('booking-place', createdAt, {
      ...{ occasionId: randomUUID(), activitySlug: 'sprak-i-yrket', activityTitle: title },
      startsAt: at('13:00:00', 3).toISOString(),
    })
  const certificate = (createdAt: Date, code = 'AAAA-BBBB-CCCC') =>
    notify('course-finished', createdAt, { certificateCode: code, courseTitle: 'Validering' })
  const send = (now: Date, wishes: Partial<MailMeans> = {}) => sendMail(db, () => now, meansOf(wishes))
  const states = () =>
    db
      .selectFrom('mail')
      .where('person_id', '=', personId)
      .select(['kind', 'state', 'attempts', 'fault'])
      .orderBy('created_at')
      .execute()
  return { db, at, person, personId, email, notify, place, certificate, send, states, inbox: () => server.to(email) }
}

const decoded = (raw: string) =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

test('what is urgent goes at once, and once', async () => {
  const { at, place, send, inbox, person } = await makeReader()
  await place(at('03:00:00'))
  await send(at('03:01:00'))
  await send(at('03:02:00'))
  const [mail, ...more] = inbox()
  expect(more).toEqual([])
  const raw = decoded(mail?.raw ?? '')
  expect(raw).toContain(`Hej ${person.givenName}!`)
  expect(raw).toContain('Du har fått plats på Språk i yrket')
  expect(raw).toContain('https://portal.example/aktiviteter/sprak-i-yrket')
  expect(raw).toContain('https://portal.example/konto#mejl')
  expect(raw).toContain('Medfinansieras av Europeiska unionen')
  expect(raw).toContain('Auto-Submitted: auto-generated')
  expect(raw).toContain('Content-ID: <eu-emblem>')
  expect(raw).not.toContain(person.familyName)
})

test('what is not urgent is told together in the morning, once a day', async () => {
  const { at, certificate, send, inbox, states } = await makeReader()
  await certificate(at('03:00:00'), 'AAAA-AAAA-AAAA')
  await send(at('05:59:00'))
  expect(inbox()).toEqual([])
  await certificate(at('05:59:30'), 'BBBB-BBBB-BBBB')
  await send(at('06:00:00'))
  await certificate(at('06:00:30'), 'CCCC-CCCC-CCCC')
  await send(at('09:00:00'))
  expect(inbox()).toHaveLength(1)
  const raw = decoded(inbox()[0]?.raw ?? '')
  for (const [code, isThere] of [
    ['AAAA-AAAA-AAAA', true],
    ['BBBB-BBBB-BBBB', true],
    ['CCCC-CCCC-CCCC', false],
  ] as const)
    expect(raw.includes(code)).toBe(isThere)
  await send(at('06:00:00', 1))
  expect(decoded(inbox()[1]?.raw ?? '')).toContain('CCCC-CCCC-CCCC')
  expect(await states()).toEqual([1, 2].map(() => ({ kind: 'samlat', state: 'skickat', attempts: 1, fault: null })))
})

test('what became of an assignment is told in the morning as the start page tells it', async () => {
  const { at, notify, send, inbox } = await makeReader()
  const lesson = { courseSlug: 'larmiljo', lessonSlug: 'din-plan', lessonTitle: 'Din plan' }
  await notify('assignment-to-read', at('03:00:00'), lesson)
  await notify('assignment-approved', at('04:00:00'), lesson)
  await send(at('06:00:00'))
  const raw = decoded(inbox()[0]?.raw ?? '')
  expect(raw).toContain('Ditt arbete är godkänt: Din plan')
  expect(raw).toContain('https://portal.example/kurser/larmiljo/din-plan')
  expect(raw).not.toContain('att läsa')
})

test('what was read, is old or is over is not mailed', async () => {
  const { db, at, place, certificate, send, inbox, states, personId } = await makeReader()
  await certificate(at('12:00:00', -3))
  await certificate(at('04:00:00'))
  await db
    .updateTable('outbox')
    .set({ read_at: at('04:30:00') })
    .where('person_id', '=', personId)
    .execute()
  await send(at('08:00:00'))
  expect(await states()).toEqual([])
  await place(at('09:00:00'))
  await send(at('09:05:00'), { deliver: () => Promise.resolve({ state: 'later', fault: 'ECONNECTION' }) })
  await send(at('14:00:00', 3))
  expect(inbox()).toEqual([])
  expect(await states()).toEqual([{ kind: 'bradskande', state: 'inaktuellt', attempts: 2, fault: null }])
})

test.each([
  ['allt', 2],
  ['bradskande', 1],
  ['inget', 0],
] as const)('who has chosen %s gets %i mails', async (choice, count) => {
  const { db, personId, at, place, certificate, send, inbox } = await makeReader()
  await saveMailChoice(db, personId, choice === 'allt' ? 'inget' : 'allt', at('01:00:00'))
  await saveMailChoice(db, personId, choice, at('02:00:00'))
  await place(at('07:00:00'))
  await certificate(at('07:00:00'))
  await send(at('08:00:00'))
  expect(inbox()).toHaveLength(count)
})

test('a protected person gets nothing until they ask for it', async () => {
  const { db, personId, at, place, send, inbox } = await makeReader({ protection: 'protected' })
  expect(await findMailChoice(db, personId)).toBe('inget')
  await place(at('07:00:00'))
  await send(at('08:00:00'))
  expect(inbox()).toEqual([])
  await saveMailChoice(db, personId, 'bradskande', at('08:30:00'))
  await send(at('09:00:00'))
  expect(inbox()).toHaveLength(1)
})

test('who may not sign in any more gets no mail', async () => {
  const { db, personId, at, place, send, inbox } = await makeReader()
  await place(at('07:00:00'))
  await db
    .updateTable('account')
    .set({ disabled_at: at('07:30:00') })
    .where('person_id', '=', personId)
    .execute()
  await send(at('08:00:00'))
  expect(inbox()).toEqual([])
})

test('a server that is busy is tried again, later and later; an address that does not exist is given up', async () => {
  const { at, email, place, send, inbox, states } = await makeReader()
  answers.set(email, 451)
  await place(at('07:00:00'))
  await send(at('07:01:00'))
  await send(at('07:01:30'))
  expect(await states()).toEqual([{ kind: 'bradskande', state: 'vantar', attempts: 1, fault: 'EENVELOPE 451' }])
  answers.delete(email)
  await send(at('07:02:00'))
  expect(inbox()).toHaveLength(1)

  const other = await makeReader()
  answers.set(other.email, 550)
  await other.place(other.at('07:00:00'))
  await other.send(other.at('07:01:00'))
  await other.send(other.at('23:01:00'))
  expect(await other.states()).toEqual([{ kind: 'bradskande', state: 'uppgivet', attempts: 1, fault: 'EENVELOPE 550' }])
  expect(other.inbox()).toEqual([])
})

test('two that send at once send each mail once, and a title cannot write a header', async () => {
  const { at, place, send, inbox } = await makeReader({ language: 'en' })
  for (let number = 0; number < 4; number += 1)
    await place(at('07:00:00'), `Kurs ${number}\r\nBcc: annan@portal.example <b>`)
  await Promise.all([1, 2, 3].map(() => send(at('08:00:00'))))
  expect(inbox()).toHaveLength(1)
  const raw = decoded(inbox()[0]?.raw ?? '')
  expect(raw).toContain('<title>4 things are new in Westum Lärportal</title>')
  expect(raw).not.toMatch(/^Bcc:/m)
  expect(raw).toContain('&lt;b&gt;')
})
