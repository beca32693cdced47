import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { answerRefusal, askedDiscussion } from '~/discussion.server'
import { threadForm, threadPageOf } from '~/domains/learning'
import { findThread, followDiscussion, markSeen } from '~/domains/learning/index.server'
import { ThreadView } from '~/domains/learning/ui/discussion/thread-view'
import { markNoticesReadAbout } from '~/domains/notice/index.server'
import { translator } from '~/i18n/translator.server'
import { answerThread, editPost, removePost } from '~/journeys/discuss.server'
import { hidePost, lockDiscussionThread, reportPost, restorePost } from '~/journeys/moderate-discussion.server'
import { languageOf } from '~/server/language.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, discussion, reads, moderates } = await askedDiscussion(request, params['slug'])
  const threadId = params['trad'] ?? ''
  if (!reads || !isUuid(threadId)) notFound()
  const { personId } = actor
  const at = now()
  const thread = (await findThread(db(), discussion.courseId, threadId, personId)) ?? notFound()
  await Promise.all([
    markSeen(db(), personId, threadId, at),
    markNoticesReadAbout(
      db(),
      personId,
      [
        { kinds: ['discussion-news'], about: { courseSlug: discussion.slug } },
        { kinds: ['discussion-mention', 'discussion-hidden'], about: { threadId } },
      ],
      at,
    ),
  ])
  const page = threadPageOf(discussion, thread, { personId, moderates, now: at })
  const t = translator(languageOf(request))
  const named = page.title === '' ? t('discussion')('title') : page.title
  return {
    title: `${named} – ${discussion.title} – ${t('common')('portal')}`,
    page: { ...page, viewerKey: personId, newKey: randomUUID() },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, discussion, reads } = await askedDiscussion(request, params['slug'])
  const courseSlug = discussion.slug
  const threadId = params['trad'] ?? ''
  if (!reads || !isUuid(threadId)) return notFound()
  const read = await readForm(request, threadForm)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  const here = { courseSlug, threadId, at: now() }
  const back = (toast: string, post?: string) =>
    redirectWithToast(paths.discussionThread(courseSlug, threadId, post), toast)
  switch (sent.intent) {
    case 'answer': {
      const parentId = sent.parentId === '' ? null : sent.parentId
      const post = { ...here, parentId, postId: sent.key, text: sent.text }
      const answered = await answerThread(db(), database().pool, actor, post)
      return answered.ok ? back('postSent', sent.key) : answerRefusal(request, answered.refusal, sent)
    }
    case 'edit': {
      const { postId, text, title } = sent
      const change = { ...here, postId, text, ...(title === undefined ? {} : { title }) }
      const edited = await editPost(db(), database().pool, actor, change)
      return edited.ok ? back('postEdited', postId) : answerRefusal(request, edited.refusal, sent)
    }
    case 'remove': {
      const removed = await removePost(db(), actor, { ...here, postId: sent.postId })
      if (!removed.ok) return answerRefusal(request, removed.refusal, sent)
      if (removed.value.remains === 'thread-goes') {
        return redirectWithToast(paths.discussion(courseSlug), 'postRemoved')
      }
      return back('postRemoved')
    }
    case 'report': {
      const { postId, reason } = sent
      const reported = await reportPost(db(), database().pool, actor, { ...here, postId, reason })
      return reported.ok ? back('postReported', postId) : answerRefusal(request, reported.refusal, sent)
    }
    case 'hide': {
      const { postId, reason } = sent
      const hidden = await hidePost(db(), actor, { ...here, postId, reason })
      return hidden.ok ? back('postHidden', postId) : answerRefusal(request, hidden.refusal, sent)
    }
    case 'restore': {
      const { postId } = sent
      const restored = await restorePost(db(), actor, { ...here, postId })
      return restored.ok ? back('postRestored', postId) : answerRefusal(request, restored.refusal, sent)
    }
    case 'follow':
    case 'unfollow': {
      const follows = sent.intent === 'follow'
      const followed = await followDiscussion(db(), actor, { ...here, follows })
      return followed.ok ? back(follows ? 'followed' : 'unfollowed') : answerRefusal(request, followed.refusal, sent)
    }
    case 'lock':
    case 'unlock': {
      const locked = sent.intent === 'lock'
      const turned = await lockDiscussionThread(db(), actor, { ...here, locked })
      if (!turned.ok) return answerRefusal(request, turned.refusal, sent)
      return back(locked ? 'threadLocked' : 'threadUnlocked')
    }
  }
}

export default function DiscussionThreadRoute() {
  const { page } = useLoaderData<typeof loader>()
  return <ThreadView key={page.threadId} page={page} refused={useActionData<typeof action>()} />
}
