import { describe, expect, test } from 'vitest'
import { missingColumns } from '~/domains/participation'
import {
  addIdentityNumber,
  chooseColumns,
  findImport,
  giveUpImport,
  listImportRows,
  previewImport,
  uploadImport,
  wipeStaleImports,
} from '~/domains/participation/index.server'
import { undoImport } from '~/journeys/undo-participant-import.server'
import { makeActor, makeOrganisation, unique } from '../support/factories'
import { apply, heading, land, peopleIn, upload } from '../support/participant-import'
import { at, auditOf, join } from '../support/participants'
import { vault } from '../support/reports'

describe('the preview names the problem of each row', () => {
  test('identity numbers in every faulty form, on their line and in their column', async () => {
    const { db, office, diarienr, one } = await land()
    const numbers: [string, string][] = [
      ['880101-2380', 'number: number-check-digit'],
      ['19880101-2380', 'number: number-check-digit'],
      ['198801012', 'number: number-length'],
      ['1988010123890', 'number: number-length'],
      ['19881301-2389', 'number: number-month'],
      ['19880132-2389', 'number: number-day'],
      ['1,98801E+11', 'number: number-scientific'],
      ['19880101-T389', 'number: number-temporary'],
      ['19880101/2389', 'number: number-characters'],
      ['okänt', 'number: number-characters'],
    ]
    const lines = numbers.map(([number]) => `Disa;Ek;${unique('n')}@portal.example;${number};${one.name};;`)
    const { codes, rows } = await upload(db, office, diarienr, lines)
    expect(codes).toEqual(numbers.map(([, code]) => [code]))
    expect(rows.map(({ line }) => line)).toEqual(numbers.map((_, index) => index + 2))
    expect(JSON.stringify(rows)).not.toMatch(/880101-?2380/)
  })

  test('what is missing, misspelt, in a wrong form, outside the project, or of an unknown partner', async () => {
    const { db, office, diarienr, one } = await land()
    const stranger = await makeOrganisation(db)
    const mail = () => `${unique('m')}@portal.example`
    const { codes, outcomes, rows } = await upload(db, office, diarienr, [
      `;Ek;${mail()};;${one.name};;`,
      `Disa;;${mail()};;${one.name};;`,
      `Disa;Ek;;;${one.name};;`,
      `Disa;Ek;disa(at)portal;;${one.name};;`,
      `Disa;Ek;${mail()};;Ingenstans;;`,
      `Disa;Ek;${mail()};;${stranger.name};;`,
      `Disa;Ek;${mail()};;;;`,
      `Disa;Ek;${mail()};;${one.name};2/9 2024;`,
      `Disa;Ek;${mail()};;${one.name};2024-02-30;`,
      `Disa;Ek;${mail()};;${one.name};2020-01-01;`,
      `Disa;Ek;${mail()};;${one.name};2024-09-02;2024-09-01`,
      `Disa;Ek;${mail()};;${one.name};2024-09-02;2024-12-31`,
    ])
    expect(codes).toEqual([
      ['givenName: given-name-missing'],
      ['familyName: family-name-missing'],
      ['email: email-missing'],
      ['email: email-form'],
      ['partner: partner-unknown'],
      ['partner: partner-not-in-project'],
      ['partner: partner-missing'],
      ['entryOn: entry-form'],
      ['entryOn: entry-form'],
      ['entryOn: entry-outside'],
      ['exitOn: exit-before-entry'],
      [],
    ])
    expect(outcomes.filter((outcome) => outcome !== 'avvisad')).toEqual(['skapad'])
    expect(rows[4]?.problems[0]?.hints?.['partners']).toContain(one.name)
  })

  test('the same e-mail, number or person twice in the file, and numbers and e-mails of others in the records', async () => {
    const { db, office, diarienr, one, projectId } = await land()
    const [known, other] = [
      await join(db, projectId, one.organisationId),
      await join(db, projectId, one.organisationId),
    ]
    const add = (participationId: string, number: string) =>
      addIdentityNumber(db, office, vault, { participationId, written: number, at })
    expect((await add(known.participationId, '19880101-2389')).ok).toBe(true)
    const mail = `${unique('d')}@portal.example`
    const { codes, outcomes } = await upload(db, office, diarienr, [
      `Disa;Ek;${mail};;${one.name};;`,
      `Disa;Ek;${mail.toUpperCase()};;${one.name};;`,
      `Runa;Ek;${unique('d')}@portal.example;19880102-2388;${one.name};;`,
      `Runa;Ek;${unique('d')}@portal.example;8801022388;${one.name};;`,
      `${known.givenName};${known.familyName};${known.email};19880103-2387;${one.name};;`,
      `${other.givenName};${other.familyName};${other.email};19880101-2389;${one.name};;`,
      `Helt;Annan;${other.email};;${one.name};;`,
    ])
    expect(codes[0]).toEqual([])
    expect(codes[1]).toEqual(['email: email-duplicate'])
    expect(codes[2]).toEqual([])
    expect(codes[3]).toEqual(['number: number-duplicate'])
    expect(codes[4]).toEqual(['number: number-other'])
    expect(codes[5]).toContain('email: email-other-person')
    expect(outcomes.slice(4)).toEqual(['avvisad', 'avvisad', 'avvisad'])
  })

  test('a protected person and a stranger to the coordinator are refused without a word on who it is', async () => {
    const { db, office, diarienr, one, two, projectId } = await land()
    const hidden = await join(db, projectId, one.organisationId, { protection: 'protected' })
    const theirs = await join(db, projectId, two.organisationId)
    const line = (person: { email: string }) => `Disa;Ek;${person.email};;${one.name};;`
    const forOffice = await upload(db, office, diarienr, [line(hidden)])
    expect(forOffice.codes).toEqual([['row: not-here']])
    const forCoordinator = await upload(db, one.coordinator, diarienr, [
      line(hidden),
      line(theirs),
      `Runa;Ek;${unique('c')}@portal.example;;${two.name};;`,
    ])
    expect(forCoordinator.codes).toEqual([['row: not-here'], ['row: not-here'], ['partner: partner-outside']])
    expect(JSON.stringify([forOffice.rows, forCoordinator.rows.slice(0, 2)])).not.toMatch(/Disa|portal\.example/)
    const before = await peopleIn(db, projectId)
    expect(await apply(db, office, forOffice.importId, [2])).toMatchObject({
      ok: true,
      value: { avvisad: 1, andrad: 0 },
    })
    expect(await peopleIn(db, projectId)).toEqual(before)
  })

  test('a missing column is named and can be chosen by hand; a heading written twice counts once', async () => {
    const { db, office, diarienr, one } = await land()
    const line = `Disa;Ek;${unique('k')}@portal.example;${one.name};Annan`
    const { importId, preview, codes } = await upload(
      db,
      office,
      diarienr,
      [line],
      'Förnamn;Vem;E-post;Partner;Förnamn',
    )
    const mapping = preview?.stored.choices.mapping ?? {}
    expect(mapping).toEqual({ givenName: 0, email: 2, partner: 3 })
    expect(missingColumns(mapping)).toContain('familyName')
    expect(codes[0]).toContain('familyName: family-name-missing')
    const choose = (choices: string[]) => chooseColumns(db, office, { importId, choices })
    expect(await choose(['givenName', 'givenName', 'email', 'partner', ''])).toEqual({ ok: false, refusal: 'twice' })
    expect((await choose(['givenName', 'familyName', 'email', 'partner', ''])).ok).toBe(true)
    const again = await previewImport(db, office, vault, { importId, at })
    expect(again?.rows.map(({ outcome }) => outcome)).toEqual(['skapad'])
  })
})

