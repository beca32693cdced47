import { sql } from 'kysely'
import type { MediaId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { MediaFault, MediaKind } from '../../media/model'

export interface MediaJob {
  mediaId: MediaId
  kind: MediaKind
  fileKey: string
  /** Counts from one. */
  attempt: number
}

/** How long a worker may be silent before another takes the work over. */
export const LEASE_SECONDS = 60

export async function insertJob(tx: Tx, mediaId: MediaId, at: Date): Promise<void> {
  const anew = { progress: 0, attempts: 0, leased_by: null, leased_until: null, created_at: at }
  await tx
    .insertInto('media_job')
    .values({ media_id: mediaId, ...anew })
    .onConflict((conflict) => conflict.column('media_id').doUpdateSet(anew))
    .execute()
}

/** Takes the oldest work that nobody holds. Two workers never get the same; a worker that died loses its hold in time. */
export async function leaseJob(db: Db, worker: string, at: Date): Promise<MediaJob | undefined> {
  const { rows } = await sql<{ mediaId: string; kind: MediaKind; fileKey: string; attempt: number }>`
    update media_job set leased_by = ${worker}, leased_until = ${at}::timestamptz + make_interval(secs => ${LEASE_SECONDS}),
      attempts = media_job.attempts + 1
    from media_item item
    where item.media_id = media_job.media_id and item.file_key is not null and media_job.media_id = (
      select media_id from media_job where leased_until is null or leased_until < ${at}
      order by created_at, media_id limit 1 for update skip locked)
    returning item.media_id as "mediaId", item.kind, item.file_key as "fileKey", media_job.attempts as attempt`.execute(
    db,
  )
  const row = rows[0]
  return row && { ...row, mediaId: row.mediaId as MediaId }
}

/** Tells how far the work is and keeps the hold; false when another worker has it now, or the file was replaced. */
export async function reportJob(db: Db, job: MediaJob, worker: string, progress: number, at: Date): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    update media_job set progress = ${Math.max(0, Math.min(100, Math.round(progress)))},
      leased_until = ${at}::timestamptz + make_interval(secs => ${LEASE_SECONDS})
    from media_item item
    where item.media_id = media_job.media_id and media_job.media_id = ${job.mediaId}
      and media_job.leased_by = ${worker} and item.file_key = ${job.fileKey}
    returning true as held`.execute(db)
  return rows.length > 0
}

export interface Rendered {
  posterKey: string | null
  streamKey: string | null
  durationSeconds: number | null
  width: number | null
  height: number | null
}

/** Ends the work of this worker with what it made; false when it is not this worker's any more. */
export async function finishJob(tx: Tx, job: MediaJob, worker: string, made: Rendered, at: Date): Promise<boolean> {
  if (!(await endJob(tx, job, worker))) return false
  await tx
    .updateTable('media_item')
    .set({
      state: 'klar',
      poster_key: made.posterKey,
      stream_key: made.streamKey,
      duration_seconds: sql<number | null>`coalesce(${made.durationSeconds}::numeric, duration_seconds)`,
      width: made.width,
      height: made.height,
      changed_at: at,
    })
    .where('media_id', '=', job.mediaId)
    .where('file_key', '=', job.fileKey)
    .execute()
  return true
}

export async function failJob(tx: Tx, job: MediaJob, worker: string, fault: MediaFault, at: Date): Promise<void> {
  if (!(await endJob(tx, job, worker))) return
  await tx
    .updateTable('media_item')
    .set({ state: 'fel', fault, changed_at: at })
    .where('media_id', '=', job.mediaId)
    .where('file_key', '=', job.fileKey)
    .execute()
}

async function endJob(tx: Tx, job: MediaJob, worker: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('media_job')
    .where('media_id', '=', job.mediaId)
    .where('leased_by', '=', worker)
    .returning('media_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Lets go of the work, for another attempt at once. */
export async function releaseJob(db: Db, job: MediaJob, worker: string): Promise<void> {
  await db
    .updateTable('media_job')
    .set({ leased_by: null, leased_until: null })
    .where('media_id', '=', job.mediaId)
    .where('leased_by', '=', worker)
    .execute()
}

/** Items that wait for work go on as they are: this machine cannot do it. */
export async function playAsTheyAre(db: Db): Promise<number> {
  const { rows } = await sql<{ media_id: string }>`
    with waiting as (delete from media_job where leased_by is null returning media_id)
    update media_item set state = 'klar' from waiting
    where waiting.media_id = media_item.media_id and media_item.state = 'behandlas' returning media_item.media_id`.execute(
    db,
  )
  return rows.length
}

export async function setProcessing(tx: Tx, mediaId: MediaId, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('media_item')
    .set({ state: 'behandlas', fault: null, changed_at: at })
    .where('media_id', '=', mediaId)
    .where('file_key', 'is not', null)
    .where('kind', 'in', ['video', 'audio'])
    .returning('media_id')
    .executeTakeFirst()
  return row !== undefined
}
