import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import {
  addIdentityNumber,
  listMaskedNumbers,
  openVault,
  revealIdentityNumber,
} from '~/domains/participation/index.server'
import { testDatabase } from '../support/database'
import { at, auditOf, join, world } from '../support/participants'

const vault = openVault(randomBytes(32).toString('hex'))

describe('identity numbers', () => {
  test('are added, replaced, kept masked, and never twice', async () => {
    const { db, one, two, projectId, office, auditor } = await world(await testDatabase())
    const a = await join(db, projectId, one.organisationId)
    const b = await join(db, projectId, two.organisationId)
    const add = (actor: Actor, participationId: string, number: string) =>
      addIdentityNumber(db, actor, vault, { participationId, written: number, at })
    expect(await add(one.coordinator, a.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await add(auditor, a.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await add(office, a.participationId, '810101-2387')).toEqual({ ok: false, refusal: 'check-digit' })
    expect(await add(office, randomUUID(), '810101-2386')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await add(office, a.participationId, '880162-2393')).toMatchObject({
      ok: true,
      value: { masked: '19880162-••••' },
    })
    expect(await add(office, a.participationId, '810101-2386')).toMatchObject({ ok: true })
    expect(await add(office, a.participationId, '19810101 2386')).toEqual({ ok: false, refusal: 'same-number' })
    expect(await add(office, b.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'taken' })
    expect(await listMaskedNumbers(db, a.personId)).toEqual([
      expect.objectContaining({ masked: '19810101-••••', kind: 'personnummer', isCurrent: true }),
      expect.objectContaining({ masked: '19880162-••••', kind: 'samordningsnummer', isCurrent: false }),
    ])
    expect(await listMaskedNumbers(db, b.personId)).toEqual([])
    const stored = await db.selectFrom('identity_number').where('person_id', '=', a.personId).selectAll().execute()
    for (const row of stored) {
      const bytes = Buffer.concat([row.ciphertext, row.lookup_hash]).toString('latin1')
      expect(bytes + JSON.stringify(row)).not.toMatch(/8101012386|8801622393/)
    }
    expect(JSON.stringify(await auditOf(db, a.personId))).not.toMatch(/2386|2393/)
  })

  test('are revealed to the office alone, with a reason that is logged', async () => {
    const { db, one, projectId, office, auditor } = await world(await testDatabase())
    const { participationId, personId } = await join(db, projectId, one.organisationId)
    const other = await join(db, projectId, one.organisationId)
    expect(await addIdentityNumber(db, office, vault, { participationId, written: '880101-2397', at })).toMatchObject({
      ok: true,
    })
    const [number] = await listMaskedNumbers(db, personId)
    const identityNumberId = number?.identityNumberId ?? ''
    const request = { participationId, identityNumberId, reason: 'Rättar månadsrapporten', at }
    for (const actor of [one.coordinator, auditor, other.actor]) {
      expect(await revealIdentityNumber(db, actor, vault, request)).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    expect(await revealIdentityNumber(db, office, vault, { ...request, reason: '   kort   ' })).toEqual({
      ok: false,
      refusal: 'reason',
    })
    expect(
      await revealIdentityNumber(db, office, vault, { ...request, participationId: other.participationId }),
    ).toEqual({ ok: false, refusal: 'not-found' })
    expect((await auditOf(db, personId)).map((event) => event.action)).toEqual(['identity-number.added'])
    expect(await revealIdentityNumber(db, office, vault, request)).toEqual({
      ok: true,
      value: { number: '19880101-2397' },
    })
    expect((await auditOf(db, personId)).at(-1)).toEqual({
      action: 'identity-number.revealed',
      reason: 'Rättar månadsrapporten',
      actor_id: office.personId,
      detail: { identityNumberId },
    })
  })

  test('of protected persons are neither added nor revealed here', async () => {
    const { db, one, projectId, office } = await world(await testDatabase())
    const { participationId } = await join(db, projectId, one.organisationId, { protection: 'protected' })
    const added = await addIdentityNumber(db, office, vault, { participationId, written: '920101-2391', at })
    expect(added).toEqual({ ok: false, refusal: 'protected' })
    const request = { participationId, identityNumberId: randomUUID(), reason: 'Rättar månadsrapporten', at }
    expect(await revealIdentityNumber(db, office, vault, request)).toEqual({ ok: false, refusal: 'protected' })
  })
})
