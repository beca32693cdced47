import { randomBytes } from 'node:crypto'
import { checkDigitOf, parseIdentityNumber } from '~/domains/participation'
import {
  listReportMonths,
  makeBatch,
  openVault,
  readTemplateFile,
  type Vault,
} from '~/domains/participation/index.server'
import type { Actor, Protection } from '~/domains/identity'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeActor, makeFrozenMonth, makeOrganisation, makeParticipation, makePerson, makeProject } from './factories'

export const vault = openVault('ab'.repeat(32))
export const reportedAt = new Date('2025-04-10T09:00:00Z')

export function scbTemplate() {
  const read = readTemplateFile('content')
  if (!read.ok) throw new Error('The template of the project is broken')
  return read.template
}

const dayMs = 86_400_000
/** An official test number of a birth between 1980 and 1989: every day has serial 238 (woman) and 239 (man). */
export function testNumber(index: number, gender: 'kvinna' | 'man' = index % 2 === 0 ? 'kvinna' : 'man'): string {
  const day = new Date(Date.parse('1980-01-02') + (index % 3600) * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
  const serial = gender === 'kvinna' ? '238' : '239'
  return `${day}${serial}${checkDigitOf(day.slice(2) + serial)}`
}

/** Puts a number in the register. Its look-up is of chance, so that tests may share numbers. */
export async function giveNumber(db: Db, keys: Vault, personId: PersonId, digits: string): Promise<void> {
  const parsed = parseIdentityNumber(digits, '2025-03-24')
  if (!parsed.ok) throw new Error(`The test number is refused: ${parsed.refusal}`)
  const { kind, masked, birthYear, gender } = parsed.value
  await db
    .insertInto('identity_number')
    .values({
      person_id: personId,
      kind,
      ciphertext: keys.seal(digits, personId),
      key_version: keys.keyVersion,
      lookup_hash: randomBytes(32),
      masked,
      birth_year: birthYear,
      gender,
    })
    .execute()
}

export interface Wish {
  number?: string | null
  acknowledged?: boolean
  protection?: Protection
  familyName?: string
}

/** A project with one partner and the office that keeps it; `join` adds a participant, `lock` a month. */
export async function reportWorld(db: Db, project: { rounding?: 'floor_hours' | 'minutes'; name?: string } = {}) {
  const { organisationId } = await makeOrganisation(db)
  const { projectId, diarienr } = await makeProject(db, { partnerIds: [organisationId], ...project })
  const office = await makeActor(db, 'projektadministrator')
  let count = 0
  const join = async (wish: Wish = {}) => {
    const { protection, familyName } = wish
    const person = await makePerson(db, {
      organisationId,
      ...(protection === undefined ? {} : { protection }),
      ...(familyName === undefined ? {} : { familyName }),
    })
    const { personId } = person
    const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    if (wish.acknowledged !== false) {
      await db
        .updateTable('participation')
        .set({ notice_version: '1.0', notice_ack_at: new Date('2023-09-01T08:00:00Z') })
        .where('participation_id', '=', participationId)
        .execute()
    }
    const digits = wish.number === undefined ? testNumber((count += 1)) : wish.number
    if (digits !== null) await giveNumber(db, vault, personId, digits)
    return {
      personId,
      participationId,
      partnerId: organisationId,
      digits,
      name: `${person.givenName} ${person.familyName}`,
    }
  }
  const lock = (month: string, figures: Parameters<typeof makeFrozenMonth>[1]['figures']) =>
    makeFrozenMonth(db, { projectId, month, figures })
  const make = (month: string, wish: { seen?: number; acknowledged?: readonly string[]; actor?: Actor } = {}) =>
    makeBatch(db, wish.actor ?? office, vault, {
      projectId,
      month,
      seenNumber: wish.seen ?? 0,
      template: scbTemplate(),
      acknowledged: wish.acknowledged ?? [],
      at: reportedAt,
    })
  return { db, organisationId, projectId, diarienr, office, join, lock, make }
}

export async function monthOf(db: Db, projectId: ProjectId, month: string) {
  const found = (await listReportMonths(db, projectId)).find((one) => one.month === month)
  if (found === undefined) throw new Error(`The month ${month} is absent`)
  return found
}
