import { type RawBuilder, sql } from 'kysely'
import type { Db } from '~db/schema'
import type { LectureId, PersonId } from '~/shared/ids'
import { type SecondRange, clipRanges } from '~/shared/ranges'
import {
  CLOCK_TOLERANCE_SECONDS,
  FIRST_BEAT_SECONDS,
  LONGEST_SILENCE_SECONDS,
  type Beat,
  countedRate,
  formatMultirange,
  parseMultirange,
} from '../watch-rules'

/** Longer than any lecture; keeps a forged number inside PostgreSQL's integer. */
const FARTHEST_SECOND = 1_000_000

export interface Watch {
  watched: SecondRange[]
  positionSeconds: number
}

export interface WatchedLecture extends Watch {
  lectureId: LectureId
  lastBeatAt: Date
}

const seconds = (count: number) => sql`make_interval(secs => ${count}::float8)`

/** SQL twin of affordableRanges: the first `budget` seconds of `claimed` that `watched` does not hold. */
function affordable(watched: RawBuilder<unknown>, claimed: RawBuilder<unknown>, budget: RawBuilder<unknown>) {
  return sql`coalesce((
    select range_agg(int4range(lower(piece.part), least(upper(piece.part), lower(piece.part) + (${budget} - piece.before)::int)))
    from (
      select part, sum(upper(part) - lower(part)) over (order by part) - (upper(part) - lower(part)) as before
      from unnest(${claimed} - ${watched}) as part
    ) as piece
    where piece.before < ${budget}
  ), '{}'::int4multirange)`
}

/** The seconds in a multirange, as SQL. */
function secondsOf(ranges: RawBuilder<unknown>) {
  return sql`(select coalesce(sum(upper(part) - lower(part)), 0) from unnest(${ranges}) as part)`
}

/**
 * Adds the seconds a player says it has played to what is stored, as far as the clock allows (see acceptBeat),
 * and remembers the position. One statement, so two tabs at once lose nothing. Undefined: no such lecture.
 */
export async function recordHeartbeat(
  db: Db,
  beat: Beat & { personId: PersonId } & ({ lectureId: LectureId } | { slug: string }),
): Promise<Watch | undefined> {
  const now = sql`${beat.now}::timestamptz`
  const rate = sql`${countedRate(beat.rate)}::numeric`
  const lecture = 'slug' in beat ? sql`slug = ${beat.slug}` : sql`lecture_id = ${beat.lectureId}`
  const claimed = formatMultirange(clipRanges(beat.ranges, FARTHEST_SECOND))
  const budgetFrom = (paid: RawBuilder<unknown>) => sql`floor(extract(epoch from (${now} - ${paid})) * ${rate})`
  const firstPaid = sql`(${now} - ${seconds(FIRST_BEAT_SECONDS)})`
  const paidAfter = (paid: RawBuilder<unknown>, added: RawBuilder<unknown>) =>
    sql`${paid} + make_interval(secs => (${secondsOf(added)} / ${rate})::float8)`

  const result = await sql<{ watched: string; position_seconds: number }>`
    with beat as (
      select lecture_id,
        least(greatest(${beat.positionSeconds}::numeric, 0), duration_seconds) as position,
        ${claimed}::int4multirange * int4multirange(int4range(0, floor(duration_seconds)::int)) as claimed
      from lecture where ${lecture}
    ), first as (
      select beat.*, ${affordable(sql`'{}'::int4multirange`, sql`beat.claimed`, budgetFrom(firstPaid))} as added from beat
    )
    insert into watch (person_id, lecture_id, watched, position_seconds, first_beat_at, last_beat_at, paid_until)
    select ${beat.personId}, lecture_id, added, position, ${now}, ${now}, ${paidAfter(firstPaid, sql`added`)} from first
    on conflict (person_id, lecture_id) do update set
      position_seconds = excluded.position_seconds,
      last_beat_at = excluded.last_beat_at,
      (watched, paid_until) = (
        select watch.watched + step.added, ${paidAfter(sql`step.paid`, sql`step.added`)}
        from (
          select clock.paid, ${affordable(sql`watch.watched`, sql`beat.claimed`, budgetFrom(sql`clock.paid`))} as added
          from beat, (
            select case
              when watch.paid_until > ${now} + ${seconds(CLOCK_TOLERANCE_SECONDS)} then ${firstPaid}
              else greatest(watch.paid_until, ${now} - ${seconds(LONGEST_SILENCE_SECONDS)})
            end as paid
          ) as clock
        ) as step
      )
    returning watched::text as watched, position_seconds
  `.execute(db)
  const row = result.rows[0]
  return (
    row && {
      watched: parseMultirange(row.watched),
      positionSeconds: row.position_seconds,
    }
  )
}

/** What one person has played of one lecture; undefined when it has never been started. */
export async function findWatch(db: Db, personId: PersonId, lectureId: LectureId): Promise<Watch | undefined> {
  const row = await db
    .selectFrom('watch')
    .select([sql<string>`watched::text`.as('watched'), 'position_seconds'])
    .where('person_id', '=', personId)
    .where('lecture_id', '=', lectureId)
    .executeTakeFirst()
  return (
    row && {
      watched: parseMultirange(row.watched),
      positionSeconds: row.position_seconds,
    }
  )
}

/** Everything one person has begun to watch, the latest first. */
export async function listWatches(db: Db, personId: PersonId): Promise<WatchedLecture[]> {
  const rows = await db
    .selectFrom('watch')
    .select(['lecture_id', sql<string>`watched::text`.as('watched'), 'position_seconds', 'last_beat_at'])
    .where('person_id', '=', personId)
    .orderBy('last_beat_at', 'desc')
    .execute()
  return rows.map((row) => ({
    lectureId: row.lecture_id as LectureId,
    watched: parseMultirange(row.watched),
    positionSeconds: row.position_seconds,
    lastBeatAt: row.last_beat_at,
  }))
}
