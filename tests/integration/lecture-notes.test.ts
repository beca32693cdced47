import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type LogEvent, Kysely, PostgresDialect } from 'kysely'
import { expect, it } from 'vitest'
import { deleteAnswers, deleteNote, findNotes, findViewing, moveWork, saveNote } from '~/domains/learning/index.server'
import { recordHeartbeat } from '~/domains/learning/store/watch.server'
import { countOldTraces, deleteOldAnswers } from '~/domains/learning/store/retention.server'
import { MOST_NOTES } from '~/domains/learning'
import { ownSections } from '~/domains/insight/index.server'
import type { PersonId } from '~/shared/ids'
import type { Schema } from '~db/schema'
import { openedDatabase, testDatabase } from '../support/database'
import { makeLecture, makeOrganisation, makePerson } from '../support/factories'

const db = await testDatabase()
const at = new Date('2025-03-24T08:00:00Z')
const later = new Date('2025-03-24T09:00:00Z')

async function person(): Promise<PersonId> {
  const { organisationId } = await makeOrganisation(db)
  return (await makePerson(db, { organisationId })).personId
}
const noteOf = (slug: string, more: Partial<{ noteId: string; second: number; text: string; at: Date }> = {}) => ({
  noteId: randomUUID(),
  second: 12,
  text: 'Att tänka på',
  at,
  slug,
  ...more,
})
const texts = async (personId: PersonId, slug: string) =>
  (await findNotes(db, personId, slug))?.notes.map(({ second, text }) => `${second} ${text}`)

it('keeps notes in the order of the film, and the latest wording of each', async () => {
  const [personId, { slug }] = [await person(), await makeLecture(db, { durationSeconds: 100.4 })]
  const first = noteOf(slug, { second: 40, text: 'Fyrtio' })
  expect(await saveNote(db, personId, first)).toEqual({ savedAt: at })
  await saveNote(db, personId, noteOf(slug, { second: 7, text: 'Sju' }))
  await saveNote(db, personId, noteOf(slug, { second: 9999, text: 'Efter slutet' }))
  expect(await saveNote(db, personId, { ...first, text: 'Fyrtio igen', at: later })).toEqual({ savedAt: later })
  expect(await texts(personId, slug)).toEqual(['7 Sju', '40 Fyrtio igen', '100 Efter slutet'])
  await deleteNote(db, personId, first.noteId)
  await deleteNote(db, personId, first.noteId)
  expect(await texts(personId, slug)).toEqual(['7 Sju', '100 Efter slutet'])
})

it('is nobody else’s to see, change or delete', async () => {
  const [mine, other, { slug }] = [await person(), await person(), await makeLecture(db)]
  const note = noteOf(slug)
  await saveNote(db, mine, note)
  expect(await saveNote(db, other, { ...note, text: 'Kapad' })).toBeUndefined()
  await deleteNote(db, other, note.noteId)
  expect(await texts(other, slug)).toEqual([])
  expect(await texts(mine, slug)).toEqual(['12 Att tänka på'])
  const elsewhere = await makeLecture(db)
  expect(await saveNote(db, mine, { ...note, slug: elsewhere.slug })).toBeUndefined()
  expect(await saveNote(db, mine, noteOf('finns-inte'))).toBeUndefined()
  expect(await findNotes(db, mine, 'finns-inte')).toBeUndefined()
})

it('holds so many notes of a lecture, and lets those be written again', async () => {
  const [personId, { slug, lectureId }] = [await person(), await makeLecture(db)]
  const rows = Array.from({ length: MOST_NOTES }, () => ({ ...noteOf(slug), lectureId }))
  await db
    .insertInto('lecture_note')
    .values(
      rows.map(({ noteId, second, text }) => ({
        note_id: noteId,
        person_id: personId,
        lecture_id: lectureId,
        second,
        text,
        created_at: at,
        changed_at: at,
      })),
    )
    .execute()
  expect(await saveNote(db, personId, noteOf(slug))).toBeUndefined()
  const [first] = rows
  expect(await saveNote(db, personId, { ...noteOf(slug), noteId: first?.noteId ?? '', text: 'Ny' })).toBeDefined()
})

it('comes with what is played in one statement', async () => {
  const { pool } = await openedDatabase()
  const statements: string[] = []
  const log = (event: LogEvent) => void statements.push(event.query.sql)
  const counted = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), log })
  const [personId, { slug, lectureId }] = [await person(), await makeLecture(db)]
  expect(await findViewing(db, personId, lectureId)).toEqual({ watch: undefined, notes: [] })
  const note = noteOf(slug)
  await saveNote(db, personId, note)
  const { noteId, second, text } = note
  expect(await findViewing(db, personId, lectureId)).toEqual({ watch: undefined, notes: [{ noteId, second, text }] })
  await recordHeartbeat(db, { personId, lectureId, ranges: [[0, 4]], positionSeconds: 4, rate: 1, now: at })
  expect(await findViewing(counted, personId, lectureId)).toEqual({
    watch: { watched: [[0, 4]], positionSeconds: 4 },
    notes: [{ noteId, second, text }],
  })
  expect(statements).toHaveLength(1)
})

it('keeps every text as it was typed', async () => {
  const [personId, { slug }] = [await person(), await makeLecture(db)]
  const note = noteOf(slug)
  const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.replaceAll('\0', '–'))
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      await saveNote(db, personId, { ...note, text })
      expect((await findNotes(db, personId, slug))?.notes[0]?.text).toBe(text)
    }),
    { numRuns: 40 },
  )
})

it('goes along when people are merged, is in the own copy, and goes when answers are erased', async () => {
  const [from, to, { slug }] = [await person(), await person(), await makeLecture(db)]
  await saveNote(db, from, noteOf(slug, { text: 'Från' }))
  await saveNote(db, to, noteOf(slug, { text: 'Till' }))
  await db.transaction().execute((tx) => moveWork(tx, { from, to }))
  expect((await texts(to, slug))?.sort()).toEqual(['12 Från', '12 Till'])
  const section = ownSections.find(({ name }) => name === 'lectureNotes')
  const rows = (await section?.read(db, [to])) ?? []
  expect(rows.map((row) => row['text']).sort()).toEqual(['Från', 'Till'])
  expect(await deleteAnswers(db, [to])).toBe(2)
  expect(await texts(to, slug)).toEqual([])
})

it('goes with the answers of former staff', async () => {
  const [personId, { slug }] = [await person(), await makeLecture(db)]
  await saveNote(db, personId, noteOf(slug))
  await db.updateTable('employment').set({ ends_on: '2024-01-31' }).where('person_id', '=', personId).execute()
  const due = { before: '2025-01-01', except: [] }
  const { answers } = await countOldTraces(db, { answers: due, watches: due, today: '2025-03-24' })
  expect(answers).toBeGreaterThan(0)
  await deleteOldAnswers(db, due, 100)
  expect(await texts(personId, slug)).toEqual([])
})
