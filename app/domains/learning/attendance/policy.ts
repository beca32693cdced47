import { canLead } from '~/domains/catalogue'
import { type Actor, scopeOf } from '~/domains/identity'
import type { ProjectId } from '~/shared/ids'

/**
 * Leaders and managers keep the attendance. Those who audit the whole portal read it as evidence where the activity
 * belongs to a project; who audits single projects is asked of the project (`auditsProject` of participation).
 */
export function canReadAttendance(
  actor: Actor,
  occasion: Parameters<typeof canLead>[1] & { projectId: ProjectId | null },
): boolean {
  if (canLead(actor, occasion)) return true
  return occasion.projectId !== null && scopeOf(actor, 'revisor').everywhere
}
