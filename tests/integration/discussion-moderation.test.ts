import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canModerate, canReadDiscussion } from '~/domains/learning'
import { countOldPosts, eraseDiscussion, listReported, ownLearning } from '~/domains/learning/index.server'
import { openVault } from '~/domains/participation/index.server'
import { mergePeople } from '~/journeys/merge-people.server'
import {
  hidePost,
  keepPost,
  lockDiscussionThread,
  reportPost,
  restorePost,
  switchDiscussion,
} from '~/journeys/moderate-discussion.server'
import { deleteCommon } from '~/journeys/retain.server'
import { makeActor, makeOrganisation } from '../support/factories'
import { at, later, makeTalk, standingOf, type Talk } from '../support/discussion'

const place = (talk: Talk, threadId: string, postId = threadId) => ({
  courseSlug: talk.course.slug,
  threadId,
  postId,
  at: later(5),
})

describe('moderation', () => {
  it('is for the course’s leaders and the editors within whose grant it is', async () => {
    const talk = await makeTalk()
    const { organisationId } = await makeOrganisation(talk.db)
    const judge = async (role: 'kursansvarig' | 'redaktor' | 'medarbetare', organisation?: typeof organisationId) => {
      const actor = await makeActor(talk.db, role, organisation === undefined ? {} : { organisationId: organisation })
      const discussion = await standingOf(talk, actor)
      return discussion && [canReadDiscussion(actor, discussion), canModerate(actor, discussion)]
    }
    expect(await judge('redaktor')).toEqual([true, true])
    expect(await judge('redaktor', organisationId)).toEqual([false, false])
    expect(await judge('kursansvarig')).toEqual([false, false])
    expect(await judge('medarbetare')).toEqual([false, false])
  })

  it('of a report: the leader is told once, hides or keeps it, and the author is told why', async () => {
    const talk = await makeTalk()
    const [ann, bo, cia] = [await talk.join(), await talk.join(), await talk.join()]
    const threadId = await talk.begun(ann)
    const report = (actor: typeof ann, reason = 'Stötande') =>
      reportPost(talk.db, talk.pool, actor, { ...place(talk, threadId), reason })
    expect(await report(ann)).toEqual({ ok: false, refusal: 'own' })
    expect(await report(bo, ' ')).toEqual({ ok: false, refusal: 'reason' })
    const stranger = await makeActor(talk.db)
    expect(await report(stranger)).toEqual({ ok: false, refusal: 'not-allowed' })
    for (const actor of [bo, bo, cia]) expect(await report(actor)).toEqual({ ok: true, value: null })
    expect(await talk.kindsOf(talk.leader.personId)).toEqual(['discussion-report'])
    const [reported] = await listReported(talk.db, talk.course.courseId)
    expect(reported).toMatchObject({ postId: threadId, reasons: ['Stötande', 'Stötande'] })
    expect((await standingOf(talk, talk.leader))?.openReports).toBe(1)

    const hide = (actor: typeof ann) =>
      hidePost(talk.db, actor, { ...place(talk, threadId), reason: 'Bryter reglerna' })
    expect(await hide(bo)).toEqual({ ok: false, refusal: 'not-allowed' })
    const twice = await Promise.all([hide(talk.leader), hide(talk.leader)])
    expect(twice.every(({ ok }) => ok)).toBe(true)
    expect(await talk.kindsOf(ann.personId)).toEqual(['discussion-hidden'])
    expect((await talk.postsOf(threadId))[0]?.hidden).toEqual({
      by: `${talk.leader.givenName} ${talk.leader.familyName}`,
      reason: 'Bryter reglerna',
    })
    expect(await listReported(talk.db, talk.course.courseId)).toEqual([])
    expect(await restorePost(talk.db, talk.leader, place(talk, threadId))).toMatchObject({ ok: true })
    expect((await talk.postsOf(threadId))[0]?.hidden).toBeNull()
    const audit = await talk.db
      .selectFrom('audit_event')
      .where('subject_id', '=', threadId)
      .select(['action', 'reason'])
      .orderBy('audit_event_id')
      .execute()
    expect(audit).toEqual([
      { action: 'discussion.hidden', reason: 'Bryter reglerna' },
      { action: 'discussion.restored', reason: null },
    ])
  })

  it('lets a reported post stand', async () => {
    const talk = await makeTalk()
    const [ann, bo] = [await talk.join(), await talk.join()]
    const threadId = await talk.begun(ann)
    await reportPost(talk.db, talk.pool, bo, { ...place(talk, threadId), reason: 'Stötande' })
    expect(await keepPost(talk.db, bo, place(talk, threadId))).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await keepPost(talk.db, talk.leader, place(talk, threadId))).toMatchObject({ ok: true })
    expect(await listReported(talk.db, talk.course.courseId)).toEqual([])
  })

  it('locks a thread for everybody, and turns the discussion of a course off and on', async () => {
    const talk = await makeTalk()
    const ann = await talk.join()
    const threadId = await talk.begun(ann)
    const lock = (actor: typeof ann, locked: boolean) =>
      lockDiscussionThread(talk.db, actor, { courseSlug: talk.course.slug, threadId, locked, at })
    expect(await lock(ann, true)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await lock(talk.leader, true)).toMatchObject({ ok: true })
    expect(await talk.answer(ann, threadId)).toEqual({ ok: false, refusal: 'locked' })
    expect(await talk.answer(talk.leader, threadId)).toEqual({ ok: false, refusal: 'locked' })
    expect(await lock(talk.leader, false)).toMatchObject({ ok: true })
    expect(await talk.answer(ann, threadId)).toMatchObject({ ok: true })

    const turn = (actor: typeof ann, isOpen: boolean) =>
      switchDiscussion(talk.db, actor, { courseSlug: talk.course.slug, isOpen, at })
    expect(await turn(ann, false)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await turn(talk.leader, false)).toMatchObject({ ok: true })
    expect(await talk.start(ann)).toEqual({ ok: false, refusal: 'off' })
    expect(await talk.start(talk.leader)).toEqual({ ok: false, refusal: 'off' })
    const seen = await standingOf(talk, ann)
    expect(seen !== undefined && canReadDiscussion(ann, seen)).toBe(false)
    expect(await turn(talk.leader, true)).toMatchObject({ ok: true })
    expect(await talk.start(ann)).toMatchObject({ ok: true })
  })

  it('ends with the course: what is said is read and nothing is added', async () => {
    const talk = await makeTalk()
    const ann = await talk.join()
    const threadId = await talk.begun(ann)
    await talk.db.updateTable('course').set({ retired_at: at }).where('course_id', '=', talk.course.courseId).execute()
    expect(await talk.answer(ann, threadId)).toEqual({ ok: false, refusal: 'off' })
    const seen = await standingOf(talk, ann)
    expect(seen !== undefined && canReadDiscussion(ann, seen)).toBe(true)
  })
})

