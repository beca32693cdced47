import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '~db/schema'
import { type Outcome, done, refused } from '~/shared/outcome'
import { insertFeedback } from './store/feedback.server'

/** Keeps a message from the accessibility statement. At most ten per network address in an hour. */
export async function leaveMessage(
  db: Db,
  pool: pg.Pool,
  feedback: { message: string; contact: string; address: string; at: Date },
): Promise<Outcome<null, 'too-many'>> {
  const limit = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: 'feedback',
    points: 10,
    duration: 3600,
  })
  try {
    await limit.consume(feedback.address)
  } catch (error) {
    if (error instanceof RateLimiterRes) return refused('too-many')
    throw error
  }
  await insertFeedback(db, feedback)
  return done(null)
}
