import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  canAuthor,
  canEditCourse,
  canKeepQuestions,
  courseIn,
  inModules,
  languageFor,
  readingLanguages,
  titledIn,
} from '~/domains/catalogue'
import { findDraftScope, findOpenCourse, listRevisionNews, openDraft } from '~/domains/catalogue/index.server'
import { CourseView } from '~/domains/catalogue/ui/course-view'
import { listCompetenceNames } from '~/domains/competence/index.server'
import { type MyCourse, newsSince } from '~/domains/learning'
import { findLearnerCourse, knowRevision } from '~/domains/learning/index.server'
import { now } from '~/clock.server'
import { cohortsOf, entryOf, renewalOf, studyOf } from '~/course-page.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import { followCourse } from '~/journeys/follow-course.server'
import { renewCourse } from '~/journeys/renew-course.server'
import { courseLanguageOf, languageOf } from '~/server/language.server'
import { optionalActor, requireActor } from '~/session.server'
import { formatDay, localDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.title },
  { name: 'description', content: shown?.page.course.summary },
]

async function newsOf(mine: MyCourse) {
  const since = newsSince(mine)
  if (since === undefined) return null
  const versions = await listRevisionNews(db(), mine.courseId, since)
  if (versions.length === 0) return null
  return {
    revision: mine.revision,
    kept: mine.finishedAt === null ? mine.keptRevision : mine.finishedRevision,
    finished: mine.finishedAt !== null,
    versions: versions.map(({ publishedAt, ...version }) => ({ ...version, publishedOn: formatDay(publishedAt) })),
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const viewer = { personId: actor?.personId ?? null, today: localDay(now()) }
  const found = (await findOpenCourse(db(), params['slug'] ?? '', viewer)) ?? notFound()
  const [names, mine, scope] = await Promise.all([
    listCompetenceNames(
      db(),
      [...found.competences, ...found.terms.prerequisites.competences].map(({ code }) => code),
    ),
    actor === undefined ? undefined : findLearnerCourse(db(), actor.personId, found.courseId),
    actor === undefined || !canAuthor(actor) ? undefined : findDraftScope(db(), found.courseId),
  ])
  if (found.retiredAt !== null && mine === undefined) notFound()
  const renewal =
    mine === undefined || actor === undefined
      ? null
      : await renewalOf(found, mine, { ...viewer, personId: actor.personId })
  const begins = mine === undefined || renewal?.mayRenew === true
  const shown = languageFor(found.language, found.translations, courseLanguageOf(request))
  const { publishedAt, retiredAt, translations, ...course } = courseIn(found, shown)
  const named = translations[shown]?.modules
  const isIn = (lesson: (typeof found.lessons)[number]) => lesson.titles?.[shown] !== undefined
  const t = translator(languageOf(request))
  return {
    title: `${course.title} – ${t('common')('portal')}`,
    page: {
      course: {
        ...course,
        lessons: mine === undefined ? course.lessons : inModules(titledIn(mine.lessons, found.lessons, shown), named),
        description: forReading(course.description),
        publishedOn: formatDay(publishedAt),
        retired: retiredAt !== null,
      },
      reading: {
        shown,
        languages: readingLanguages(found.language, translations),
        isOutdated: translations[shown]?.isOutdated === true,
        cover: translations[shown]?.coverAlt === undefined ? found.language : shown,
        ownModules: found.lessons.flatMap(({ module }) =>
          module !== null && (shown === found.language || named?.[module] === undefined) ? [module] : [],
        ),
        missing: shown === found.language ? [] : found.lessons.filter((each) => !isIn(each)).map(({ slug }) => slug),
      },
      names,
      signedIn: actor !== undefined,
      savesAs: actor === undefined || mine === undefined ? null : actor.personId,
      mayEdit: actor !== undefined && canEditCourse(actor, scope),
      // Whoever may begin a new round meets the newest version there.
      news: mine === undefined || begins ? null : await newsOf(mine),
      entry: mine === undefined ? await entryOf(found, viewer) : null,
      renewal,
      cohorts: begins ? await cohortsOf(found, viewer.today) : [],
      study: studyOf(found, mine, viewer.today),
      keepsQuestions: actor !== undefined && canKeepQuestions(actor),
      progress:
        mine === undefined
          ? null
          : {
              done: mine.done,
              total: mine.total,
              discusses: mine.discusses,
              minutesLeft: mine.minutesLeft,
              finishedOn: mine.finishedAt === null ? null : formatDay(mine.finishedAt),
              next: titledIn(mine.next === undefined ? [] : [mine.next], found.lessons, shown)[0] ?? null,
              doneLessons: mine.lessons.flatMap((lesson): string[] =>
                lesson.finishedAt === null ? [] : [lesson.lessonId],
              ),
            },
    },
  }
}

const form = z.object({
  intent: z.enum(['enrol', 'renew', 'follow', 'known', 'edit']).default('enrol'),
  cohortId: z
    .string()
    .max(40)
    .default('')
    .transform((id) => (id === '' ? null : id)),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const at = now()
  const viewer = { personId: actor.personId, today: localDay(at) }
  const course = (await findOpenCourse(db(), params['slug'] ?? '', viewer)) ?? notFound()
  const sent = await readForm(request, form)
  if (!sent.ok) throw new Response(null, { status: 400 })
  const here = paths.course(course.slug)
  const t = translator(languageOf(request))('catalogue')
  switch (sent.value.intent) {
    case 'known':
      await knowRevision(db(), actor.personId, course.courseId, course.revision)
      return redirectWithToast(here, 'saved')
    case 'follow': {
      const outcome = await followCourse(db(), actor, { courseSlug: course.slug, now: at })
      if (!outcome.ok) notFound()
      return redirectWithToast(here, outcome.value.courseFinished ? 'courseFinished' : 'courseFollowed')
    }
    case 'edit': {
      const outcome = await openDraft(db(), actor, { slug: course.slug, now: at })
      if (outcome.ok) {
        const to = paths.draft(course.slug)
        return outcome.value.created ? redirectWithToast(to, 'draftOpened') : redirect(to)
      }
      return outcome.refusal === 'not-found' ? notFound() : forbidden()
    }
    case 'enrol': {
      const outcome = await enrolInCourse(db(), actor, {
        courseSlug: course.slug,
        cohortId: sent.value.cohortId,
        now: at,
      })
      if (outcome.ok) return redirectWithToast(here, 'enrolled')
      if (outcome.refusal === 'no-such-course') notFound()
      return data({ refused: t(`refusal.${outcome.refusal}`) }, { status: 400 })
    }
    case 'renew': {
      const outcome = await renewCourse(db(), actor, {
        courseSlug: course.slug,
        cohortId: sent.value.cohortId,
        now: at,
      })
      if (outcome.ok) return redirectWithToast(here, 'courseRenewed')
      if (outcome.refusal === 'no-such-course') notFound()
      return data({ refused: t(`refusal.${outcome.refusal}`) }, { status: 400 })
    }
  }
}

export default function CoursePage() {
  return <CourseView page={useLoaderData<typeof loader>().page} refused={useActionData<typeof action>()?.refused} />
}
