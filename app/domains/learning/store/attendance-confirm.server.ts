import { createHash } from 'node:crypto'
import type { CompletionId, MeetingId, OccasionId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ConfirmedLine, Confirmation } from '../attendance/model'
import type { Recorded } from './completion.server'

/** The text whose SHA-256 seals a confirmation: the lines by person, with their fields in a fixed order. */
function sealedText(lines: readonly ConfirmedLine[]): string {
  const ordered = lines.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
  return JSON.stringify(
    ordered.map((line) => [
      line.personId,
      line.markId,
      line.present,
      line.cameAt,
      line.leftAt,
      line.method,
      line.minutes,
    ]),
  )
}

export function sealOf(lines: readonly ConfirmedLine[]): string {
  return createHash('sha256').update(sealedText(lines)).digest('hex')
}

/** Freezes the lines of a meeting under the leader's name. The meeting is locked and not confirmed before. */
export async function insertConfirmation(
  tx: Tx,
  confirmation: { meetingId: MeetingId; confirmedBy: PersonId; confirmedAt: Date; lines: readonly ConfirmedLine[] },
): Promise<void> {
  await tx
    .insertInto('meeting_confirmation')
    .values({
      meeting_id: confirmation.meetingId,
      confirmed_by: confirmation.confirmedBy,
      confirmed_at: confirmation.confirmedAt,
      lines: JSON.stringify(confirmation.lines),
      lines_sha256: sealOf(confirmation.lines),
    })
    .execute()
}

/** The confirmations of these meetings; `intact` is whether the lines still have their seal. */
export async function listConfirmations(
  db: Db,
  meetingIds: readonly MeetingId[],
): Promise<(Confirmation & { intact: boolean })[]> {
  if (meetingIds.length === 0) return []
  const rows = await db
    .selectFrom('meeting_confirmation')
    .where('meeting_id', 'in', [...meetingIds])
    .select(['meeting_id', 'confirmed_by', 'confirmed_at', 'lines', 'lines_sha256'])
    .execute()
  return rows.map((row) => {
    const lines = row.lines as ConfirmedLine[]
    return {
      meetingId: row.meeting_id as MeetingId,
      confirmedBy: row.confirmed_by as PersonId,
      confirmedAt: row.confirmed_at,
      lines,
      linesSha256: row.lines_sha256,
      intact: sealOf(lines) === row.lines_sha256,
    }
  })
}

/** Records that somebody finished an occasion of an activity, once; what was recorded first stands. */
export async function recordActivityCompletion(
  tx: Tx,
  finish: { personId: PersonId; occasionId: OccasionId; minutes: number; finishedAt: Date },
): Promise<Recorded> {
  const inserted = await tx
    .insertInto('completion')
    .values({
      person_id: finish.personId,
      item_kind: 'activity',
      item_id: finish.occasionId,
      revision: 1,
      round: 1,
      minutes: finish.minutes,
      finished_at: finish.finishedAt,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'item_kind', 'item_id', 'round']).doNothing())
    .returning('completion_id')
    .executeTakeFirst()
  if (inserted !== undefined) return { completionId: inserted.completion_id as CompletionId, created: true }
  const earlier = await tx
    .selectFrom('completion')
    .select('completion_id')
    .where('person_id', '=', finish.personId)
    .where('item_kind', '=', 'activity')
    .where('item_id', '=', finish.occasionId)
    .where('round', '=', 1)
    .executeTakeFirstOrThrow()
  return { completionId: earlier.completion_id as CompletionId, created: false }
}
