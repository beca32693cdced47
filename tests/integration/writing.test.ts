import { describe, expect, test } from 'vitest'
import {
  findPublishedVersion,
  findText,
  findVersion,
  keepAside,
  listVersions,
  nameVersion,
  recordPublished,
  replacePublished,
  restoreVersion,
  saveText,
} from '~/domains/writing/index.server'
import type { TextId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import { makePerson } from '../support/factories'
import { after, lines, makeText, storedVersions, wordsOf } from '../support/writing'

const db = await testDatabase()

describe('saving', () => {
  test('folds a burst into one version, and a pause or another author begins the next', async () => {
    const [one, other] = [await makePerson(db), await makePerson(db)]
    const { textId, save } = await makeText(db)
    expect(await save(one.personId, 'a', 0)).toEqual({ ok: true, value: { seq: 1, savedAt: after(1) } })
    await save(one.personId, 'ab', 1, { at: after(2) })
    await save(one.personId, 'abc', 2, { at: after(3) })
    await save(one.personId, 'abcd', 3, { at: after(9) })
    await save(other.personId, 'abcde', 4, { at: after(9.1) })
    expect(await storedVersions(db, textId)).toEqual([
      { number: 1, kind: 'published', text: 'Från början.' },
      { number: 2, kind: 'auto', text: 'abc' },
      { number: 3, kind: 'auto', text: 'abcd' },
      { number: 4, kind: 'auto', text: 'abcde' },
    ])
    const [latest] = await listVersions(db, textId)
    expect(latest).toMatchObject({ fromSeq: 5, toSeq: 5, authorId: other.personId })
    expect(await findText(db, textId)).toMatchObject({ seq: 5, savedBy: other.personId, fields: { title: 'Titel' } })
  })

  test('keeps the short texts beside the body, and changes them when they are given', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    await save(personId, 'a', 0, { fields: { title: 'En ny titel' } })
    await save(personId, 'ab', 1)
    expect(await findText(db, textId)).toMatchObject({ body: lines('ab'), fields: { title: 'En ny titel' } })
  })

  test('answers a save made to an older text with the other’s text, name and time, and writes nothing', async () => {
    const [one, other] = [await makePerson(db, { givenName: 'Åsa', familyName: 'Strand' }), await makePerson(db)]
    const { textId, save } = await makeText(db)
    await save(one.personId, 'Åsas', 0)
    const answer = await save(other.personId, 'Någon annans', 0, { at: after(2) })
    const theirs = { seq: 1, savedAt: after(1), authorName: 'Åsa Strand', own: false, body: lines('Åsas') }
    expect(answer).toEqual({ ok: false, refusal: 'conflict', theirs: { ...theirs, fields: { title: 'Titel' } } })
    expect(await save(one.personId, 'Från en annan flik', 0)).toMatchObject({
      refusal: 'conflict',
      theirs: { own: true },
    })
    expect((await findText(db, textId))?.seq).toBe(1)
  })

  test('calls a protected author by the alias alone', async () => {
    const hidden = await makePerson(db, { protection: 'marked' })
    const reader = await makePerson(db)
    const { textId, save } = await makeText(db)
    await save(hidden.personId, 'Skyddat', 0)
    const answer = await save(reader.personId, 'Annat', 0)
    if (answer.ok || answer.refusal !== 'conflict') throw new Error('There is no conflict')
    expect(answer.theirs.authorName).toMatch(/^Deltagare /)
    expect((await listVersions(db, textId))[0]?.authorName).toBe(answer.theirs.authorName)
  })

  test('takes a repeat, a lost answer and a late arrival of the same page without harm', async () => {
    const [one, other] = [await makePerson(db), await makePerson(db)]
    const { textId, save } = await makeText(db)
    const turn = (number: number) => ({ writer: { key: 'page-one', turn: number } })
    expect(await save(one.personId, 'a', 0, turn(1))).toMatchObject({ value: { seq: 1 } })
    expect(await save(one.personId, 'a', 0, turn(1))).toMatchObject({ value: { seq: 1 } })
    expect(await save(one.personId, 'abc', 0, turn(3))).toMatchObject({ value: { seq: 2 } })
    expect(await save(one.personId, 'ab', 0, turn(2))).toMatchObject({ value: { seq: 2 } })
    expect(await save(other.personId, 'abc', 0)).toMatchObject({ ok: true, value: { seq: 2 } })
    expect((await findText(db, textId))?.body).toEqual(lines('abc'))
    await save(other.personId, 'Annat', 2)
    expect(await save(one.personId, 'abcd', 0, turn(4))).toMatchObject({ ok: false, refusal: 'conflict' })
  })

  test('refuses what the schema does not know, in words, and a text that does not exist', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    const refused = await save(personId, '', 0, { body: { type: 'doc', content: [{ type: 'script' }] } })
    expect(refused).toMatchObject({
      ok: false,
      refusal: 'body-refused',
      message: expect.stringContaining('får finnas'),
    })
    const nowhere = {
      textId: crypto.randomUUID() as TextId,
      body: lines('a'),
      baseSeq: 0,
      authorId: personId,
      at: after(1),
    }
    expect(await saveText(db, nowhere)).toEqual({ ok: false, refusal: 'no-such-text' })
    expect((await findText(db, textId))?.seq).toBe(0)
  })

  test('of two at once lets one through and shows it to the other; of many pages in turn loses none', async () => {
    const people = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const { textId, save } = await makeText(db)
    const answers = await Promise.all(people.map(({ personId }, index) => save(personId, `Text ${index}`, 0)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const stood = (await findText(db, textId))?.body
    for (const answer of answers) {
      if (!answer.ok) expect(answer).toMatchObject({ refusal: 'conflict', theirs: { body: stood } })
    }
    expect(await storedVersions(db, textId)).toHaveLength(2)
  })
})

describe('the three ways out of a conflict', () => {
  async function meeting() {
    const [one, other] = [await makePerson(db), await makePerson(db)]
    const { textId, save } = await makeText(db)
    await save(one.personId, 'Deras', 0)
    return { textId, save, one, other }
  }

  test('keep mine: the other’s text stays as a version, even from the same person’s other tab', async () => {
    const { textId, save, one } = await meeting()
    expect(await save(one.personId, 'Min', 1, { apart: true })).toMatchObject({ ok: true, value: { seq: 2 } })
    expect((await storedVersions(db, textId)).map(({ text }) => text)).toEqual(['Från början.', 'Deras', 'Min'])
  })

  test('keep mine is asked again when a third has saved in between', async () => {
    const { save, one, other } = await meeting()
    await save(one.personId, 'Ännu en', 1)
    expect(await save(other.personId, 'Min', 1, { apart: true })).toMatchObject({
      refusal: 'conflict',
      theirs: { seq: 2 },
    })
  })

  test('keep mine as a named version and take theirs', async () => {
    const { textId, other } = await meeting()
    const aside = { textId, body: lines('Min'), authorId: other.personId, at: after(2), name: ' Min väg ' }
    expect(await db.transaction().execute((tx) => keepAside(tx, aside))).toMatchObject({ ok: true, value: { seq: 3 } })
    expect(await storedVersions(db, textId)).toEqual([
      { number: 1, kind: 'published', text: 'Från början.' },
      { number: 2, kind: 'auto', text: 'Deras' },
      { number: 3, kind: 'named', text: 'Min' },
      { number: 4, kind: 'auto', text: 'Deras' },
    ])
    expect(await findVersion(db, textId, 3)).toMatchObject({ name: 'Min väg', keptBy: other.personId })
    expect(await db.transaction().execute((tx) => keepAside(tx, { ...aside, name: ' ' }))).toEqual({
      ok: false,
      refusal: 'name',
    })
  })
})

describe('the history', () => {
  test('keeps named and published versions for ever, by rule of the database', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    await save(personId, 'Namngiven', 0)
    const naming = { textId, number: 2, name: 'Före mötet', by: personId, at: after(2) }
    expect(await nameVersion(db, naming)).toEqual({ ok: true, value: null })
    expect(await nameVersion(db, naming)).toEqual({ ok: false, refusal: 'already-kept' })
    expect(await nameVersion(db, { ...naming, number: 9 })).toEqual({ ok: false, refusal: 'no-such-version' })
    expect(await nameVersion(db, { ...naming, name: 'x'.repeat(121) })).toEqual({ ok: false, refusal: 'name' })
    await save(personId, 'Namngiven och mer', 1, { at: after(2) })
    expect((await storedVersions(db, textId)).map(({ kind }) => kind)).toEqual(['published', 'named', 'auto'])
    const versions = (number: number) =>
      db.updateTable('text_version').where('text_id', '=', textId).where('number', '=', number)
    for (const number of [1, 2]) {
      await expect(versions(number).set({ body: '{}' }).execute()).rejects.toThrow('kept for ever')
      const deletion = db.deleteFrom('text_version').where('text_id', '=', textId).where('number', '=', number)
      await expect(deletion.execute()).rejects.toThrow('kept for ever')
    }
  })

  test('publishing keeps the text as it stands, once, and after a name as a version of its own', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    const publish = () => db.transaction().execute((tx) => recordPublished(tx, textId, { by: personId, at: after(4) }))
    await publish()
    await save(personId, 'Ny', 0)
    await publish()
    await publish()
    expect((await storedVersions(db, textId)).map(({ kind }) => kind)).toEqual(['published', 'published'])
    expect(await findPublishedVersion(db, textId)).toMatchObject({ number: 2, keptAt: after(4), savedAt: after(1) })
    await save(personId, 'Nyare', 1)
    await nameVersion(db, { textId, number: 3, name: 'Nyare', by: personId, at: after(4) })
    await publish()
    expect((await storedVersions(db, textId)).slice(2)).toEqual([
      { number: 3, kind: 'named', text: 'Nyare' },
      { number: 4, kind: 'published', text: 'Nyare' },
    ])
  })

  test('a restore is a new version; what stood before stays', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    await save(personId, 'Ny', 0, { fields: { title: 'Ny titel' } })
    const restore = { textId, number: 1, by: personId, at: after(1.5) }
    expect(await db.transaction().execute((tx) => restoreVersion(tx, restore))).toEqual({
      ok: true,
      value: { seq: 2, savedAt: after(1.5) },
    })
    expect(await db.transaction().execute((tx) => restoreVersion(tx, restore))).toMatchObject({
      ok: true,
      value: { seq: 2 },
    })
    expect((await storedVersions(db, textId)).map(({ text }) => text)).toEqual(['Från början.', 'Ny', 'Från början.'])
    expect(await findVersion(db, textId, 3)).toMatchObject({ restoredFrom: 1, fields: { title: 'Titel' } })
    expect(await save(personId, 'Från den gamla fliken', 1)).toMatchObject({ refusal: 'conflict' })
    expect(await db.transaction().execute((tx) => restoreVersion(tx, { ...restore, number: 9 }))).toEqual({
      ok: false,
      refusal: 'no-such-version',
    })
    expect(
      await db.transaction().execute((tx) => restoreVersion(tx, { ...restore, textId: crypto.randomUUID() as TextId })),
    ).toMatchObject({
      refusal: 'no-such-text',
    })
  })

  test('a new text from the files is published under a draft, which stands as the text again', async () => {
    const { personId } = await makePerson(db)
    const { textId, save } = await makeText(db)
    const replace = (text: string) =>
      db
        .transaction()
        .execute((tx) =>
          replacePublished(tx, textId, { body: lines(text), fields: { title: 'Titel' }, by: null, at: after(5) }),
        )
    await replace('Ny fil')
    await save(personId, 'Utkast', 1)
    await replace('Nyaste fil')
    expect(await storedVersions(db, textId)).toEqual([
      { number: 1, kind: 'published', text: 'Från början.' },
      { number: 2, kind: 'published', text: 'Ny fil' },
      { number: 3, kind: 'auto', text: 'Utkast' },
      { number: 4, kind: 'published', text: 'Nyaste fil' },
      { number: 5, kind: 'auto', text: 'Utkast' },
    ])
    const text = await findText(db, textId)
    expect(text && wordsOf(text.body)).toBe('Utkast')
    expect(text?.savedBy).toBe(personId)
  })
})
