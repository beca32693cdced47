import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkBundle, listBundles } from '~/domains/insight/index.server'
import { findProjectByDiarienr, lockMonth, makeBatch } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { takeBundle } from '~/journeys/take-bundle.server'
import { paperTexts } from '~/papers.server'
import type { Actor } from '~/domains/identity'
import { recordMark } from '~/domains/learning/index.server'
import { makeActor, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { readableText } from '../support/readable'
import { giveNumber, scbTemplate, testNumber, vault } from '../support/reports'
import { after, at as nth, makeWorkshop, present } from '../support/workshop'

const month = '2025-03'
const reason = 'Revision av projektet'
const at = new Date('2025-05-02T08:00:00Z')
const texts = { ...paperTexts('sv'), bundle: translator('sv')('bundle'), proof: translator('sv')('proof') }

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
async function* piecesOf(bytes: Uint8Array, size = 4096): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** A workshop that gave time and certificates, in a month that is locked and sent. */
async function makeProved() {
  const { db, leader, meetingId, people, projectId } = await makeWorkshop({ people: 2 })
  for (const [index, { personId }] of people.entries()) {
    await recordMark(db, leader, meetingId, present(personId))
    await giveNumber(db, vault, personId, testNumber(index + 1))
  }
  await confirmMeeting(db, leader, { meetingId, now: after })
  const office = await makeActor(db, 'projektadministrator')
  for (const { personId } of people) await makeSignedMonth(db, { personId, projectId, office, attested: true })
  const wish = { projectId, month, leftOut: 0, acknowledged: true, at: new Date('2025-04-10T08:00:00Z') }
  expect((await lockMonth(db, office, wish)).ok).toBe(true)
  const records = await db.selectFrom('participation').where('project_id', '=', projectId).selectAll().execute()
  const acknowledged = records.map(({ participation_id }) => participation_id)
  const made = await makeBatch(db, office, vault, {
    ...{ projectId, month, seenNumber: 0, template: scbTemplate(), acknowledged },
    at: new Date('2025-04-11T08:00:00Z'),
  })
  expect(made.ok).toBe(true)
  const { diarienr } = await db
    .selectFrom('project')
    .where('project_id', '=', projectId)
    .select('diarienr')
    .executeTakeFirstOrThrow()
  const project = await findProjectByDiarienr(db, diarienr)
  if (project === undefined) throw new Error('No project')
  const take = async (
    actor: Actor,
    change: { participationId?: string; withNumbers?: boolean; reason?: string } = {},
  ) => {
    const asked = { project, month: null, participationId: null, reason, withNumbers: false, at, ...change }
    const means = { vault, texts, renderCertificate: async () => Buffer.from('%PDF-1.4 prov') }
    const outcome = await takeBundle(db, actor, asked, means)
    if (!outcome.ok) throw new Error(outcome.refusal)
    return bytesOf(outcome.value)
  }
  return { db, office, project, projectId, people, records, take }
}

const filesOf = (bytes: Buffer) => unzipSync(new Uint8Array(bytes))
const textOf = (files: Record<string, Uint8Array>, name: string) => Buffer.from(files[name] ?? []).toString('utf8')

describe('the evidence bundle', () => {
  test('has every figure with its documents, and the verification of the chain', async () => {
    const { db, people, take } = await makeProved()
    const auditor = await makeActor(db, 'revisor')
    const bytes = await take(auditor)
    const files = filesOf(bytes)
    const manifest = JSON.parse(textOf(files, 'manifest.json'))
    const kinds = new Map<string, number>()
    for (const { kind } of manifest.files) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    expect(Object.fromEntries(kinds)).toEqual({
      ...{
        verifiering: 1,
        sammanstallning: 1,
        siffror: 1,
        tidsrader: 1,
        signaturer: 1,
        frysta: 1,
        logg: 1,
        statsstod: 1,
      },
      ...{ narvarointyg: 2, narvarolista: 1, intyg: 3, scb: 1, index: 1 },
    })
    for (const { path, sha256, bytes: size } of manifest.files) {
      const file = files[path] ?? new Uint8Array()
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256)
      expect(file.length).toBe(size)
    }
    expect(manifest.figures).toMatchObject([{ month, persons: people.length, registeredMinutes: 320, agrees: true }])
    expect(manifest.figures[0].documents).toHaveLength(4)
    for (const path of manifest.figures[0].documents) expect(files[path]).toBeDefined()
    expect(manifest.verification).toMatchObject({ whole: true, breaks: 0 })
    expect(textOf(files, 'index.html')).toContain('Kedjan är hel')
    for (const line of textOf(files, 'siffror.csv').trim().split('\r\n').slice(1)) {
      expect(files[line.split(';').at(-1) ?? '']).toBeDefined()
    }
    for (const line of textOf(files, 'intyg.csv').trim().split('\r\n').slice(1)) {
      const [, , , , sha256, path = ''] = line.split(';')
      expect(manifest.files).toContainEqual(expect.objectContaining({ path, sha256 }))
    }
    expect(textOf(files, 'logg.csv')).toContain('meeting.confirmed')
    expect(textOf(files, 'signaturer.csv')).toContain('signerad')
  })

  test('has its own columns always', async () => {
    const { db, take } = await makeProved()
    const files = filesOf(await take(await makeActor(db, 'revisor')))
    const heads = Object.keys(files)
      .filter((name) => name.endsWith('.csv') && !name.includes('/'))
      .map((name) => [name, textOf(files, name).split('\r\n')[0]?.slice(1)])
    expect(Object.fromEntries(heads)).toMatchObject({
      'siffror.csv':
        'Månad;Deltagare;Registrerade minuter;Minuter som får rapporteras;Rapporterade minuter;Minuter i filen;Fil till SCB;Kontrollsumma av raderna;Närvarointyg',
      'signaturer.csv':
        'Deltagare;Månad;Händelse;Av vem;Namn;Tid;Minuter;Minuter som får rapporteras;Antal rader;Kontrollsumma av raderna;Låsning;Skäl;Nummer i kedjan;Radens kontrollsumma;Kedjans kontrollsumma',
      'frysta-siffror.csv':
        'Månad;Låsning;Deltagare;Registrerade minuter;Minuter som får rapporteras;Rapporterade minuter;Antal rader;Kontrollsumma av raderna;Tid',
      'logg.csv': 'Nummer;Tid;Namn;Händelse;Gäller;Id;Deltagare;Skäl;Uppgifter',
      'intyg.csv': 'Kod;Deltagare;Titel;Utfärdat;Intygets kontrollsumma;Intyget som data;Intyget som PDF',
      'statsstod.csv':
        'Arbetsgivare;Grund;Litet eller medelstort företag;Undertecknare;Belopp (kronor);Läge;Skickat;Undertecknat;Gäller till',
    })
  })

  test('has whole identity numbers for the office alone, when it asks, and logs each file', async () => {
    const { db, office, take } = await makeProved()
    const number = testNumber(1)
    const auditor = await makeActor(db, 'revisor')
    for (const bytes of [await take(auditor, { withNumbers: true }), await take(office)]) {
      expect(readableText(bytes)).not.toContain(number)
      expect(Object.keys(filesOf(bytes)).filter((name) => name.startsWith('scb/'))).toEqual([
        expect.stringMatching(/maskerad\.csv$/),
      ])
    }
    const files = filesOf(await take(office, { withNumbers: true }))
    const [sent = ''] = Object.keys(files).filter((name) => name.startsWith('scb/'))
    expect(textOf(files, sent)).toContain(number)
    const stored = await db.selectFrom('export_batch').where('created_by', '=', office.personId).selectAll().execute()
    expect(
      createHash('sha256')
        .update(files[sent] ?? '')
        .digest('hex'),
    ).toBe(stored[0]?.content_sha256)
    const logged = await db
      .selectFrom('audit_event')
      .where('actor_id', '=', office.personId)
      .where('action', '=', 'scb-file.released')
      .select('reason')
      .execute()
    expect(logged).toEqual([{ reason }])
  })

  test('of one person has that person alone', async () => {
    const { office, records, take } = await makeProved()
    const [one, other] = [nth(records, 0), nth(records, 1)]
    const files = filesOf(await take(office, { participationId: one.participation_id, withNumbers: true }))
    const lines = textOf(files, 'tidsrader.csv').trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(textOf(files, 'logg.csv')).not.toContain(other.person_id)
    expect(Object.keys(files).filter((name) => name.startsWith('narvarointyg/'))).toHaveLength(1)
    expect(Object.keys(files).filter((name) => name.startsWith('intyg/'))).toHaveLength(2)
    expect(JSON.parse(textOf(files, 'manifest.json')).figures).toMatchObject([{ month, persons: 1, agrees: null }])
  })

  test('asks for a reason, logs it first, and the manifest last', async () => {
    const { db, office, projectId, take } = await makeProved()
    await expect(take(office, { reason: 'nej' })).rejects.toThrow('reason')
    expect(await listBundles(db, projectId, 5)).toEqual([])
    const bytes = await take(office)
    const manifest = filesOf(bytes)['manifest.json'] ?? new Uint8Array()
    expect(await listBundles(db, projectId, 5)).toMatchObject([
      { reason, months: [month], manifestSha256: createHash('sha256').update(manifest).digest('hex') },
    ])
  })

  test('leaves the certificate of a protected person out, and names nobody', async () => {
    const { db, office, people, take } = await makeProved()
    const { personId } = nth(people, 0)
    const change = { protection: 'marked' as const, alias: 'Deltagare W-9999', family_name: 'Hemlighetsson' }
    await db.updateTable('person').set(change).where('person_id', '=', personId).execute()
    const bytes = await take(office)
    expect(readableText(bytes)).not.toContain('Hemlighetsson')
    const manifest = JSON.parse(textOf(filesOf(bytes), 'manifest.json'))
    expect(manifest.leftOut.join(' ')).toContain('skyddade personuppgifter')
  })

  test('tells of a ledger that was altered', async () => {
    const { db, office, projectId, people, take } = await makeProved()
    const { personId } = nth(people, 0)
    const { timeEntryId } = await makeTimeEntry(db, { personId, projectId })
    const { sql } = await import('kysely')
    const broken = await db
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        await tx.updateTable('time_entry').set({ minutes: 61 }).where('time_entry_id', '=', timeEntryId).execute()
      })
      .then(() => true)
    expect(broken).toBe(true)
    const manifest = JSON.parse(textOf(filesOf(await take(office)), 'manifest.json'))
    expect(manifest.verification).toMatchObject({ whole: false, first: { rowId: timeEntryId, fault: 'row-altered' } })
  })
})

