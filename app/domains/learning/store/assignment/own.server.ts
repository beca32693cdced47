import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

/** What a person has handed in and said in assignments, and what was said of it; not who said it. */
export const ownAssignments: readonly OwnSection[] = [
  ownSection(
    'submissions',
    ['submission.person_id'],
    (ids) => sql`select lesson.title as title, round, version, text, submitted_at as "submittedAt"
      from submission join lesson using (lesson_id) where person_id = any (${ids}) order by submitted_at`,
  ),
  ownSection(
    'submissionFiles',
    ['submission_file.person_id'],
    (ids) => sql`select lesson.title as title, file_name as "fileName", bytes, uploaded_at as "uploadedAt",
      removed_at as "removedAt" from submission_file join lesson using (lesson_id)
      where person_id = any (${ids}) order by uploaded_at`,
  ),
  ownSection(
    'givenReviews',
    ['review.reviewer_id'],
    (ids) => sql`select review.kind as kind, lesson.title as title, levels, comments, comment, decision,
      reviewed_at as "reviewedAt" from review join lesson using (lesson_id)
      where reviewer_id = any (${ids}) order by reviewed_at`,
  ),
  ownSection(
    'receivedReviews',
    ['review.author_id'],
    (ids) => sql`select review.kind as kind, lesson.title as title, levels, comments, comment, decision,
      reviewed_at as "reviewedAt" from review join lesson using (lesson_id)
      where author_id = any (${ids}) and review.kind in ('peer', 'leader') order by reviewed_at`,
  ),
  ownSection(
    'sharedWork',
    ['allocation.author_id', 'allocation.reviewer_id'],
    (
      ids,
    ) => sql`select lesson.title as title, case when reviewer_id = any (${ids}) then 'reader' else 'author' end as role,
      given_at as "givenAt" from allocation join lesson using (lesson_id)
      where author_id = any (${ids}) or reviewer_id = any (${ids}) order by given_at`,
  ),
  ownSection(
    'releasedStages',
    ['stage_release.person_id'],
    (ids) => sql`select lesson.title as title, stage, reason, released_at as "releasedAt"
      from stage_release join lesson using (lesson_id) where person_id = any (${ids}) order by released_at`,
  ),
]
