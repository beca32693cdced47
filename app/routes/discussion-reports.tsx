import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { answerRefusal, askedDiscussion } from '~/discussion.server'
import { reportsForm, shownText } from '~/domains/learning'
import { listReported } from '~/domains/learning/index.server'
import { ReportsView } from '~/domains/learning/ui/discussion/reports-view'
import { markNoticesReadAbout } from '~/domains/notice/index.server'
import { translator } from '~/i18n/translator.server'
import { hidePost, keepPost } from '~/journeys/moderate-discussion.server'
import { languageOf } from '~/server/language.server'
import { forbidden, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, discussion, moderates } = await askedDiscussion(request, params['slug'])
  if (!moderates) forbidden()
  const [reported] = await Promise.all([
    listReported(db(), discussion.courseId),
    markNoticesReadAbout(
      db(),
      actor.personId,
      [{ kinds: ['discussion-report'], about: { courseSlug: discussion.slug } }],
      now(),
    ),
  ])
  const t = translator(languageOf(request))
  return {
    title: `${t('discussion')('reports.title')} – ${discussion.title} – ${t('common')('portal')}`,
    page: {
      course: { slug: discussion.slug, title: discussion.title },
      posts: reported.map(({ body, mentions, ...post }) => ({
        ...post,
        text: shownText(body, mentions, actor.personId),
      })),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, discussion, moderates } = await askedDiscussion(request, params['slug'])
  if (!moderates) return forbidden()
  const read = await readForm(request, reportsForm)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  const { threadId, postId } = sent
  const place = { courseSlug: discussion.slug, threadId, postId, at: now() }
  const settled =
    sent.intent === 'keep'
      ? await keepPost(db(), actor, place)
      : await hidePost(db(), actor, { ...place, reason: sent.reason })
  if (!settled.ok) return answerRefusal(request, settled.refusal, sent)
  return redirectWithToast(paths.discussionReports(discussion.slug), sent.intent === 'keep' ? 'postKept' : 'postHidden')
}

export default function DiscussionReportsRoute() {
  return <ReportsView page={useLoaderData<typeof loader>().page} refused={useActionData<typeof action>()} />
}
