import { canLead } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { formatTime } from '~/shared/dates'
import type { Db } from '~db/schema'
import { listConfirmations } from '../store/attendance-confirm.server'
import { listNames } from '../store/attendance-door.server'
import { listAttendance, searchColleagues } from '../store/attendance-list.server'
import { listProducts } from '../store/attendance-product.server'
import type { AttendanceMeeting, AttendanceMethod, ListedPerson } from './model'
import { cameLate, leftEarly, meetingMinutes, presentMinutes } from './rules'

/** One person of the list as the page shows them; times are Swedish clock times, blank for the whole meeting. */
export interface AttendanceRow {
  personId: string
  name: string
  isProtected: boolean
  employer: string | null
  present: boolean | null
  came: string
  left: string
  minutes: number
  method: AttendanceMethod | null
  /** An id for the next mark without scripts: the same form sent twice gives one mark. */
  nextMarkId: string
}

function rowOf({ meeting }: AttendanceMeeting, person: ListedPerson): AttendanceRow {
  const { mark } = person
  return {
    personId: person.personId,
    name: person.name,
    isProtected: person.isProtected,
    employer: person.employer,
    present: mark?.present ?? null,
    came: mark !== null && cameLate(meeting, mark) && mark.cameAt !== null ? formatTime(mark.cameAt) : '',
    left: mark !== null && leftEarly(meeting, mark) && mark.leftAt !== null ? formatTime(mark.leftAt) : '',
    minutes: mark === null ? 0 : presentMinutes(meeting, mark),
    method: mark?.method ?? null,
    nextMarkId: crypto.randomUUID(),
  }
}

async function searchAll(db: Db, found: AttendanceMeeting, words: string) {
  const people = await searchColleagues(db, { ...found, startsAt: found.meeting.startsAt }, words, 20)
  return people.map((person) => ({ ...person, markId: crypto.randomUUID() }))
}

/** Everything that the attendance page shows of a meeting, in at most five queries. `words` is a search by name. */
export async function attendancePage(
  db: Db,
  actor: Actor,
  found: AttendanceMeeting,
  { words, now }: { words: string; now: Date },
) {
  const { meeting } = found
  const mayKeep = canLead(actor, found)
  const people = await listAttendance(db, { ...meeting, occasionId: found.occasionId })
  const confirmations = await listConfirmations(
    db,
    found.meetings.map(({ meetingId }) => meetingId),
  )
  const confirmation = confirmations.find((one) => one.meetingId === meeting.meetingId)
  const products = found.productPrompt === null ? [] : await listProducts(db, found.occasionId)
  const names = await listNames(db, [
    ...(confirmation === undefined ? [] : [confirmation.confirmedBy]),
    ...products.map(({ personId }) => personId),
  ])
  const nameOf = (personId: typeof actor.personId) => names.get(personId)?.shownName ?? ''
  const open = confirmation === undefined && mayKeep && found.state !== 'installt'
  const search = words.trim().slice(0, 80)
  const onList = ({ booking, mark }: ListedPerson) => booking === 'bokad' || mark !== null
  return {
    actorId: actor.personId,
    meetingId: meeting.meetingId,
    occasionId: found.occasionId,
    title: found.title,
    meetingTitle: meeting.title,
    time: { startsAt: meeting.startsAt, endsAt: meeting.endsAt, breakMinutes: meeting.breakMinutes },
    place: meeting.place,
    minutes: meetingMinutes(meeting),
    cancelled: found.state === 'installt',
    mayKeep,
    open,
    isOver: meeting.endsAt <= now,
    meetings: found.meetings.map(({ meetingId, startsAt }) => ({
      meetingId,
      startsAt,
      confirmed: confirmations.some((one) => one.meetingId === meetingId),
    })),
    rule: {
      percent: found.attendedPercent,
      minutes: found.meetings.reduce((sum, one) => sum + meetingMinutes(one), 0),
      product: found.productPrompt !== null,
    },
    confirmation: confirmation && {
      at: confirmation.confirmedAt,
      by: nameOf(confirmation.confirmedBy),
      intact: confirmation.intact,
    },
    rows: people.filter(onList).map((person) => rowOf(found, person)),
    waiting: people
      .filter((person) => !onList(person))
      .map(({ personId, name, employer, booking }) => ({
        personId,
        name,
        employer,
        state: booking === 'ansokt' ? ('ansokt' as const) : ('vantelista' as const),
        markId: crypto.randomUUID(),
      })),
    search:
      search.length < 2 || !open
        ? null
        : {
            words: search,
            found: await searchAll(db, found, search),
          },
    /** For the form that adds by e-mail. */
    addMarkId: crypto.randomUUID(),
    products: products.map(({ productId, personId, wording, handedInAt, acceptedAt }) => ({
      productId,
      name: nameOf(personId),
      wording: mayKeep ? wording : '',
      handedInAt,
      acceptedAt,
    })),
  }
}

export type AttendancePage = Awaited<ReturnType<typeof attendancePage>>
