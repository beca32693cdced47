import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { enrol } from '~/domains/learning/index.server'
import { action, loader } from '~/routes/lesson'
import { action as draftAction } from '~/routes/lesson-draft'
import { sessions } from '~/session.server'
import { paths } from '~/shared/paths'
import { openedDatabase } from '../support/database'
import { type MadeCourse, makeCourse, makePerson, westumFramework } from '../support/factories'

const holder = globalThis as typeof globalThis & { portalDatabase?: Awaited<ReturnType<typeof openedDatabase>> }

beforeAll(async () => {
  holder.portalDatabase = await openedDatabase()
  await westumFramework(holder.portalDatabase.kysely)
})

async function learner(lessons: readonly ('article' | 'quiz' | 'reflection')[]) {
  const { kysely: db } = await openedDatabase()
  const { actor } = await makePerson(db, { password: 'ett langt losenord' })
  const course = await makeCourse(db, { lessons })
  await enrol(db, { personId: actor.personId, courseId: course.courseId, now: new Date('2025-03-24T13:03:00Z') })
  return { actor, course }
}

async function asked(actor: Actor | undefined, course: MadeCourse, index: number, init: RequestInit = {}) {
  const lesson = `lektion-${index + 1}`
  const headers = new Headers(init.headers)
  if (actor !== undefined)
    headers.set('cookie', (await sessions().start(actor.personId, 'prov', null)).split(';')[0] ?? '')
  const request = new Request(`http://portal.example${paths.lesson(course.slug, lesson)}`, { ...init, headers })
  return { request, params: { slug: course.slug, lektion: lesson }, context: {} }
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

describe('the page of a lesson', () => {
  it('sends a visitor to sign in', async () => {
    const { course } = await learner(['article'])
    const answer = await loader(await asked(undefined, course, 0)).catch((thrown: unknown) => thrown)
    expect(answer).toMatchObject({ status: 302 })
  })

  it('shows the questions without their answers', async () => {
    const { actor, course } = await learner(['quiz'])
    const shown = await loader(await asked(actor, course, 0))
    expect(shown.page.quiz?.form?.questions).toHaveLength(3)
    expect(JSON.stringify(shown)).not.toMatch(/"correct"|"feedback"/)
  })

  it('shows somebody who is not enrolled the text and no questions, and gives the rest 404', async () => {
    const { course } = await learner(['quiz'])
    const { actor: stranger } = await makePerson((await openedDatabase()).kysely, { password: 'ett langt losenord' })
    const shown = await loader(await asked(stranger, course, 0))
    expect(shown.page).toMatchObject({ enrolled: false, quiz: null })
    const absent = await loader(await asked(stranger, course, 5)).catch((thrown: unknown) => thrown)
    expect(absent).toMatchObject({ status: 404 })
  })

  it('leads on after a finished lesson, and answers 400 with what is left while it is not done', async () => {
    const { actor, course } = await learner(['article', 'quiz'])
    const onward = await action(await asked(actor, course, 0, form({ intent: 'finish' })))
    expect(onward).toMatchObject({ status: 302 })
    expect((onward as Response).headers.get('location')).toBe(paths.lesson(course.slug, 'lektion-2'))
    const refused = await action(await asked(actor, course, 1, form({ intent: 'finish' })))
    expect(refused).toMatchObject({ init: { status: 400 }, data: { left: [{ need: 'pass', percent: 70 }] } })
  })

  it('takes a whole form without scripts: what is unanswered is named, what is answered is kept', async () => {
    const { actor, course } = await learner(['quiz'])
    const half = form({ intent: 'submit-quiz', after: '0', 'q.q1': 'a' })
    expect(await action(await asked(actor, course, 0, half))).toMatchObject({
      init: { status: 400 },
      data: { faults: { q2: 'missing', q3: 'missing' } },
    })
    const shown = await loader(await asked(actor, course, 0))
    expect(shown.page.quiz?.form?.drafts).toEqual({ q1: ['a'] })
  })
})

describe('drafts', () => {
  const json = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })

  it('of a text are saved and told with their time', async () => {
    const { actor, course } = await learner(['reflection'])
    const answer = await draftAction(await asked(actor, course, 0, json({ kind: 'text', text: 'Mina ord' })))
    expect(answer.status).toBe(200)
    expect((await loader(await asked(actor, course, 0))).page.reflection?.text).toBe('Mina ord')
  })

  it('are refused to somebody who is not enrolled, and when they make no sense', async () => {
    const { actor, course } = await learner(['reflection'])
    const { actor: stranger } = await makePerson((await openedDatabase()).kysely, { password: 'ett langt losenord' })
    const body = json({ kind: 'text', text: 'Ord' })
    expect((await draftAction(await asked(stranger, course, 0, body))).status).toBe(409)
    const nonsense = await draftAction(await asked(actor, course, 0, json({ kind: 'x' }))).catch(
      (thrown: unknown) => thrown,
    )
    expect(nonsense).toMatchObject({ init: { status: 400 } })
  })
})

