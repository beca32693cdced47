import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VersionKind } from '../model'
import { burst, foldsInto } from './fold'

const start = new Date('2025-03-24T13:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const version = (wish: { kind?: VersionKind; lasted?: number } = {}) => ({
  kind: wish.kind ?? ('auto' as const),
  authorId: 'asa' as never,
  beganAt: start,
  savedAt: after(wish.lasted ?? 0),
})

describe('a save goes into the latest version', () => {
  test.each([
    ['a moment later', {}, 0.1, 'asa', false, true],
    ['after the longest pause', {}, 3, 'asa', false, true],
    ['after a longer pause', {}, 3.1, 'asa', false, false],
    ['at the end of the burst', { lasted: 9 }, 10, 'asa', false, true],
    ['after the burst', { lasted: 9.5 }, 10.1, 'asa', false, false],
    ['of somebody else', {}, 0.1, 'bo', false, false],
    ['that stands apart', {}, 0.1, 'asa', true, false],
    ['that was named', { kind: 'named' as const }, 0.1, 'asa', false, false],
    ['that was published', { kind: 'published' as const }, 0.1, 'asa', false, false],
  ])('%s', (_, wish, minutes, authorId, apart, folds) => {
    expect(foldsInto(version(wish), { authorId, at: after(minutes), apart })).toBe(folds)
  })
})

interface Kept {
  kind: VersionKind
  authorId: string
  beganAt: Date
  savedAt: Date
  body: number
}

const act = fc.record({
  kind: fc.constantFrom('save', 'save', 'save', 'save', 'name', 'publish', 'apart'),
  author: fc.constantFrom('asa', 'bo'),
  pauseMs: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 2 * burst.lengthMs })),
})

test('whatever the order: what stood longer than a burst is kept, the last is the text, nothing kept is changed', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
      const versions: Kept[] = [{ kind: 'published', authorId: '', beganAt: start, savedAt: start, body: 0 }]
      const states = [{ body: 0, from: start.getTime() }]
      const frozen: string[] = []
      let now = start.getTime()
      let body = 0
      for (const { kind, author, pauseMs } of acts) {
        now += pauseMs
        const at = new Date(now)
        const latest = versions.at(-1)
        if (latest === undefined) throw new Error('There is always a version')
        if (kind === 'name' || kind === 'publish') {
          if (latest.kind !== 'auto') continue
          latest.kind = kind === 'name' ? 'named' : 'published'
          frozen.push(JSON.stringify(latest))
          continue
        }
        body += 1
        states.push({ body, from: now })
        const save = { authorId: author, at, apart: kind === 'apart' }
        if (foldsInto({ ...latest, authorId: latest.authorId as never }, save)) {
          latest.savedAt = at
          latest.body = body
        } else versions.push({ kind: 'auto', authorId: author, beganAt: at, savedAt: at, body })
      }
      const bodies = versions.map((each) => each.body)
      expect(bodies.at(-1)).toBe(body)
      expect(bodies).toEqual([...bodies].sort((a, b) => a - b))
      for (const [index, { body: stood, from }] of states.entries()) {
        const until = states[index + 1]?.from ?? Number.POSITIVE_INFINITY
        if (until - from > burst.lengthMs) expect(bodies).toContain(stood)
      }
      const written = versions.map((each) => JSON.stringify(each))
      for (const each of frozen) expect(written).toContain(each)
      for (const each of versions)
        expect(each.savedAt.getTime() - each.beganAt.getTime()).toBeLessThanOrEqual(burst.lengthMs)
    }),
    { numRuns: 500 },
  )
})
