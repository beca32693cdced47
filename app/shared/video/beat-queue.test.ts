import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { type SecondRange, mergeRanges } from '~/shared/ranges'
import { createBeatQueue } from './beat-queue'

/** What a line does to one exchange: carries it, loses it on the way there, or loses the answer. */
type Line = 'whole' | 'sent-lost' | 'answer-lost' | 'broken-server'

/** The outside of a browser page: storage that outlives it, a line, and a server that keeps what reaches it. */
function browserOutside() {
  const stored = new Map<string, string>()
  const outside = { line: 'whole' as Line, watched: [] as SecondRange[], delivered: 0 }
  const take = (body: string) => {
    const { ranges } = JSON.parse(body) as { ranges: SecondRange[] }
    outside.watched = mergeRanges([...outside.watched, ...ranges])
    outside.delivered += 1
  }
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    if (outside.line === 'sent-lost') throw new TypeError('Failed to fetch')
    if (outside.line === 'broken-server') return new Response(null, { status: 503 })
    take(body)
    if (outside.line === 'answer-lost') throw new TypeError('Failed to fetch')
    return Response.json({ watched: outside.watched, savedAt: '2025-03-24T08:00:00Z' })
  })
  return { outside, stored }
}

afterEach(() => vi.unstubAllGlobals())

const visit = (watched: SecondRange[] = []) =>
  createBeatQueue({
    url: 'beat',
    viewerKey: 'person',
    watched,
    positionSeconds: 0,
    onAnswer: () => undefined,
    onState: () => undefined,
  })

it('loses nothing that was played, whatever the line does and however often the page is opened again', async () => {
  const step = fc.record({
    from: fc.integer({ min: 0, max: 500 }),
    length: fc.integer({ min: 0, max: 40 }),
    line: fc.constantFrom<Line>('whole', 'sent-lost', 'answer-lost', 'broken-server'),
    reloads: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const { outside, stored } = browserOutside()
      let queue = visit()
      let sinceOpened: SecondRange[] = []
      let all: SecondRange[] = []
      for (const { from, length, line, reloads } of steps) {
        outside.line = line
        sinceOpened = mergeRanges([...sinceOpened, [from, from + length]])
        all = mergeRanges([...all, ...sinceOpened])
        await queue.beat(sinceOpened, from + length, 1)
        if (!reloads) continue
        queue = visit(outside.watched)
        sinceOpened = []
      }
      outside.line = 'whole'
      await queue.flush()
      expect(outside.watched).toEqual(all)
      expect(queue.hasWaiting()).toBe(false)
      expect(stored.size).toBe(0)
    }),
  )
})

it('sends one beat at a time and the latest when the first has been answered', async () => {
  const { outside } = browserOutside()
  const queue = visit()
  await Promise.all([queue.beat([[0, 5]], 5, 1), queue.beat([[0, 6]], 6, 1), queue.beat([[0, 7]], 7, 1)])
  expect(outside.delivered).toBe(2)
  expect(outside.watched).toEqual([[0, 7]])
})

it('does not take another person’s seconds on a shared device', async () => {
  const { outside, stored } = browserOutside()
  outside.line = 'sent-lost'
  await visit().beat([[0, 9]], 9, 1)
  expect(stored.size).toBe(1)
  const other = createBeatQueue({
    url: 'beat',
    viewerKey: 'other',
    watched: [],
    positionSeconds: 0,
    onAnswer: () => undefined,
    onState: () => undefined,
  })
  expect(other.hasWaiting()).toBe(false)
})