describe('an answer to a question in the text', () => {
  const question = {
    type: 'doc',
    content: [
      {
        type: 'prompt',
        attrs: { key: 'hinder' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vad?' }] }],
      },
    ],
  }
  const json = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })

  async function readerOfQuestion() {
    const { kysely: db } = await openedDatabase()
    const made = await learner(['reflection'])
    await db
      .updateTable('lesson')
      .set({ body: JSON.stringify(question) })
      .where('course_id', '=', made.course.courseId)
      .execute()
    return made
  }

  it('is saved as it is written, by script and by form, and comes back to its writer alone', async () => {
    const { actor, course } = await readerOfQuestion()
    const draft = json({ kind: 'prompt', key: 'hinder', text: 'Tiden' })
    const answer = await draftAction(await asked(actor, course, 0, draft))
    expect(await answer.json()).toEqual({ savedAt: expect.any(String) as unknown })
    const saved = async (reader: Actor) => (await loader(await asked(reader, course, 0))).page.prompts['hinder']?.text
    expect(await saved(actor)).toBe('Tiden')
    const sent = form({ intent: 'save-prompt', key: 'hinder', text: 'Tiden och\r\nlokalen' })
    expect(await action(await asked(actor, course, 0, sent))).toMatchObject({ status: 302 })
    expect(await saved(actor)).toBe('Tiden och\nlokalen')
    const { kysely: db } = await openedDatabase()
    const { actor: colleague } = await makePerson(db, { password: 'ett langt losenord' })
    await enrol(db, { personId: colleague.personId, courseId: course.courseId, now: new Date('2025-03-24T13:03:00Z') })
    expect(await saved(colleague)).toBeUndefined()
  })

  it('leaves the saved time of the reflection alone', async () => {
    const { actor, course } = await readerOfQuestion()
    await draftAction(await asked(actor, course, 0, json({ kind: 'prompt', key: 'hinder', text: 'Tiden' })))
    expect((await loader(await asked(actor, course, 0))).page.reflection).toMatchObject({ text: '', savedAt: null })
  })

  it('is refused under a key that the text does not have, when it is too long, and to strangers', async () => {
    const { actor, course } = await readerOfQuestion()
    const { actor: stranger } = await makePerson((await openedDatabase()).kysely, { password: 'ett langt losenord' })
    const status = async (who: Actor, key: string, text: string) =>
      (await draftAction(await asked(who, course, 0, json({ kind: 'prompt', key, text })))).status
    expect(await status(actor, 'annan', 'x')).toBe(409)
    expect(await status(actor, 'hinder', 'x'.repeat(20_001))).toBe(409)
    expect(await status(stranger, 'hinder', 'x')).toBe(409)
    const sent = form({ intent: 'save-prompt', key: 'annan', text: 'x' })
    expect(await action(await asked(actor, course, 0, sent))).toMatchObject({ init: { status: 400 } })
  })
})
