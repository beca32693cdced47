import type { Actor } from '~/domains/identity'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { canAuditOwner } from '../policy'

/** Whether the actor audits this project; false for what belongs to no project. */
export async function auditsProject(db: Db, actor: Actor, projectId: ProjectId | null): Promise<boolean> {
  if (projectId === null || !actor.grants.some((grant) => grant.role === 'revisor')) return false
  const row = await db.selectFrom('project').where('project_id', '=', projectId).select('owner_id').executeTakeFirst()
  return row !== undefined && canAuditOwner(actor, row.owner_id as OrganisationId)
}
