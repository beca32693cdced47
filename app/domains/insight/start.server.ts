import { EVIDENCE_FRAMEWORK, profileOf } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { type Language, pick } from '~/shared/language'
import type { Db } from '~db/schema'
import { findProfileFacts } from './store/profile.server'

export interface AreaLevel {
  code: string
  name: string
  level: number
}

/** The areas in which a person has a confirmed level, in the framework's order. Two SELECTs. */
export async function listAreaLevels(
  db: Db,
  personId: PersonId,
  at: { now: Date; language: Language },
): Promise<AreaLevel[]> {
  const [framework, facts] = await Promise.all([
    findFramework(db, EVIDENCE_FRAMEWORK),
    findProfileFacts(db, personId, localDay(at.now)),
  ])
  if (framework === undefined) return []
  return profileOf(framework, facts)
    .filter(({ level }) => level > 0)
    .map(({ area, level }) => ({ code: area.code, name: pick(area.name, at.language), level }))
}
