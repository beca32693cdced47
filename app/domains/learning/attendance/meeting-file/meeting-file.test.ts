import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '~/shared/ids'
import * as files from '../../../../../tests/support/meeting-files'
import { presentMinutes } from '../rules'
import { chosenSpans, joinedSpans, matchFile, otherDay, presenceOf } from './match'
import type { Nameable } from './model'
import { readMeetingFile, textOfMeetingFile } from './read.server'
import { isMonthFirst, readDuration, readStamp } from './stamps'

const at = (clock: string) => new Date(`2025-03-24T${clock}+01:00`)
const meeting = { startsAt: at('13:00:00'), endsAt: at('16:00:00'), breakMinutes: 0 }
const person = (id: string, givenName: string, familyName: string, more: Partial<Nameable> = {}): Nameable => ({
  personId: id as PersonId,
  givenName,
  familyName,
  email: `${givenName}.${familyName}@portal.example`.toLowerCase().replaceAll('ä', 'a'),
  markable: true,
  mark: null,
  ...more,
})
const people = [person('idun', 'Idun', 'Fjällby'), person('loke', 'Loke', 'Havsten')]
const leader = { givenName: 'Tyra', familyName: 'Ekvall', email: 'leader@portal.example' }

function read(text: string) {
  const file = readMeetingFile(text, '2025-03-24')
  if (!file.ok) throw new Error(file.refusal)
  return file.value
}
const rowsOf = (text: string, listed = people) => matchFile(meeting, read(text).stays, listed, leader)

describe('times of a file', () => {
  test.each([
    ['3/24/25, 12:58:30 PM', true, '12:58:30'],
    ['3/24/2025, 1:05:00\u202fPM', true, '13:05:00'],
    ['03/24/2025 12:00:00 AM', true, '00:00:00'],
    ['24/03/2025, 13:05:09', false, '13:05:09'],
    ['24.03.2025 13:05', true, '13:05:00'],
    ['2025-03-24, 13:05:09', true, '13:05:09'],
    ['2025-03-24 kl. 13.05', false, '13:05:00'],
    ['2025-03-24T13:05:09', false, '13:05:09'],
    ['3/24/2025, 1:05:00 em', true, '13:05:00'],
  ])('%s is read', (text, monthFirst, clock) => {
    expect(readStamp(text, monthFirst)).toEqual(at(clock))
  })
  test.each(['', '--', 'igår', '24/13/2025, 13:00', '2025-03-24', '13:00', '3/24/25, 13:00 PM', '2025-03-24 25:00'])(
    '%s is not',
    (text) => {
      expect(readStamp(text, false)).toBeUndefined()
      expect(readStamp(text, true)).toBeUndefined()
    },
  )
  test('the day of the meeting tells months from days', () => {
    expect(isMonthFirst(['4/3/2025, 1:00:00 PM'], '2025-04-03')).toBe(true)
    expect(isMonthFirst(['4/3/2025, 13:00:00'], '2025-03-04')).toBe(false)
  })
  test('of the day of summer time are on a Swedish clock', () => {
    expect(readStamp('3/31/2025, 1:00:00 PM', true)).toEqual(new Date('2025-03-31T11:00:00Z'))
  })
  test.each([
    ['1h 2m 3s', 3_723],
    ['1 tim 30 min', 5_400],
    ['45 s', 45],
    ['01:02:03', 3_723],
    ['90', 5_400],
    ['snart', undefined],
  ])('%s lasts', (text, seconds) => expect(readDuration(text)).toBe(seconds))
})

describe('a file of each kind', () => {
  test.each([
    ['Teams in English', files.teamsEnglish, 'teams'],
    ['Teams in Swedish, with first and last time', files.teamsSwedish, 'teams'],
    ['Teams in the layout between', files.teamsMiddle, 'teams'],
    ['Teams in the oldest layout', files.teamsOld, 'teams'],
    ['Zoom in English', files.zoomEnglish, 'zoom'],
    ['Zoom in Swedish', files.zoomSwedish, 'zoom'],
  ] as const)('%s gives the same people and minutes', (_name, text, kind) => {
    expect(read(text).kind).toBe(kind)
    const rows = rowsOf(text).filter(({ problem }) => problem === null)
    expect(rows.map(({ match, minutes }) => [match?.personId, minutes]).toSorted()).toEqual([
      ['idun', 180],
      ['loke', 90],
    ])
  })
  test('as the browser sends it, in UTF-16, is the same text', () => {
    const text = textOfMeetingFile(files.asTeamsBytes(files.teamsEnglish))
    expect(text).toMatchObject({ ok: true })
    if (text.ok) expect(rowsOf(text.value)).toEqual(rowsOf(files.teamsEnglish))
  })
  test('takes the address from the other table, when a name has but one', () => {
    const text = files.teamsEnglish.replace('3h 2m 30s\tidun.fjallby@portal.example\tAttendee', '3h 2m 30s\t\tAttendee')
    const renamed = [person('idun', 'Annan', 'Namn', { email: 'idun.fjallby@portal.example' })]
    expect(rowsOf(text, renamed)[0]?.match).toEqual({ personId: 'idun', by: 'email' })
  })
})

