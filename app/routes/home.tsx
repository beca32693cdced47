import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { assignmentNewsOf, bookingNewsOf, courseNewsOf } from '~/domains/insight'
import {
  findStartGlance,
  listAreaLevels,
  listNextMeetings,
  listOffer,
  listReminders,
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

function toOngoing({ slug, title, done, total, minutesLeft, next }: MyCourse) {
  return { slug, title, done, total, minutesLeft, next: next && { slug: next.slug, title: next.title } }
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
      hours: glance,
      products: glance.products,
      ongoing: courses.filter((course) => course.finishedAt === null).map(toOngoing),
      levels,
      meetings,
      bookings: bookingNewsOf(notices, at),
      courseNews: courseNewsOf(notices, at),
      assignmentNews: assignmentNewsOf(notices, at),
      erasureDenied: notices.some(({ kind }) => kind === 'erasure-denied'),
      reminders: await listReminders(db(), actor, notices, at),
      certificates: notices.slice(0, 5).flatMap((notice) => {
        const { certificateCode: code, courseTitle: title } = notice.payload
        return typeof code === 'string' && typeof title === 'string' ? [{ code, title }] : []
      }),
    },
  }
}

export default function Home() {
  const { offer, mine } = useLoaderData<typeof loader>()
  return mine === undefined ? <VisitorStart offer={offer} /> : <MyPage content={mine} />
}
