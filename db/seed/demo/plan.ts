import { addDays, stockholmInstant, workdayFrom, workdayUntil } from './calendar'
import type { Ground } from './ground'
import { type PlannedPerson, planPeople, PRINCIPAL, TEACHER } from './people'
import { type Chance, chanceFrom } from './random'
import { isFinished, LAST_DAY, planStudies, type Study } from './studies'
import { type Traces, traceStudy } from './traces'

export interface PlannedStudy {
  study: Study
  traces: Traces
}
export interface Participant {
  person: PlannedPerson
  employedFrom: string
  employedUntil: string | null
  registeredOn: string
  noticeAcknowledgedAt: Date | null
  /** The first and, for those who have left the project, the last day with time in the ledger. */
  entryOn: string | null
  exitOn: string | null
  studies: PlannedStudy[]
  selfAssessments: { competenceId: string; level: number; assessedAt: Date }[]
  sharing: { shared: boolean; changedAt: Date } | undefined
}

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
export function stockholmDay(instant: Date): string {
  return stockholm.format(instant)
}

function assessThemselves(chance: Chance, ground: Ground, registeredOn: string): Participant['selfAssessments'] {
  const count = chance.whole(8, Math.max(8, Math.min(18, ground.competenceIds.length)))
  const first = stockholmInstant(workdayFrom(addDays(registeredOn, chance.whole(0, 12))), chance.whole(8 * 60, 16 * 60))
  const chosen = chance.shuffled(ground.competenceIds).slice(0, count)
  const begun = chosen.map((competenceId, index) => ({
    competenceId,
    level: Number(chance.weighted({ '0': 14, '1': 34, '2': 33, '3': 15, '4': 4 })),
    assessedAt: new Date(first.getTime() + index * 9_000),
  }))
  if (!chance.happens(0.35)) return begun
  const again = stockholmInstant(
    workdayFrom(addDays(registeredOn, chance.whole(150, 260))),
    chance.whole(8 * 60, 16 * 60),
  )
  const renewed = begun.slice(0, 6).map((assessment, index) => ({
    ...assessment,
    level: Math.min(4, assessment.level + chance.whole(0, 1)),
    assessedAt: new Date(again.getTime() + index * 9_000),
  }))
  return [...begun, ...renewed].filter(({ assessedAt }) => stockholmDay(assessedAt) <= LAST_DAY)
}

function planParticipant(chance: Chance, ground: Ground, person: PlannedPerson, place: number): Participant {
  const studies = planStudies(chance, ground, person, place).map((study) => ({
    study,
    traces: traceStudy(chance, study),
  }))
  const finished = studies
    .filter(({ study }) => isFinished(study))
    .flatMap(({ study }) => study.finished.map(({ finishedAt }) => stockholmDay(finishedAt)))
    .sort()
  const entryOn = finished[0] ?? null
  const firstDay = studies.map(({ study }) => stockholmDay(study.enrolledAt))[0]
  const registeredOn =
    firstDay === undefined
      ? workdayFrom(addDays('2024-01-15', chance.whole(0, 420)))
      : workdayUntil(addDays(firstDay, -chance.whole(2, 18)))
  const leaves =
    !person.hasAccount &&
    person.municipalityCode !== '1494' &&
    (finished.at(-1) ?? '9999') < '2024-12-01' &&
    chance.happens(0.09)
  const exitOn = leaves ? (finished.at(-1) ?? null) : null
  return {
    person,
    employedFrom: `${chance.whole(2009, 2022)}-${chance.happens(0.7) ? '08-14' : '01-09'}`,
    employedUntil: exitOn !== null && chance.happens(0.5) ? addDays(exitOn, chance.whole(15, 90)) : null,
    registeredOn,
    noticeAcknowledgedAt:
      person.record?.noticeAcknowledged === true
        ? stockholmInstant(addDays(registeredOn, chance.whole(0, 2)), chance.whole(8 * 60, 17 * 60))
        : null,
    entryOn,
    exitOn,
    studies,
    selfAssessments:
      person.record !== undefined && (person.hasAccount || chance.happens(0.7))
        ? assessThemselves(chance, ground, registeredOn)
        : [],
    sharing: chance.happens(0.88)
      ? {
          shared: chance.happens(0.92),
          changedAt: stockholmInstant(addDays(registeredOn, 1), chance.whole(8 * 60, 16 * 60)),
        }
      : undefined,
  }
}

/** Of the 46 at the principal's centre, the principal among them, 41 share their profile. */
function shareAtLidkoping(chance: Chance, participants: Participant[]): void {
  const staff = participants.filter(
    ({ person }) => person.municipalityCode === '1494' && person.email !== PRINCIPAL && person.email !== TEACHER,
  )
  const silent = new Set(chance.shuffled(staff).slice(0, 5))
  for (const participant of participants) {
    if (participant.person.municipalityCode !== '1494') continue
    const changedAt = stockholmInstant(addDays(participant.registeredOn, 1), 10 * 60)
    participant.sharing = silent.has(participant) ? undefined : { shared: true, changedAt }
  }
}

/** The whole demonstration, the same every time on the same ground. Pure: reads no clock and no database. */
export function planDemonstration(ground: Ground): {
  chance: Chance
  participants: Participant[]
} {
  const chance = chanceFrom(22_035_05)
  const participants = planPeople(chance, ground).map((person, place) => planParticipant(chance, ground, person, place))
  shareAtLidkoping(chance, participants)
  return { chance, participants }
}
