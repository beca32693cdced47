import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CertificateDocument, CertificateRequest } from '~/domains/credential'
import { issueCertificate } from '~/domains/credential/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeCourseCompletion, makePerson } from '../support/factories'

function issue(db: Db, request: CertificateRequest) {
  return db.transaction().execute((tx) => issueCertificate(tx, request))
}

const issuedAt = new Date('2025-03-24T12:00:00Z')
const document: CertificateDocument = {
  kind: 'godkänt resultat',
  title: 'Språk i alla ämnen',
  holderName: 'Disa Granlid',
  minutes: 240,
  level: 2,
  outcomes: ['planera stöttning i den egna undervisningen'],
  finishedOn: '2025-03-24',
  issuer: 'Nätverk Westum',
  language: 'sv',
  revision: 1,
  sources: [{ title: 'Lektion 1', minutes: 240, finishedOn: '2025-03-24' }],
}

describe('issueCertificate', () => {
  test('freezes the document with its seal', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { completionId } = await makeCourseCompletion(db, { personId })
    const { code, created } = await issue(db, {
      personId,
      completionId,
      document,
      issuedAt,
    })
    expect(created).toBe(true)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    const row = await db
      .selectFrom('certificate')
      .where('code', '=', code)
      .select(['document', 'document_sha256'])
      .executeTakeFirstOrThrow()
    expect(row.document).toEqual(document)
    const sorted = Object.fromEntries(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)))
    sorted['sources'] = [{ finishedOn: '2025-03-24', minutes: 240, title: 'Lektion 1' }]
    expect(row.document_sha256).toBe(createHash('sha256').update(JSON.stringify(sorted)).digest('hex'))
    await expect(
      db.updateTable('certificate').set({ document: '{}' }).where('code', '=', code).execute(),
    ).rejects.toThrow('append-only')
  })

  test('a repeat answers with the certificate that stands, unchanged', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { completionId } = await makeCourseCompletion(db, { personId })
    const first = await issue(db, {
      personId,
      completionId,
      document,
      issuedAt,
    })
    const again = await issue(db, {
      personId,
      completionId,
      document: { ...document, title: 'Ett annat namn' },
      issuedAt: new Date('2025-04-01T12:00:00Z'),
    })
    expect(again).toEqual({ code: first.code, created: false })
    const rows = await db
      .selectFrom('certificate')
      .where('completion_id', '=', completionId)
      .select(['document', 'issued_at'])
      .execute()
    expect(rows).toEqual([{ document, issued_at: issuedAt }])
  })

  test('a new round of the course is a new certificate', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { completionId, courseId } = await makeCourseCompletion(db, {
      personId,
    })
    const second = await makeCourseCompletion(db, {
      personId,
      courseId,
      round: 2,
    })
    const one = await issue(db, { personId, completionId, document, issuedAt })
    const two = await issue(db, {
      personId,
      completionId: second.completionId,
      document,
      issuedAt,
    })
    expect(two).toEqual({
      code: expect.not.stringMatching(one.code),
      created: true,
    })
  })

  test('refuses a document that is wrong', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { completionId } = await makeCourseCompletion(db, { personId })
    const request = {
      personId,
      completionId,
      document: { ...document, finishedOn: '24 mars' },
      issuedAt,
    }
    await expect(issue(db, request)).rejects.toThrow('finishedOn')
  })
})
