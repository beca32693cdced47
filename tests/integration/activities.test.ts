import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canLead, canManageActivity, makerScope } from '~/domains/catalogue'
import { findActivity, findMeeting, findOccasion, listUnpublished } from '~/domains/catalogue/index.server'
import { listBookings } from '~/domains/learning/index.server'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeBooking, makeOccasion, makeOrganisation, makePerson } from '../support/factories'

describe('an activity and its occasions', () => {
  test('are read whole, with meetings in order of time', async () => {
    const db = await testDatabase()
    const school = await makeOrganisation(db)
    const made = await makeActivity(db, {
      kind: 'cirkel',
      seats: [{ organisationId: school.organisationId, seats: 3 }],
      competences: [
        { code: 'K5.2', level: 2, weight: 0.5 },
        { code: 'K5.1', level: 3, weight: 1 },
      ],
    })
    const leader = await makePerson(db)
    const late = { startsAt: new Date('2025-04-17T11:00:00Z'), endsAt: new Date('2025-04-17T13:00:00Z') }
    const early = {
      startsAt: new Date('2025-04-10T11:00:00Z'),
      endsAt: new Date('2025-04-10T13:00:00Z'),
      breakMinutes: 15,
      mode: 'bada' as const,
    }
    const { occasionId, meetings } = await makeOccasion(db, {
      activityId: made.activityId,
      leaders: [leader.personId],
      meetings: [late, early],
    })
    const activity = await findActivity(db, made.slug)
    expect(activity?.competences).toEqual([
      { code: 'K5.1', level: 3, weight: 1 },
      { code: 'K5.2', level: 2, weight: 0.5 },
    ])
    expect(activity?.listed).toEqual([{ ...school, seats: 3 }])
    const occasion = await findOccasion(db, occasionId)
    expect(occasion).toMatchObject({ slug: made.slug, kind: 'cirkel', leaders: [leader.personId], capacity: null })
    expect(occasion?.meetings.map(({ startsAt }) => startsAt)).toEqual([early.startsAt, late.startsAt])
    const found = await findMeeting(db, meetings[1]?.meetingId ?? '')
    expect(found?.meeting).toMatchObject({ ...early, onlineUrl: 'https://example.org/mote' })
    expect(found?.occasion).toEqual(occasion)
    expect(await findActivity(db, 'finns-inte')).toBeUndefined()
    expect(await findOccasion(db, randomUUID())).toBeUndefined()
    expect(await findMeeting(db, randomUUID())).toBeUndefined()
  })

  test('are kept by course leaders, the project office and the own coordinator, not for another organisation', async () => {
    const db = await testDatabase()
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const draft = await makeActivity(db, { organisationId: own.organisationId, state: 'utkast' })
    const reaches = async (role: Parameters<typeof makeActor>[1], organisationId = own.organisationId) => {
      const actor = await makeActor(db, role, { organisationId })
      const drafts = await listUnpublished(db, makerScope(actor))
      const listed = drafts.some(({ slug }) => slug === draft.slug)
      expect(listed).toBe(canManageActivity(actor, draft))
      return listed
    }
    expect(await reaches('projektkoordinator')).toBe(true)
    expect(await reaches('kursansvarig')).toBe(true)
    expect(await reaches('projektkoordinator', other.organisationId)).toBe(false)
    expect(await reaches('medarbetare')).toBe(false)
    expect(await reaches('chef')).toBe(false)
    expect(canManageActivity(await makeActor(db, 'projektkoordinator'), draft)).toBe(false)
    expect(canManageActivity(await makeActor(db, 'projektadministrator'), draft)).toBe(true)
    expect(canManageActivity(await makeActor(db, 'kursansvarig'), draft)).toBe(true)
    const leader = await makeActor(db)
    const occasion = { organisationId: own.organisationId, leaders: [leader.personId] }
    expect(canLead(leader, occasion)).toBe(true)
    expect(canLead(await makeActor(db), occasion)).toBe(false)
  })

  test('bookings stand in the order of their queue, protected persons by alias', async () => {
    const db = await testDatabase()
    const school = await makeOrganisation(db)
    const { occasionId } = await makeOccasion(db, {})
    const hidden = await makePerson(db, { familyName: 'Hemlinge', protection: 'protected' })
    const open = await makePerson(db, { familyName: 'Öppen' })
    const organisationId = school.organisationId
    await makeBooking(db, { occasionId, personId: open.personId, organisationId, state: 'vantelista' })
    const queuedAt = new Date('2025-02-01T09:00:00Z')
    await makeBooking(db, {
      occasionId,
      personId: hidden.personId,
      organisationId,
      queuedAt,
      accessNeeds: 'Teleslinga',
    })
    const lines = await listBookings(db, occasionId)
    expect(lines.map(({ personId, state }) => [personId, state])).toEqual([
      [hidden.personId, 'bokad'],
      [open.personId, 'vantelista'],
    ])
    expect(lines[0]).toMatchObject({ isProtected: true, organisationName: null, accessNeeds: 'Teleslinga' })
    expect(lines[1]).toMatchObject({ name: `${open.givenName} Öppen`, organisationName: school.name })
    expect(JSON.stringify(lines)).not.toContain('Hemlinge')
  })
})