describe('a file is applied once and taken back whole', () => {
  test('good rows go ahead, refused ones do not; repeated or at the same time nothing is made twice', async () => {
    const { db, office, diarienr, one, projectId } = await land()
    const [a, b] = [`${unique('a')}@portal.example`, `${unique('b')}@portal.example`]
    const lines = [`Disa;Ek;${a};19880104-2386;${one.name};2024-09-02;`, `Runa;Alm;${b};;${one.name};;`, ';;;;;;x']
    const first = await upload(db, office, diarienr, lines)
    const counts = { ok: true, value: { skapad: 2, andrad: 0, oforandrad: 0, avvisad: 1 } }
    const both = await Promise.all([apply(db, office, first.importId), apply(db, office, first.importId)])
    expect(both).toEqual([counts, counts])
    expect(await apply(db, office, first.importId)).toEqual(counts)
    const made = await peopleIn(db, projectId)
    expect(made.map(({ email, entry_on }) => [email, entry_on])).toEqual([
      [a, '2024-09-02'],
      [b, null],
    ])
    const second = await upload(db, office, diarienr, lines)
    expect(second.outcomes).toEqual(['oforandrad', 'oforandrad', 'avvisad'])
    expect(second.preview?.stored.twinAppliedAt).toEqual(at)
    expect((await apply(db, office, second.importId)).ok).toBe(true)
    expect(await peopleIn(db, projectId)).toEqual(made)
    const stored = await db
      .selectFrom('participant_import')
      .selectAll()
      .where('import_id', '=', first.importId)
      .execute()
    expect(stored[0]?.sealed_rows).toBeNull()
    const events = await auditOf(db, first.importId)
    expect(events.map(({ action }) => action)).toEqual(['participants.import-uploaded', 'participants.import-applied'])
    expect(JSON.stringify(events)).not.toContain('Disa')
  })

  test('an undo removes what was made, restores what was changed, and leaves no trace of the people', async () => {
    const { db, office, diarienr, one, projectId } = await land()
    const known = await join(db, projectId, one.organisationId)
    const before = await peopleIn(db, projectId)
    const mail = `${unique('u')}@portal.example`
    const { importId, outcomes } = await upload(db, office, diarienr, [
      `Disa;Ek;${mail};19880105-2385;${one.name};2024-09-02;`,
      `${known.givenName};${known.familyName};${known.email};19880106-2384;${one.name};2024-10-01;`,
    ])
    expect(outcomes).toEqual(['skapad', 'andrad'])
    expect((await apply(db, office, importId)).ok).toBe(true)
    expect(await peopleIn(db, projectId)).toHaveLength(2)
    const undo = () => undoImport(db, office, { importId, at })
    expect(await undo()).toEqual({ ok: true, value: { undone: 2, kept: 0 } })
    expect(await peopleIn(db, projectId)).toEqual(before)
    expect(await db.selectFrom('person').where('email', '=', mail).select('person_id').execute()).toEqual([])
    expect(
      await db.selectFrom('identity_number').where('person_id', '=', known.personId).select('person_id').execute(),
    ).toEqual([])
    expect(await undo()).toEqual({ ok: false, refusal: 'not-applied' })
    const again = await upload(db, office, diarienr, [`Disa;Ek;${mail};19880105-2385;${one.name};2024-09-02;`])
    expect(again.outcomes).toEqual(['skapad'])
  })

  test('an undo keeps what has been built upon or changed since, with the reason', async () => {
    const { db, office, diarienr, one, projectId } = await land()
    const mails = [`${unique('x')}@portal.example`, `${unique('y')}@portal.example`]
    const { importId } = await upload(
      db,
      office,
      diarienr,
      mails.map((mail) => `Disa;Ek;${mail};;${one.name};2024-09-02;`),
    )
    expect((await apply(db, office, importId)).ok).toBe(true)
    const [record] = await peopleIn(db, projectId)
    await db
      .updateTable('participation')
      .set({ exit_on: '2024-12-31' })
      .where('participation_id', '=', record?.participation_id ?? '')
      .execute()
    expect(await undoImport(db, office, { importId, at })).toEqual({ ok: true, value: { undone: 1, kept: 1 } })
    expect((await peopleIn(db, projectId)).map(({ email }) => email)).toEqual([record?.email])
    const rows = await listImportRows(db, importId)
    expect(rows.map(({ detail }) => [detail.undone === true, detail.kept ?? []])).toEqual(
      [...mails].sort()[0] === mails[0]
        ? [
            [false, ['record-changed']],
            [true, []],
          ]
        : [
            [true, []],
            [false, ['record-changed']],
          ],
    )
  })

  test('a changed name waits for the reader to say that it is the same person', async () => {
    const { db, office, diarienr, one, projectId } = await land()
    const known = await join(db, projectId, one.organisationId)
    const line = [`Annat;Namn;${known.email};;${one.name};2024-10-01;`]
    const { importId, rows } = await upload(db, office, diarienr, line)
    expect(rows[0]?.question).toEqual({ portalName: `${known.givenName} ${known.familyName}` })
    expect(await apply(db, office, importId, [2])).toMatchObject({ ok: true, value: { andrad: 1 } })
    expect((await peopleIn(db, projectId))[0]?.entry_on).toBe('2024-10-01')
  })

  test('a file that waits too long, or is given up, is wiped and never applied; others reach none of it', async () => {
    const { db, office, diarienr, one, two } = await land()
    const line = [`Disa;Ek;${unique('w')}@portal.example;;${one.name};;`]
    const late = await upload(db, office, diarienr, line)
    await wipeStaleImports(db, new Date(at.getTime() + 8 * 86_400_000))
    expect(await apply(db, office, late.importId)).toEqual({ ok: false, refusal: 'not-waiting' })
    const given = await upload(db, one.coordinator, diarienr, line)
    const reach = { everyone: false, organisationIds: [two.organisationId] }
    expect(await findImport(db, two.coordinator.personId, reach, given.importId)).toBeUndefined()
    const act = { importId: given.importId, at }
    expect(await apply(db, two.coordinator, given.importId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await giveUpImport(db, two.coordinator, act)).toEqual({ ok: false, refusal: 'not-found' })
    expect((await giveUpImport(db, one.coordinator, act)).ok).toBe(true)
    expect(await apply(db, one.coordinator, given.importId)).toEqual({ ok: false, refusal: 'not-waiting' })
    for (const role of ['revisor', 'chef', 'medarbetare'] as const) {
      const actor = await makeActor(db, role, { organisationId: one.organisationId })
      const bytes = new TextEncoder().encode(`${heading}\n${line[0] ?? ''}`)
      const asked = { diarienr, bytes, fileName: 'd.csv', at }
      expect(await uploadImport(db, actor, vault, asked)).toEqual({ ok: false, refusal: 'not-allowed' })
    }
  })
})
