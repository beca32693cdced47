import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths } from '~/shared/paths'
import { countUnsent, listKept } from './kept-work'
import { type Answer, sendKept } from './send-kept'

function memory(entries: Record<string, unknown>) {
  const kept = new Map(Object.entries(entries).map(([key, body]) => [key, JSON.stringify(body)]))
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

const page = (lesson: string) => ({ course: 'kurs', lesson, title: `Lektion ${lesson}` })
const text = (lesson: string, words = 'Mina ord') => ({ kind: 'text', text: words, base: null, page: page(lesson) })
const answers = (lesson: string, after = 0) => ({
  kind: 'answers',
  after,
  responses: { q1: ['a'], q2: ['b'] },
  page: page(lesson),
})
const submit = (lesson: string, after = 0) => ({ ...answers(lesson, after), kind: 'submit' })
const finish = (lesson: string) => ({ kind: 'finish', transcriptRead: false, page: page(lesson) })
const taken: Answer = { status: 'taken', value: {} }
const refuse = (refusal: string): Answer => ({ status: 'refused', refusal })

function server(answer: (body: { kind: string }) => Answer = () => taken) {
  const asked: { url: string; body: { kind: string } }[] = []
  const post = (url: string, body: unknown) => {
    asked.push({ url, body: body as { kind: string } })
    return Promise.resolve(answer(body as { kind: string }))
  }
  return { asked, post }
}

describe('what waits in the browser', () => {
  it('is counted for its own person: answers one by one, hand-ins and marks apart', () => {
    const storage = memory({
      'portal:text:anna:l1': text('a'),
      'portal:answers:anna:l2:0': answers('b'),
      'portal:done:anna:l2': submit('b'),
      'portal:done:anna:l3': finish('c'),
      'portal:text:bo:l1': text('a'),
      'portal:writing:anna:t1': { text: 'en annan sorts text' },
      'portal:text:anna:l9': 'oläsligt',
    })
    expect(countUnsent(listKept(storage, 'anna'))).toEqual({ answers: 3, handedIn: 1, marks: 1 })
    expect(countUnsent(listKept(storage, 'bo'))).toEqual({ answers: 1, handedIn: 0, marks: 0 })
  })
})

describe('sending', () => {
  it('sends drafts before what builds upon them, without what only the browser needs', async () => {
    const storage = memory({
      'portal:done:anna:l3': finish('c'),
      'portal:done:anna:l2': submit('b'),
      'portal:text:anna:l3': text('c'),
      'portal:answers:anna:l2:0': answers('b'),
    })
    const { asked, post } = server()
    const sent = await sendKept(storage, 'anna', '/', post)
    expect(asked.map(({ body }) => body.kind)).toEqual(['answers', 'text', 'submit', 'finish'])
    expect(asked[1]).toEqual({
      url: paths.lessonUnsent('kurs', 'c'),
      body: { kind: 'text', text: 'Mina ord', over: null },
    })
    expect(sent).toMatchObject({ answers: 3, isThrough: true })
    expect(storage.kept.size).toBe(0)
  })

  it('leaves drafts of the lesson that is shown to its own fields, and other people\u2019s work alone', async () => {
    const storage = memory({ 'portal:text:anna:l1': text('a'), 'portal:text:bo:l2': text('b') })
    const { asked, post } = server()
    await sendKept(storage, 'anna', paths.lesson('kurs', 'a'), post)
    expect(asked).toEqual([])
    expect(storage.kept.size).toBe(2)
  })

  it('drops the drafts of what has been handed in, so that they are not told as late', async () => {
    const storage = memory({ 'portal:answers:anna:l2:0': answers('b'), 'portal:done:anna:l2': submit('b') })
    const { post } = server(() => ({ status: 'taken', value: { score: 50, passed: false } }))
    const sent = await sendKept(storage, 'anna', paths.lesson('kurs', 'b'), post)
    expect(storage.kept.size).toBe(0)
    expect(sent.told).toEqual([{ page: page('b'), came: 'not-passed', score: 50 }])
  })

  it('keeps a text that has changed elsewhere, and says so', async () => {
    const storage = memory({ 'portal:text:anna:l1': text('a') })
    const sent = await sendKept(storage, 'anna', '/', server(() => refuse('changed-elsewhere')).post)
    expect(sent.told).toEqual([{ page: page('a'), came: 'changed-elsewhere' }])
    expect(storage.kept.size).toBe(1)
  })

  it('gives a text back that nobody can take, and lets late answers go', async () => {
    const storage = memory({ 'portal:text:anna:l1': text('a'), 'portal:answers:anna:l2:0': answers('b') })
    const { post } = server(({ kind }) => refuse(kind === 'text' ? 'gone' : 'already-submitted'))
    const sent = await sendKept(storage, 'anna', '/', post)
    expect(sent.told).toEqual([{ page: page('a'), came: 'gone', text: 'Mina ord' }])
    expect(storage.kept.size).toBe(0)
  })

  it('keeps what was changed while it was on its way', async () => {
    const storage = memory({ 'portal:text:anna:l1': text('a') })
    const { post } = server(() => {
      storage.kept.set('portal:text:anna:l1', JSON.stringify(text('a', 'Nya ord')))
      return taken
    })
    await sendKept(storage, 'anna', '/', post)
    expect(storage.kept.get('portal:text:anna:l1')).toContain('Nya ord')
  })

  it('loses nothing and counts everything once, however often the connection breaks', async () => {
    const work = fc.record({ lesson: fc.constantFrom('a', 'b', 'c'), what: fc.constantFrom('text', 'quiz', 'finish') })
    const connection = fc.constantFrom('works', 'breaks-before', 'breaks-after')
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(work, { selector: (each) => each.lesson + each.what }),
        fc.array(connection),
        async (works, fates) => {
          const entries = works.flatMap(({ lesson, what }): [string, unknown][] => {
            if (what === 'text') return [[`portal:text:anna:t${lesson}`, text(lesson)]]
            if (what === 'finish') return [[`portal:done:anna:f${lesson}`, finish(lesson)]]
            return [
              [`portal:answers:anna:q${lesson}:0`, answers(lesson)],
              [`portal:done:anna:q${lesson}`, submit(lesson)],
            ]
          })
          const storage = memory(Object.fromEntries(entries))
          const effects: string[] = []
          const left = [...fates]
          const post = (url: string, body: unknown): Promise<Answer> => {
            const fate = left.shift() ?? 'works'
            const effect = `${url} ${(body as { kind: string }).kind}`
            // The server takes the same work once, as its own tests show.
            if (fate !== 'breaks-before' && !effects.includes(effect)) effects.push(effect)
            return Promise.resolve(fate === 'works' ? taken : { status: 'unreachable' })
          }
          for (let round = 0; round <= fates.length; round++) await sendKept(storage, 'anna', '/', post)
          expect(storage.kept.size).toBe(0)
          const expected = entries.map(([, body]) => {
            const { kind, page: at } = body as { kind: string; page: { lesson: string } }
            return `${paths.lessonUnsent('kurs', at.lesson)} ${kind}`
          })
          expect([...effects].sort()).toEqual([...new Set(expected)].sort())
          for (const { lesson } of works.filter(({ what }) => what === 'quiz')) {
            const url = paths.lessonUnsent('kurs', lesson)
            expect(effects.indexOf(`${url} answers`)).toBeLessThan(effects.indexOf(`${url} submit`))
          }
        },
      ),
    )
  })
})
