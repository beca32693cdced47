import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLead } from '~/domains/catalogue'
import { findAttendanceMeeting } from '~/domains/learning/index.server'
import { keepMark, sentMark } from '~/journeys/keep-attendance.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readJson } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'

const body = z.object({ marks: z.array(sentMark).max(100) })

/**
 * Takes marks from a phone's queue as JSON, in the order they were made; answers those that were refused and why. The
 * same marks again change nothing.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const meetingId = params['meetingId'] ?? ''
  const meeting = isUuid(meetingId) ? await findAttendanceMeeting(db(), meetingId as MeetingId) : undefined
  if (meeting === undefined) return notFound()
  if (!canLead(actor, meeting)) return forbidden()
  const sent = await readJson(request, body)
  if (sent === undefined) throw data(null, { status: 400 })
  const refused: { markId: string; refusal: string }[] = []
  for (const mark of sent.marks) {
    const outcome = await keepMark(db(), actor, meeting.meeting.meetingId, mark, now())
    if (!outcome.ok) refused.push({ markId: mark.markId, refusal: outcome.refusal })
  }
  return Response.json({ refused })
}
