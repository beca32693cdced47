import { Form } from '@remix-run/react'
import { useMemo } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, Notice, Page, PageHeader, Section } from '~/shared/ui'
import type { ShownPost, ThreadPage } from '../../discussion/thread-page'
import styles from './discussion.module.css'
import { PostActs, returnedOf } from './post-acts'
import { PostForm, type PostFormPlace } from './post-form'
import { PostText } from './post-text'
import type { ThreadRefused } from './thread-refused'
import { useForgetPosted } from './use-unsent-post'

type Shown = ThreadPage & { viewerKey: string; newKey: string }

/** A thread: what was asked, what was answered, and a place to write. */
export function ThreadView({ page, refused }: { page: Shown; refused: ThreadRefused | undefined }) {
  const t = useOfficeT('discussion')
  const { course, lesson, threadId, viewerKey, newKey } = page
  const posted = useMemo(
    () => page.posts.flatMap(({ postId, answers }) => [postId, ...answers.map((answer) => answer.postId)]),
    [page.posts],
  )
  useForgetPosted(viewerKey, posted)
  const place = { course: course.slug, viewerKey, newKey, posted }
  const opening = page.posts.find(({ isOpening }) => isOpening)
  const title = page.title || t(opening?.state === 'hidden' ? 'list.hidden' : 'list.removed')
  const inThread = refused?.sent.intent === 'answer' && (refused.sent.parentId ?? '') === '' ? refused : undefined
  const unplaced =
    refused !== undefined && ['restore', 'follow', 'unfollow', 'lock', 'unlock'].includes(refused.sent.intent ?? '')
  const takesPosts = !page.isOff && !page.isRetired && !page.isLocked && !page.isFull
  return (
    <Page width="text">
      <PageHeader
        title={<bdi>{title}</bdi>}
        eyebrow={lesson === null ? t('ofCourse') : t('ofLesson', { lesson: lesson.title })}
        breadcrumbs={[
          { label: course.title, to: paths.course(course.slug) },
          { label: t('title'), to: paths.discussion(course.slug) },
          { label: title },
        ]}
        actions={<ThreadActs page={page} />}
      />
      {unplaced && (
        <Notice tone="granite" live>
          {refused.message}
        </Notice>
      )}
      <States page={page} />
      <div className={styles['posts']}>
        {page.posts.map((post) => (
          <PostView
            key={post.postId}
            post={post}
            place={place}
            thread={{ threadId, title: page.title }}
            refused={refused}
          />
        ))}
      </div>
      {takesPosts && (
        <Section title={t('answer.title')} id="skriv">
          <PostForm
            place={place}
            where={threadId}
            intent="answer"
            label={t('answer.label')}
            submit={t('answer.send')}
            returned={returnedOf(inThread)}
            error={inThread?.message}
          />
        </Section>
      )}
    </Page>
  )
}

function ThreadActs({ page }: { page: Shown }) {
  const t = useOfficeT('discussion')
  return (
    <Form method="post" className="row">
      <Button variant="quiet" name="intent" value={page.follows ? 'unfollow' : 'follow'}>
        {t(page.follows ? 'follow.unthread' : 'follow.thread')}
      </Button>
      {page.moderates && (
        <Button variant="quiet" name="intent" value={page.isLocked ? 'unlock' : 'lock'}>
          {t(page.isLocked ? 'unlock' : 'lock')}
        </Button>
      )}
    </Form>
  )
}

/** Why nothing can be written, where that is so. */
function States({ page }: { page: Shown }) {
  const t = useOfficeT('discussion')
  const state = page.isOff ? 'off' : page.isRetired ? 'retired' : page.isLocked ? 'locked' : page.isFull ? 'full' : null
  return state === null ? null : <Notice tone="lichen">{t(`state.${state}`)}</Notice>
}

function PostView(props: {
  post: ShownPost
  place: PostFormPlace
  thread: { threadId: string; title: string }
  refused: ThreadRefused | undefined
  isAnswer?: boolean
}) {
  const t = useOfficeT('discussion')
  const { post, isAnswer = false } = props
  const author = post.author || t('post.someone')
  const Heading = isAnswer ? 'h3' : 'h2'
  return (
    <article id={`inlagg-${post.postId}`} className={styles['post']} data-state={post.state}>
      <div className={styles['head']}>
        <Heading>
          <bdi>{author}</bdi>
        </Heading>
        {post.leads && <Badge>{t('post.leads')}</Badge>}
        <span className="small">
          <time dateTime={new Date(post.postedAt).toISOString()}>{formatDateTime(post.postedAt)}</time>
          {post.isEdited && ` · ${t('post.edited')}`}
        </span>
      </div>
      {post.state === 'removed' && <p>{t('post.removed')}</p>}
      {post.hidden !== null && (
        <Notice tone="granite">
          <p>
            {t('post.hiddenBy', { name: post.hidden.by })} {t('post.hiddenReason', { reason: post.hidden.reason })}
          </p>
          {post.text !== null && <p className="small">{t('post.hiddenYours')}</p>}
        </Notice>
      )}
      {post.text !== null && <PostText text={post.text} />}
      {post.isReported && post.state === 'shown' && <p className="small">{t('post.reported')}</p>}
      <PostActs {...props} author={author} />
      {post.answers.length > 0 && (
        <div className={styles['answers']} role="group" aria-label={t('post.answers', { author })}>
          {post.answers.map((answer) => (
            <PostView {...props} key={answer.postId} post={answer} isAnswer />
          ))}
        </div>
      )}
    </article>
  )
}
