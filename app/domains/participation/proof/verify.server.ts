import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { countChained, findAlteredFigures, findBrokenLinks, findUnchained, listChained } from '../store/proof.server'
import type { ChainVerdict } from './model'

/** So many people are read at a time: the memory is the same whatever the size of the ledger. */
const PAGE = 500

/**
 * Walks the chain of everybody, or of everybody with rows in a project, and hashes every line, event and frozen figure
 * anew. Names the first altered row in the order of the people and of their chains, and counts the others. Rows that a
 * retention rule or an erasure has deleted are no breaks: their links stand and are counted as removed.
 */
export async function verifyChain(
  db: Db,
  wish: { projectId?: ProjectId; pageSize?: number; progress?: (people: number) => void } = {},
): Promise<ChainVerdict> {
  const size = wish.pageSize ?? PAGE
  const verdict: ChainVerdict = { whole: true, people: 0, links: 0, removed: 0, figures: 0, breaks: 0 }
  let after: PersonId | undefined
  for (;;) {
    const people = await listChained(db, after, size, wish.projectId)
    if (people.length === 0) break
    const counts = await countChained(db, people)
    verdict.people += people.length
    verdict.links += counts.links
    verdict.removed += counts.removed
    verdict.figures += counts.figures
    for (const find of [findBrokenLinks, findUnchained, findAlteredFigures]) {
      const { total, first } = await find(db, people)
      verdict.breaks += total
      if (first !== undefined) verdict.first ??= first
    }
    wish.progress?.(verdict.people)
    after = people.at(-1)
    if (people.length < size) break
  }
  return { ...verdict, whole: verdict.breaks === 0 }
}
