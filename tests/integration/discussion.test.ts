import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { MOST_POSTS, threadPageOf } from '~/domains/learning'
import { findThread, followDiscussion, listNamesLike, listThreads } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { editPost, removePost } from '~/journeys/discuss.server'
import { makePerson } from '../support/factories'
import { at, later, makeTalk, standingOf } from '../support/discussion'

describe('a thread', () => {
  it('is begun, answered one level deep and listed with the latest post first', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    const first = await talk.begun(ann)
    const second = await talk.begun(bo, { lessonSlug: '', title: 'Om kursen', at: later(1) })
    const answered = await talk.answer(bo, first, { at: later(2) })
    const parentId = answered.ok ? answered.value.postId : ''
    const deeper = await talk.answer(ann, first, { parentId, at: later(3) })
    const deepest = await talk.answer(bo, first, { parentId: deeper.ok ? deeper.value.postId : '', at: later(4) })
    expect(deepest).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await talk.answer(bo, first, { parentId: first })).toEqual({ ok: false, refusal: 'no-such-post' })
    const reader = { personId: ann.personId, moderates: false }
    const everything = { lessonId: undefined, followed: false, page: 1 }
    const { threads, total } = await listThreads(talk.db, talk.course.courseId, reader, everything)
    expect(threads.map(({ threadId, answers, isNew, follows }) => [threadId, answers, isNew, follows])).toEqual([
      [first, 2, true, true],
      [second, 0, false, false],
    ])
    expect(total).toBe(2)
    const ofLesson = await listThreads(talk.db, talk.course.courseId, reader, {
      ...everything,
      lessonId: talk.course.lessons[0]?.lessonId,
    })
    expect(ofLesson.threads.map(({ threadId }) => threadId)).toEqual([first])
  })

  it('is no concern of somebody who does not take the course, nor of another course', async () => {
    const [talk, other] = [await makeTalk(), await makeTalk()]
    const ann = await talk.join()
    const stranger = await other.join()
    const threadId = await talk.begun(ann)
    expect(await talk.start(stranger)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await talk.answer(stranger, threadId)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await other.answer(stranger, threadId)).toEqual({ ok: false, refusal: 'not-found' })
    const wish = { courseSlug: talk.course.slug, threadId, follows: true, at }
    expect(await followDiscussion(talk.db, stranger, wish)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await findThread(other.db, other.course.courseId, threadId, stranger.personId)).toBeUndefined()
    expect(await other.start(other.leader)).toMatchObject({ ok: true })
    expect(await talk.start(other.leader)).toEqual({ ok: false, refusal: 'not-allowed' })
  })

  it('is there once, however often and at once its form is sent, and answers likewise', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    const postId = randomUUID()
    const all = await Promise.all([1, 2, 3].map(() => talk.start(ann, { postId })))
    expect(all.every(({ ok }) => ok)).toBe(true)
    const answerId = randomUUID()
    await Promise.all([1, 2, 3].map(() => talk.answer(bo, postId, { postId: answerId })))
    expect(await talk.postsOf(postId)).toHaveLength(2)
    expect(await talk.kindsOf(ann.personId)).toEqual(['discussion-news'])
    // The id of somebody else's post gives nothing.
    expect(await talk.answer(ann, postId, { postId: answerId })).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await talk.start(bo, { postId })).toEqual({ ok: false, refusal: 'no-such-post' })
  })

  it('takes two hundred posts, also when many write at once', async () => {
    const talk = await makeTalk()
    const people = await Promise.all(Array.from({ length: 12 }, () => talk.join()))
    const threadId = await talk.begun(people[0] ?? talk.leader)
    await talk.db
      .insertInto('discussion_post')
      .values(
        Array.from({ length: MOST_POSTS - 5 }, () => ({
          post_id: randomUUID(),
          thread_id: threadId,
          author_id: talk.leader.personId,
          depth: 0,
          parent_id: null,
          is_opening: false,
          body: 'x',
          posted_at: at,
        })),
      )
      .execute()
    const sent = await Promise.all(people.map((person) => talk.answer(person, threadId)))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(4)
    expect(sent.filter((one) => !one.ok && one.refusal === 'full')).toHaveLength(8)
    expect(await talk.postsOf(threadId)).toHaveLength(MOST_POSTS)
  })

  it('keeps hostile text as words', async () => {
    const talk = await makeTalk()
    const ann = await talk.join()
    const text = `<script>alert(1)</script>\u202e [x](javascript:alert(1)) '; drop table person; -- @{${ann.personId}}`
    const threadId = await talk.begun(ann, { text, title: '<img src=x onerror=alert(1)>' })
    const discussion = await standingOf(talk, ann)
    const thread = await findThread(talk.db, talk.course.courseId, threadId, ann.personId)
    if (discussion === undefined || thread === undefined) throw new Error('The thread is not there.')
    const page = threadPageOf(discussion, thread, { personId: ann.personId, moderates: false, now: at })
    const pieces = page.posts[0]?.text?.flat(2) ?? []
    expect(pieces.map(({ kind }) => kind)).toEqual(['text', 'mention'])
    expect(pieces[1]).toMatchObject({ name: null })
    expect(page.title).toBe('<img src=x onerror=alert(1)>')
  })

  it('is written in at most twenty times in ten minutes by one person', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    const threadId = await talk.begun(ann)
    const sent = await Promise.all(Array.from({ length: 22 }, () => talk.answer(ann, threadId)))
    expect(sent.filter((one) => !one.ok && one.refusal === 'too-many')).toHaveLength(3)
    expect(await talk.answer(bo, threadId)).toMatchObject({ ok: true })
  })
})

