import { z } from 'zod'
import { canLead } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { readTimes } from '~/domains/learning'
import { findAttendanceMeeting, listAttendance, recordMark, recordMarks } from '~/domains/learning/index.server'
import type { MeetingId, PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { acceptProduct } from './accept-product.server'
import { addToList } from './attend.server'
import { confirmMeeting } from './confirm-meeting.server'

const method = z.enum(['ledare', 'lista']).default('ledare')
const clock = z.string().max(20).default('')

/** A mark as a form or a phone sends it; the times are clock times, blank for the whole meeting. */
export const sentMark = z.object({
  markId: z.uuid(),
  personId: z.uuid(),
  present: z.enum(['ja', 'nej']),
  came: clock,
  left: clock,
  method,
})
export type SentMark = z.infer<typeof sentMark>

/** The forms of the attendance page. */
export const attendanceForms = z.discriminatedUnion('intent', [
  sentMark.extend({ intent: z.literal('mark') }),
  z.object({ intent: z.literal('mark-all'), method }),
  z.object({ intent: z.literal('add-email'), markId: z.uuid(), email: z.string().trim().max(254) }),
  z.object({ intent: z.literal('add-person'), markId: z.uuid(), personId: z.uuid() }),
  z.object({ intent: z.literal('confirm'), statement: z.string().optional() }),
  z.object({ intent: z.literal('accept'), productId: z.uuid(), seenAt: z.iso.datetime() }),
])
export type AttendanceForm = z.infer<typeof attendanceForms>

/** Writes one mark that was sent, by a form or from a phone's queue. The sender keeps the meeting's attendance. */
export async function keepMark(db: Db, actor: Actor, meetingId: MeetingId, sent: SentMark, now: Date) {
  const meeting = await findAttendanceMeeting(db, meetingId)
  if (meeting === undefined) return refused('no-such-meeting')
  if (!canLead(actor, meeting)) return refused('not-allowed')
  if (meeting.state === 'installt') return refused('cancelled')
  const present = sent.present === 'ja'
  const times = present ? readTimes(meeting.meeting, sent.came, sent.left) : done({ cameAt: null, leftAt: null })
  if (!times.ok) return times
  return recordMark(db, actor, meetingId, {
    markId: sent.markId,
    personId: sent.personId as PersonId,
    present,
    ...times.value,
    method: sent.method,
    at: now,
  })
}

/** Marks everybody who is booked and without a mark as present at the whole meeting. */
function markAll(db: Db, actor: Actor, meetingId: MeetingId, by: 'ledare' | 'lista', now: Date) {
  return db.transaction().execute(async (tx) => {
    const meeting = await findAttendanceMeeting(tx, meetingId)
    if (meeting === undefined) return refused('no-such-meeting')
    if (!canLead(actor, meeting)) return refused('not-allowed')
    if (meeting.state === 'installt') return refused('cancelled')
    const people = await listAttendance(tx, { ...meeting.meeting, occasionId: meeting.occasionId })
    const marks = people
      .filter(({ booking, mark }) => booking === 'bokad' && mark === null)
      .map(({ personId }) => ({
        markId: crypto.randomUUID(),
        personId,
        present: true,
        cameAt: null,
        leftAt: null,
        method: by,
        at: now,
      }))
    return recordMarks(tx, actor, meetingId, marks)
  })
}

type Kept = { toast: 'saved' | 'allMarked' | 'personAdded' | 'meetingConfirmed' | 'productAccepted' }

/** Does what a form of the attendance page asks for; answers the word to show, or why not. */
export async function keepAttendance(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  form: AttendanceForm,
  now: Date,
): Promise<Outcome<Kept, KeepRefusal>> {
  switch (form.intent) {
    case 'mark':
      return told(await keepMark(db, actor, meetingId, form, now), 'saved')
    case 'mark-all':
      return told(await markAll(db, actor, meetingId, form.method, now), 'allMarked')
    case 'add-email': {
      const { email, markId } = form
      return told(await addToList(db, actor, { meetingId, markId, email, now }), 'personAdded')
    }
    case 'add-person': {
      const personId = form.personId as PersonId
      return told(await addToList(db, actor, { meetingId, markId: form.markId, personId, now }), 'personAdded')
    }
    case 'confirm': {
      if (form.statement !== undefined)
        return told(await confirmMeeting(db, actor, { meetingId, now }), 'meetingConfirmed')
      const meeting = await findAttendanceMeeting(db, meetingId)
      return refused(meeting === undefined || !canLead(actor, meeting) ? 'not-allowed' : 'statement')
    }
    case 'accept': {
      const meeting = await findAttendanceMeeting(db, meetingId)
      if (meeting === undefined) return refused('no-such-meeting')
      const { productId } = form
      const request = { occasionId: meeting.occasionId, productId, seenAt: new Date(form.seenAt), now }
      const outcome = await acceptProduct(db, actor, request)
      if (!outcome.ok && outcome.refusal === 'no-such-occasion') return refused('no-such-meeting')
      return told(outcome as Outcome<unknown, KeepRefusal>, 'productAccepted')
    }
  }
}

export type KeepRefusal =
  | (Awaited<ReturnType<typeof keepMark>> & { ok: false })['refusal']
  | (Awaited<ReturnType<typeof addToList>> & { ok: false })['refusal']
  | (Awaited<ReturnType<typeof confirmMeeting>> & { ok: false })['refusal']
  | 'statement'
  | 'changed'
  | 'own'

function told(outcome: Outcome<unknown, KeepRefusal>, toast: Kept['toast']): Outcome<Kept, KeepRefusal> {
  return outcome.ok ? done({ toast }) : outcome
}
