import { canLead } from '~/domains/catalogue'
import { type Actor, canReadReports } from '~/domains/identity'

/** Leaders and managers keep the attendance; the project office and auditors read what they have recorded. */
export function canReadAttendance(actor: Actor, occasion: Parameters<typeof canLead>[1]): boolean {
  return canLead(actor, occasion) || canReadReports(actor)
}
