import { beforeAll, describe, expect, test } from 'vitest'
import { bookOccasion } from '~/journeys/book-occasion.server'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import {
  makeActivity,
  makeActor,
  makeBooking,
  makeOccasion,
  makeOrganisation,
  makePerson,
  makeProject,
} from '../support/factories'
import { ask, openPortal, siteRoutes } from '../support/portal'

const route = (path: string) => {
  const found = siteRoutes.find((one) => one.path === path)
  if (found === undefined) throw new Error(path)
  return found
}
const calendar = route('kalender')
const activityPage = route('aktiviteter/:slug')
const settings = route('kalender/prenumerera')
const feed = route('kalender/:token/kalender.ics')
const file = route('tillfallen/:id/kalender.ics')

let signIn: Awaited<ReturnType<typeof openPortal>>['signIn']
beforeAll(async () => {
  const portal = await openPortal()
  signIn = async (actor) => {
    const db = await testDatabase()
    const account = { person_id: actor.personId, password_hash: 'none' }
    await db
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return portal.signIn(actor)
  }
})

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const meeting = {
  startsAt: soon(72),
  endsAt: soon(74),
  mode: 'bada' as const,
  place: 'Hemlig sal',
  onlineUrl: 'https://example.org/hemlig-lank',
}

describe('the calendar', () => {
  const at = { startsAt: new Date('2031-05-15T11:00:00Z'), endsAt: new Date('2031-05-15T13:00:00Z') }

  test('is public without online addresses and names; its choices narrow it', async () => {
    const db = await testDatabase()
    const [one, two] = [await makeOrganisation(db, { municipalityCodes: ['1481'] }), await makeOrganisation(db)]
    const project = await makeProject(db)
    const [workshop, visit] = [
      await makeActivity(db, {
        organisationId: one.organisationId,
        kind: 'workshop',
        projectId: project.projectId,
        themes: ['ai'],
        audiences: ['syv'],
      }),
      await makeActivity(db, {
        organisationId: two.organisationId,
        kind: 'studiebesok',
        themes: ['validering'],
        audiences: ['all-personal'],
      }),
    ]
    const draft = await makeActivity(db, { state: 'utkast' })
    const person = await makePerson(db, { familyName: 'Hemlinge' })
    const leads = await makePerson(db, { familyName: 'Ledarström' })
    const hidden = await makePerson(db, { familyName: 'Döljare', protection: 'protected' })
    const { occasionId } = await makeOccasion(db, {
      activityId: workshop.activityId,
      capacity: 5,
      leaders: [leads.personId],
      meetings: [{ ...at, mode: 'bada', onlineUrl: 'https://example.org/hemlig-lank' }],
    })
    await makeOccasion(db, { activityId: visit.activityId, meetings: [at], leaders: [hidden.personId] })
    await makeOccasion(db, { activityId: draft.activityId, meetings: [at] })
    await makeBooking(db, { occasionId, personId: person.personId })
    const seen = async (query: string, cookie?: string) => {
      const { body } = await ask(
        calendar,
        paths.calendar(`?manad=2031-05${query}`),
        cookie === undefined ? {} : { cookie },
      )
      expect(body).not.toContain('hemlig-lank')
      expect(body).not.toContain('Hemlinge')
      expect(body).not.toContain('Döljare')
      expect(body.includes('Ledarström')).toBe(cookie !== undefined)
      const { content } = JSON.parse(body) as { content: { meetings: { slug: string; placesLeft: number | null }[] } }
      return content.meetings
        .map(({ slug }) => slug)
        .filter((slug) => [workshop, visit, draft].some((a) => a.slug === slug))
    }
    expect((await seen('')).toSorted()).toEqual([workshop.slug, visit.slug].toSorted())
    expect(await seen('&typ=workshop')).toEqual([workshop.slug])
    expect(await seen('&form=digitalt')).toEqual([workshop.slug])
    expect(await seen(`&arrangor=${two.slug}`)).toEqual([visit.slug])
    expect(await seen(`&kommun=1481&arrangor=${one.slug}`)).toEqual([workshop.slug])
    expect(await seen(`&projekt=${project.diarienr}`)).toEqual([workshop.slug])
    expect(await seen('&tema=ai')).toEqual([workshop.slug])
    expect(await seen('&malgrupp=syv&typ=workshop')).toEqual([workshop.slug])
    expect(await seen('&malgrupp=rektor')).toEqual([visit.slug])
    const cookie = await signIn(person.actor)
    expect(await seen(`&ledare=${leads.personId}`, cookie)).toEqual([workshop.slug])
    expect(await seen(`&ledare=${hidden.personId}`, cookie)).toEqual([])
    expect(await seen('&mina=ja', await signIn(person.actor))).toEqual([workshop.slug])
    expect(await seen('&mina=ja', await signIn(await makeActor(db)))).toEqual([])
  })
})

