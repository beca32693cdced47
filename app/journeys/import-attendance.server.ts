import { createHash } from 'node:crypto'
import { canLead } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import {
  type AttendanceMeeting,
  chosenSpans,
  type Mark,
  matchFile,
  type MeetingFileFault,
  type Nameable,
  otherDay,
  type PersonInFile,
  presenceOf,
} from '~/domains/learning'
import {
  findAttendanceMeeting,
  isConfirmed,
  listNameable,
  readMeetingFile,
  recordMarks,
} from '~/domains/learning/index.server'
import { formatTime, localDay } from '~/shared/dates'
import type { MeetingId, PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'

export type ImportFault = MeetingFileFault | 'other-day'

/** A row of the preview: what the file says, and what holds of the person already. */
export interface ImportRow extends PersonInFile {
  /** The person to enter when the leader says nothing else; null when the leader must choose. */
  proposed: PersonId | null
  /** Whether the person's mark is there already: the same times from a file, or another mark, which stands. */
  marked: 'same' | 'other' | null
}

export interface ImportPreview {
  kind: 'teams' | 'zoom'
  /** The day (ISO) of the file when it is of another day than the meeting. */
  otherDay: string | null
  rows: ImportRow[]
  people: { personId: PersonId; name: string }[]
  /** Booked people whom the file does not name; they keep what they have. */
  missing: string[]
}

const isSame = (mark: Mark, wanted: { cameAt: Date | null; leftAt: Date | null }) =>
  mark.method === 'import' &&
  mark.present &&
  mark.cameAt?.getTime() === wanted.cameAt?.getTime() &&
  mark.leftAt?.getTime() === wanted.leftAt?.getTime()

function rowOf({ meeting }: AttendanceMeeting, people: readonly Nameable[], row: PersonInFile): ImportRow {
  const mark = people.find(({ personId }) => personId === row.match?.personId)?.mark ?? null
  const presence = presenceOf(meeting, row.spans)
  const marked = mark === null || presence === undefined ? null : isSame(mark, presence) ? 'same' : 'other'
  const proposed = row.problem === null && marked === null ? (row.match?.personId ?? null) : null
  return { ...row, marked, proposed }
}

function readRows(found: AttendanceMeeting, text: string, people: readonly Nameable[], leader: Actor) {
  const read = readMeetingFile(text, localDay(found.meeting.startsAt))
  if (!read.ok) return refused(read.refusal)
  const day = otherDay(found.meeting, read.value.stays)
  const rows = matchFile(found.meeting, read.value.stays, people, leader)
  return done({
    kind: read.value.kind,
    otherDay: day ?? null,
    rows: rows.map((row) => rowOf(found, people, row)),
  })
}

/** Shows what a meeting's file would enter. Writes nothing; the asker keeps the meeting's attendance. */
export async function previewAttendance(
  db: Db,
  actor: Actor,
  found: AttendanceMeeting,
  text: string,
): Promise<Outcome<ImportPreview, MeetingFileFault>> {
  const people = await listNameable(db, { ...found.meeting, occasionId: found.occasionId })
  const read = readRows(found, text, people, actor)
  if (!read.ok) return read
  const named = new Set(read.value.rows.flatMap(({ match }) => (match === null ? [] : [match.personId])))
  const markable = people.filter((person) => person.markable)
  const nameOf = ({ givenName, familyName }: Nameable) => `${givenName} ${familyName}`
  return done({
    ...read.value,
    people: markable.map((person) => ({ personId: person.personId, name: nameOf(person) })),
    missing: markable.filter(({ personId, mark }) => !named.has(personId) && mark === null).map(nameOf),
  })
}

/** The same file entered twice at once makes the same marks, so that each is written once. */
function markIdOf(parts: readonly (string | null | undefined)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/**
 * Enters the rows of a meeting's file for the people that the leader has chosen (by the row's number, from 0). What is
 * entered already stays as it is. Refuses when the meeting is confirmed or called off.
 */
export function importAttendance(
  db: Db,
  actor: Actor,
  request: { meetingId: MeetingId; text: string; choices: readonly (PersonId | undefined)[]; now: Date },
): Promise<
  Outcome<
    { written: number },
    ImportFault | 'no-such-meeting' | 'not-allowed' | 'cancelled' | 'confirmed' | 'not-listed' | 'none-chosen'
  >
> {
  const { meetingId, text, now } = request
  return db.transaction().execute(async (tx) => {
    const found = await findAttendanceMeeting(tx, meetingId)
    if (found === undefined) return refused('no-such-meeting')
    if (!canLead(actor, found)) return refused('not-allowed')
    if (found.state === 'installt') return refused('cancelled')
    if (await isConfirmed(tx, meetingId)) return refused('confirmed')
    const people = await listNameable(tx, { meetingId, occasionId: found.occasionId })
    const read = readRows(found, text, people, actor)
    if (!read.ok) return read
    if (read.value.otherDay !== null) return refused('other-day')
    const chosen = chosenSpans(found.meeting, read.value.rows, request.choices)
    if (chosen.size === 0) return refused('none-chosen')
    const wishes = [...chosen].flatMap(([personId, spans]) => {
      const presence = presenceOf(found.meeting, spans)
      const mark = people.find((one) => one.personId === personId)?.mark ?? null
      if (presence === undefined || (mark !== null && isSame(mark, presence))) return []
      const { cameAt, leftAt } = presence
      const parts = [meetingId, personId, cameAt?.toISOString(), leftAt?.toISOString(), mark?.markId]
      const stays = spans.map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`).join(', ')
      return [{ ...presence, personId, markId: markIdOf(parts), method: 'import' as const, at: now, note: stays }]
    })
    const marked = await recordMarks(tx, actor, meetingId, wishes)
    if (!marked.ok) return marked
    if (marked.value.written > 0)
      await recordAudit(tx, {
        actorId: actor.personId,
        action: 'attendance.imported',
        subjectKind: 'meeting',
        subjectId: meetingId,
        detail: {
          source: read.value.kind,
          written: marked.value.written,
          sha256: createHash('sha256').update(text).digest('hex'),
        },
        at: now,
      })
    return done({ written: marked.value.written })
  })
}
