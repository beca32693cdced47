import type { Db } from '~db/schema'
import { writeGatherings } from './demo/activity-rows'
import { planGatherings } from './demo/attendance'
import { stockholmInstant } from './demo/calendar'
import { writeCohort } from './demo/cohort'
import { writeDiscussions } from './demo/discussions'
import { readGround } from './demo/ground'
import { type Sealer, writePeople } from './demo/people-rows'
import { planDemonstration } from './demo/plan'
import { writeStudies } from './demo/rows'
import { writeWorks } from './demo/works'
import { FIRST_DAY } from './demo/studies'

export interface DemonstrationOptions {
  /** The one password of all demonstration people. */
  password: string
  hashPassword: (password: string) => Promise<string>
  /** The participation vault, which encrypts identity numbers. */
  vault: Sealer
  now: Date
}

const settingName = 'demonstration_seeded'

/**
 * Fills an imported portal with synthetic people of project 22-035-S05, their studies and all that follows from them,
 * in one transaction and once: answers false, and changes nothing, when the database already has them.
 */
export async function seedDemonstration(db: Db, options: DemonstrationOptions): Promise<boolean> {
  const seeded = await db.selectFrom('setting').where('name', '=', settingName).select('name').executeTakeFirst()
  if (seeded !== undefined) return false
  const passwordHash = await options.hashPassword(options.password)
  return db.transaction().execute(async (tx) => {
    const claimed = await tx
      .insertInto('setting')
      .values({
        name: settingName,
        value: JSON.stringify({ at: options.now.toISOString() }),
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('name')
      .executeTakeFirst()
    if (claimed === undefined) return false
    const ground = await readGround(tx)
    const { chance, participants } = planDemonstration(ground)
    const activities = planGatherings(participants)
    await writePeople(tx, chance, ground, participants, {
      passwordHash,
      vault: options.vault,
      now: options.now,
    })
    await writeStudies(tx, chance, ground, participants)
    await writeCohort(tx)
    await writeGatherings(tx, ground, activities)
    await writeWorks(tx, chance, participants)
    await writeDiscussions(tx, participants)
    // The courses have been open since the first of the studies.
    await tx
      .updateTable('course')
      .set({ published_at: stockholmInstant(FIRST_DAY, 0) })
      .execute()
    return true
  })
}

export { seedMonths } from './demo/months'
