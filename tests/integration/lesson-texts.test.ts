import { expect, it } from 'vitest'
import { lessonIn } from '~/domains/catalogue'
import {
  beginText,
  changeStructure,
  findLesson,
  findTextPlace,
  listTexts,
  openDraft,
  saveLesson,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { findVersion, listVersions } from '~/domains/writing/index.server'
import { changeText, openText, saveOpenText } from '~/journeys/write-text.server'
import { submitCourse } from '~/journeys/review-course.server'
import type { TextId } from '~/shared/ids'
import { configure, draftOf, later, makeDraft, monday, publish, restructure, textOf, write } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeCourse, westumFramework } from '../support/factories'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')
const leader = await makeActor(db, 'kursansvarig')

async function textsOf(slug: string, index = 0) {
  const lesson = (await draftOf(db, slug)).lessons[index]
  const [text] = lesson === undefined ? [] : await listTexts(db, lesson.lessonId)
  if (lesson === undefined || text === undefined) throw new Error('The lesson has no text')
  return { lesson, text }
}

async function open(actor: Actor, textId: TextId) {
  const opened = await openText(db, actor, textId)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}

/** Saves as an open page does. */
async function save(actor: Actor, textId: TextId, body: string, baseSeq: number, minute = 1, key = 'page') {
  const written = { body: textOf(body), fields: { title: 'A' }, baseSeq, writer: { key, turn: minute } }
  return await saveOpenText(db, actor, await open(actor, textId), { ...written, at: later(minute) })
}

it('is saved while it is written: the draft is changed, and only when the text is', async () => {
  const slug = await makeDraft(db, leader, ['A'])
  await publish(db, editor, slug, { now: later(1) })
  const { text } = await textsOf(slug)
  expect(await draftOf(db, slug)).toMatchObject({ state: 'publicerad' })
  const same = { body: text.body, fields: { title: text.title }, baseSeq: text.seq, at: later(2) }
  expect(await saveOpenText(db, leader, await open(leader, text.textId), same)).toMatchObject({ ok: true })
  expect(await draftOf(db, slug)).toMatchObject({ state: 'publicerad' })
  expect(await save(leader, text.textId, 'Mer.', text.seq, 3)).toMatchObject({ ok: true, value: { seq: text.seq + 1 } })
  expect(await draftOf(db, slug)).toMatchObject({ state: 'utkast', changedAt: later(3) })
  expect(await save(editor, text.textId, 'Annat.', text.seq, 4, 'other')).toMatchObject({ refusal: 'conflict' })
  expect((await textsOf(slug)).text.body).toEqual(textOf('Mer.'))
})

it('stays in the history under the name of each version that was published, and comes back from it', async () => {
  const slug = await makeDraft(db, leader, ['A'])
  await publish(db, editor, slug, { now: later(1) })
  const { text } = await textsOf(slug)
  await save(leader, text.textId, 'Ny text.', text.seq, 2)
  await publish(db, editor, slug, { now: later(3) })
  await publish(db, editor, slug, { now: later(4) })
  const versions = await listVersions(db, text.textId)
  expect(versions.filter(({ kind }) => kind === 'published').map(({ name }) => name)).toEqual([
    'Version 2',
    'Version 1',
  ])
  const first = versions.find(({ name }) => name === 'Version 1')?.number ?? 0
  expect(await findVersion(db, text.textId, first)).toMatchObject({
    body: textOf('Text till A.'),
    keptBy: editor.personId,
  })
  const opened = await open(leader, text.textId)
  expect(await changeText(db, leader, opened, { intent: 'restore', number: first }, later(5))).toMatchObject({
    ok: true,
  })
  expect(await draftOf(db, slug)).toMatchObject({ state: 'utkast', changedAt: later(5) })
  expect((await textsOf(slug)).text.body).toEqual(textOf('Text till A.'))
})

