import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { MeetingTime, Presence } from '../model'
import { presentMinutes } from '../rules'
import type { FileStay, Nameable, PersonInFile, RowProblem, Span } from './model'

/** A break in the line this short (ms) is no leave. */
const RECONNECT = 60_000

const folded = (name: string) => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The names that a file's cell may mean: as it stands, without `(Guest)`, and the original name in brackets. */
function namesIn(cell: string): string[] {
  const outside = cell.replaceAll(/\([^)]*\)/g, ' ')
  const inside = [...cell.matchAll(/\(([^)]*)\)/g)].map(([, text]) => text ?? '')
  return [cell, outside, ...inside].map(folded).filter((name) => name !== '')
}

/** A person's name in the orders in which directories write it. */
function namesOf({ givenName, familyName }: Pick<Nameable, 'givenName' | 'familyName'>): string[] {
  return [`${givenName} ${familyName}`, `${familyName} ${givenName}`, `${familyName}, ${givenName}`].map(folded)
}

/** Times joined to a union, cut to the meeting. */
export function joinedSpans(meeting: MeetingTime, stays: readonly { from: Date | null; to: Date | null }[]): Span[] {
  const cut = stays
    .flatMap(({ from, to }) =>
      from === null || to === null
        ? []
        : [
            {
              from: new Date(Math.max(from.getTime(), meeting.startsAt.getTime())),
              to: new Date(Math.min(to.getTime(), meeting.endsAt.getTime())),
            },
          ],
    )
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
  const joined: Span[] = []
  for (const span of cut) {
    const last = joined.at(-1)
    if (last !== undefined && span.from.getTime() - last.to.getTime() <= RECONNECT) {
      if (span.to > last.to) last.to = span.to
    } else joined.push({ ...span })
  }
  return joined
}

/**
 * The presence of a mark for these times. A mark has one time from and one to: of somebody who was away in between it
 * begins with the first time and is as long as all of them, so that the minutes are right and never too many.
 */
export function presenceOf(meeting: MeetingTime, spans: readonly Span[]): Presence | undefined {
  const first = spans[0]
  if (first === undefined) return undefined
  const length = spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)
  const end = new Date(first.from.getTime() + length)
  const leftAt = end >= meeting.endsAt ? null : end
  const cameAt = first.from <= meeting.startsAt && leftAt === null ? null : first.from
  return { present: true, cameAt, leftAt }
}

function problemOf(meeting: MeetingTime, stays: readonly FileStay[], spans: readonly Span[]): RowProblem | null {
  if (stays.some(({ from, to }) => from !== null && to !== null && to < from)) return 'backwards'
  if (stays.some(({ from, to }) => from !== null && to === null)) return 'no-leave'
  if (stays.some(({ from }) => from === null)) return 'unreadable'
  return spans.length === 0 ? 'outside' : null
}

type Found = Pick<PersonInFile, 'match' | 'problem'>

function find(
  { email, names }: { email: string | null; names: readonly string[] },
  people: readonly Nameable[],
  leader: Pick<Nameable, 'givenName' | 'familyName' | 'email'>,
) {
  const answer = (found: readonly Nameable[], by: 'email' | 'name'): Found | undefined => {
    const [one] = found
    if (one === undefined) return undefined
    if (found.length > 1) return { match: null, problem: 'ambiguous' }
    return one.markable ? { match: { personId: one.personId, by }, problem: null } : { match: null, problem: 'waiting' }
  }
  const byEmail = email === null ? [] : people.filter((one) => one.email.toLowerCase() === email)
  const byName = people.filter((one) => namesOf(one).some((name) => names.includes(name)))
  const isLeader = email === leader.email.toLowerCase() || namesOf(leader).some((name) => names.includes(name))
  return (
    answer(byEmail, 'email') ??
    answer(byName, 'name') ?? { match: null, problem: isLeader ? ('leader' as const) : ('unmatched' as const) }
  )
}

/**
 * What the file says of each person: matched by e-mail, then by exact name, to those on the list; several stays, also
 * under several names, are one. In the order of the file.
 */
export function matchFile(
  meeting: MeetingTime,
  stays: readonly FileStay[],
  people: readonly Nameable[],
  leader: Pick<Nameable, 'givenName' | 'familyName' | 'email'>,
): PersonInFile[] {
  const byAddress = new Map<string, string[]>()
  for (const { email, name } of stays)
    if (email !== null) byAddress.set(email, [...new Set([...(byAddress.get(email) ?? []), ...namesIn(name)])])
  const groups = new Map<string, { found: Found; stays: FileStay[] }>()
  for (const stay of stays) {
    const names = (stay.email === null ? undefined : byAddress.get(stay.email)) ?? namesIn(stay.name)
    const found = find({ email: stay.email, names }, people, leader)
    const key = found.match?.personId ?? stay.email ?? folded(stay.name)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { found, stays: [stay] })
    else group.stays.push(stay)
  }
  return [...groups.values()].map(({ found, stays: own }) => {
    const spans = joinedSpans(meeting, own)
    const presence = presenceOf(meeting, spans)
    return {
      name: own[0]?.name ?? '',
      email: own.find(({ email }) => email !== null)?.email ?? null,
      lines: own.map(({ line }) => line),
      spans,
      minutes: presence === undefined ? 0 : presentMinutes(meeting, presence),
      match: found.match,
      problem: problemOf(meeting, own, spans) ?? found.problem,
    }
  })
}

/** The day (ISO) of a file whose times are all on another day than the meeting. */
export function otherDay(meeting: MeetingTime, stays: readonly FileStay[]): string | undefined {
  const days = stays.flatMap(({ from, to }) => [from, to].flatMap((at) => (at === null ? [] : [localDay(at)])))
  const own = [localDay(meeting.startsAt), localDay(meeting.endsAt)]
  return days.some((day) => own.includes(day)) ? undefined : days[0]
}

/** What is entered: the person that each row is of, by the match or by the leader's choice, with all its times. */
export function chosenSpans(
  meeting: MeetingTime,
  rows: readonly PersonInFile[],
  choices: readonly (PersonId | undefined)[],
): Map<PersonId, Span[]> {
  const chosen = new Map<PersonId, Span[]>()
  rows.forEach((row, index) => {
    const personId = choices[index]
    if (personId === undefined || row.spans.length === 0) return
    chosen.set(personId, joinedSpans(meeting, [...(chosen.get(personId) ?? []), ...row.spans]))
  })
  return chosen
}