describe('a file that is none', () => {
  test.each([
    ['empty', ' \r\n'],
    ['not-a-report', 'Kära kolleger!\nHär kommer en inbjudan, välkomna.'],
    ['not-a-report', 'Namn;Personnummer;Arbetsgivare\nIdun Fjällby;;Komvux'],
    ['not-a-report', '<!doctype html><html><body>Logga in</body></html>'],
    ['no-times', 'Name (Original Name),User Email,Total Duration (Minutes),Guest\nIdun Fjällby,,183,Yes'],
    ['no-times', 'Name\tJoin Time\tLeave Time\nIdun Fjällby\tigår\tidag'],
    ['no-people', 'Full Name\tUser Action\tTimestamp\n'],
  ])('is refused as %s', (refusal, text) => {
    expect(readMeetingFile(text, '2025-03-24')).toEqual({ ok: false, refusal })
  })
  test.each([
    ['spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
    ['not-a-report', [0x25, 0x50, 0x44, 0x46, 0, 1, 2]],
  ])('is refused by its bytes as %s', (refusal, bytes) => {
    expect(textOfMeetingFile(new Uint8Array(bytes))).toEqual({ ok: false, refusal })
  })
  test('of another day says which', () => {
    const stays = read(files.teamsEnglish.replaceAll('3/24/25', '3/25/25')).stays
    expect(otherDay(meeting, stays)).toBe('2025-03-25')
    expect(otherDay(meeting, read(files.teamsEnglish).stays)).toBeUndefined()
  })
})

describe('the match', () => {
  const problemsOf = (text: string, listed = people) => rowsOf(text, listed).map(({ problem }) => problem)
  const one = (from: string, to: string, name = 'Idun Fjällby') =>
    `Name\tJoin Time\tLeave Time\tEmail\n${name}\t${from}\t${to}\t`

  test('names each problem', () => {
    expect(problemsOf(files.teamsEnglish)).toEqual([null, null, 'unmatched'])
    expect(problemsOf(files.teamsOldSwedish)).toEqual([null, 'no-leave'])
    expect(
      problemsOf(one('2025-03-24 13:00', '2025-03-24 14:00'), [...people, person('two', 'Idun', 'Fjällby')]),
    ).toEqual(['ambiguous'])
    const waits = [person('idun', 'Idun', 'Fjällby', { markable: false })]
    expect(problemsOf(one('2025-03-24 13:00', '2025-03-24 14:00'), waits)).toEqual(['waiting'])
    expect(problemsOf(one('2025-03-24 13:00', '2025-03-24 14:00', 'Ekvall, Tyra'))).toEqual(['leader'])
    expect(problemsOf(one('2025-03-24 09:00', '2025-03-24 11:00'))).toEqual(['outside'])
    expect(problemsOf(one('2025-03-24 15:00', '2025-03-24 14:00'))).toEqual(['backwards'])
    expect(problemsOf(`${one('2025-03-24 13:00', '2025-03-24 14:00')}\nLoke Havsten\t?\t2025-03-24 14:00\t`)).toEqual([
      null,
      'unreadable',
    ])
  })

  test('is exact: neither a part of a name nor a likeness will do', () => {
    for (const name of ['Idun', 'Idun Fjallby', 'Idun Fjällbyn', 'Idun M Fjällby'])
      expect(problemsOf(one('2025-03-24 13:00', '2025-03-24 14:00', name))).toEqual(['unmatched'])
    for (const name of ['IDUN  FJÄLLBY', 'Fjällby, Idun', 'Fjällby Idun (Gäst)', 'Idun Fja\u0308llby'])
      expect(problemsOf(one('2025-03-24 13:00', '2025-03-24 14:00', name))).toEqual([null])
  })

  test('joins rows that the leader says are of one person', () => {
    const rows = rowsOf(files.teamsEnglish)
    const chosen = chosenSpans(meeting, rows, ['idun', 'loke', 'loke'] as PersonId[])
    expect([...chosen.keys()]).toEqual(['idun', 'loke'])
    expect(chosen.get('loke' as PersonId)).toEqual([{ from: at('13:00:00'), to: at('16:00:00') }])
  })
})

describe('several stays', () => {
  test('are as long as their union inside the meeting, and the mark is never longer', () => {
    const minute = fc.integer({ min: -60, max: 240 })
    const moment = (offset: number) => new Date(meeting.startsAt.getTime() + offset * 60_000)
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 8 }), (pairs) => {
        const stays = pairs.map(([one, two]) => ({ from: moment(Math.min(one, two)), to: moment(Math.max(one, two)) }))
        const inside = new Set<number>()
        for (const { from, to } of stays)
          for (let at = from.getTime(); at < to.getTime(); at += 60_000)
            if (at >= meeting.startsAt.getTime() && at < meeting.endsAt.getTime()) inside.add(at)
        const spans = joinedSpans(meeting, stays)
        const presence = presenceOf(meeting, spans)
        const minutes = presence === undefined ? 0 : presentMinutes(meeting, presence)
        // A break in the line of a minute at most is bridged.
        expect(minutes).toBeGreaterThanOrEqual(inside.size)
        expect(minutes - inside.size).toBeLessThanOrEqual(8)
        if (presence?.leftAt) expect(presence.cameAt).not.toBeNull()
      }),
    )
  })
})
