import { expect, test } from 'vitest'
import type { MeetingId, PersonId } from '~/shared/ids'
import { listRows } from './list-paper'
import type { AttendanceMethod, ListedPerson } from './model'

const meeting = {
  startsAt: new Date('2025-03-24T12:00:00Z'),
  endsAt: new Date('2025-03-24T14:00:00Z'),
  breakMinutes: 20,
}
const at = new Date('2025-03-24T12:05:00Z')

function person(id: string, name: string, method: AttendanceMethod | null, booking: ListedPerson['booking'] = 'bokad') {
  const personId = id as PersonId
  const mark = method && {
    ...{ markId: `m-${id}`, meetingId: 'm' as MeetingId, personId, method, recordedAt: at },
    ...{ present: true, cameAt: null, leftAt: null },
  }
  return { personId, name, isProtected: false, employer: 'Kommunen', organisationId: null, booking, mark }
}
const nameOf = () => 'Okänd'

test('before the meeting the booked stand to sign by hand, and those who have checked in as signed', () => {
  const people = [person('1', 'Ada', null), person('2', 'Bo', 'qr'), person('3', 'Cia', null, 'vantelista')]
  expect(listRows(meeting, people, undefined, nameOf)).toEqual([
    { name: 'Ada', employer: 'Kommunen', present: null, minutes: 0, method: null, recordedAt: null },
    { name: 'Bo', employer: 'Kommunen', present: true, minutes: 100, method: 'qr', recordedAt: at },
  ])
})

test('what the leader has marked is not a signature until the meeting is confirmed', () => {
  expect(listRows(meeting, [person('1', 'Ada', 'ledare')], undefined, nameOf)).toMatchObject([
    { present: null, method: null },
  ])
})

test('after the confirmation the frozen lines hold, also of those who are no longer on the list', () => {
  const line = { cameAt: null, leftAt: null, method: 'lista' as const }
  const lines = [
    { ...line, personId: '9' as PersonId, markId: 'm-9', present: true, minutes: 40 },
    { ...line, personId: '1' as PersonId, markId: 'm-1', present: true, minutes: 100 },
    { ...line, personId: '2' as PersonId, markId: null, present: false, minutes: 0, method: null },
  ]
  const people = [person('1', 'Ada', 'lista'), person('2', 'Bo', null)]
  expect(listRows(meeting, people, { lines }, nameOf)).toEqual([
    { name: 'Ada', employer: 'Kommunen', present: true, minutes: 100, method: 'lista', recordedAt: at },
    { name: 'Bo', employer: 'Kommunen', present: false, minutes: 0, method: null, recordedAt: null },
    { name: 'Okänd', employer: null, present: true, minutes: 40, method: 'lista', recordedAt: null },
  ])
})
