import type { AttendanceMethod, Confirmation, ListedPerson, MeetingTime } from './model'
import { presentMinutes } from './rules'

/** Rows left empty on a list that is printed before the meeting, for those who come without a place. */
export const BLANK_ROWS = 8

/** One row of the närvarolista. A protected person stands with the alias and without an employer. */
export interface ListRow {
  name: string
  employer: string | null
  /** Null before anything is recorded: the row waits for a signature. */
  present: boolean | null
  minutes: number
  /** How the presence was recorded; null where a signature by hand is wanted. */
  method: AttendanceMethod | null
  recordedAt: Date | null
}

/**
 * The rows of a meeting's list. Before the confirmation everybody booked, those who have checked in with the code as
 * signed and the others to sign by hand; after it the frozen lines, whatever has happened to the bookings since.
 */
export function listRows(
  meeting: MeetingTime,
  people: readonly ListedPerson[],
  confirmation: Pick<Confirmation, 'lines'> | undefined,
  nameOf: (personId: ListedPerson['personId']) => string,
): ListRow[] {
  if (confirmation === undefined) {
    return people
      .filter(({ booking, mark }) => booking === 'bokad' || mark !== null)
      .map(({ name, employer, mark }) => {
        const signed = mark !== null && mark.present && mark.method === 'qr' ? mark : null
        return {
          name,
          employer,
          present: signed === null ? null : true,
          minutes: signed === null ? 0 : presentMinutes(meeting, signed),
          method: signed?.method ?? null,
          recordedAt: signed?.recordedAt ?? null,
        }
      })
  }
  const known = new Map(people.map((person) => [person.personId, person]))
  return confirmation.lines
    .map((line) => {
      const person = known.get(line.personId)
      const { mark } = person ?? { mark: null }
      return {
        name: person?.name ?? nameOf(line.personId),
        employer: person?.employer ?? null,
        present: line.present && line.minutes > 0,
        minutes: line.minutes,
        method: line.method,
        recordedAt: mark !== null && mark.markId === line.markId ? mark.recordedAt : null,
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
}
