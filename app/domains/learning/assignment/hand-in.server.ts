import type { Lesson } from '~/domains/catalogue'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import { localDay } from '~/shared/dates'
import type { Tx } from '~db/schema'
import { LONGEST_TEXT, saveReflection } from '../commands.server'
import { countWords } from '../rules'
import type { ItemOf } from '../store/answer.server'
import { findFacts } from '../store/assignment/facts.server'
import { listAttached } from '../store/assignment/file.server'
import { findPool, insertAllocations } from '../store/assignment/pool.server'
import { findLatestVersion, insertVersion } from '../store/assignment/submission.server'
import { allocate } from './allocate'

export type HandInRefusal = 'no-assignment' | 'approved' | 'too-short' | 'empty' | 'unchanged' | 'too-long'

/**
 * Hands in the text with the files that are attached, as the next version. The same text and files sent again are the
 * version that stands. The caller holds the lesson's round.
 */
export async function handInVersion(
  tx: Tx,
  item: ItemOf,
  { assignment }: Pick<Lesson, 'assignment'>,
  { text, now }: { text: string; now: Date },
): Promise<Outcome<{ version: number; created: boolean }, HandInRefusal>> {
  if (assignment === null) return refused('no-assignment')
  const saved = await saveReflection(tx, item, { text, now })
  if (!saved.ok || text.length > LONGEST_TEXT) return refused('too-long')
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  const facts = await findFacts(tx, item, now)
  if (facts.decision?.word === 'godkand') return refused('approved')
  const files = assignment.mostFiles === 0 ? [] : await listAttached(tx, item)
  if (countWords(plain) < assignment.minWords) return refused('too-short')
  if (plain === '' && files.length === 0) return refused('empty')
  const fileIds = files.map(({ fileId }) => fileId)
  const latest = await findLatestVersion(tx, item)
  if (latest !== undefined && latest.text === plain && latest.fileIds.join() === fileIds.join()) {
    const isReturned = facts.decision?.word === 'komplettera' && facts.decision.version >= latest.version
    return isReturned ? refused('unchanged') : done({ version: latest.version, created: false })
  }
  const version = (latest?.version ?? 0) + 1
  await insertVersion(tx, item, { version, text: plain, fileIds, at: now })
  return done({ version, created: true })
}

/** Gives works to whoever can read and be read now; answers who was given what. The caller holds the lesson's round. */
export async function dealOut(
  tx: Tx,
  { lessonId, assignment }: Pick<Lesson, 'lessonId' | 'assignment'>,
  now: Date,
): Promise<{ allocationId: string; reviewerId: PersonId }[]> {
  const peer = assignment?.peer ?? null
  if (assignment === null || peer === null) return []
  const examples = assignment.train ? assignment.examples.map(({ key }) => key) : []
  const { members, pairs } = await findPool(tx, lessonId, { days: peer.days, examples, today: localDay(now), now })
  const rounds = new Map<string, number>(members.map(({ personId, round }) => [personId, round]))
  const given = allocate(members, pairs, peer).map(({ authorId, reviewerId }) => ({
    authorId,
    authorRound: rounds.get(authorId) ?? 1,
    reviewerId,
    reviewerRound: rounds.get(reviewerId) ?? 1,
  }))
  return insertAllocations(tx, lessonId, given, now)
}
