import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addIdentityNumber, findByNumber, listMergeCandidates, openVault } from '~/domains/participation/index.server'
import { testDatabase } from '../support/database'
import { makeParticipation, makePerson } from '../support/factories'
import { at, world } from '../support/participants'

const vault = openVault(randomBytes(32).toString('hex'))

describe('likely duplicates', () => {
  test('are found by name, workplace, e-mail name and number, never those with protected data', async () => {
    const { db, one, two, projectId, office } = await world(await testDatabase())
    const word = `Likström${randomBytes(3).toString('hex').replace(/\d/g, 'q')}`
    const make = (familyName: string, organisationId = one.organisationId, more: object = {}) =>
      makePerson(db, { givenName: 'Disa', familyName, organisationId, ...more })
    const self = await make(word)
    const same = await make(word)
    const elsewhere = await make(word, two.organisationId)
    const near = await make(`${word}s`)
    const hidden = await make(word, one.organisationId, { protection: 'protected' })
    const stranger = await makePerson(db, { familyName: 'Fjärran', organisationId: one.organisationId })
    const found = await listMergeCandidates(db, self.personId, '')
    const reasonsOf = new Map(found.map((one) => [one.personId, one.reasons]))
    expect(reasonsOf.get(same.personId)).toContain('name-workplace')
    expect(reasonsOf.get(elsewhere.personId)).toContain('name')
    expect(reasonsOf.get(near.personId)).toContain('similar-name')
    expect(reasonsOf.has(hidden.personId)).toBe(false)
    expect(reasonsOf.has(stranger.personId)).toBe(false)
    const searched = await listMergeCandidates(db, self.personId, stranger.email)
    expect(searched[0]).toMatchObject({ personId: stranger.personId, reasons: ['search'] })
    const { participationId } = await makeParticipation(db, {
      projectId,
      personId: same.personId,
      partnerId: one.organisationId,
    })
    await addIdentityNumber(db, office, vault, { participationId, written: '19880101-2397', at })
    const by = (written: string) => findByNumber(db, vault, { personId: self.personId, written, at })
    expect(await by('19880101-2397')).toEqual({ ok: true, value: same.personId })
    expect(await by('198801012389')).toEqual({ ok: false, refusal: 'nobody' })
    expect(await by('8801012388')).toEqual({ ok: false, refusal: 'check-digit' })
  })
})
