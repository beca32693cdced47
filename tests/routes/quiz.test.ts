import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { quizFromPlain } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { enrol } from '~/domains/learning/index.server'
import { action as bankAction, loader as bankLoader } from '~/routes/bank-question'
import { action } from '~/routes/lesson'
import { action as draftAction } from '~/routes/lesson-draft'
import { loader as quizFile } from '~/routes/quiz-file'
import { sessions } from '~/session.server'
import { paths } from '~/shared/paths'
import { openedDatabase } from '../support/database'
import { makeActor, makeCourse, makeOrganisation, makePerson, westumFramework } from '../support/factories'
import { everyType } from '../support/questions'

const holder = globalThis as typeof globalThis & { portalDatabase?: Awaited<ReturnType<typeof openedDatabase>> }
const password = 'ett langt losenord'

beforeAll(async () => {
  holder.portalDatabase = await openedDatabase()
  await westumFramework(holder.portalDatabase.kysely)
})

async function asked(actor: Actor, address: string, params: Record<string, string>, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  headers.set('cookie', (await sessions().start(actor.personId, 'prov', null)).split(';')[0] ?? '')
  return { request: new Request(`http://portal.example${address}`, { ...init, headers }), params, context: {} }
}

async function quiz() {
  const { kysely: db } = await openedDatabase()
  const { actor } = await makePerson(db, { password })
  const course = await makeCourse(db, { lessons: ['quiz'] })
  const questions = JSON.stringify(everyType)
  await db.updateTable('lesson').set({ questions }).where('course_id', '=', course.courseId).execute()
  await enrol(db, { personId: actor.personId, courseId: course.courseId, now: new Date('2025-03-24T13:03:00Z') })
  const params = { slug: course.slug, lektion: 'lektion-1' }
  const send = async (fields: [string, string][]) => {
    const body = new URLSearchParams([['intent', 'submit-quiz'], ['after', '0'], ...fields])
    return action(await asked(actor, paths.lesson(course.slug, 'lektion-1'), params, { method: 'POST', body }))
  }
  const draft = async (responses: unknown) => {
    const body = JSON.stringify({ kind: 'answers', after: 0, responses })
    const at = await asked(actor, paths.lessonDraft(course.slug, 'lektion-1'), params, { method: 'POST', body })
    return draftAction(at).catch((thrown: unknown) => thrown)
  }
  return { db, actor, course, params, send, draft }
}

describe('answers that mean harm', () => {
  it.each<[string, [string, string][]]>([
    ['a long text', [['q.q7', 'x'.repeat(100_000)]]],
    ['many parts', Array.from({ length: 500 }, (_, part): [string, string] => ['q.q4', `p${part}=1`])],
    [
      'keys of JavaScript',
      [
        ['q.__proto__', 'a'],
        ['q.constructor', 'a'],
        ['q.q8.__proto__', 'x'],
        ['__proto__', 'a'],
      ],
    ],
    [
      'no key',
      [
        ['q.', 'a'],
        ['q', 'a'],
        ['q..', 'b'],
      ],
    ],
    [
      'unknown keys',
      [
        ['q.finns-inte', 'a'],
        ['q.q1', 'zz'],
        ['q.q5', '=x'],
      ],
    ],
  ])('by form are refused and nothing is stored: %s', async (_name, fields) => {
    const { db, actor, send } = await quiz()
    expect(await send(fields)).toMatchObject({ init: { status: 400 } })
    const stored = await db.selectFrom('answer').select('response').where('person_id', '=', actor.personId).execute()
    expect(stored.every(({ response }) => Array.isArray(response) && response.length === 0)).toBe(true)
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  it.each([
    ['too long', { q7: ['x'.repeat(300)] }, 400],
    ['too many', { q4: Array.from({ length: 100 }, () => 'a=1') }, 400],
    ['no lists', { q1: 'a' }, 400],
    ['unknown', { annat: ['a'] }, 409],
    ['a part of an answer', { q4: ['=1'], q8: ['a=först', 'b='] }, 200],
  ])('by draft: %s', async (_name, responses, status) => {
    const answer = await (await quiz()).draft(responses)
    expect(answer instanceof Response ? answer.status : (answer as { init: { status: number } }).init.status).toBe(
      status,
    )
  })
})

describe('the file of a quiz', () => {
  it('holds the quiz whole, for those who write questions', async () => {
    const { db, course, params } = await quiz()
    const editor = await makeActor(db, 'redaktor', { password })
    for (const form of ['yaml', 'json'] as const) {
      const file = await quizFile(await asked(editor, paths.quizFile(form, course.slug, 'lektion-1'), params))
      const read = quizFromPlain(parse(await file.text()))
      expect(read).toMatchObject({ ok: true, value: { pass: 70, questions: everyType } })
    }
  })
})

describe('a question of the bank', () => {
  async function editing() {
    const { kysely: db } = await openedDatabase()
    const own = await makeOrganisation(db)
    const editor = await makeActor(db, 'redaktor', { password, organisationId: own.organisationId })
    const other = await makeActor(db, 'redaktor', {
      password,
      organisationId: (await makeOrganisation(db)).organisationId,
    })
    const fields = {
      fragor: '1',
      'f0.key': 'q1',
      'f0.type': 'numeric',
      'f0.prompt': 'Hur många?',
      'f0.answer': '3,5',
      'f0.tolerance': '0',
      organisationId: own.organisationId,
      tags: 'Tal, prov',
    }
    const post = async (actor: Actor, change: Record<string, string>, params: Record<string, string> = {}) => {
      const body = new URLSearchParams({ intent: 'save', ...fields, ...change })
      const at = await asked(actor, paths.newBankQuestion(), params, { method: 'POST', body })
      return bankAction(at).catch((thrown: unknown) => thrown)
    }
    return { editor, other, post }
  }

  it('comes back as it was typed when it is wrong, and is led to when it is saved', async () => {
    const { editor, post } = await editing()
    expect(await post(editor, { 'f0.answer': 'tre', tags: 'a' })).toMatchObject({
      init: { status: 400 },
      data: {
        state: { draft: { answer: 'tre' }, faults: [{ field: 'f0.answer' }], fields: { tags: 'a' } },
        preview: null,
      },
    })
    expect(await post(editor, { organisationId: crypto.randomUUID() })).toMatchObject({
      init: { status: 400 },
      data: { state: { fieldFaults: { organisationId: 'choice' } } },
    })
    expect(await post(editor, { andra: 'f0:rad' })).toMatchObject({ init: { status: 200 } })
    expect(await post(editor, {})).toMatchObject({ status: 302 })
  })

  it('is not there for the editors of another organisation', async () => {
    const { editor, other, post } = await editing()
    const saved = (await post(editor, {})) as Response
    const id = saved.headers.get('location')?.split('/').at(-1) ?? ''
    const shown = await bankLoader(await asked(editor, paths.bankQuestion(id), { id }))
    expect(shown).toMatchObject({
      draft: { answer: '3,5' },
      fields: { tags: 'tal, prov' },
      preview: { type: 'numeric' },
    })
    const hidden = await bankLoader(await asked(other, paths.bankQuestion(id), { id })).catch(
      (thrown: unknown) => thrown,
    )
    expect(hidden).toMatchObject({ status: 404 })
    expect(await post(other, {}, { id })).toMatchObject({ status: 404 })
    const stale = await post(editor, { version: '2020-01-01T00:00:00.000Z' }, { id })
    expect(stale).toMatchObject({ init: { status: 409 }, data: { state: { conflict: true } } })
  })
})
