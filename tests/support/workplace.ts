import { findPersonMonth } from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from './database'
import { makeActor, makeOrganisation, makeParticipation, makePerson, makeProject } from './factories'

export const at = new Date('2025-04-02T08:00:00Z')
export const month = '2025-03'

/** A project with one partner, its office and principal, and a way to let people join. */
export async function makeWorkplace(wish: { rounding?: 'floor_hours' | 'minutes' } = {}) {
  const db = await testDatabase()
  const { organisationId } = await makeOrganisation(db)
  const { projectId, diarienr } = await makeProject(db, wish)
  const join = async () => {
    const { personId } = await makePerson(db, { organisationId })
    const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    return { personId, participationId }
  }
  const office = await makeActor(db, 'projektadministrator')
  const chief = await makeActor(db, 'chef', { organisationId })
  return { db, organisationId, projectId, diarienr, join, office, chief }
}

export async function stateOf(db: Db, projectId: ProjectId, personId: PersonId, of = month) {
  return (await findPersonMonth(db, projectId, personId, of))?.state
}

/** What happened to a person-month, in the order of the chain. */
export function eventsOf(db: Db, projectId: ProjectId, personId: PersonId, of = month) {
  return db
    .selectFrom('month_event')
    .innerJoin('ledger_link', 'ledger_link.row_id', 'month_event.month_event_id')
    .where('month_event.project_id', '=', projectId)
    .where('month_event.person_id', '=', personId)
    .where('month', '=', of)
    .orderBy('position')
    .select(['month_event.kind as kind', 'method', 'minutes', 'entry_count', 'lines_sha256', 'generation', 'reason'])
    .execute()
}