describe('notices', () => {
  it('tell followers once a day, those mentioned of each post, and nobody of their own', async () => {
    const talk = await makeTalk()
    const ann = await talk.join({ givenName: 'Anneli', familyName: 'Provberg' })
    const [bo, cia, dan] = [await talk.join(), await talk.join(), await talk.join()]
    const place = { courseSlug: talk.course.slug, at }
    await followDiscussion(talk.db, cia, { ...place, lessonSlug: 'lektion-1', follows: true })
    await followDiscussion(talk.db, dan, { ...place, lessonSlug: 'lektion-2', follows: true })
    const threadId = await talk.begun(ann)
    expect(await talk.kindsOf(cia.personId)).toEqual(['discussion-news'])
    expect(await talk.kindsOf(dan.personId)).toEqual([])
    await talk.answer(bo, threadId, { text: 'Hej @anneli provberg!', at: later(1) })
    await talk.answer(bo, threadId, { text: 'En sak till.', at: later(2) })
    await talk.answer(bo, threadId, { text: 'Och en till.', at: later(3) })
    expect((await talk.kindsOf(ann.personId)).sort()).toEqual(['discussion-mention', 'discussion-news'])
    expect(await talk.kindsOf(bo.personId)).toEqual([])
    const [notice] = await listNotices(talk.db, ann.personId, 1)
    expect(Object.keys(notice?.payload ?? {}).sort()).toEqual(['courseSlug', 'courseTitle'])
    await followDiscussion(talk.db, ann, { ...place, threadId, follows: false })
    await talk.answer(ann, threadId, { at: later(4) })
    await talk.answer(bo, threadId, { at: later(2 * 24 * 60) })
    expect(await talk.kindsOf(ann.personId)).toHaveLength(2)
  })

  it('name a protected person by alias alone, and nobody outside the course', async () => {
    const talk = await makeTalk()
    const ann = await talk.join()
    const hidden = await talk.join({ givenName: 'Hemma', familyName: 'Hemlig', protection: 'marked' })
    const alias =
      (
        await talk.db
          .selectFrom('person')
          .where('person_id', '=', hidden.personId)
          .select('alias')
          .executeTakeFirstOrThrow()
      ).alias ?? ''
    const stranger = await makePerson(talk.db, { givenName: 'Utan', familyName: 'Förfrågan' })
    const text = `@Hemma Hemlig @${alias} @Utan Förfrågan`
    const threadId = await talk.begun(ann, { text })
    const [opening] = await talk.postsOf(threadId)
    expect(opening?.mentions).toEqual([{ personId: hidden.personId, name: alias }])
    expect(opening?.body).toContain('@Hemma Hemlig')
    expect(await talk.kindsOf(stranger.personId)).toEqual([])
    const { courseId } = talk.course
    expect(await listNamesLike(talk.db, courseId, 'Hemm', 8)).toEqual([])
    expect(await listNamesLike(talk.db, courseId, 'Utan', 8)).toEqual([])
    expect(await listNamesLike(talk.db, courseId, '%', 8)).toEqual([])
    expect(await listNamesLike(talk.db, courseId, alias.slice(0, 14), 8)).toMatchObject([{ name: alias }])
    const written = await talk.begun(hidden)
    expect((await talk.postsOf(written))[0]?.author).toBe(alias)
  })
})