describe('a bundle that does not come to its end', () => {
  test('ends its reading when it is broken off, and says in the log that it was', async () => {
    const { db, office, project, projectId } = await makeProved()
    const asked = { project, month: null, participationId: null, reason, withNumbers: false, at }
    const means = { vault, texts, renderCertificate: () => Promise.reject(new Error('Nobody draws')) }
    const outcome = await takeBundle(db, office, asked, means)
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect((await outcome.value.next()).done).toBe(false)
    await outcome.value.return(undefined)
    expect(await outcome.value.next()).toEqual({ done: true, value: undefined })
    expect(await listBundles(db, projectId, 5)).toMatchObject([{ manifestSha256: null }])
  })

  test('fails aloud, and what has left is not taken for whole', async () => {
    const { db, office, project, projectId, records } = await makeProved()
    const participationId = nth(records, 0).participation_id
    const asked = { project, month: null, participationId, reason, withNumbers: false, at }
    const means = { vault, texts, renderCertificate: () => Promise.reject(new Error('The pen is dry')) }
    const outcome = await takeBundle(db, office, asked, means)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const left: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of outcome.value) left.push(piece)
    })()
    await expect(reading).rejects.toThrow('The pen is dry')
    expect(left.length).toBeGreaterThan(0)
    expect(await checkBundle(piecesOf(Buffer.concat(left)))).toEqual({ ok: false, fault: 'no-manifest' })
    expect(await listBundles(db, projectId, 5)).toMatchObject([{ manifestSha256: null }])
  })
})