describe('what somebody has said', () => {
  async function said() {
    const talk = await makeTalk()
    const ann = await talk.join({ givenName: 'Asta', familyName: 'Provdal' })
    const bo = await talk.join()
    const threadId = await talk.begun(ann, { text: 'Hemligheten' })
    await talk.answer(bo, threadId, { text: 'Hej @Asta Provdal' })
    await reportPost(talk.db, talk.pool, bo, { ...place(talk, threadId), reason: 'Stötande' })
    return { talk, ann, bo, threadId }
  }

  it('is in the own copy: posts, mentions, what is followed and what was reported', async () => {
    const { talk, ann, bo } = await said()
    const copyOf = async (personId: string) => {
      const parts: Record<string, number> = {}
      for (const { name, read } of ownLearning) {
        const rows = await read(talk.db, [personId])
        if (name.startsWith('discussion')) parts[name] = rows.length
      }
      return parts
    }
    expect(await copyOf(ann.personId)).toEqual({
      discussionPosts: 1,
      discussionMentions: 1,
      discussionFollows: 1,
      discussionReports: 0,
    })
    expect(await copyOf(bo.personId)).toEqual({
      discussionPosts: 1,
      discussionMentions: 0,
      discussionFollows: 1,
      discussionReports: 1,
    })
  })

  it('goes when the account is erased: the place and the answers remain, and nobody is named', async () => {
    const { talk, ann, threadId } = await said()
    await talk.db.transaction().execute(async (tx) => {
      await tx.updateTable('person').set({ erased_at: at }).where('person_id', '=', ann.personId).execute()
      expect(await eraseDiscussion(tx, [ann.personId], later(60))).toBe(1)
      expect(await eraseDiscussion(tx, [ann.personId], later(60))).toBe(0)
    })
    const [opening, answer] = await talk.postsOf(threadId)
    expect(opening).toMatchObject({ author: '', body: '', removedAt: later(60) })
    expect(answer).toMatchObject({ mentions: [] })
    expect(answer?.body).not.toContain('Asta')
    const { title } = await talk.db
      .selectFrom('discussion_thread')
      .where('thread_id', '=', threadId)
      .select('title')
      .executeTakeFirstOrThrow()
    expect(title).toBe('')
  })

  it('follows the person who is kept when two are made one', async () => {
    const { talk, ann, bo, threadId } = await said()
    const office = await makeActor(talk.db, 'projektadministrator')
    const kept = await talk.join({ givenName: 'Asta', familyName: 'Kvar' })
    const vault = openVault(randomBytes(32).toString('hex'))
    const pair = { from: ann.personId, to: kept.personId }
    const wish = { ...pair, reason: 'Samma person, anmäld två gånger', numbersAcknowledged: false, at: later(60) }
    expect(await mergePeople(talk.db, office, vault, wish)).toMatchObject({ ok: true })
    const [opening, answer] = await talk.postsOf(threadId)
    expect(opening).toMatchObject({ authorId: kept.personId, author: 'Asta Kvar', body: 'Hemligheten' })
    expect(answer?.mentions).toEqual([{ personId: kept.personId, name: 'Asta Kvar' }])
    expect(answer?.body).toBe(`Hej @{${kept.personId}}`)
    await talk.answer(bo, threadId, { at: later(61) })
    expect(await talk.kindsOf(kept.personId)).toContain('discussion-news')
  })

  it('loses its text a year after the last employment, not before and not under legal hold', async () => {
    const talk = await makeTalk()
    const { organisationId } = await makeOrganisation(talk.db)
    const former = await talk.join({ organisationId, employedFrom: '2020-01-01', employedTo: '2023-06-30' })
    const present = await talk.join({ organisationId })
    const [old, fresh] = [await talk.begun(former), await talk.begun(present)]
    const due = { before: '2024-03-24', except: [former.personId] }
    const others = await countOldPosts(talk.db, due)
    expect(await countOldPosts(talk.db, { ...due, except: [] })).toBe(others + 1)
    const gone = await deleteCommon(talk.db, { actorId: null, at })
    expect(gone.inlagg).toBeGreaterThan(0)
    expect((await talk.postsOf(old))[0]?.body).toBe('')
    expect((await talk.postsOf(fresh))[0]?.body).not.toBe('')
    expect((await deleteCommon(talk.db, { actorId: null, at })).inlagg).toBe(0)
  })
})
