import type { ProjectId } from '~/shared/ids'
import type { ProjectWindow } from '../model'
import { placeDay } from '../rules/placement'
import type { MovedLine, StandingLine } from './model'

/**
 * What becomes of each line of the person who goes: time in a project stays in it; time that lay outside for want of a
 * record is placed by the records that the two have together; time of a course or meeting that the other has already is
 * taken away, so that no hour counts twice.
 */
export function planLines(
  from: readonly StandingLine[],
  to: readonly StandingLine[],
  windows: readonly ProjectWindow[],
): MovedLine[] {
  const known = new Set(to.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])))
  return from.map((line) => ({
    timeEntryId: line.timeEntryId,
    workedOn: line.workedOn,
    minutes: line.minutes,
    fromProjectId: line.projectId,
    ...placeOf(line, windows),
    isDouble: line.evidence !== null && known.has(line.evidence),
  }))
}

function placeOf(
  line: StandingLine,
  windows: readonly ProjectWindow[],
): Pick<MovedLine, 'projectId' | 'outsideReason'> {
  if (line.projectId !== null) return { projectId: line.projectId, outsideReason: null }
  if (line.outsideReason !== 'no-record' || line.origin === 'statement')
    return { projectId: null, outsideReason: line.outsideReason }
  const allowed =
    line.origin === 'completion'
      ? windows
      : windows.filter(({ projectId }: { projectId: ProjectId }) => projectId === line.activityProjectId)
  return placeDay(line.workedOn, allowed)
}

/** The months that a plan writes to, each once: `project month`. */
export function touchedMonths(lines: readonly MovedLine[]): { projectId: ProjectId; month: string }[] {
  const found = new Map<string, { projectId: ProjectId; month: string }>()
  for (const line of lines) {
    for (const projectId of [line.fromProjectId, line.projectId]) {
      const month = line.workedOn.slice(0, 7)
      if (projectId !== null) found.set(`${projectId} ${month}`, { projectId, month })
    }
  }
  return [...found.values()]
}

interface CurrentNumber {
  kind: 'personnummer' | 'samordningsnummer'
}

/** Whose number is in force afterwards: a personal identity number before a coordination number, else the kept one's. */
export function numberInForce(kept: CurrentNumber | null, gone: CurrentNumber | null): 'kept' | 'gone' | undefined {
  if (kept === null) return gone === null ? undefined : 'gone'
  return kept.kind === 'samordningsnummer' && gone?.kind === 'personnummer' ? 'gone' : 'kept'
}

/** Two personal identity numbers mean two people, unless one of them is wrong: the office says so. */
export function numbersDiffer(kept: CurrentNumber | null, gone: CurrentNumber | null): boolean {
  return kept !== null && gone !== null && kept.kind === gone.kind
}
