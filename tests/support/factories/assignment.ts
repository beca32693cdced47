import type { Assignment } from '~/domains/catalogue'
import type { LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** Handing in is all that it asks for, until a test says more. */
export const plainAssignment: Assignment = {
  task: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lämna in din plan.' }] }] },
  minWords: 3,
  mostFiles: 2,
  rubric: [
    {
      key: 'mal',
      title: 'Målet',
      levels: [
        { key: 'pa-vag', title: 'På väg', text: 'Målet är antytt.' },
        { key: 'tydligt', title: 'Tydligt', text: 'Målet är skrivet.' },
      ],
    },
  ],
  train: false,
  examples: [{ key: 'ett', title: 'Ett', text: 'En plan.', levels: { mal: 'pa-vag' }, comment: 'Målet saknas.' }],
  peer: null,
  self: false,
  leader: false,
}

/** A handed in version with one file in it, as the database holds them. */
export async function makeSubmission(
  db: Db,
  wish: { lessonId: LessonId; personId: PersonId; text?: string; version?: number; at?: Date },
): Promise<{ submissionId: string; fileId: string }> {
  const { lessonId, personId, at = new Date('2025-03-20T12:00:00Z') } = wish
  const own = { lesson_id: lessonId, person_id: personId, round: 1 }
  const file = await db
    .insertInto('submission_file')
    .values({
      ...own,
      file_name: 'plan av mig.pdf',
      file_key: `inlamningar/${crypto.randomUUID()}/original.pdf`,
      content_type: 'application/pdf',
      bytes: 12,
      uploaded_at: at,
    })
    .returning('submission_file_id')
    .executeTakeFirstOrThrow()
  const { submission_id: submissionId } = await db
    .insertInto('submission')
    .values({
      ...own,
      version: wish.version ?? 1,
      text: wish.text ?? 'En plan för gruppen.',
      file_ids: [file.submission_file_id],
      submitted_at: at,
    })
    .returning('submission_id')
    .executeTakeFirstOrThrow()
  return { submissionId, fileId: file.submission_file_id }
}
