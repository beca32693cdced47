import { beforeAll, describe, expect, it, test } from 'vitest'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { addInterest } from '~/domains/learning/index.server'
import type { MeetingId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeBooking, makeOccasion, makeParticipation, makePerson } from '../support/factories'
import { ask, openPortal, siteRoutes } from '../support/portal'
import { readableText } from '../support/readable'
import { type Asker, makeWorld, type World } from './access-world'

const at = new Date('2025-03-20T12:00:00Z')
let world: World
let cookies: Map<Asker, string>
let office: string
let made: { occasionId: string; waiting: string; meetingId: MeetingId; slug: string; other: string; lines: string[] }

/** The protected subject attends, waits, hands in, is confirmed, and is in a colleague's list. */
async function live(): Promise<typeof made> {
  const db = await testDatabase()
  const { personId } = world.subject
  const { organisationId } = world.own
  const keeper = await makeActor(db, 'projektadministrator')
  const { activityId, slug } = await makeActivity(db, { organisationId, projectId: world.projectId })
  const past = { startsAt: new Date('2025-03-18T12:00:00Z'), endsAt: new Date('2025-03-18T14:00:00Z') }
  const ahead = { startsAt: new Date('2026-12-18T12:00:00Z'), endsAt: new Date('2026-12-18T14:00:00Z') }
  const { occasionId, meetings } = await makeOccasion(db, { activityId, meetings: [past], leaders: [keeper.personId] })
  const { occasionId: waiting } = await makeOccasion(db, { activityId, meetings: [ahead], capacity: 1 })
  await makeBooking(db, { occasionId, personId, organisationId })
  await makeBooking(db, { occasionId: waiting, personId, organisationId, state: 'vantelista' })
  await addInterest(db, activityId, personId, at)
  const meetingId = meetings[0]?.meetingId ?? ('' as MeetingId)
  const mark = { meeting_id: meetingId, person_id: personId, present: true, recorded_by: personId, recorded_at: at }
  await db
    .insertInto('attendance_mark')
    .values({ ...mark, method: 'qr' })
    .execute()
  await db
    .insertInto('product')
    .values({ occasion_id: occasionId, person_id: personId, wording: 'Vår plan', handed_in_at: at })
    .execute()
  const confirmed = await confirmMeeting(db, keeper, { meetingId, now: at })
  expect(confirmed).toMatchObject({ ok: true, value: { created: true, present: 1 } })
  const lines = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .select('time_entry_id')
    .orderBy('recorded_at')
    .execute()
  const seated = world.askers.find(({ role, place }) => role === 'medarbetare' && place === 'own')?.actor
  if (seated !== undefined) await makeBooking(db, { occasionId: waiting, personId: seated.personId, organisationId })
  const colleague = await makePerson(db, { organisationId })
  const { participationId } = await makeParticipation(db, {
    projectId: world.projectId,
    personId: colleague.personId,
    partnerId: organisationId,
  })
  return { occasionId, waiting, meetingId, slug, other: participationId, lines: lines.map((one) => one.time_entry_id) }
}

beforeAll(async () => {
  const { signIn } = await openPortal()
  world = await makeWorld({ protection: 'protected' })
  made = await live()
  cookies = new Map()
  for (const asker of world.askers) if (asker.actor !== undefined) cookies.set(asker, await signIn(asker.actor))
  office = cookies.get(world.askers.find(({ role }) => role === 'projektadministrator') as Asker) ?? ''
}, 60_000)