it('is written by those who may change the draft, and by nobody while another reviews it', async () => {
  const slug = await makeDraft(db, leader, ['A'])
  const { text } = await textsOf(slug)
  const stranger = await makeActor(db, 'kursansvarig')
  expect(await openText(db, stranger, text.textId)).toEqual({ ok: false, refusal: 'not-found' })
  const opened = await open(leader, text.textId)
  expect(await submitCourse(db, leader, { slug, note: '', now: later(1) })).toMatchObject({ ok: true })
  expect(await openText(db, leader, text.textId)).toEqual({ ok: false, refusal: 'not-allowed' })
  const late = { body: textOf('För sent.'), fields: { title: 'A' }, baseSeq: text.seq, at: later(2) }
  expect(await saveOpenText(db, leader, opened, late)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect((await textsOf(slug)).text.body).toEqual(textOf('Text till A.'))
  expect(await save(editor, text.textId, 'Rättad av granskaren.', text.seq, 3)).toMatchObject({ ok: true })
})

it('holds the task of a reflection as a text of its own, which is published with the lesson', async () => {
  const slug = await makeDraft(db, leader, ['A'])
  const added = { kind: 'add-lesson' as const, lessonKind: 'reflection' as const, title: 'Tänk', moduleId: null }
  await changeStructure(db, leader, { slug, change: added, now: monday })
  const { text, lesson } = await textsOf(slug, 1)
  const taskId = text.prompt?.textId
  if (taskId === undefined) throw new Error('There is no task')
  expect(await findTextPlace(db, taskId)).toMatchObject({ slug, lessonId: lesson.lessonId })
  expect((await publish(db, editor, slug, { now: later(1) })).ok).toBe(false)
  const task = { body: textOf('Vad tar du med dig?'), fields: {}, baseSeq: 0, at: later(2) }
  expect(await saveOpenText(db, leader, await open(leader, taskId), task)).toMatchObject({ ok: true })
  expect(await publish(db, editor, slug, { now: later(3) })).toMatchObject({ ok: true })
  expect((await findLesson(db, slug, 'tank'))?.reflection).toEqual({
    prompt: textOf('Vad tar du med dig?'),
    minWords: 50,
  })
  expect((await listVersions(db, taskId))[0]).toMatchObject({ kind: 'published', name: 'Version 1' })
  await restructure(db, leader, slug, { kind: 'remove-lesson', lessonId: lesson.lessonId }, later(4))
  expect(await openText(db, leader, taskId)).toEqual({ ok: false, refusal: 'not-found' })
})

it('holds the task of an assignment likewise, in each language of the course', async () => {
  const slug = await makeDraft(db, leader, ['A'])
  const added = { kind: 'add-lesson' as const, lessonKind: 'assignment' as const, title: 'Plan', moduleId: null }
  await changeStructure(db, leader, { slug, change: added, now: monday })
  const { text, lesson } = await textsOf(slug, 1)
  const taskId = text.prompt?.textId
  if (taskId === undefined) throw new Error('There is no task')
  expect((await publish(db, editor, slug, { now: later(1) })).ok).toBe(false)
  const task = { body: textOf('Lämna in din plan.'), fields: {}, baseSeq: 0, at: later(2) }
  expect(await saveOpenText(db, leader, await open(leader, taskId), task)).toMatchObject({ ok: true })
  const english = { title: 'Plan', summary: 'A course.', description: textOf('About it.'), outcomes: ['try a way'] }
  await configure(db, leader, slug, { translations: { en: english } }, later(3))
  const begun = {
    language: 'en' as const,
    title: 'Plan',
    body: textOf('The text.'),
    prompt: textOf('Hand in your plan.'),
  }
  const { lessonId } = lesson
  expect(await beginText(db, leader, { slug, lessonId, text: begun, now: later(4) })).toMatchObject({ ok: true })
  const translation = { questions: {}, isDone: true }
  const writing = { language: 'en' as const, minutes: 20, settings: lesson.settings, translation }
  expect(await saveLesson(db, leader, { slug, lessonId, writing, now: later(5) })).toMatchObject({ ok: true })
  expect(await publish(db, editor, slug, { now: later(6) })).toMatchObject({ ok: true })
  const published = await findLesson(db, slug, 'plan')
  if (published === undefined) throw new Error('The lesson was not published')
  expect(published.assignment).toMatchObject({ task: textOf('Lämna in din plan.'), leader: true, minWords: 100 })
  expect(lessonIn(published, 'en').assignment).toMatchObject({ task: textOf('Hand in your plan.'), leader: true })
  expect(lessonIn(published, 'sv').assignment?.task).toEqual(textOf('Lämna in din plan.'))
})

it('begins, in the draft of a course that came from files, as what readers have', async () => {
  const course = await makeCourse(db, { lessons: ['article', 'reflection'] })
  await openDraft(db, editor, { slug: course.slug, now: monday })
  for (const index of [0, 1]) {
    const { text } = await textsOf(course.slug, index)
    expect(await listVersions(db, text.textId)).toMatchObject([
      { kind: 'published', name: 'Version 1', authorId: null },
    ])
  }
  const { text } = await textsOf(course.slug)
  await write(db, editor, course.slug, text.title, 'Ändrad.', later(1))
  expect((await listVersions(db, text.textId)).map(({ kind }) => kind)).toEqual(['auto', 'published'])
})
