import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayStudy, pathProgress } from '~/domains/catalogue'
import { assignmentNewsOf, bookingNewsOf, certificateNewsOf, courseNewsOf, discussionNewsOf } from '~/domains/insight'
import {
  findStartGlance,
  listAreaLevels,
  listNextMeetings,
  listOffer,
  listReminders,
  type StartPath,
} from '~/domains/insight/index.server'
import type { MyCourse } from '~/domains/learning'
import { MyPage } from '~/domains/insight/ui/my-page'
import { VisitorStart } from '~/domains/insight/ui/visitor-start'
import { listMyCourses } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { formatLongDay, formatTime, localDay } from '~/shared/dates'

export const meta: MetaFunction = () => [{ title: 'Westum Lärportal' }]

function greetingAt(instant: Date): 'Morning' | 'Day' | 'Evening' {
  const hour = Number(formatTime(instant).slice(0, 2))
  if (hour < 10) return 'Morning'
  return hour < 18 ? 'Day' : 'Evening'
}

function toOngoing({ slug, title, done, total, minutesLeft, next, window }: MyCourse, today: string) {
  const { startsOn, deadlineOn } = window
  const opensOn = startsOn !== null && today < startsOn ? startsOn : null
  return {
    ...{ slug, title, done, total, minutesLeft, opensOn, deadlineOn },
    next: next && mayStudy(window, today) ? { slug: next.slug, title: next.title } : undefined,
  }
}

/** The learning paths on which the person has begun, by what is finished of them. */
function begunPaths(all: readonly StartPath[], courses: readonly MyCourse[]) {
  const finished = new Set(
    courses.flatMap(({ slug, round, finishedAt }) => (finishedAt !== null || round > 1 ? [slug] : [])),
  )
  const taken = new Set(courses.map(({ slug }) => slug))
  return all
    .filter(({ parts }) => parts.some((part) => part.courses.some((slug) => taken.has(slug))))
    .map(({ slug, title, parts, offered }) => {
      const { done, total, isDone } = pathProgress(parts, finished, new Set(offered))
      return { slug, title, done, total, isDone }
    })
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  if (actor === undefined) return { offer: await listOffer(db()), mine: undefined }
  const at = now()
  const month = localDay(at).slice(0, 7)
  const language = languageOf(request)
  const [courses, glance, levels, notices, meetings] = await Promise.all([
    listMyCourses(db(), actor.personId),
    findStartGlance(db(), actor.personId, { month, now: at }),
    listAreaLevels(db(), actor.personId, { now: at, language }),
    listNotices(db(), actor.personId, 20),
    listNextMeetings(db(), actor.personId, at, 4),
  ])
  return {
    offer: undefined,
    mine: {
      name: actor.givenName,
      greeting: greetingAt(at),
      day: formatLongDay(at, language),
      month,
      hours: {
        monthMinutes: glance.monthMinutes,
        totalMinutes: glance.totalMinutes,
        informationWaits: glance.informationWaits,
      },
      products: glance.products,
      ongoing: courses.flatMap((course) => (course.finishedAt === null ? [toOngoing(course, localDay(at))] : [])),
      paths: begunPaths(glance.paths, courses),
      levels,
      meetings,
      bookings: bookingNewsOf(notices, at),
      courseNews: courseNewsOf(notices, at, courses),
      assignmentNews: assignmentNewsOf(notices, at),
      discussions: discussionNewsOf(notices, at),
      erasureDenied: notices.some(({ kind }) => kind === 'erasure-denied'),
      reminders: await listReminders(db(), actor, notices, at),
      certificates: certificateNewsOf(notices.slice(0, 5)),
    },
  }
}

export default function Home() {
  const { offer, mine } = useLoaderData<typeof loader>()
  return mine === undefined ? <VisitorStart offer={offer} /> : <MyPage content={mine} />
}
