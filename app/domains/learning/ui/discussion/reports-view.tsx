import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, EmptyState, Notice, Page, PageHeader, Row, TextField } from '~/shared/ui'
import type { ShownText } from '../../discussion/model'
import styles from './discussion.module.css'
import { PostText } from './post-text'
import type { ThreadRefused } from './thread-refused'

export interface ReportsPage {
  course: { slug: string; title: string }
  posts: {
    postId: string
    threadId: string
    title: string
    author: string
    text: ShownText
    postedAt: Date
    removedAt: Date | null
    isHidden: boolean
    reasons: string[]
    firstAt: Date
  }[]
}

/** What participants have reported and nobody has dealt with, for those who lead the course. */
export function ReportsView({ page, refused }: { page: ReportsPage; refused: ThreadRefused | undefined }) {
  const t = useOfficeT('discussion')
  const { course, posts } = page
  return (
    <Page width="text">
      <PageHeader
        title={t('reports.title')}
        lead={t('reports.lead')}
        breadcrumbs={[
          { label: course.title, to: paths.course(course.slug) },
          { label: t('title'), to: paths.discussion(course.slug) },
          { label: t('reports.title') },
        ]}
      />
      {posts.length === 0 && (
        <EmptyState title={t('reports.none')}>
          <p>{t('reports.noneText')}</p>
        </EmptyState>
      )}
      <div className={styles['posts']}>
        {posts.map((post) => (
          <Reported
            key={post.postId}
            post={post}
            course={course.slug}
            refused={refused?.sent.postId === post.postId ? refused : undefined}
          />
        ))}
      </div>
    </Page>
  )
}

function Reported(props: { post: ReportsPage['posts'][number]; course: string; refused: ThreadRefused | undefined }) {
  const t = useOfficeT('discussion')
  const { post, course, refused } = props
  return (
    <article className={styles['post']}>
      <div className={styles['head']}>
        <h2>
          <bdi>{post.author || t('post.someone')}</bdi>
        </h2>
        <span className="small">{formatDateTime(post.postedAt)}</span>
      </div>
      <PostText text={post.text} />
      <p className="small">
        <Link to={paths.discussionThread(course, post.threadId, post.postId)}>
          {t('reports.inThread', { title: post.title || t('list.removed') })}
        </Link>
      </p>
      <h3>{t('reports.reasons')}</h3>
      <p className="small">{t('reports.count', { count: post.reasons.length, at: formatDateTime(post.firstAt) })}</p>
      <ul>
        {post.reasons.map((reason, index) => (
          <li key={index}>{reason}</li>
        ))}
      </ul>
      {post.isHidden && <Notice tone="lichen">{t('reports.hidden')}</Notice>}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="postId" value={post.postId} />
        <input type="hidden" name="threadId" value={post.threadId} />
        {!post.isHidden && (
          <TextField
            id={`skal-${post.postId}`}
            label={t('hide.reason')}
            name="reason"
            maxLength={500}
            defaultValue={refused?.sent.reason}
            error={refused?.message}
          />
        )}
        <Row>
          {!post.isHidden && (
            <Button name="intent" value="hide">
              {t('hide.confirm')}
            </Button>
          )}
          <Button variant="quiet" name="intent" value="keep">
            {t('reports.keep')}
          </Button>
        </Row>
      </Form>
    </article>
  )
}
