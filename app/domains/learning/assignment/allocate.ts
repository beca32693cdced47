/** Somebody with a work in the peer round of a lesson. */
export interface PoolMember {
  personId: string
  /** Where the person is employed. */
  organisationIds: readonly string[]
  handedInAt: number
  /** The person may be asked to read: trained, not finished, and the round still open. */
  reads: boolean
  /** The person's work may be given to others. */
  isOpen: boolean
}

export interface PoolPair {
  authorId: string
  reviewerId: string
  /** Answered, or still expected to be; a pair whose reader's round has closed counts no more, but is never made again. */
  counts: boolean
}

export interface PeerRule {
  count: number
  acrossOrganisations: boolean
}

const named = (authorId: string, reviewerId: string) => `${authorId} ${reviewerId}`

/**
 * Gives works to readers as far as they go: nobody reads their own or the same twice, nobody gives or gets more than the
 * rule's count, and those with the fewest come first, then those who have waited longest. When it is done, no reader with
 * room is left beside a work with room that the reader may have. Pairs made here may be exchanged among themselves for
 * that; pairs made before stay.
 */
export function allocate(
  members: readonly PoolMember[],
  pairs: readonly PoolPair[],
  rule: PeerRule,
): { authorId: string; reviewerId: string }[] {
  const taken = new Set(pairs.map(({ authorId, reviewerId }) => named(authorId, reviewerId)))
  const gets = new Map<string, number>()
  const gives = new Map<string, number>()
  const count = (of: Map<string, number>, id: string, by: number) => of.set(id, (of.get(id) ?? 0) + by)
  for (const { authorId, reviewerId, counts } of pairs) {
    if (!counts) continue
    count(gets, authorId, 1)
    count(gives, reviewerId, 1)
  }
  const made: { author: PoolMember; reader: PoolMember }[] = []
  const has = (of: Map<string, number>, { personId }: PoolMember) => of.get(personId) ?? 0
  const byNeed = (of: Map<string, number>) => (a: PoolMember, b: PoolMember) =>
    has(of, a) - has(of, b) || a.handedInAt - b.handedInAt || (a.personId < b.personId ? -1 : 1)
  const may = (reader: PoolMember, author: PoolMember) =>
    reader.personId !== author.personId &&
    !taken.has(named(author.personId, reader.personId)) &&
    (rule.acrossOrganisations || reader.organisationIds.some((id) => author.organisationIds.includes(id)))
  const give = (reader: PoolMember, author: PoolMember) => {
    made.push({ author, reader })
    taken.add(named(author.personId, reader.personId))
    count(gets, author.personId, 1)
    count(gives, reader.personId, 1)
  }
  const take = (pair: (typeof made)[number]) => {
    made.splice(made.indexOf(pair), 1)
    taken.delete(named(pair.author.personId, pair.reader.personId))
    count(gets, pair.author.personId, -1)
    count(gives, pair.reader.personId, -1)
  }
  const readers = () => members.filter((one) => one.reads && has(gives, one) < rule.count).sort(byNeed(gives))
  const works = () => members.filter((one) => one.isOpen && has(gets, one) < rule.count).sort(byNeed(gets))

  /** Gives one work to the first who can be given one, if need be by exchanging it for one that was given just now. */
  function step(): boolean {
    const open = works()
    for (const reader of readers()) {
      const author = open.find((work) => may(reader, work))
      if (author !== undefined) {
        give(reader, author)
        return true
      }
    }
    for (const reader of readers()) {
      for (const author of open) {
        const pair = made.find((one) => may(one.reader, author) && may(reader, one.author))
        if (pair === undefined) continue
        take(pair)
        give(pair.reader, author)
        give(reader, pair.author)
        return true
      }
    }
    return false
  }
  while (step());
  return made.map(({ author, reader }) => ({ authorId: author.personId, reviewerId: reader.personId }))
}
