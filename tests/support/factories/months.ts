import { randomUUID } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import { attestAsOffice, findPersonMonth, lockMonth, signMonth } from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeActor } from './people'

/** A line of the ledger in a project, by default an hour of a scheduled meeting on 2025-03-12. */
export async function makeTimeEntry(
  db: Db,
  wish: {
    personId: PersonId
    projectId: ProjectId
    workedOn?: string
    minutes?: number
    timeType?: 'schemalagd' | 'sjalvstudier' | 'forberedelse' | 'studiebesok' | 'resa'
    title?: string
    startsAt?: Date
    endsAt?: Date
    recordedAt?: Date
  },
): Promise<{ timeEntryId: string }> {
  const row = await db
    .insertInto('time_entry')
    .values({
      person_id: wish.personId,
      project_id: wish.projectId,
      worked_on: wish.workedOn ?? '2025-03-12',
      minutes: wish.minutes ?? 60,
      time_type: wish.timeType ?? 'schemalagd',
      source_kind: 'attendance',
      source_id: randomUUID(),
      title: wish.title ?? 'Workshop om språk',
      outside_reason: null,
      corrects_id: null,
      reason: null,
      recorded_at: wish.recordedAt ?? new Date('2025-03-12T15:00:00Z'),
      starts_at: wish.startsAt ?? null,
      ends_at: wish.endsAt ?? null,
    })
    .returning('time_entry_id')
    .executeTakeFirstOrThrow()
  return { timeEntryId: row.time_entry_id }
}

const signedAt = new Date('2025-04-01T08:00:00Z')

/** Signs what the ledger has of the person's month, and attests it as the office unless said otherwise. */
export async function makeSignedMonth(
  db: Db,
  wish: { personId: PersonId; projectId: ProjectId; month?: string; at?: Date; attested?: boolean; office?: Actor },
): Promise<{ linesSha256: string; month: string }> {
  const { personId, projectId, month = '2025-03', at = signedAt } = wish
  const standing = await findPersonMonth(db, projectId, personId, month)
  if (standing === undefined) throw new Error('The month holds no time')
  const seen = standing.linesSha256
  const signed = await signMonth(db, { personId, projectId, month, seen, at })
  if (!signed.ok) throw new Error(`Not signed: ${signed.refusal}`)
  if (wish.attested !== false && standing.attestationWanted) {
    const office = wish.office ?? (await makeActor(db, 'projektadministrator'))
    const keys = [{ projectId, personId, month }]
    const attested = await attestAsOffice(db, office, { keys, reason: 'Ingen annan kan attestera', at })
    if (!attested.ok || attested.value.done.length !== 1) throw new Error('Not attested')
  }
  return { linesSha256: seen, month }
}

/** Locks a project's month as it stands; whoever is not ready is left out. */
export async function makeLockedMonth(
  db: Db,
  wish: { projectId: ProjectId; month?: string; at?: Date; office?: Actor },
): Promise<{ generation: number; locked: number }> {
  const { projectId, month = '2025-03', at = new Date('2025-04-10T08:00:00Z') } = wish
  const office = wish.office ?? (await makeActor(db, 'projektadministrator'))
  const outcome = await lockMonth(db, office, { projectId, month, leftOut: 1_000_000, acknowledged: true, at })
  if (!outcome.ok) throw new Error(`Not locked: ${outcome.refusal}`)
  return outcome.value
}