describe('one’s own post', () => {
  it('is changed within half an hour, by nobody else, and tells who is mentioned anew', async () => {
    const talk = await makeTalk()
    const ann = await talk.join()
    const bo = await talk.join({ givenName: 'Bodil', familyName: 'Provlund' })
    const threadId = await talk.begun(ann)
    const change = {
      courseSlug: talk.course.slug,
      threadId,
      postId: threadId,
      text: 'Nytt, @Bodil Provlund',
      title: 'Ny',
    }
    const edit = (actor = ann, wish = {}) => editPost(talk.db, talk.pool, actor, { ...change, at: later(29), ...wish })
    expect(await edit(bo)).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await edit(talk.leader)).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await edit(ann, { at: later(30) })).toEqual({ ok: false, refusal: 'too-late' })
    expect(await edit()).toEqual({ ok: true, value: null })
    expect(await edit()).toEqual({ ok: true, value: null })
    const [post] = await talk.postsOf(threadId)
    expect(post?.editedAt).toEqual(later(29))
    expect(await talk.kindsOf(bo.personId)).toEqual(['discussion-mention'])
    expect((await findThread(talk.db, talk.course.courseId, threadId, ann.personId))?.title).toBe('Ny')
  })

  it('goes with its thread, alone, or leaves its place', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    const lonely = await talk.begun(ann)
    const threadId = await talk.begun(ann)
    const answered = await talk.answer(bo, threadId)
    const postId = answered.ok ? answered.value.postId : ''
    const remove = (actor: typeof ann, thread: string, post: string) =>
      removePost(talk.db, actor, { courseSlug: talk.course.slug, threadId: thread, postId: post, at: later(90) })
    expect(await remove(bo, threadId, threadId)).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await remove(talk.leader, threadId, threadId)).toEqual({ ok: false, refusal: 'no-such-post' })
    expect(await remove(ann, lonely, lonely)).toMatchObject({ value: { remains: 'thread-goes' } })
    expect(await remove(ann, threadId, threadId)).toMatchObject({ value: { remains: 'place-remains' } })
    expect(await talk.postsOf(threadId)).toMatchObject([{ body: '' }, { postId }])
    expect(await remove(bo, threadId, postId)).toMatchObject({ value: { remains: 'post-goes' } })
    expect(await talk.postsOf(lonely)).toEqual([])
  })

  test('taken away while somebody answers it: either the answer or the place stands', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    for (let round = 0; round < 4; round += 1) {
      const threadId = await talk.begun(ann)
      const [removed, answered] = await Promise.all([
        removePost(talk.db, ann, { courseSlug: talk.course.slug, threadId, postId: threadId, at }),
        talk.answer(bo, threadId),
      ])
      expect(removed.ok).toBe(true)
      const posts = await talk.postsOf(threadId)
      if (answered.ok) expect(posts.map(({ body }) => body)).toEqual(['', 'Så här gör jag.'])
      else expect([answered.refusal, posts]).toEqual(['not-found', []])
    }
  })
})
