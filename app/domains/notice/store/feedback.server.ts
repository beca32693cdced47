import type { Db } from '~db/schema'

export interface Feedback {
  feedbackId: string
  message: string
  contact: string | null
  createdAt: Date
}

export async function insertFeedback(db: Db, feedback: { message: string; contact: string; at: Date }): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      message: feedback.message,
      contact: feedback.contact || null,
      created_at: feedback.at,
    })
    .execute()
}

/** The newest first, at most 200. */
export async function listFeedback(db: Db): Promise<Feedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['feedback_id', 'message', 'contact', 'created_at'])
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    feedbackId: row.feedback_id,
    message: row.message,
    contact: row.contact,
    createdAt: row.created_at,
  }))
}
