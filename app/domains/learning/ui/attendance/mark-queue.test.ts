import { describe, expect, it } from 'vitest'
import { createMarkQueue, forgetOthers, type QueueAnswer, type QueuedMark, type QueueState } from './mark-queue'

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

const mark = (personId: string, present: 'ja' | 'nej' = 'ja'): QueuedMark => ({
  markId: `${personId}-${present}`,
  personId,
  present,
  came: '',
  left: '',
  method: 'ledare',
})
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

function made(storage = memory(), answers: (QueueAnswer | Promise<QueueAnswer>)[] = []) {
  const batches: string[][] = []
  const states: QueueState[] = []
  const queue = createMarkQueue(
    { actorId: 'led', meetingId: 'm', storage },
    (marks) => {
      batches.push(marks.map(({ markId }) => markId))
      return Promise.resolve(answers.shift() ?? { status: 'answered', refused: [] })
    },
    (state) => states.push(state),
  )
  return { queue, storage, batches, states }
}
const unreachable: QueueAnswer = { status: 'unreachable', refused: [] }

describe('the queue of marks', () => {
  it('sends a mark and leaves nothing on the device', async () => {
    const { queue, storage, batches } = made()
    queue.put(mark('a'))
    await soon()
    expect(batches).toEqual([['a-ja']])
    expect(storage.kept.size).toBe(0)
    expect(queue.state()).toMatchObject({ waiting: [], status: 'idle', sent: [{ personId: 'a' }] })
  })

  it('keeps marks over a reload while there is no connection, and sends them after', async () => {
    const storage = memory()
    const offline = made(storage, [unreachable, unreachable, unreachable])
    for (const one of ['a', 'b', 'c']) {
      offline.queue.put(mark(one))
      await soon()
    }
    expect(offline.queue.state()).toMatchObject({ status: 'offline' })
    const again = made(storage)
    expect(again.queue.state().waiting.map(({ personId }) => personId)).toEqual(['a', 'b', 'c'])
    await again.queue.flush()
    expect(again.batches).toEqual([['a-ja', 'b-ja', 'c-ja']])
    expect(storage.kept.size).toBe(0)
  })

  it('lets a later mark replace an unsent one of the same person, but never one on its way', async () => {
    const unsent = made(memory(), [unreachable])
    unsent.queue.put(mark('a'))
    await soon()
    unsent.queue.put(mark('a', 'nej'))
    await soon()
    expect(unsent.batches).toEqual([['a-ja'], ['a-nej']])
    let answer: (value: QueueAnswer) => void = () => undefined
    const slow = made(memory(), [new Promise<QueueAnswer>((resolve) => (answer = resolve))])
    slow.queue.put(mark('a'))
    slow.queue.put(mark('a', 'nej'))
    answer({ status: 'answered', refused: [] })
    await soon()
    expect(slow.batches).toEqual([['a-ja'], ['a-nej']])
  })

  it('tells what was refused, and does not send it again', async () => {
    const { queue, batches } = made(memory(), [
      { status: 'answered', refused: [{ markId: 'a-ja', refusal: 'confirmed' }] },
    ])
    queue.put(mark('a'))
    await soon()
    await queue.flush()
    expect(batches).toHaveLength(1)
    expect(queue.state()).toMatchObject({ refused: [{ refusal: 'confirmed' }], sent: [], waiting: [] })
  })

  it('waits when the session has ended', async () => {
    const { queue, storage } = made(memory(), [{ status: 'signed-out', refused: [] }])
    queue.put(mark('a'))
    await soon()
    expect(queue.state()).toMatchObject({ status: 'signed-out', waiting: [{ personId: 'a' }] })
    expect(storage.kept.size).toBe(1)
  })

  it('survives a broken copy, and removes what somebody else left', () => {
    const storage = memory()
    storage.setItem('narvaro:led:m', '{"not a list')
    storage.setItem('narvaro:annan:m', '[]')
    storage.setItem('annat', 'kvar')
    expect(made(storage).queue.state().waiting).toEqual([])
    forgetOthers(storage, 'led')
    expect([...storage.kept.keys()]).toEqual(['narvaro:led:m', 'annat'])
  })
})
