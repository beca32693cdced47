import { beforeAll, describe, expect, test } from 'vitest'
import { indicatorsPageOf, readPeriod } from '~/domains/insight'
import { readIndicators } from '~/domains/insight/index.server'
import { listBirthDays, openVault } from '~/domains/participation/index.server'
import { openIndicatorRows, takeIndicatorFile } from '~/journeys/open-indicators.server'
import { translator } from '~/i18n/translator.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeParticipation, makePerson, makeProject, unique } from '../support/factories'
import { giveNumber, numberBornOn } from '../support/identity'

const at = new Date('2025-03-24T09:00:00Z')
const vault = openVault('ab'.repeat(32))
const everyone = { everyone: true } as const

interface Wish {
  bornOn?: string
  woman?: boolean
  number?: string | null
  protection?: 'none' | 'marked'
  familyName?: string
}

async function setting(db: Db) {
  const partner = await makeOrganisation(db)
  const { projectId, diarienr } = await makeProject(db, { partnerIds: [partner.organisationId] })
  const join = async (wish: Wish = {}) => {
    const person = await makePerson(db, {
      protection: wish.protection ?? 'none',
      ...(wish.familyName === undefined ? {} : { familyName: wish.familyName }),
    })
    const { participationId } = await makeParticipation(db, {
      projectId,
      personId: person.personId,
      partnerId: partner.organisationId,
    })
    await db
      .updateTable('participation')
      .set({ notice_version: '1.0', notice_ack_at: at })
      .where('participation_id', '=', participationId)
      .execute()
    const number = wish.number === undefined ? numberBornOn(wish.bornOn ?? '', wish.woman ?? true) : wish.number
    if (number !== null) await giveNumber(db, vault, person.personId, number)
    return { ...person, participationId }
  }
  return { db, projectId: projectId as ProjectId, diarienr, partner, join }
}

let db: Db
beforeAll(async () => {
  db = await testDatabase()
})

async function pageOf(diarienr: string) {
  const found = await readIndicators(db, everyone, vault, diarienr)
  if (found === undefined) throw new Error('The project is there')
  const chosen = readPeriod(new URLSearchParams(), found.project)
  return indicatorsPageOf(found.project, found.facts, chosen, 'EECO01')
}

const days = ['1978-03-01', '1978-03-02', '1978-03-03', '1978-03-04', '1978-03-05', '1978-03-06', '1978-03-07']

describe('the page of indicators', () => {
  test('gender and age come from the sealed number, and protected persons stand in the whole alone', async () => {
    const { join, diarienr, projectId } = await setting(db)
    for (const bornOn of days) await join({ bornOn })
    const hidden = unique('Hemlig')
    await join({ bornOn: '1978-03-08', protection: 'marked', familyName: hidden })
    await join({ number: null })
    const page = await pageOf(diarienr)
    const row = (code: string) => page.rows.find((one) => one.code === code)?.figures.map((f) => f.shown && f.value)
    expect([page.everyone, page.totalOnly]).toEqual([9, 2])
    expect(row('EECO01')).toEqual([9, 7, 0])
    expect(row('age-30-54')).toEqual([7, 7, 0])
    expect(row('EECO05')).toEqual([7, 7, 0])
    expect(page.rows.find((one) => one.code === 'EECO09')?.source).toBe('scb')
    expect(page.rows.find((one) => one.code === 'EECO12')?.source).toBe('never')
    expect(page.rows.find((one) => one.code === 'EECR04')?.source).toBe('no-meaning')
    expect(JSON.stringify(page)).not.toContain(hidden)
    const born = await listBirthDays(db, vault, projectId)
    expect([...born.values()].toSorted().slice(0, 2)).toEqual(['1978-03-01', '1978-03-02'])
  })

  test('a record that was merged into another is left out everywhere', async () => {
    const { join, diarienr } = await setting(db)
    for (const bornOn of days) await join({ bornOn })
    const [kept, gone] = [await join({ bornOn: '1978-04-01' }), await join({ bornOn: '1978-04-02' })]
    await db
      .updateTable('participation')
      .set({ merged_into: kept.participationId })
      .where('participation_id', '=', gone.participationId)
      .execute()
    expect((await pageOf(diarienr)).everyone).toBe(8)
  })

  test('rows are logged, protected persons are aliases in them, and a hidden figure is not opened', async () => {
    const { join, diarienr, projectId } = await setting(db)
    for (const bornOn of days) await join({ bornOn })
    await join({ bornOn: '1978-03-09', woman: false })
    const secret = unique('Hemlig')
    await join({ bornOn: '1978-03-08', protection: 'marked', familyName: secret })
    const office = await makeActor(db, 'projektadministrator')
    const open = (query: string) =>
      openIndicatorRows(db, office, vault, { diarienr, query: new URLSearchParams(query), at })
    const all = await open('indikator=EECO01')
    expect(all?.opened.kind === 'cell' && all.opened.rows).toHaveLength(9)
    expect(JSON.stringify(all)).not.toContain(secret)
    expect((await open('indikator=EECO01&kon=man'))?.opened.kind).toBe('hidden')
    expect((await open('indikator=EECO01&kon=kvinna'))?.opened.kind).toBe('hidden')
    expect((await open('kontroll=entry-without-time'))?.opened.kind).toBe('check')
    expect(await open('indikator=EECO99')).toBeUndefined()
    const log = await db.selectFrom('audit_event').where('subject_id', '=', projectId).select('action').execute()
    expect(log.filter(({ action }) => action === 'indicator.opened')).toHaveLength(4)
  })

  test('the files have the same columns whatever they hold', async () => {
    const full = await setting(db)
    for (const bornOn of days) await full.join({ bornOn })
    const empty = await setting(db)
    const office = await makeActor(db, 'projektadministrator')
    const t = translator('sv')('indicators')
    const take = (diarienr: string) =>
      takeIndicatorFile(db, office, vault, { diarienr, query: new URLSearchParams(), form: 'csv', t, at })
    const [one, two] = [await take(full.diarienr), await take(empty.diarienr)]
    expect(one?.headings).toEqual(two?.headings)
    expect(one?.headings).toHaveLength(12)
    expect(new Set([...(one?.rows ?? []), ...(two?.rows ?? [])].map((row) => row.length))).toEqual(new Set([12]))
  })

  test('an office of another organisation does not reach them', async () => {
    const { diarienr } = await setting(db)
    const other = await makeOrganisation(db)
    const scope = { everyone: false, organisationIds: [other.organisationId] } as const
    expect(await readIndicators(db, { ...scope, organisationIds: [...scope.organisationIds] }, vault, diarienr)).toBe(
      undefined,
    )
  })
})
