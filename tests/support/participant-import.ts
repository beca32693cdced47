import type { Actor } from '~/domains/identity'
import { previewImport, uploadImport } from '~/domains/participation/index.server'
import { applyImport } from '~/journeys/import-participants.server'
import type { Db } from '~db/schema'
import { testDatabase } from './database'
import { makeActor, makeProject } from './factories'
import { at, makePartner } from './participants'
import { vault } from './reports'

export const heading = 'Förnamn;Efternamn;E-post;Personnummer;Samverkanspart;Startdatum;Slutdatum'

export async function land() {
  const db = await testDatabase()
  const [one, two] = [await makePartner(db), await makePartner(db)]
  const project = await makeProject(db, { partnerIds: [one.organisationId, two.organisationId] })
  const office = await makeActor(db, 'projektadministrator')
  return { db, one, two, office, ...project }
}

/** Uploads lines below the heading and answers how each line was judged. */
export async function upload(db: Db, actor: Actor, diarienr: string, lines: readonly string[], head = heading) {
  const bytes = new TextEncoder().encode([head, ...lines].join('\r\n'))
  const outcome = await uploadImport(db, actor, vault, { diarienr, bytes, fileName: 'deltagare.csv', at })
  if (!outcome.ok) throw new Error(outcome.refusal)
  const { importId } = outcome.value
  const preview = await previewImport(db, actor, vault, { importId, at })
  const rows = preview?.rows ?? []
  const codes = rows.map((row) => row.problems.map(({ column, code }) => `${column ?? 'row'}: ${code}`))
  return { importId, preview, rows, codes, outcomes: rows.map(({ outcome: one }) => one) }
}

export const peopleIn = async (db: Db, projectId: string) =>
  db
    .selectFrom('participation')
    .innerJoin('person', 'person.person_id', 'participation.person_id')
    .where('project_id', '=', projectId)
    .select(['person.email', 'entry_on', 'exit_on', 'partner_id', 'participation.person_id', 'participation_id'])
    .orderBy('person.email')
    .execute()
export const apply = (db: Db, actor: Actor, importId: string, confirmed: number[] = []) =>
  applyImport(db, actor, vault, { importId, confirmed, at })
