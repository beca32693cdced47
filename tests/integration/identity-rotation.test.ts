import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addIdentityNumber,
  keepWaitingKey,
  listMaskedNumbers,
  openIdentityVault,
  openVault,
  readOrMakeKey,
  revealIdentityNumber,
  rotateIdentityKey,
  takeWaitingKey,
} from '~/domains/participation/index.server'
import type { Database } from '~db/client'
import type { Db } from '~db/schema'
import { ownDatabase } from '../support/own-database'
import { at, join, world } from '../support/participants'

const newKey = () => randomBytes(32).toString('hex')
const written = ['810101-2386', '19880162-2393', '880101-2397']

let database: Database
let db: Db
beforeAll(async () => {
  database = await ownDatabase()
  db = database.kysely
}, 60_000)
afterAll(() => database.close())

async function fresh(settings: { identityKey: string | undefined; dataDir: string }) {
  await db.deleteFrom('identity_number').execute()
  await db.deleteFrom('identity_key').execute()
  const vault = await openIdentityVault(db, { ...settings, at })
  const { one, projectId, office } = await world(db)
  const people = []
  for (const number of written) {
    const person = await join(db, projectId, one.organisationId)
    const { participationId } = person
    expect(await addIdentityNumber(db, office, vault, { participationId, written: number, at })).toMatchObject({
      ok: true,
    })
    people.push(person)
  }
  return { vault, office, people, one, projectId }
}

const rowsOf = (kept: Db) =>
  kept
    .selectFrom('identity_number')
    .select(['person_id', 'ciphertext', 'lookup_hash', 'key_version'])
    .orderBy('identity_number_id')
    .execute()

