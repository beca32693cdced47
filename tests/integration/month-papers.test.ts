import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { lineHeadings } from '~/domains/participation'
import { lineRows, monthPaperEntries } from '~/domains/participation/index.server'
import { loader as linesLoader } from '~/routes/month-lines-csv'
import { action, loader } from '~/routes/month-paper'
import { loader as zipLoader } from '~/routes/month-papers-zip'
import { loader as ownLoader } from '~/routes/own-month-paper'
import { paperTexts } from '~/papers.server'
import { paths } from '~/shared/paths'
import type { PersonId } from '~/shared/ids'
import { identityVault } from '~/vault.server'
import { makeParticipation, makePerson, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { readableText } from '../support/readable'
import { giveNumber } from '../support/reports'
import { requestOf } from '../support/signed-in'
import { makeWorkplace, month } from '../support/workplace'

type Run = (args: never) => unknown

/** What a file route answers, its bytes made readable and its white space one. */
async function take(run: Run, who: PersonId, address: string, params: object, form?: Record<string, string>) {
  const request = await requestOf(who, address, form)
  try {
    const answer = (await run({ request, params, context: {} } as never)) as Response
    const bytes = Buffer.from(await answer.arrayBuffer())
    const to = answer.headers.get('location')
    return { status: answer.status, to, bytes, text: readableText(bytes).replaceAll(/\s+/g, ' ') }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: null, bytes: Buffer.alloc(0), text: '' }
    throw thrown
  }
}

async function makePlace() {
  const place = await makeWorkplace({ rounding: 'floor_hours' })
  const { db, projectId, diarienr, office, organisationId } = place
  const params = { diarienr, manad: month }
  const joinWith = async (minutes: number, wish: { protection?: 'marked'; familyName?: string } = {}) => {
    const person = await makePerson(db, { organisationId, ...wish })
    const { personId } = person
    const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    await makeTimeEntry(db, { personId, projectId, minutes, title: 'Workshop om stöttning' })
    return { personId, participationId, name: `${person.givenName} ${person.familyName}` }
  }
  const sign = (personId: PersonId) => makeSignedMonth(db, { personId, projectId, office, attested: true })
  const logOf = (action: string) =>
    db
      .selectFrom('audit_event')
      .where('action', '=', action)
      .where('actor_id', '=', office.personId)
      .selectAll()
      .execute()
  return { ...place, params, joinWith, sign, logOf }
}

