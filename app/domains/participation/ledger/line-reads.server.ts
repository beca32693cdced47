import { type Actor, canReadParticipants, canReadReports } from '~/domains/identity'
import type { Db } from '~db/schema'
import { canCorrectTime, canReadLines } from '../months/policy'
import { monthOf } from '../months/rules/calendar'
import { participantScope } from '../policy'
import { findLineEvidence, listLineEvents, listLineFigures, listRelatedLines } from '../store/ledger-evidence.server'
import { findLedgerLine } from '../store/ledger-line.server'
import { listMonthEvents } from '../store/months-lines.server'
import { type LinePage, linePageOf } from './line-page'

/** One line of the ledger with its evidence and log; undefined when it is neither the actor's own nor within reach. */
export async function linePageFor(db: Db, actor: Actor, timeEntryId: string): Promise<LinePage | undefined> {
  const scope = canReadLines(actor) ? participantScope(actor) : undefined
  const line = await findLedgerLine(db, { personId: actor.personId, scope }, timeEntryId)
  if (line === undefined) return undefined
  const { personId, projectId } = line
  const month = monthOf(line.workedOn)
  const [evidence, related, figures, events, log] = await Promise.all([
    findLineEvidence(db, line),
    listRelatedLines(db, line),
    projectId === null ? [] : listLineFigures(db, { personId, projectId, month, position: line.link.position }),
    projectId === null ? [] : listMonthEvents(db, projectId, personId, month),
    listLineEvents(db, timeEntryId),
  ])
  return linePageOf(
    line,
    { evidence, related, figures, events, log },
    {
      isOwn: personId === actor.personId,
      mayCorrect: canCorrectTime(actor),
      mayReadReports: canReadReports(actor),
      mayReadRecord: personId !== actor.personId && canReadParticipants(actor),
    },
  )
}
