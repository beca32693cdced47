import { countOldAssessments, deleteOldAssessments } from '~/domains/competence/index.server'
import { recordAudit } from '~/domains/identity/index.server'
import {
  countOldPosts,
  countOldTraces,
  deleteOldAccessNeeds,
  deleteOldAnswers,
  deleteOldWatches,
  emptyOldPosts,
} from '~/domains/learning/index.server'
import { type CommonKind, commonKinds, cutoffOf, type RetentionRule } from '~/domains/participation'
import { listHeldPeople, listRetentionRules } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

const PEOPLE_AT_A_TIME = 100
/** Before everything: a kind without a rule is kept. */
const NEVER = '0001-01-01'

/** What would go today of the kinds that belong to no project. */
export async function countCommon(
  db: Db,
  rules: readonly RetentionRule[],
  held: readonly string[],
  today: string,
): Promise<Record<CommonKind, number>> {
  const before = (kind: CommonKind) => cutoffOf(rules, kind, today) ?? NEVER
  const [traces, assessments, posts] = await Promise.all([
    countOldTraces(db, {
      answers: { before: before('svar'), except: held },
      watches: { before: before('tittarloggar'), except: held },
      today,
    }),
    countOldAssessments(db, before('sjalvskattningar'), held),
    countOldPosts(db, { before: before('inlagg'), except: held }),
  ])
  return {
    sjalvskattningar: assessments,
    svar: traces.answers,
    tittarloggar: traces.watches,
    inlagg: posts,
    tillgangsbehov: traces.needs,
  }
}

/**
 * Deletes what belongs to no project and whose time has come. Each batch is one transaction with its line in the log;
 * whoever has a record in a project under legal hold is left alone. Repeated, it goes on where it stopped.
 */
export async function deleteCommon(
  db: Db,
  request: { actorId: PersonId | null; at: Date; most?: number },
): Promise<Record<CommonKind, number>> {
  const { actorId, at, most = PEOPLE_AT_A_TIME } = request
  const today = localDay(at)
  const rules = await listRetentionRules(db)
  const sum: Record<CommonKind, number> = {
    sjalvskattningar: 0,
    svar: 0,
    tittarloggar: 0,
    inlagg: 0,
    tillgangsbehov: 0,
  }
  for (const kind of commonKinds) {
    const before = cutoffOf(rules, kind, today)
    if (before === undefined) continue
    for (;;) {
      const gone = await db.transaction().execute(async (tx) => {
        const except = await listHeldPeople(tx)
        const count = await {
          sjalvskattningar: () => deleteOldAssessments(tx, before, except, most),
          svar: () => deleteOldAnswers(tx, { before, except }, most),
          tittarloggar: () => deleteOldWatches(tx, { before, except }, most),
          inlagg: () => emptyOldPosts(tx, { before, except }, at, most),
          tillgangsbehov: () => deleteOldAccessNeeds(tx, today),
        }[kind]()
        if (count > 0) {
          await recordAudit(tx, {
            actorId,
            action: 'retention.applied',
            subjectKind: 'portal',
            subjectId: 'portal',
            detail: { rule: kind, after: { [kind]: count } },
            at,
          })
        }
        return count
      })
      sum[kind] += gone
      if (gone === 0) break
    }
  }
  return sum
}
