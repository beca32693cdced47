import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { answerRefusal, askedDiscussion } from '~/discussion.server'
import { discussionForm, isOpen, THREADS_A_PAGE } from '~/domains/learning'
import { followDiscussion, findFollows, listThreads } from '~/domains/learning/index.server'
import { DiscussionView } from '~/domains/learning/ui/discussion/discussion-view'
import { markNoticesReadAbout } from '~/domains/notice/index.server'
import { translator } from '~/i18n/translator.server'
import { startThread } from '~/journeys/discuss.server'
import { switchDiscussion } from '~/journeys/moderate-discussion.server'
import { languageOf } from '~/server/language.server'
import { readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, discussion, reads, moderates } = await askedDiscussion(request, params['slug'])
  const t = translator(languageOf(request))
  const { slug, courseId, isEnrolled } = discussion
  const course = { slug, title: discussion.title }
  const title = `${t('discussion')('title')} – ${course.title} – ${t('common')('portal')}`
  if (!reads) return { title, page: { course, closed: isEnrolled ? ('off' as const) : ('join' as const) } }
  const query = new URL(request.url).searchParams
  const lesson = discussion.lessons.find((one) => one.slug === query.get('lektion'))
  const followed = query.get('visa') === 'foljer'
  const page = Math.min(Math.max(1, Math.floor(Number(query.get('sida') ?? 1)) || 1), 10_000)
  const reader = { personId: actor.personId, moderates }
  const [listed, follows] = await Promise.all([
    listThreads(db(), courseId, reader, { lessonId: lesson?.lessonId, followed, page }),
    findFollows(db(), actor.personId, courseId),
    markNoticesReadAbout(db(), actor.personId, [{ kinds: ['discussion-news'], about: { courseSlug: slug } }], now()),
  ])
  return {
    title,
    page: {
      course,
      closed: null,
      viewerKey: actor.personId,
      newKey: randomUUID(),
      lesson: lesson === undefined ? null : { slug: lesson.slug, title: lesson.title },
      lessons: discussion.lessons.map((one) => ({ value: one.slug, label: one.title })),
      followed,
      takesPosts: isOpen(discussion),
      isOff: discussion.isOff,
      isRetired: discussion.isRetired,
      moderates,
      openReports: moderates ? discussion.openReports : 0,
      follows: lesson === undefined ? follows.course : follows.lessonIds.includes(lesson.lessonId),
      threads: listed.threads,
      total: listed.total,
      page,
      pages: Math.max(1, Math.ceil(listed.total / THREADS_A_PAGE)),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, discussion, reads } = await askedDiscussion(request, params['slug'])
  const courseSlug = discussion.slug
  if (!reads) return answerRefusal(request, 'not-allowed', {})
  const read = await readForm(request, discussionForm)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  const at = now()
  switch (sent.intent) {
    case 'start': {
      const { key: postId, title, text, lesson: lessonSlug } = sent
      const post = { courseSlug, lessonSlug, postId, title, text, at }
      const started = await startThread(db(), database().pool, actor, post)
      if (!started.ok) return answerRefusal(request, started.refusal, sent)
      return redirectWithToast(paths.discussionThread(courseSlug, started.value.threadId), 'threadStarted')
    }
    case 'follow':
    case 'unfollow': {
      const follows = sent.intent === 'follow'
      const wish = { courseSlug, lessonSlug: sent.lesson, follows, at }
      const followed = await followDiscussion(db(), actor, wish)
      if (!followed.ok) return answerRefusal(request, followed.refusal, {})
      const query = sent.lesson === '' ? '' : `?${new URLSearchParams({ lektion: sent.lesson }).toString()}`
      return redirectWithToast(paths.discussion(courseSlug, query), follows ? 'followed' : 'unfollowed')
    }
    case 'open':
    case 'close': {
      const turned = await switchDiscussion(db(), actor, { courseSlug, isOpen: sent.intent === 'open', at })
      if (!turned.ok) return answerRefusal(request, turned.refusal, {})
      const toast = sent.intent === 'open' ? 'discussionOpened' : 'discussionClosed'
      return redirectWithToast(paths.discussion(courseSlug), toast)
    }
  }
}

export default function DiscussionRoute() {
  return <DiscussionView page={useLoaderData<typeof loader>().page} refused={useActionData<typeof action>()} />
}
