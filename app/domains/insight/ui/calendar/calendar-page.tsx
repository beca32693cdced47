import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, EmptyState, Grid, Page, PageHeader, Section, Stack, Tabs } from '~/shared/ui'
import type { CalendarChoices, CalendarFilter, CalendarMeeting, UndatedActivity } from '../../calendar/model'
import { monthAway, touches, writeCalendarFilter } from '../../calendar/rules'
import { CalendarFilterForm } from './calendar-filter'
import styles from './calendar.module.css'
import { MeetingList } from './meeting-list'
import { MonthTable } from './month-table'

export interface CalendarContent {
  filter: CalendarFilter
  today: string
  meetings: CalendarMeeting[]
  undated: UndatedActivity[]
  choices: CalendarChoices
  signedIn: boolean
  makes: boolean
  drafts: { slug: string; title: string; state: 'utkast' | 'publicerad' | 'arkiverad' }[]
}

function Steps({ filter, today }: { filter: CalendarFilter; today: string }) {
  const t = useT('calendar')
  const language = useLanguage()
  const to = (month: string) => paths.calendar(writeCalendarFilter(filter, { month }))
  return (
    <div className={styles['head']}>
      <h2 className={styles['month']}>{formatMonth(filter.month, language)}</h2>
      <nav
        className={`${styles['steps'] ?? ''} no-print`}
        aria-label={t('monthOf', { month: formatMonth(filter.month, language) })}
      >
        <Link
          className={styles['step']}
          to={to(monthAway(filter.month, -1))}
          aria-label={t('previous')}
          preventScrollReset
        >
          ←
        </Link>
        {filter.month !== today.slice(0, 7) && <Link to={to(today.slice(0, 7))}>{t('thisMonth')}</Link>}
        <Link className={styles['step']} to={to(monthAway(filter.month, 1))} aria-label={t('next')} preventScrollReset>
          →
        </Link>
      </nav>
    </div>
  )
}

function Undated({ activities }: { activities: readonly UndatedActivity[] }) {
  const t = useT('calendar')
  if (activities.length === 0) return null
  return (
    <Section title={t('undated')}>
      <p className="lead">{t('undatedText')}</p>
      <Grid columns={2}>
        {activities.map((activity) => (
          <Card key={activity.slug} as="article">
            <p className="small">
              {t(`kinds.${activity.kind}`)} · {activity.organiser}
            </p>
            <h3>
              <Link to={paths.activity(activity.slug)}>{activity.title}</Link>
            </h3>
            <p className="small">{activity.summary}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

export function CalendarPage({ content }: { content: CalendarContent }) {
  const t = useT('calendar')
  const language = useLanguage()
  const { filter, meetings } = content
  const month = formatMonth(filter.month, language)
  const inMonth = meetings.filter((meeting) => touches(meeting, filter.month))
  const list =
    inMonth.length === 0 ? (
      <EmptyState title={t('none', { month })}>{t('noneHint')}</EmptyState>
    ) : (
      <MeetingList meetings={inMonth} />
    )
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          content.signedIn && (
            <>
              {content.makes && <ButtonLink to={paths.newActivity()}>{t('newActivity')}</ButtonLink>}
              <ButtonLink to={paths.calendarSettings()} variant="quiet">
                {t('subscribe')}
              </ButtonLink>
            </>
          )
        }
      />
      <Stack>
        <CalendarFilterForm filter={filter} choices={content.choices} signedIn={content.signedIn} />
        <Tabs
          label={t('viewLabel')}
          items={(['manad', 'lista'] as const).map((view) => ({
            label: t(view === 'manad' ? 'monthView' : 'listView'),
            to: paths.calendar(writeCalendarFilter(filter, { view })),
            active: filter.view === view,
          }))}
        />
        <Steps filter={filter} today={content.today} />
        {filter.view === 'lista' ? (
          list
        ) : (
          <>
            <MonthTable month={filter.month} today={content.today} meetings={meetings} />
            <div className={styles['narrow']}>{list}</div>
          </>
        )}
      </Stack>
      <Undated activities={content.undated} />
      {content.drafts.length > 0 && (
        <Section title={t('drafts')}>
          <ul className="plain-list stack stack-s">
            {content.drafts.map((draft) => (
              <li key={draft.slug} className="row">
                <Link to={paths.activity(draft.slug)}>{draft.title}</Link>
                <Badge tone="plain">{t(`state.${draft.state}`)}</Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
