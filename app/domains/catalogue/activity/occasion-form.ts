import { z } from 'zod'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { type Meeting, meetingModes, type Occasion } from './model'
import { clockOf, instantOf } from './rules'
import { many, orNull, text, wholeNumber } from './typed'

/** An occasion's form as it is typed; each list has one entry a meeting. */
export const occasionForm = z.object({
  intent: z.enum(['save', 'row', 'cancel']).default('save'),
  meetingId: many,
  day: many,
  from: many,
  to: many,
  breakMinutes: many,
  mode: many,
  place: many,
  onlineUrl: many,
  title: many,
  repeat: text(3),
  repeatAs: text(20),
  capacity: text(6),
  leaders: text(2000),
  opensDay: text(10),
  opensTime: text(5),
  closesDay: text(10),
  closesTime: text(5),
  materials: text(5000),
  reason: text(500),
})
export type OccasionFields = z.output<typeof occasionForm>

export function occasionFieldsOf(occasion: Occasion | undefined, leaders: readonly string[]): OccasionFields {
  const meetings: readonly Meeting[] = occasion?.meetings ?? []
  const each = (value: (meeting: Meeting) => string) => meetings.map(value)
  const opens = occasion?.bookingOpensAt ?? null
  const closes = occasion?.bookingClosesAt ?? null
  return {
    intent: 'save',
    meetingId: each(({ meetingId }) => meetingId),
    day: each(({ startsAt }) => localDay(startsAt)),
    from: each(({ startsAt }) => clockOf(startsAt)),
    to: each(({ endsAt }) => clockOf(endsAt)),
    breakMinutes: each(({ breakMinutes }) => String(breakMinutes)),
    mode: each(({ mode }) => mode),
    place: each(({ place }) => place ?? ''),
    onlineUrl: each(({ onlineUrl }) => onlineUrl ?? ''),
    title: each(({ title }) => title ?? ''),
    repeat: '1',
    repeatAs: 'traffar',
    capacity: occasion?.capacity?.toString() ?? '',
    leaders: leaders.join('\n'),
    opensDay: opens === null ? '' : localDay(opens),
    opensTime: opens === null ? '' : clockOf(opens),
    closesDay: closes === null ? '' : localDay(closes),
    closesTime: closes === null ? '' : clockOf(closes),
    materials: occasion?.materials.map(({ title, url }) => `${title} ${url}`).join('\n') ?? '',
    reason: '',
  }
}

export type OccasionFault =
  | 'no-meeting'
  | 'meeting-time'
  | 'meeting-order'
  | 'meeting-break'
  | 'meeting-place'
  | 'meeting-link'
  | 'capacity'
  | 'repeat'
  | 'window'
  | 'window-order'
  | 'leader'
  | 'material'

export interface ReadOccasion {
  plan: {
    capacity: number | null
    bookingOpensAt: Date | null
    bookingClosesAt: Date | null
    materials: Occasion['materials']
    leaders: PersonId[]
  }
  meetings: (Omit<Meeting, 'meetingId'> & { meetingId: Meeting['meetingId'] | null })[]
  repeat: number
  repeatAs: 'traffar' | 'tillfallen'
}

export interface OccasionFaultAt {
  fault: OccasionFault
  /** The meeting's number, or the word that was not understood. */
  what: string
}

const isLink = (value: string) => /^https?:\/\/\S+$/.test(value) && URL.canParse(value)

