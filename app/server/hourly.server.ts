import { gatherStatistics } from '~db/statistics'
import { now } from '~/clock.server'
import { sweepPackages } from '~/course-packages.server'
import { database, db } from '~/db.server'
import { wipeStaleImports } from '~/domains/participation/index.server'
import { sweepSubmissionFiles } from '~/hand-in.server'
import { remind } from '~/journeys/remind.server'
import { remindCourses } from '~/journeys/remind-courses.server'
import { remindMonths } from '~/journeys/remind-months.server'
import { endLocking, keepLocking } from './locking.server'
import { log, logFault } from './log.server'
import { sweepUploads } from './media-uploads.server'

const HOUR = 3_600_000

/**
 * Runs at once and then every hour, as long as the process lives, what has no reader to wait for it: reminders, access
 * needs whose day has come, uploaded files of participants that nobody applied in time, files for the media library that never came whole, and the planner's statistics of
 * the embedded database. A fault is logged and the next hour tries again; several processes do no harm.
 * Answers how to end it; what is under way is then waited for.
 */
export function startHourly(): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running.then(async () => {
      try {
        void keepLocking()
        if (database().engine === 'embedded') await gatherStatistics(db())
        const { reminded, deletedNeeds } = await remind(db(), now())
        const { reminded: remindedCourses } = await remindCourses(db(), now())
        const { reminded: remindedMonths } = await remindMonths(db(), now())
        const wiped = [
          await wipeStaleImports(db(), now()),
          await sweepUploads(now()),
          await sweepPackages(new Date()),
          await sweepSubmissionFiles(),
        ]
        const wipedUploads = wiped.reduce((sum, count) => sum + count, 0)
        if (reminded + remindedMonths + remindedCourses + deletedNeeds + wipedUploads > 0)
          log.info({ reminded, remindedMonths, remindedCourses, deletedNeeds, wipedUploads }, 'hourly')
      } catch (error) {
        logFault(error, 'hourly')
      }
    })
  }
  run()
  const timer = setInterval(run, HOUR)
  timer.unref()
  return () => {
    clearInterval(timer)
    return Promise.all([running, endLocking()]).then(() => undefined)
  }
}