describe('the närvarointyg', () => {
  test('tells the lines, the sums, the rounding, the signature, the attestation and the hash', async () => {
    const { params, diarienr, office, joinWith, sign, logOf } = await makePlace()
    const { personId, participationId, name } = await joinWith(95)
    await sign(personId)
    const address = paths.monthPaper(diarienr, month, participationId)
    const { status, text, bytes } = await take(loader, office.personId, address, params)
    expect(status).toBe(200)
    for (const part of ['Närvarointyg', name, diarienr, 'Workshop om stöttning', '1 h 35 min', 'Attesterad'])
      expect(text).toContain(part)
    expect(text).toContain('Jag intygar att uppgifterna är riktiga.')
    expect(text).toMatch(/Signerat i portalen [\d-]+ [\d.]+ av deltagaren själv, med lösenord/)
    expect(text).toMatch(/Avrundningen lämnar 35 min/)
    expect(text).toMatch(/SHA-256\): [0-9a-f]{64}/)
    expect(text).toMatch(/Medfinansieras av Europeiska unionen/)
    expect(Buffer.compare(bytes, (await take(loader, office.personId, address, params)).bytes)).toBe(0)
    expect(await logOf('month-paper.fetched')).toHaveLength(2)
  })

  test('has the number masked, and whole only for the office with a reason that is logged first', async () => {
    const { db, params, diarienr, office, joinWith, logOf } = await makePlace()
    const { personId, participationId } = await joinWith(60)
    await giveNumber(db, identityVault(), personId, '198101012386')
    const address = paths.monthPaper(diarienr, month, participationId)
    expect((await take(loader, office.personId, address, params)).text).not.toMatch(/0101[-+]?2386/)
    const short = await take(action, office.personId, address, params, { participationId, reason: 'nej' })
    expect(short.status).toBe(302)
    expect(short.to).toContain('nummer=reason')
    expect(await logOf('identity-number.revealed')).toHaveLength(0)
    const form = { participationId, reason: 'Revisorn bad om underlaget' }
    const { status, text } = await take(action, office.personId, address, params, form)
    expect(status).toBe(200)
    expect(text).toContain('19810101-2386')
    expect(await logOf('identity-number.revealed')).toMatchObject([{ reason: form.reason, subject_id: personId }])
  })

  test('of a protected person has the alias and sums, and no number leaves', async () => {
    const { params, diarienr, office, joinWith } = await makePlace()
    const { personId, participationId } = await joinWith(60, { protection: 'marked', familyName: 'Hemlighetsson' })
    const address = paths.monthPaper(diarienr, month, participationId)
    const { text } = await take(loader, office.personId, address, params)
    expect(text).toContain('skyddade personuppgifter')
    expect(text).not.toContain('Hemlighetsson')
    expect(text).not.toContain('stöttning')
    const form = { participationId, reason: 'Revisorn bad om underlaget' }
    expect((await take(action, office.personId, address, params, form)).to).toContain('nummer=protected')
    const own = await take(ownLoader, personId, paths.monthCertificate(diarienr, month), params)
    expect(own.text).toContain('Hemlighetsson')
    expect(own.text).toContain('stöttning')
  })

  test('is fetched by its owner, and by nobody for a month without time', async () => {
    const { params, diarienr, joinWith } = await makePlace()
    const { personId, name } = await joinWith(60)
    const own = await take(ownLoader, personId, paths.monthCertificate(diarienr, month), params)
    expect(own.status).toBe(200)
    expect(own.text).toContain(name)
    const empty = { ...params, manad: '2025-04' }
    expect((await take(ownLoader, personId, paths.monthCertificate(diarienr, '2025-04'), empty)).status).toBe(404)
  })

  test('of everybody in a month come as one zip, each once, also in small pieces', async () => {
    const { db, params, diarienr, office, projectId, joinWith, logOf } = await makePlace()
    const people = [await joinWith(60), await joinWith(30), await joinWith(45)]
    const { bytes } = await take(zipLoader, office.personId, paths.monthPapers(diarienr, month), params)
    const names = Object.keys(unzipSync(new Uint8Array(bytes)))
    expect(names).toHaveLength(people.length)
    expect(await logOf('month-papers.exported')).toMatchObject([{ subject_id: `${projectId}/${month}` }])
    const project = { projectId, diarienr, name: 'Projekt', rounding: 'minutes' as const }
    const entries = []
    for await (const entry of monthPaperEntries(db, project, [month], paperTexts('sv'))) entries.push(entry.name)
    expect(entries).toEqual(names)
  })
})

describe('the time rows', () => {
  test('have the same columns always, and a row each', async () => {
    const { params, diarienr, office, joinWith } = await makePlace()
    const { name } = await joinWith(60)
    const { bytes } = await take(linesLoader, office.personId, paths.monthLines(diarienr, month, 'csv'), params)
    const [head, line, end] = bytes.toString('utf8').split('\r\n')
    expect(head).toBe(
      '\uFEFFDiarienummer;Månad;Deltagare;Samverkanspart;Arbetsgivare;Datum;Start;Slut;Rast (minuter);Aktivitet;Slag;Form;Plats;Ledare;Minuter;Källa;Skäl till rättelse;Införd;Rad i liggaren;Nummer i kedjan;Radens kontrollsumma;Kedjans kontrollsumma',
    )
    expect(line).toContain(`;${name};`)
    expect(line?.split(';')).toHaveLength(lineHeadings(paperTexts('sv')).length)
    expect(end).toBe('')
  })

  test('have every letter of a name', async () => {
    const { db, projectId, diarienr, joinWith } = await makePlace()
    await joinWith(60, { familyName: 'Łukasiewicz-Şahin' })
    const project = { projectId, diarienr, name: 'Projekt', rounding: 'minutes' as const }
    for await (const { name, pieces } of monthPaperEntries(db, project, [month], paperTexts('sv'))) {
      expect(name).toContain('Łukasiewicz-Şahin')
      const bytes: Uint8Array[] = []
      for await (const piece of pieces) bytes.push(piece)
      expect(Buffer.concat(bytes).toString('latin1')).toContain('SourceSans3-Regular')
    }
  })

  test('of a protected person tell minutes, not where or when', async () => {
    const { db, projectId, diarienr, joinWith } = await makePlace()
    await joinWith(60, { protection: 'marked', familyName: 'Hemlighetsson' })
    const project = { projectId, diarienr, name: 'Projekt', rounding: 'minutes' as const }
    for await (const row of lineRows(db, project, [month], paperTexts('sv'))) {
      expect(row.slice(3, 10)).toEqual(['', '', '', '', '', '', ''])
      expect(row[14]).toBe(60)
    }
  })
})