/** Reads a typed form: the plan, or what is wrong by field. `found` are the leaders that the addresses answer to. */
export function readOccasion(
  fields: OccasionFields,
  found: readonly { personId: PersonId; email: string }[],
): { ok: true; value: ReadOccasion } | { ok: false; faults: Partial<Record<keyof OccasionFields, OccasionFaultAt>> } {
  const faults: Partial<Record<keyof OccasionFields, OccasionFaultAt>> = {}
  const fail = (field: keyof OccasionFields, fault: OccasionFault, what = ''): void => {
    faults[field] ??= { fault, what }
  }
  const meetings: ReadOccasion['meetings'] = []
  fields.day.forEach((day, index) => {
    const at = (list: readonly string[]) => (list[index] ?? '').trim()
    if (day.trim() === '' && at(fields.from) === '' && at(fields.to) === '') return
    const what = String(index + 1)
    const startsAt = instantOf(day, at(fields.from))
    const endsAt = instantOf(day, at(fields.to))
    if (startsAt === undefined || endsAt === undefined) return fail('day', 'meeting-time', what)
    if (endsAt <= startsAt) return fail('to', 'meeting-order', what)
    const breakMinutes = at(fields.breakMinutes) === '' ? 0 : wholeNumber(at(fields.breakMinutes))
    const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
    if (breakMinutes === undefined || breakMinutes >= minutes) return fail('breakMinutes', 'meeting-break', what)
    const mode = meetingModes.find((one) => one === at(fields.mode)) ?? 'plats'
    const place = mode === 'digitalt' ? null : orNull(at(fields.place))
    const onlineUrl = mode === 'plats' ? null : orNull(at(fields.onlineUrl))
    if (mode !== 'digitalt' && place === null) return fail('place', 'meeting-place', what)
    if (mode !== 'plats' && (onlineUrl === null || !isLink(onlineUrl))) return fail('onlineUrl', 'meeting-link', what)
    const meetingId = at(fields.meetingId)
    meetings.push({
      meetingId: meetingId === '' ? null : (meetingId as Meeting['meetingId']),
      startsAt,
      endsAt,
      breakMinutes,
      mode,
      place,
      onlineUrl,
      title: orNull(at(fields.title)),
    })
  })
  if (meetings.length === 0 && Object.keys(faults).length === 0) fail('day', 'no-meeting')
  const capacity = fields.capacity.trim() === '' ? null : wholeNumber(fields.capacity)
  if (capacity === undefined || capacity === 0) fail('capacity', 'capacity')
  const repeat = fields.repeat.trim() === '' ? 1 : (wholeNumber(fields.repeat) ?? 0)
  if (repeat < 1 || repeat > 30) fail('repeat', 'repeat')
  const moment = (name: 'opensDay' | 'closesDay', day: string, time: string): Date | null => {
    if (day.trim() === '') return null
    const instant = instantOf(day, time.trim() === '' ? '00:00' : time)
    if (instant === undefined) fail(name, 'window')
    return instant ?? null
  }
  const bookingOpensAt = moment('opensDay', fields.opensDay, fields.opensTime)
  const bookingClosesAt = moment('closesDay', fields.closesDay, fields.closesTime)
  if (bookingOpensAt !== null && bookingClosesAt !== null && bookingClosesAt <= bookingOpensAt) {
    fail('closesDay', 'window-order')
  }
  const leaders = emailsOf(fields.leaders).flatMap((email): PersonId[] => {
    const person = found.find((one) => one.email.toLowerCase() === email)
    if (person === undefined) fail('leaders', 'leader', email)
    return person === undefined ? [] : [person.personId]
  })
  const materials = linesOf(fields.materials).flatMap((line) => {
    const url = line.split(/\s+/).at(-1) ?? ''
    const title = line.slice(0, line.length - url.length).trim()
    if (!isLink(url)) fail('materials', 'material', line.slice(0, 60))
    return isLink(url) ? [{ title: title === '' ? url : title, url }] : []
  })
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      plan: { capacity: capacity ?? null, bookingOpensAt, bookingClosesAt, materials, leaders },
      meetings: meetings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime()),
      repeat,
      repeatAs: fields.repeatAs === 'tillfallen' ? 'tillfallen' : 'traffar',
    },
  }
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The addresses of a list with one a line, or parted by commas or spaces. */
export function emailsOf(typed: string): string[] {
  return [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((email) => email !== ''),
    ),
  ]
}
