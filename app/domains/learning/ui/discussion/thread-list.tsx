import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Row } from '~/shared/ui'
import type { ThreadLine } from '../../discussion/model'
import styles from './discussion.module.css'
import type { OpenDiscussionPage } from './discussion-page'

/** A page of threads, the one with the latest post first. */
export function ThreadList({ page }: { page: OpenDiscussionPage }) {
  const t = useOfficeT('discussion')
  const to = (number: number) => {
    const query = new URLSearchParams()
    if (page.lesson !== null) query.set('lektion', page.lesson.slug)
    if (page.followed) query.set('visa', 'foljer')
    if (number > 1) query.set('sida', String(number))
    const text = query.toString()
    return paths.discussion(page.course.slug, text === '' ? '' : `?${text}`)
  }
  return (
    <>
      <ul className={styles['threads']}>
        {page.threads.map((thread) => (
          <li key={thread.threadId}>
            <Line thread={thread} course={page.course.slug} />
          </li>
        ))}
      </ul>
      {page.pages > 1 && (
        <nav aria-label={t('list.pages')} className="section">
          <Row between>
            {page.page > 1 ? <Link to={to(page.page - 1)}>{t('list.newer')}</Link> : <span />}
            {page.page < page.pages && <Link to={to(page.page + 1)}>{t('list.older')}</Link>}
          </Row>
        </nav>
      )}
    </>
  )
}

function Line({ thread, course }: { thread: ThreadLine; course: string }) {
  const t = useOfficeT('discussion')
  const title = thread.title || t(thread.state === 'hidden' ? 'list.hidden' : 'list.removed')
  return (
    <>
      <div className={styles['threadTitle']}>
        <Link to={paths.discussionThread(course, thread.threadId)}>
          <bdi>{title}</bdi>
        </Link>
        {thread.isNew && <Badge tone="lichen">{t('list.new')}</Badge>}
        {thread.isLocked && <Badge tone="plain">{t('list.locked')}</Badge>}
        {thread.follows && <Badge>{t('list.follows')}</Badge>}
      </div>
      <span className="small">
        {t('list.by', {
          author: thread.author || t('post.someone'),
          lesson: thread.lesson === null ? t('ofCourse') : thread.lesson.title,
        })}{' '}
        · {t('list.answers', { count: thread.answers })} · {t('list.last', { at: formatDateTime(thread.lastAt) })}
      </span>
    </>
  )
}