describe('the page of an activity', () => {
  test('shows the online address to those who are booked or lead, a draft to its makers', async () => {
    const db = await testDatabase()
    const leader = await makeActor(db)
    const { slug, activityId } = await makeActivity(db, {})
    const { occasionId } = await makeOccasion(db, { activityId, meetings: [meeting], leaders: [leader.personId] })
    const person = await makeActor(db)
    const sees = async (cookie?: string) => {
      const { body } = await ask(activityPage, paths.activity(slug), cookie === undefined ? {} : { cookie })
      return body.includes('hemlig-lank')
    }
    const cookie = await signIn(person)
    expect([await sees(), await sees(cookie), await sees(await signIn(leader))]).toEqual([false, false, true])
    const form = { intent: 'book', occasionId, accessNeeds: '' }
    const booked = await ask(activityPage, paths.activity(slug), { cookie, form })
    expect([booked.status, booked.location]).toEqual([302, `${paths.activity(slug)}#tillfallen`])
    expect(await sees(cookie)).toBe(true)
    const draft = await makeActivity(db, { state: 'utkast' })
    const office = await signIn(await makeActor(db, 'projektadministrator'))
    expect((await ask(activityPage, paths.activity(draft.slug), { cookie })).status).toBe(404)
    expect((await ask(activityPage, paths.activity(draft.slug), { cookie: office })).status).toBe(200)
  })

  test('answers a refusal with a sentence and keeps what was typed; warns of a clash', async () => {
    const db = await testDatabase()
    const { slug, activityId } = await makeActivity(db, {})
    const closed = await makeOccasion(db, { activityId, meetings: [meeting], bookingClosesAt: soon(-1) })
    const other = await makeActivity(db, { title: 'Något annat' })
    const same = await makeOccasion(db, { activityId: other.activityId, meetings: [meeting] })
    const person = await makeActor(db)
    await bookOccasion(db, person, { occasionId: same.occasionId, accessNeeds: '', now: new Date() })
    const cookie = await signIn(person)
    const form = { intent: 'book', occasionId: closed.occasionId, accessNeeds: 'Teleslinga' }
    const answer = await ask(activityPage, paths.activity(slug), { cookie, form })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ accessNeeds: 'Teleslinga' })
    expect(answer.body).toContain('Bokningen stängde')
    expect((await ask(activityPage, paths.activity(slug), { cookie })).body).toContain('"clashes":["Något annat"]')
  })
})

describe('the calendar of a person', () => {
  const subscribe = async (cookie: string) => {
    const { body } = await ask(settings, paths.calendarSettings(), { cookie, form: { intent: 'make' } })
    const { address } = JSON.parse(body) as { address: string }
    return new URL(address).pathname
  }

  test('holds what is booked and led in UTC, no names; a new address ends the old, revoking ends all', async () => {
    const db = await testDatabase()
    const person = await makeActor(db)
    const colleague = await makePerson(db, { familyName: 'Hemlinge' })
    const booked = await makeOccasion(db, { meetings: [meeting], leaders: [colleague.personId] })
    const led = await makeOccasion(db, { leaders: [person.personId] })
    const waits = await makeOccasion(db, {})
    await makeBooking(db, { occasionId: booked.occasionId, personId: person.personId })
    await makeBooking(db, { occasionId: booked.occasionId, personId: colleague.personId })
    await makeBooking(db, { occasionId: waits.occasionId, personId: person.personId, state: 'vantelista' })
    const cookie = await signIn(person)
    const first = await subscribe(cookie)
    const { body } = await ask(feed, first)
    expect(body).toContain(booked.meetings[0]?.meetingId)
    expect(body).not.toContain(waits.meetings[0]?.meetingId)
    expect(body).toMatch(/DTSTART:\d{8}T\d{6}Z/)
    expect(body).toContain('Hemlig sal')
    expect(body).not.toMatch(/Hemlinge|VALARM|ATTENDEE|ORGANIZER/)
    const single = async (occasionId: string) => (await ask(file, paths.occasionFile(occasionId), { cookie })).status
    expect([await single(booked.occasionId), await single(led.occasionId), await single(waits.occasionId)]).toEqual([
      200, 200, 404,
    ])
    const stored = await db
      .selectFrom('calendar_feed')
      .where('person_id', '=', person.personId)
      .select('token_hash')
      .executeTakeFirstOrThrow()
    expect(first).not.toContain(stored.token_hash)
    const second = await subscribe(cookie)
    expect((await ask(feed, first)).status).toBe(404)
    expect((await ask(feed, second)).status).toBe(200)
    await ask(settings, paths.calendarSettings(), { cookie, form: { intent: 'revoke' } })
    expect((await ask(feed, second)).status).toBe(404)
  })

  test('of a protected person holds no place and no link; the file they save themselves does', async () => {
    const db = await testDatabase()
    const { actor } = await makePerson(db, { protection: 'protected' })
    const { occasionId, meetings } = await makeOccasion(db, { meetings: [meeting] })
    await makeBooking(db, { occasionId, personId: actor.personId })
    const cookie = await signIn(actor)
    const { body } = await ask(feed, await subscribe(cookie))
    expect(body).toContain(meetings[0]?.meetingId)
    expect(body).not.toMatch(/Hemlig sal|hemlig-lank|LOCATION/)
    expect((await ask(file, paths.occasionFile(occasionId), { cookie })).body).toContain('Hemlig sal')
  })
})
