import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cameAtCheckIn,
  cameLate,
  checkInWindow,
  hasAttended,
  leftEarly,
  meetingMinutes,
  presentMinutes,
  presentSpan,
  readTimes,
  standingOf,
} from './rules'

const at = (clock: string) => new Date(`2025-03-24T${clock}:00+01:00`)
const meeting = { startsAt: at('13:00'), endsAt: at('16:00'), breakMinutes: 20 }
const there = (came: string | null, left: string | null) => ({
  present: true,
  cameAt: came === null ? null : at(came),
  leftAt: left === null ? null : at(left),
})

describe('minutes at a meeting', () => {
  it.each([
    ['the whole meeting', there(null, null), 160],
    ['before and after it', there('12:30', '17:00'), 160],
    ['half of the time, half of the break', there(null, '14:30'), 80],
    ['came an hour late', there('14:00', null), 106],
    ['came as it ended', there('16:00', null), 0],
    ['left before it began', there('12:00', '12:50'), 0],
    ['left as it began', there('12:00', '13:00'), 0],
    ['marked as absent', { present: false, cameAt: null, leftAt: null }, 0],
  ])('%s', (_name, presence, minutes) => expect(presentMinutes(meeting, presence)).toBe(minutes))

  it('counts a meeting over the change to summer time by real minutes', () => {
    const night = { startsAt: new Date('2025-03-30T01:00:00+01:00'), endsAt: new Date('2025-03-30T04:00:00+02:00') }
    expect(meetingMinutes({ ...night, breakMinutes: 0 })).toBe(120)
  })

  it('never gives less than nothing, more than the meeting, or more for a shorter stay', () => {
    const minute = fc.integer({ min: -300, max: 600 })
    fc.assert(
      fc.property(
        fc.record({
          length: fc.integer({ min: 1, max: 600 }),
          pause: fc.nat(599),
          came: minute,
          left: minute,
          more: fc.nat(200),
        }),
        ({ length, pause, came, left, more }) => {
          const moment = (minutes: number) => new Date(at('08:00').getTime() + minutes * 60_000)
          const time = { startsAt: moment(0), endsAt: moment(length), breakMinutes: Math.min(pause, length - 1) }
          const stay = (from: number, to: number) =>
            presentMinutes(time, { present: true, cameAt: moment(from), leftAt: moment(to) })
          const minutes = stay(came, left)
          expect(minutes).toBeGreaterThanOrEqual(0)
          expect(minutes).toBeLessThanOrEqual(meetingMinutes(time))
          expect(stay(came - more, left + more)).toBeGreaterThanOrEqual(minutes)
          expect(stay(0, length)).toBe(meetingMinutes(time))
          const span = presentSpan(time, { present: true, cameAt: moment(came), leftAt: moment(left) })
          if (span !== undefined) expect(span.startsAt >= time.startsAt && span.endsAt <= time.endsAt).toBe(true)
        },
      ),
    )
  })
})

describe('enough of an occasion', () => {
  it.each([
    [80, 100, 80, true],
    [79, 100, 80, false],
    [128, 160, 80, true],
    [127, 160, 80, false],
    [50, 100, 50, true],
    [100, 100, 100, true],
    [0, 0, 80, false],
  ])('%i of %i minutes at %i per cent: %s', (minutes, of, percent, enough) =>
    expect(hasAttended(minutes, of, percent)).toBe(enough),
  )

  it.each([
    [false, true, { acceptedAt: at('12:00') }, 'too-little'],
    [true, false, undefined, 'attended'],
    [true, true, undefined, 'product-missing'],
    [true, true, { acceptedAt: null }, 'product-waiting'],
    [true, true, { acceptedAt: at('12:00') }, 'attended'],
  ] as const)('attended %s, product asked for %s', (attended, asked, product, standing) =>
    expect(standingOf(attended, asked, product)).toBe(standing),
  )
})

describe('late, early and the window of check-in', () => {
  it('knows who came late and who left early', () => {
    expect([cameLate(meeting, there('13:01', null)), cameLate(meeting, there('13:00', null))]).toEqual([true, false])
    expect([leftEarly(meeting, there(null, '15:59')), leftEarly(meeting, there(null, '16:00'))]).toEqual([true, false])
  })

  it.each([
    ['12:29', 'too-early'],
    ['12:30', 'open'],
    ['16:00', 'open'],
    ['16:01', 'over'],
  ])('at %s it is %s', (clock, state) => expect(checkInWindow(meeting, at(clock))).toBe(state))

  it('writes a time only for those who come after the start', () => {
    expect(cameAtCheckIn(meeting, at('12:50'))).toBeNull()
    expect(cameAtCheckIn(meeting, at('13:10'))).toEqual(at('13:10'))
  })
})

describe('times that are typed', () => {
  it.each([
    ['', '', { cameAt: null, leftAt: null }],
    ['13.15', '', { cameAt: at('13:15'), leftAt: null }],
    ['13:15', '15.30', { cameAt: at('13:15'), leftAt: at('15:30') }],
    ['', '15.30', { cameAt: at('13:00'), leftAt: at('15:30') }],
  ])('%s to %s', (came, left, value) => expect(readTimes(meeting, came, left)).toEqual({ ok: true, value }))

  it.each([
    ['12.15', '', 'came-outside'],
    ['', '17.00', 'left-outside'],
    ['15.00', '14.00', 'left-before-came'],
    ['kvart över', '', 'time-form'],
    ['25.00', '', 'time-form'],
  ])('refuses %s to %s', (came, left, refusal) =>
    expect(readTimes(meeting, came, left)).toEqual({ ok: false, refusal }),
  )

  it('finds the right side of midnight', () => {
    const late = { startsAt: at('22:00'), endsAt: new Date('2025-03-25T01:00:00+01:00'), breakMinutes: 0 }
    expect(readTimes(late, '', '00.30')).toMatchObject({ value: { leftAt: new Date('2025-03-25T00:30:00+01:00') } })
  })
})
