import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { PersonId } from '~/shared/ids'

/** So many posts and changes in ten minutes, and so many reports in an hour, before a person has to wait. */
const limits = { write: { points: 20, duration: 600 }, report: { points: 20, duration: 3600 } } as const

/** Counts one more act of a person; false when there have been too many, in whatever process. */
export async function countAct(pool: pg.Pool, act: keyof typeof limits, personId: PersonId): Promise<boolean> {
  const limit = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: `discussion-${act}`,
    ...limits[act],
  })
  try {
    await limit.consume(personId)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}
