import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, type PoolMember, type PoolPair } from './allocate'

const member = (personId: string, wish: Partial<PoolMember> = {}): PoolMember => ({
  personId,
  organisationIds: ['x'],
  handedInAt: personId.charCodeAt(0),
  reads: true,
  isOpen: true,
  ...wish,
})
const rule = { count: 2, acrossOrganisations: true }
const pairsOf = (made: readonly { authorId: string; reviewerId: string }[]) =>
  made.map(({ authorId, reviewerId }) => `${reviewerId}→${authorId}`).sort()

test('three who hand in together all read and are read, each by one', () => {
  const made = allocate([member('a'), member('b'), member('c')], [], { ...rule, count: 1 })
  expect(new Set(made.map(({ authorId }) => authorId)).size).toBe(3)
  expect(new Set(made.map(({ reviewerId }) => reviewerId)).size).toBe(3)
})

test('one alone is given nothing', () => {
  expect(allocate([member('a')], [], rule)).toEqual([])
})

test('the work with the fewest readers comes first, then the one that has waited longest', () => {
  const members = [member('a'), member('b'), member('c'), member('d', { handedInAt: 0 })]
  const before: PoolPair[] = [{ authorId: 'b', reviewerId: 'c', counts: true }]
  const only = members.map((one) => ({ ...one, reads: one.personId === 'a' }))
  expect(pairsOf(allocate(only, before, rule))).toEqual(['a→c', 'a→d'])
})

test('a reader whose round has closed makes room for another, and is never given the same again', () => {
  const lapsed: PoolPair[] = [{ authorId: 'a', reviewerId: 'b', counts: false }]
  expect(pairsOf(allocate([member('a'), member('b', { reads: false })], lapsed, rule))).toEqual(['a→b'])
  const [work, again] = [member('a', { reads: false }), member('b', { isOpen: false })]
  expect(allocate([work, again], lapsed, rule)).toEqual([])
})

test('only within an organisation when the course says so', () => {
  const members = [member('a'), member('b', { organisationIds: ['y'] }), member('c', { organisationIds: ['y', 'x'] })]
  const made = pairsOf(allocate(members, [], { count: 5, acrossOrganisations: false }))
  expect(made).toEqual(['a→c', 'b→c', 'c→a', 'c→b'])
})

const ids = 'abcdefgh'.split('')
const members = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 0, maxLength: 8 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((personId) =>
      fc.record({
        personId: fc.constant(personId),
        organisationIds: fc.subarray(['x', 'y', 'z']),
        handedInAt: fc.integer({ min: 0, max: 5 }),
        reads: fc.boolean(),
        isOpen: fc.boolean(),
      }),
    ),
  ),
)
const before = fc.uniqueArray(
  fc
    .record({ authorId: fc.constantFrom(...ids), reviewerId: fc.constantFrom(...ids), counts: fc.boolean() })
    .filter(({ authorId, reviewerId }) => authorId !== reviewerId),
  { selector: ({ authorId, reviewerId }) => `${authorId}${reviewerId}`, maxLength: 12 },
)
const rules = fc.record({ count: fc.integer({ min: 1, max: 5 }), acrossOrganisations: fc.boolean() })

test('never the own, never twice, never more than the rule, and nobody starves beside what could be had', () => {
  fc.assert(
    fc.property(members, before, rules, (pool, pairs, wish) => {
      const made = allocate(pool, pairs, wish)
      const all = [...pairs, ...made.map((pair) => ({ ...pair, counts: true }))]
      const names = all.map(({ authorId, reviewerId }) => `${authorId} ${reviewerId}`)
      expect(new Set(names).size).toBe(names.length)
      const counted = (key: 'authorId' | 'reviewerId', id: string) =>
        all.filter((pair) => pair.counts && pair[key] === id).length
      const find = (id: string) => pool.find(({ personId }) => personId === id)
      const mayShare = (a: PoolMember, b: PoolMember) =>
        wish.acrossOrganisations || a.organisationIds.some((id) => b.organisationIds.includes(id))
      for (const { authorId, reviewerId } of made) {
        const [author, reader] = [find(authorId), find(reviewerId)]
        expect(author !== undefined && reader !== undefined && author !== reader).toBe(true)
        expect(author?.isOpen === true && reader?.reads === true).toBe(true)
        expect(author !== undefined && reader !== undefined && mayShare(reader, author)).toBe(true)
        expect(counted('authorId', authorId)).toBeLessThanOrEqual(wish.count)
        expect(counted('reviewerId', reviewerId)).toBeLessThanOrEqual(wish.count)
      }
      for (const reader of pool) {
        if (!reader.reads || counted('reviewerId', reader.personId) >= wish.count) continue
        for (const author of pool) {
          if (!author.isOpen || author === reader || counted('authorId', author.personId) >= wish.count) continue
          const isTaken = names.includes(`${author.personId} ${reader.personId}`)
          expect(isTaken || !mayShare(reader, author)).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('when all hand in at once, everybody gives and gets the whole count as far as there are others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }), (size, count) => {
      const pool = ids.slice(0, size).map((id) => member(id))
      const made = allocate(pool, [], { count, acrossOrganisations: true })
      const full = Math.min(count, size - 1)
      for (const { personId } of pool) {
        expect(made.filter(({ authorId }) => authorId === personId)).toHaveLength(full)
        expect(made.filter(({ reviewerId }) => reviewerId === personId)).toHaveLength(full)
      }
    }),
  )
})