describe('the check of a bundle', () => {
  test('finds a whole one whole, and names the first file that is altered, missing or added', async () => {
    const { office, take } = await makeProved()
    const bytes = await take(office)
    const files = filesOf(bytes)
    const manifestSha256 = createHash('sha256')
      .update(files['manifest.json'] ?? '')
      .digest('hex')
    const count = JSON.parse(textOf(files, 'manifest.json')).files.length as number
    expect(await checkBundle(piecesOf(bytes))).toEqual({ ok: true, files: count, manifestSha256 })
    const again = (change: Record<string, Uint8Array>, without: string[] = []) => {
      const kept = Object.entries({ ...files, ...change }).filter(([name]) => !without.includes(name))
      return checkBundle(piecesOf(zipSync(Object.fromEntries(kept))))
    }
    const altered = { 'tidsrader.csv': Buffer.from(textOf(files, 'tidsrader.csv').replace(';160;', ';161;')) }
    expect(await again(altered)).toMatchObject({ ok: false, first: { fault: 'altered', path: 'tidsrader.csv' } })
    expect(await again({}, ['logg.csv'])).toMatchObject({ ok: false, first: { fault: 'missing', path: 'logg.csv' } })
    const extra = { 'narvarointyg/nytt.pdf': Buffer.from('x') }
    expect(await again(extra)).toMatchObject({ ok: false, first: { fault: 'extra', path: 'narvarointyg/nytt.pdf' } })
    expect(await again({}, ['manifest.json'])).toEqual({ ok: false, fault: 'no-manifest' })
    expect(await checkBundle(piecesOf(Buffer.from('ingen zip')))).toEqual({ ok: false, fault: 'not-a-zip' })
  })
})
