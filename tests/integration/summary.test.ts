import { describe, expect, test } from 'vitest'
import { projectPaper, readProjectSummary } from '~/domains/insight/index.server'
import { participantScope, summaryColumns, summaryHeadings } from '~/domains/participation'
import {
  listMonthsWithTime,
  lockMonth,
  monthRows,
  summaryPageFor,
  summaryPaper,
  summaryPeriod,
  summaryRows,
} from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { paperTexts } from '~/papers.server'
import { testDatabase } from '../support/database'
import { makeActor, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { readableText } from '../support/readable'
import { reportWorld, vault } from '../support/reports'

const texts = paperTexts('sv')
const march = '2025-03'

/** A project whose March is locked and sent for two of three, and whose April is open. */
async function makeClosed() {
  const { db, ...world } = await reportWorld(await testDatabase(), { rounding: 'floor_hours' })
  const { projectId, diarienr, office } = world
  await db.updateTable('project').set({ self_study_eligible: false }).where('project_id', '=', projectId).execute()
  const people = [
    await world.join(),
    await world.join(),
    await world.join({ protection: 'marked', familyName: 'Hemlighetsson' }),
  ]
  for (const [index, { personId }] of people.entries()) {
    await makeTimeEntry(db, { personId, projectId, minutes: 95 + index, workedOn: '2025-03-12' })
    if (index < 2) await makeSignedMonth(db, { personId, projectId, office, attested: true })
    await makeTimeEntry(db, { personId, projectId, minutes: 30, workedOn: '2025-04-03' })
  }
  const locked = await lockMonth(db, office, {
    ...{ projectId, month: march, leftOut: 1, acknowledged: true },
    at: new Date('2025-04-10T08:00:00Z'),
  })
  expect(locked.ok).toBe(true)
  expect((await world.make(march)).ok).toBe(true)
  const project = { projectId, diarienr, name: 'Projektet', rounding: 'floor_hours' as const }
  return { db, people, project, ...world }
}

const sum = (rows: readonly (number | null)[]) => rows.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('the sammanställning', () => {
  test('has the same columns always', () => {
    expect(summaryHeadings(texts)).toEqual([
      ...['Diarienummer', 'Månad', 'Deltagare', 'Samverkanspart', 'Arbetsgivare', 'Kommun', 'Startdatum', 'Slutdatum'],
      ...['Läge', 'Planerade minuter', 'Närvaro minuter', 'Sedda minuter', 'Signerade minuter', 'Registrerade minuter'],
      ...['Minuter som får rapporteras', 'Rapporterade minuter', 'Registrerade timmar', 'Rapporterade timmar'],
      ...['Fil till SCB', 'Minuter i filen', 'Signerad', 'Attesterad', 'Attesterad av', 'Låsning'],
      'Kontrollsumma av raderna',
    ])
  })

  test('has one row per person and month, each once also in small pieces, and protected persons by alias', async () => {
    const { db, project } = await makeClosed()
    const all = []
    const months = await listMonthsWithTime(db, project.projectId)
    expect(months).toEqual([march, '2025-04'])
    for await (const rows of monthRows(db, project.projectId, months)) all.push(...rows)
    const small = []
    for await (const rows of monthRows(db, project.projectId, months, { size: 2 })) small.push(...rows)
    expect(small).toEqual(all)
    expect(all).toHaveLength(6)
    expect(
      all
        .filter(({ month }) => month === march)
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['exporterad', 'exporterad', 'oppen'])
    const hidden = all.filter(({ isProtected }) => isProtected)
    expect(hidden).toHaveLength(2)
    for (const row of hidden) {
      expect(row).toMatchObject({ partner: null, employer: null, municipality: null, entryOn: null })
      expect(row.name).not.toContain('Hemlighetsson')
    }
  })

  test('adds up with the months and with the file, and says what is left out', async () => {
    const { db, project } = await makeClosed()
    const page = await summaryPageFor(db, project, 'hela')
    expect(page.months).toMatchObject([
      { month: march, persons: 3, registered: 288, reported: 120, batchMinutes: 120, agrees: true, remarks: [] },
      { month: '2025-04', persons: 3, registered: 90, reported: 0, batchMinutes: 0, batch: null, agrees: true },
    ])
    const rows = []
    for await (const piece of monthRows(db, project.projectId, [march])) rows.push(...piece)
    expect(sum(rows.map(({ registered }) => registered))).toBe(288)
    expect(sum(rows.map(({ batchMinutes }) => batchMinutes))).toBe(page.months[0]?.batchMinutes)
    expect(sum(rows.map(({ signed }) => signed))).toBe(page.months[0]?.signed)
  })

  test('holds no more than a page of rows, however many there are', async () => {
    const { db, project } = await makeClosed()
    const read: number[] = []
    const watched = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        read.push(result.rows.length)
        return Promise.resolve(result)
      },
    })
    const months = await listMonthsWithTime(db, project.projectId)
    const rows = summaryRows(watched, project, months, texts, { size: 2 })
    await rows.next()
    expect(read).toEqual([2])
    for await (const row of rows) expect(row).toHaveLength(summaryColumns.length)
    expect(read).toEqual([2, 1, 2, 1])
  })

  test('comes as rows of as many cells as columns, and as a PDF with the lock-up and the sum', async () => {
    const { db, project, people } = await makeClosed()
    const period = await summaryPeriod(db, project.projectId, '2025-K1')
    expect(period.months).toEqual([march])
    for await (const row of summaryRows(db, project, period.months, texts)) {
      expect(row).toHaveLength(summaryColumns.length)
    }
    const pieces: Uint8Array[] = []
    const at = new Date('2025-05-01T08:00:00Z')
    for await (const piece of summaryPaper(db, project, period, { at }, texts)) pieces.push(piece)
    const text = readableText(Buffer.concat(pieces)).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Kvartal 1 2025')
    expect(text).toContain('Summa 3 person-månader')
    expect(text).toMatch(/Medfinansieras av Europeiska unionen/)
    expect(text).toContain(people[0]?.name.split(' ')[0] ?? 'saknas')
    expect(text).not.toContain('Hemlighetsson')
  })
})

describe('the summary of a project', () => {
  test('tells plan, months and files on paper, agrees with the file, and names no participant', async () => {
    const { db, project, people, office } = await makeClosed()
    const summary = await readProjectSummary(db, participantScope(office), vault, project.diarienr)
    if (summary === undefined) throw new Error('No summary')
    expect(summary.months).toMatchObject([
      { month: march, state: 'last', registered: 288, reported: 120, batchMinutes: 120, agrees: true },
      { month: '2025-04', state: 'oppen', registered: 90, reported: 0 },
    ])
    const t = translator('sv')
    const at = new Date('2025-05-01T08:00:00Z')
    const words = { ...texts, indicators: t('indicators'), bundle: t('bundle') }
    const bytes = await projectPaper(summary, at, words)
    const text = readableText(bytes).replaceAll(/\s+/g, ' ')
    for (const part of [project.diarienr, 'Mars 2025', 'Medfinansieras av Europeiska unionen', '2025-05-01']) {
      expect(text.toLowerCase()).toContain(part.toLowerCase())
    }
    expect(text).toContain(summary.batches[0]?.contentSha256?.slice(0, 12) ?? 'saknas')
    expect(text).not.toContain('Hemlighetsson')
    for (const { name } of people) expect(text).not.toContain(name)
    const other = await makeActor(db, 'medarbetare')
    expect(await readProjectSummary(db, participantScope(other), vault, project.diarienr)).toBeUndefined()
  })
})
