import type { Tx } from '~db/schema'
import { LEADER } from './people'
import type { Participant } from './plan'
import type { Chance } from './random'
import { Written } from './written'

/** Few took the course at the same time, so the course leader let everybody past the peer round. */
const LET_OFF = 'Kursen gick innan tillräckligt många kollegor hade lämnat in.'

/** Writes what was handed in, with each author's own assessment and the course leader's approval. */
export async function writeWorks(tx: Tx, chance: Chance, participants: readonly Participant[]): Promise<void> {
  const leader = participants.find(({ person }) => person.email === LEADER)?.person.personId
  if (leader === undefined) throw new Error('The demonstration has no course leader')
  const written = new Written()
  for (const { person, studies } of participants) {
    for (const work of studies.flatMap(({ traces }) => traces.works)) {
      const submissionId = chance.uuid()
      const place = { lesson_id: work.lessonId, round: 1 }
      const own = { ...place, person_id: person.personId }
      written.add('submission', {
        ...own,
        submission_id: submissionId,
        version: 1,
        text: work.text,
        file_ids: [],
        submitted_at: work.submittedAt,
      })
      written.add('stage_release', {
        ...own,
        stage: 'peer',
        reason: LET_OFF,
        released_by: leader,
        released_at: work.approvedAt,
      })
      const said = { ...place, author_id: person.personId, comments: {}, reviewed_at: work.approvedAt }
      for (const example_key of work.exampleKeys) {
        const review = { kind: 'train', reviewer_id: person.personId, levels: work.self, comment: '', example_key }
        written.add('review', { ...said, ...review, review_id: chance.uuid() })
      }
      written.add('review', {
        ...said,
        review_id: chance.uuid(),
        kind: 'self',
        reviewer_id: person.personId,
        submission_id: submissionId,
        levels: work.self,
        comment: '',
      })
      written.add('review', {
        ...said,
        review_id: chance.uuid(),
        kind: 'leader',
        reviewer_id: leader,
        submission_id: submissionId,
        levels: work.leader,
        comment: 'Tydligt och genomförbart. Berätta gärna för arbetslaget hur det gick.',
        decision: 'godkand',
      })
    }
  }
  await written.insert(tx, 'submission', [
    ...(['submission_id', 'lesson_id', 'person_id', 'round', 'version', 'text', 'file_ids', 'submitted_at'] as const),
  ])
  await written.insert(tx, 'stage_release', [
    ...(['lesson_id', 'person_id', 'round', 'stage', 'reason', 'released_by', 'released_at'] as const),
  ])
  await written.insert(tx, 'review', [
    ...(['review_id', 'kind', 'lesson_id', 'author_id', 'round', 'reviewer_id', 'submission_id'] as const),
    ...(['example_key', 'levels', 'comments', 'comment', 'decision', 'reviewed_at'] as const),
  ])
}
