import type { Db } from '~db/schema'
import { makeQuestions } from './catalogue'

/** A question in the bank of an organisation, in use in every course. */
export async function makeBankQuestion(db: Db, organisationId: string): Promise<string> {
  const row = await db
    .insertInto('bank_question')
    .values({
      organisation_id: organisationId,
      question: JSON.stringify(makeQuestions()[0]),
      tags: ['prov'],
      changed_at: new Date('2025-03-20T12:00:00Z'),
    })
    .returning('bank_question_id')
    .executeTakeFirstOrThrow()
  return row.bank_question_id
}