const sweep: [string, string, () => string[]][] = [
  [
    'participants searched and chosen',
    'deltagare',
    () =>
      ['?sok=hemlinge', '?information=nej', '?komplett=nej&ordning=start'].map((query) => paths.participants(query)),
  ],
  [
    'participants as a file',
    'deltagare.csv',
    () => [paths.participantsCsv(`?projekt=${world.diarienr}`), paths.participantsCsv('?sok=hemlinge')],
  ],
  ['dates to confirm', 'deltagare/datum', () => [paths.participantDates(`?projekt=${world.diarienr}`)]],
  [
    'likely duplicates',
    'deltagare/:id/sla-ihop',
    () => [
      paths.mergeParticipant(made.other),
      `${paths.mergeParticipant(made.other)}?sok=hemlinge`,
      paths.mergeParticipant(made.other, world.subject.personId),
      paths.mergeParticipant(world.participationId),
    ],
  ],
  ['the search', 'sok', () => [paths.search('hemlinge'), paths.search(world.subject.givenName)]],
  [
    'occasions and their bookings',
    'tillfallen/:id',
    () => [paths.occasion(world.occasionId), paths.occasion(made.occasionId), paths.occasion(made.waiting)],
  ],
  ['the activity', 'aktiviteter/:slug', () => [paths.activity(made.slug)]],
  [
    'attendance, open and confirmed',
    'narvaro/:meetingId',
    () =>
      [world.meetingId, made.meetingId].flatMap((meeting) =>
        ['', '?metod=lista', '?sok=hemlinge'].map((query) => paths.attendance(meeting, query)),
      ),
  ],
  ['the calendar', 'kalender', () => [paths.calendar('?manad=2025-03'), paths.calendar('?manad=2026-12')]],
  ['a file of the calendar', 'tillfallen/:id/kalender.ics', () => [paths.occasionFile(made.waiting)]],
  ['the personal feed', 'kalender/:token/kalender.ics', () => [paths.calendarFeed(world.feedToken)]],
  [
    'months',
    'projekt/:diarienr/manader/:manad',
    () => ['2025-02', '2025-03'].map((month) => paths.month(world.diarienr, month)),
  ],
  ['the list to attest', 'attestera', () => [paths.attest(), paths.attest(`?projekt=${world.diarienr}&manad=2025-03`)]],
  ['lines of the ledger', 'poster/:id', () => made.lines.map((line) => paths.ledgerLine(line))],
  [
    'reports',
    'projekt/:diarienr/rapporter',
    () => [paths.reports(world.diarienr, '?manad=2025-02'), paths.reports(world.diarienr, '?manad=2025-03')],
  ],
  ['staff', 'medarbetare', () => [paths.staff()]],
]

describe.each(sweep)('%s', (_name, pattern, addresses) => {
  it('tell nobody else the name or e-mail of a protected person', { timeout: 60_000 }, async () => {
    const route = siteRoutes.find(({ path }) => path.replaceAll(/:\w+/g, ':') === pattern.replaceAll(/:\w+/g, ':'))
    if (route === undefined) throw new Error(`No route ${pattern}`)
    let shown = 0
    for (const address of addresses())
      for (const asker of world.askers) {
        const cookie = cookies.get(asker)
        const answer = await ask(route, address, cookie === undefined ? {} : { cookie })
        if (answer.status === 200) shown += 1
        const sent = `${answer.headers}\n${answer.location}\n${readableText(answer.bytes)}`.toLowerCase()
        const leaked = [world.secret, world.subject.email].filter((one) => sent.includes(one.toLowerCase()))
        expect(leaked, `${asker.role}, ${asker.place} at ${address}`).toEqual([])
      }
    expect(shown, `somebody is shown ${pattern}`).toBeGreaterThan(0)
  })
})

test('the file for SCB holds neither name nor e-mail, in any form', async () => {
  const page = siteRoutes.find(({ path }) => path === 'rapporter/scb/:id')
  if (page === undefined) throw new Error('No route')
  for (const form of ['csv', 'xlsx'] as const) {
    const stated = { form, reason: 'Rapport till SCB för februari' }
    await ask(page, paths.scbBatch(world.batchId), { cookie: office, form: stated })
    const route = siteRoutes.find(({ path }) => path === `rapporter/scb/:id/fil.${form}`)
    if (route === undefined) throw new Error('No route')
    const answer = await ask(route, paths.scbFile(world.batchId, form), { cookie: office })
    expect(answer.status, form).toBe(200)
    const sent = readableText(answer.bytes).toLowerCase()
    for (const secret of [world.secret, world.subject.email]) expect(sent.includes(secret.toLowerCase())).toBe(false)
  }
})
