import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { keyText, sectionText } from '~/domains/insight'
import { actorColumns, ownCopyJson, ownSections, readOwnCopy } from '~/domains/insight/index.server'
import { renderOwnPdf } from '~/domains/insight/ui/own/own-pdf'
import { listMaskedNumbers, revealIdentityNumber } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import type { PersonId } from '~/shared/ids'
import { makeWorld } from '../routes/access-world'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { giveNumber } from '../support/identity'
import { readableText } from '../support/readable'
import { vault } from '../support/reports'

const db = await testDatabase()
const at = new Date('2025-03-24T08:00:00Z')
const t = translator('sv')('copy')
const words = {
  language: 'sv',
  title: t('title'),
  left: [t('leftOut')],
  section: (name: string) => sectionText(t, name),
  key: (name: string) => keyText(t, name),
}

async function jsonOf(personId: PersonId, full = false): Promise<string> {
  const pieces: Uint8Array[] = []
  const wish = full ? { personId, at, vault } : { personId, at }
  for await (const piece of ownCopyJson(db, wish, words)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

it('holds every table that names a person, or says why a column is left out', async () => {
  const { rows } = await sql<{ column: string }>`
    select source.relname || '.' || attribute.attname as column
    from pg_constraint bond join pg_class source on source.oid = bond.conrelid
    join pg_attribute attribute on attribute.attrelid = source.oid and attribute.attnum = any (bond.conkey)
    where bond.contype = 'f' and bond.confrelid = 'person'::regclass`.execute(db)
  const named = new Set([...ownSections.flatMap((section) => section.covers), ...Object.keys(actorColumns)])
  const columns = rows.map((row) => row.column)
  expect(columns.filter((column) => !named.has(column))).toEqual([])
  expect([...named].filter((column) => !columns.includes(column))).toEqual([])
})

it.each(['sv', 'en'] as const)('has a word in %s for every part and every key', async (language) => {
  const copy = translator(language)('copy')
  const without: string[] = []
  for (const section of ownSections) {
    const part = section.statement(sql`'{}'::uuid[]`)
    const { rows } = await sql<object>`select part.* from (select 1) one left join (${part}) part on true`.execute(db)
    const keys = Object.keys(rows[0] ?? {})
    expect(keys.length).toBeGreaterThan(0)
    if (sectionText(copy, section.name) === section.name) without.push(section.name)
    for (const key of keys) if (keyText(copy, key) === key) without.push(`${section.name}.${key}`)
  }
  expect(without).toEqual([])
})

it('gives the person everything, with numbers masked unless the password was asked for, and nobody else’s', async () => {
  const world = await makeWorld()
  const { personId } = world.subject
  const office = await makeActor(db, 'projektadministrator')
  await giveNumber(db, vault, personId, '199201012391')
  const [number] = await listMaskedNumbers(db, personId)
  const identityNumberId = number?.identityNumberId ?? ''
  const { participationId } = world
  const reason = 'Kontroll inför rapport'
  const opened = await revealIdentityNumber(db, office, vault, { participationId, identityNumberId, reason, at })
  expect(opened.ok).toBe(true)
  const masked = await jsonOf(personId)
  const copy = JSON.parse(masked) as { sections: Record<string, unknown[]>; documentation: { sections: object } }
  for (const part of ['bookings', 'attendanceMarks', 'timeEntries', 'monthEvents', 'monthFigures', 'certificates'])
    expect(copy.sections[part]?.length, part).toBeGreaterThan(0)
  for (const part of ['exportLines', 'ledgerLinks', 'enrolments', 'completions', 'calendarFeed', 'lookedAt'])
    expect(copy.sections[part]?.length, part).toBeGreaterThan(0)
  expect(Object.keys(copy.documentation.sections)).toEqual(Object.keys(copy.sections))
  expect(masked).toContain(world.secret)
  expect(masked).not.toContain('2391"')
  expect(await jsonOf(personId, true)).toContain('"number":"19920101-2391"')
  expect(masked).toContain(reason)
  const stranger = world.askers.find(({ actor }) => actor !== undefined)?.actor
  expect(await jsonOf(stranger?.personId ?? ('' as PersonId), true)).not.toContain(world.secret)
  const sections = []
  for await (const section of readOwnCopy(db, { personId })) sections.push(section)
  const pdf = await renderOwnPdf({ name: world.secret, at, language: 'sv', sections }, t)
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(readableText(pdf).replaceAll(/\s/g, '')).toContain(world.secret.replaceAll(/\s/g, ''))
  expect(readableText(pdf)).not.toContain('2391')
})
