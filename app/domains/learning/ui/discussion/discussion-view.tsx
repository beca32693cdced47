import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Notice,
  Page,
  PageHeader,
  Row,
  Section,
  SelectField,
  TextField,
} from '~/shared/ui'
import { LONGEST_TITLE } from '../../discussion/model'
import type { DiscussionPage, OpenDiscussionPage } from './discussion-page'
import styles from './discussion.module.css'
import { PostForm } from './post-form'
import { ThreadList } from './thread-list'
import type { ThreadRefused } from './thread-refused'

const nothingPosted: readonly string[] = []

/** The threads of a course, or what somebody has to do who may not read them. */
export function DiscussionView({ page, refused }: { page: DiscussionPage; refused: ThreadRefused | undefined }) {
  const t = useOfficeT('discussion')
  const { course } = page
  const breadcrumbs = [{ label: course.title, to: paths.course(course.slug) }, { label: t('title') }]
  if (page.closed !== null) {
    return (
      <Page>
        <PageHeader title={t('title')} breadcrumbs={breadcrumbs} />
        <EmptyState
          title={t(`closed.${page.closed}`)}
          action={<ButtonLink to={paths.course(course.slug)}>{t('closed.joinLink')}</ButtonLink>}
        >
          <p>{t(`closed.${page.closed}Text`)}</p>
        </EmptyState>
      </Page>
    )
  }
  const unplaced = refused !== undefined && refused.sent.intent !== 'start'
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={
          page.lesson === null ? t('lead', { course: course.title }) : t('leadLesson', { lesson: page.lesson.title })
        }
        breadcrumbs={breadcrumbs}
        actions={
          page.takesPosts && (
            <a className="button" href="#ny">
              {t('start.title')}
            </a>
          )
        }
      />
      {unplaced && (
        <Notice tone="granite" live>
          {refused.message}
        </Notice>
      )}
      {page.isOff && <Notice tone="lichen">{t('state.off')}</Notice>}
      {page.isRetired && !page.isOff && <Notice tone="lichen">{t('state.retired')}</Notice>}
      <Filter page={page} />
      <Section
        title={t('list.title')}
        actions={<span className="small">{t('list.count', { count: page.total })}</span>}
      >
        {page.threads.length === 0 ? (
          <EmptyState title={t(page.followed ? 'list.noneFollowed' : 'list.none')}>
            <p>{t(page.followed ? 'list.noneFollowedText' : 'list.noneText')}</p>
          </EmptyState>
        ) : (
          <ThreadList page={page} />
        )}
        <Follow page={page} />
      </Section>
      {page.takesPosts && (
        <Section title={t('start.title')} id="ny">
          <div className={styles['lead']}>
            <NewThread page={page} refused={refused?.sent.intent === 'start' ? refused : undefined} />
          </div>
        </Section>
      )}
      {page.moderates && <Moderate page={page} />}
    </Page>
  )
}

function Filter({ page }: { page: OpenDiscussionPage }) {
  const t = useOfficeT('discussion')
  return (
    <Form method="get" className={styles['filter']} aria-label={t('filter.title')}>
      <SelectField
        label={t('filter.lesson')}
        name="lektion"
        defaultValue={page.lesson?.slug ?? ''}
        options={[{ value: '', label: t('filter.all') }, ...page.lessons]}
      />
      <div className="choice">
        <input type="checkbox" id="visa-foljer" name="visa" value="foljer" defaultChecked={page.followed} />
        <label htmlFor="visa-foljer">{t('filter.followed')}</label>
      </div>
      <div>
        <Button variant="quiet">{t('filter.show')}</Button>
      </div>
    </Form>
  )
}

function Follow({ page }: { page: OpenDiscussionPage }) {
  const t = useOfficeT('discussion')
  const of = page.lesson === null ? 'course' : 'lesson'
  return (
    <Form method="post" className="section no-print">
      <input type="hidden" name="lesson" value={page.lesson?.slug ?? ''} />
      <Row>
        <Button variant="quiet" name="intent" value={page.follows ? 'unfollow' : 'follow'}>
          {t(page.follows ? `follow.un${of}` : `follow.${of}`)}
        </Button>
        <span className="small">{t('follow.hint')}</span>
      </Row>
    </Form>
  )
}

function NewThread({ page, refused }: { page: OpenDiscussionPage; refused: ThreadRefused | undefined }) {
  const t = useOfficeT('discussion')
  const { key, text, title, lesson } = refused?.sent ?? {}
  const place = { course: page.course.slug, viewerKey: page.viewerKey, newKey: page.newKey, posted: nothingPosted }
  return (
    <PostForm
      place={place}
      where={`${page.course.slug}:ny`}
      intent="start"
      label={t('start.text')}
      submit={t('start.send')}
      returned={key === undefined || text === undefined ? undefined : { key, text }}
      error={refused?.message}
    >
      <TextField label={t('start.heading')} name="title" data-kept defaultValue={title} maxLength={LONGEST_TITLE} />
      <SelectField
        label={t('start.lesson')}
        name="lesson"
        data-kept
        defaultValue={lesson ?? page.lesson?.slug ?? ''}
        options={[{ value: '', label: t('ofCourse') }, ...page.lessons]}
      />
    </PostForm>
  )
}

function Moderate({ page }: { page: OpenDiscussionPage }) {
  const t = useOfficeT('discussion')
  return (
    <Section title={t('moderate.title')}>
      <Card>
        <p>
          <Link to={paths.discussionReports(page.course.slug)}>
            {page.openReports === 0 ? t('moderate.noReports') : t('moderate.reports', { count: page.openReports })}
          </Link>
        </p>
        <Form method="post" className="stack stack-s">
          <p className="small">{t('moderate.closeHint')}</p>
          <div>
            <Button variant="quiet" name="intent" value={page.isOff ? 'open' : 'close'}>
              {t(page.isOff ? 'moderate.open' : 'moderate.close')}
            </Button>
          </div>
        </Form>
      </Card>
    </Section>
  )
}