describe('a new key for the identity numbers', () => {
  test('opens every number, the old one none; look-up and history work on', async () => {
    const [old, next] = [newKey(), newKey()]
    const { vault, office, people } = await fresh({ identityKey: old, dataDir: tmpdir() })
    expect(await rotateIdentityKey(db, { current: old, next, at })).toEqual({
      ok: true,
      value: { keyVersion: 2, numbers: 3, changed: true },
    })
    const now = await openIdentityVault(db, { identityKey: next, dataDir: tmpdir(), at })
    expect(now.keyVersion).toBe(2)
    for (const row of await rowsOf(db)) {
      expect(row.key_version).toBe(2)
      expect(() => vault.open(row.ciphertext, row.person_id)).toThrow()
      const digits = now.open(row.ciphertext, row.person_id)
      expect(now.lookup(digits).equals(row.lookup_hash)).toBe(true)
    }
    const [first] = people
    const participationId = first?.participationId ?? ''
    const add = (number: string, by = now) =>
      addIdentityNumber(db, office, by, { participationId, written: number, at })
    expect(await add('810101-2386')).toEqual({ ok: false, refusal: 'same-number' })
    expect(await add('880101-2397')).toEqual({ ok: false, refusal: 'taken' })
    await expect(add('880101-2389', vault)).rejects.toThrow('has been changed')
    const [number] = await listMaskedNumbers(db, first?.personId ?? ('' as never))
    const request = {
      participationId,
      identityNumberId: number?.identityNumberId ?? '',
      reason: 'Rättar månadsrapporten',
      at,
    }
    expect(await revealIdentityNumber(db, office, now, request)).toEqual({
      ok: true,
      value: { number: '19810101-2386' },
    })
    await expect(openIdentityVault(db, { identityKey: old, dataDir: tmpdir(), at })).rejects.toThrow('IDENTITY_KEY')
  })

  test('is taken once: a repeat changes nothing, a foreign or equal key is refused', async () => {
    const [old, next] = [newKey(), newKey()]
    await fresh({ identityKey: old, dataDir: tmpdir() })
    expect(await rotateIdentityKey(db, { current: newKey(), next, at })).toEqual({ ok: false, refusal: 'unknown-key' })
    expect(await rotateIdentityKey(db, { current: old, next: old, at })).toEqual({ ok: false, refusal: 'same-key' })
    await rotateIdentityKey(db, { current: old, next, at })
    const after = await rowsOf(db)
    expect(await rotateIdentityKey(db, { current: old, next, at })).toEqual({
      ok: true,
      value: { keyVersion: 2, numbers: 0, changed: false },
    })
    expect(await rowsOf(db)).toEqual(after)
    expect(await rotateIdentityKey(db, { current: next, next: newKey(), at })).toMatchObject({
      ok: true,
      value: { keyVersion: 3, numbers: 3 },
    })
  })

  test('leaves everything as it was when one number cannot be opened', async () => {
    const old = newKey()
    const { people } = await fresh({ identityKey: old, dataDir: tmpdir() })
    const bad = { ciphertext: openVault(newKey()).seal('198801012389', 'x'), lookup_hash: randomBytes(32) }
    await db
      .updateTable('identity_number')
      .set(bad)
      .where('person_id', '=', people[2]?.personId ?? '')
      .execute()
    const before = await rowsOf(db)
    await expect(rotateIdentityKey(db, { current: old, next: newKey(), at })).rejects.toThrow('Inget är ändrat')
    expect(await rowsOf(db)).toEqual(before)
    expect(await openIdentityVault(db, { identityKey: old, dataDir: tmpdir(), at })).toMatchObject({ keyVersion: 1 })
  })

  test('is found again after an interruption on either side of the commit', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-rotation-'))
    try {
      const old = readOrMakeKey(dataDir)
      await fresh({ identityKey: undefined, dataDir })
      const next = keepWaitingKey(dataDir, newKey())
      expect(keepWaitingKey(dataDir, newKey())).toBe(next)
      // Before the commit: the database still has the old key, and the waiting one is dropped at start.
      expect(await openIdentityVault(db, { identityKey: undefined, dataDir, at })).toMatchObject({ keyVersion: 1 })
      expect(existsSync(path.join(dataDir, 'identity.key.new'))).toBe(false)
      // After the commit: the waiting key is taken at start.
      keepWaitingKey(dataDir, next)
      await rotateIdentityKey(db, { current: old, next, at })
      expect(readOrMakeKey(dataDir)).toBe(old)
      expect(await openIdentityVault(db, { identityKey: undefined, dataDir, at })).toMatchObject({ keyVersion: 2 })
      expect(readFileSync(path.join(dataDir, 'identity.key'), 'utf8').trim()).toBe(next)
      keepWaitingKey(dataDir, newKey())
      takeWaitingKey(dataDir)
      await expect(openIdentityVault(db, { identityKey: undefined, dataDir, at })).rejects.toThrow('identity.key')
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  test('seals the rows of a waiting import anew and gives up one that it cannot open', async () => {
    const [old, next] = [newKey(), newKey()]
    const { vault, office, projectId } = await fresh({ identityKey: old, dataDir: tmpdir() })
    const make = async (sealed: (id: string) => Buffer) => {
      const id = crypto.randomUUID()
      await db
        .insertInto('participant_import')
        .values({
          import_id: id,
          project_id: projectId,
          actor_id: office.personId,
          file_name: 'deltagare.csv',
          file_sha256: 'x',
          state: 'forhandsvisad',
          mapping: '{}',
          sealed_rows: sealed(id),
          created_at: at,
        })
        .execute()
      return id
    }
    const good = await make((id) => vault.seal('[["rad"]]', id))
    const lost = await make((id) => openVault(newKey()).seal('[]', id))
    await rotateIdentityKey(db, { current: old, next, at })
    const row = (id: string) =>
      db.selectFrom('participant_import').where('import_id', '=', id).selectAll().executeTakeFirstOrThrow()
    expect(openVault(next).open((await row(good)).sealed_rows ?? Buffer.alloc(0), good)).toBe('[["rad"]]')
    expect(await row(lost)).toMatchObject({ sealed_rows: null, state: 'avbruten' })
  })
})

test.runIf(process.env['TEST_ENGINE'] === 'server')(
  'two rotations and a new number at once: one key stands and opens all',
  async () => {
    const [old, next] = [newKey(), newKey()]
    const { vault, office, one, projectId } = await fresh({ identityKey: old, dataDir: tmpdir() })
    const extra = await join(db, projectId, one.organisationId)
    const outcomes = await Promise.allSettled([
      rotateIdentityKey(db, { current: old, next, at }),
      addIdentityNumber(db, office, vault, { participationId: extra.participationId, written: '880101-2389', at }),
      rotateIdentityKey(db, { current: old, next: newKey(), at }),
    ])
    const rotated = [outcomes[0], outcomes[2]].filter(
      (one) => one?.status === 'fulfilled' && 'ok' in one.value && one.value.ok,
    )
    expect(rotated).toHaveLength(1)
    const rows = await rowsOf(db)
    expect(new Set(rows.map((row) => row.key_version))).toEqual(new Set([2]))
    expect(rows.length).toBe(outcomes[1]?.status === 'fulfilled' ? 4 : 3)
  },
)
