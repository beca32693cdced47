import { stockholmInstant } from './calendar'
import { type PlannedActivity, plannedActivities, type PlannedOccasion } from './activities'
import { LEADER, TEACHER } from './people'
import { type Participant, stockholmDay } from './plan'
import { type Chance, chanceFrom } from './random'
import { LAST_DAY } from './studies'

export interface MeetingAttendance {
  participant: Participant
  /** Both null for the whole meeting, as the product marks it. */
  cameAt: Date | null
  leftAt: Date | null
  method: 'qr' | 'ledare' | 'lista'
}
export interface HeldMeeting {
  meetingId: string
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  isHeld: boolean
  /** Everybody expected who was there, and those who were not. */
  present: MeetingAttendance[]
  absent: Participant[]
}
export interface Gathering {
  activity: PlannedActivity
  occasionId: string
  occasion: PlannedOccasion
  meetings: HeldMeeting[]
  booked: { participant: Participant; bookingId: string; at: Date }[]
  waiting: { participant: Participant; bookingId: string; at: Date }[]
}

export interface PlannedGatherings {
  chance: Chance
  gatherings: Gathering[]
  /** Who leads every activity. */
  leader: Participant
}

/** The workshop on the day when the demonstration opens: the teacher has booked, and checks in. */
const TODAY = '2025-03-24'
const minute = 60_000

function presenceOf(chance: Chance, participant: Participant, startsAt: Date, endsAt: Date): MeetingAttendance {
  const late = chance.happens(0.07) ? chance.whole(5, 25) : 0
  const early = chance.happens(0.05) ? chance.whole(10, 40) : 0
  return {
    participant,
    // A mark that says when somebody left also says when they came.
    cameAt: late === 0 && early === 0 ? null : new Date(startsAt.getTime() + late * minute),
    leftAt: early === 0 ? null : new Date(endsAt.getTime() - early * minute),
    method: chance.weighted({ qr: 62, ledare: 28, lista: 10 }),
  }
}

/** Participants who may come on a day: they have a record and have not left the project. */
function candidates(participants: readonly Participant[], day: string): Participant[] {
  return participants.filter(
    ({ person, registeredOn, exitOn }) =>
      person.record !== undefined && registeredOn <= day && (exitOn === null || day <= exitOn),
  )
}

function planOccasion(
  chance: Chance,
  participants: readonly Participant[],
  activity: PlannedActivity,
  occasion: PlannedOccasion,
): Gathering {
  const first = occasion.meetings[0]?.day ?? TODAY
  const isToday = first === TODAY
  const able = candidates(participants, first)
  // Most who come are at work with courses too; some have only been to workshops.
  const eager = chance.shuffled(able.filter(({ entryOn }) => entryOn !== null))
  const others = chance.shuffled(able.filter(({ entryOn }) => entryOn === null))
  const share = Math.round(occasion.booked * 0.86)
  const teacher = able.filter(({ person }) => person.email === TEACHER && (isToday || chance.happens(0.4)))
  const chosen = [...new Set([...teacher, ...eager.slice(0, share), ...others])].slice(0, occasion.booked)
  const bookings = chosen.map((participant, index) => ({
    participant,
    bookingId: chance.uuid(),
    at: new Date(stockholmInstant(first, 8 * 60).getTime() - (28 * 24 * 60 - index * 97) * minute),
  }))
  const booked = bookings.slice(0, occasion.capacity)
  const meetings = occasion.meetings.map(({ day, from, to, breakMinutes }): HeldMeeting => {
    const startsAt = stockholmInstant(day, from)
    const endsAt = stockholmInstant(day, to)
    const isHeld = day <= LAST_DAY
    const meeting = { meetingId: chance.uuid(), startsAt, endsAt, breakMinutes, isHeld }
    if (!isHeld) return { ...meeting, present: [], absent: [] }
    const came = booked.map(({ participant }) => ({ participant, isThere: chance.happens(0.91) }))
    return {
      ...meeting,
      present: came
        .filter(({ isThere }) => isThere)
        .map(({ participant }) => presenceOf(chance, participant, startsAt, endsAt)),
      absent: came.filter(({ isThere }) => !isThere).map(({ participant }) => participant),
    }
  })
  return { activity, occasion, occasionId: chance.uuid(), meetings, booked, waiting: bookings.slice(occasion.capacity) }
}

/**
 * Who booked and who came, drawn from a source of its own. A participant who came before the first finished lesson
 * enters the project that day: `entryOn` of the participants follows.
 */
export function planGatherings(participants: readonly Participant[]): PlannedGatherings {
  const chance = chanceFrom(22_035_06)
  const gatherings = plannedActivities.flatMap((activity) =>
    activity.occasions.map((occasion) => planOccasion(chance, participants, activity, occasion)),
  )
  for (const { meetings } of gatherings) {
    for (const { present, startsAt } of meetings) {
      const day = stockholmDay(startsAt)
      for (const { participant } of present) {
        if (participant.entryOn === null || day < participant.entryOn) participant.entryOn = day
      }
    }
  }
  const leader = participants.find(({ person }) => person.email === LEADER)
  if (leader === undefined) throw new Error('Nobody in the demonstration leads the activities')
  return { chance, gatherings, leader }
}
