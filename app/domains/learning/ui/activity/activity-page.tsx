import { Form } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { DocumentView } from '~/shared/editor/document-view'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, Card, Facts, Notice, Page, PageHeader, Section, Stack } from '~/shared/ui'
import { EuLockup } from '~/shared/ui/eu-lockup'
import type { ActivityPageContent } from '../../booking/activity-view'
import styles from './activity.module.css'
import { type BookingAnswer, OccasionCard } from './occasion-card'

function Project({ content }: { content: ActivityPageContent }) {
  const t = useT('activity')
  const { project, activity } = content
  return (
    <Card as="section">
      <h2>{t('project')}</h2>
      {project === null ? (
        <p>{t('noProject')}</p>
      ) : (
        <>
          <p>{t('projectLine', { name: project.name, fund: project.fund, diarienr: project.diarienr })}</p>
          <p className="small">{t('hoursRule', { from: project.startsOn, to: project.endsOn })}</p>
          <p className="small">{t(`timeType.${activity.timeType}`)}</p>
          <EuLockup height={36} />
        </>
      )}
    </Card>
  )
}

function Competences({ content }: { content: ActivityPageContent }) {
  const t = useT('activity')
  const language = useLanguage()
  const { competences } = content.activity
  if (competences.length === 0) return null
  const nameOf = (code: string) => {
    const found = content.competenceNames.find((one) => one.code === code)
    return found === undefined ? code : pick(found.name, language)
  }
  return (
    <Card as="section">
      <h2>{t('competences')}</h2>
      <p className="small">{t('competencesText')}</p>
      <ul className="plain-list stack stack-s">
        {competences.map(({ code, level, weight }) => (
          <li key={code}>
            {nameOf(code)}{' '}
            <span className="small">
              {t('competenceLevel', { level })},{' '}
              {weight === 1 ? t('fullEvidence') : t('partial', { percent: Math.round(weight * 100) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Rule({ activity }: { activity: ActivityPageContent['activity'] }) {
  const t = useT('activity')
  const rules = [
    t('attendedRule', { percent: activity.attendedPercent }),
    ...(activity.productPrompt === null ? [] : [t('productRule', { prompt: activity.productPrompt })]),
    activity.standardRef === null ? t('plainRule') : t('standardRule', { standard: activity.standardRef }),
  ]
  return (
    <Section title={t('rule')}>
      <ul className={styles['list']}>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Section>
  )
}

function Interest({ content }: { content: ActivityPageContent }) {
  const t = useT('activity')
  return (
    <Card as="section">
      <h3>{t('interestTitle')}</h3>
      <p>{content.ownInterest ? t('interestOwn') : t('interestText')}</p>
      {content.interested > 0 && <p className="small">{t('interested', { count: content.interested })}</p>}
      {content.signedIn ? (
        <Form method="post">
          {content.ownInterest ? (
            <Button variant="quiet" name="intent" value="no-interest">
              {t('interestRemove')}
            </Button>
          ) : (
            <Button name="intent" value="interest">
              {t('interestAdd')}
            </Button>
          )}
        </Form>
      ) : (
        <p>
          <ButtonLink to={paths.signIn(paths.activity(content.activity.slug))}>{t('signInInterest')}</ButtonLink>
        </p>
      )}
    </Card>
  )
}

function Listed({ activity }: { activity: ActivityPageContent['activity'] }) {
  const t = useT('activity')
  if (activity.listed.length === 0) return null
  const names = activity.listed
    .map(({ name, seats }) => (seats === null ? name : t('listedSeats', { name, seats })))
    .join(', ')
  const limited = activity.listed.some(({ seats }) => seats !== null)
  if (!activity.onlyListedOrganisations && !limited) return null
  return <p className="small">{t(activity.onlyListedOrganisations ? 'listed' : 'seats', { names })}</p>
}

export function ActivityPage({ content, answer }: { content: ActivityPageContent; answer: BookingAnswer | undefined }) {
  const t = useT('activity')
  const calendar = useT('calendar')
  const { activity } = content
  const card = (occasion: ActivityPageContent['occasions'][number], past: boolean) => (
    <OccasionCard
      past={past}
      key={occasion.occasionId}
      occasion={occasion}
      approval={activity.approvalRequired}
      signedIn={content.signedIn}
      slug={activity.slug}
      blocked={occasion.aidBlocked ? <Notice tone="granite">{t('aidBlocked')}</Notice> : undefined}
      answer={answer}
    />
  )
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: calendar('title'), to: paths.calendar() }, { label: activity.title }]}
        eyebrow={<Badge>{calendar(`kinds.${activity.kind}`)}</Badge>}
        title={<span lang={activity.language}>{activity.title}</span>}
        lead={<span lang={activity.language}>{activity.summary}</span>}
        actions={
          content.manages && (
            <>
              <ButtonLink to={paths.newOccasion(activity.slug)}>{t('newOccasion')}</ButtonLink>
              <ButtonLink to={paths.editActivity(activity.slug)} variant="quiet">
                {t('edit')}
              </ButtonLink>
            </>
          )
        }
      />
      {activity.state !== 'publicerad' && (
        <Notice tone="lichen">{activity.state === 'utkast' ? t('draft') : t('archived')}</Notice>
      )}
      <div className={styles['columns']}>
        <div>
          <Section title={t('occasions')} id="tillfallen">
            <Listed activity={activity} />
            {content.occasions.map((occasion) => card(occasion, false))}
            {content.occasions.every(({ window }) => window !== 'open' && window !== 'not-yet') &&
              activity.state === 'publicerad' && <Interest content={content} />}
          </Section>
          <Section title={t('about')}>
            <div lang={activity.language}>
              <DocumentView document={activity.description} shift={1} />
            </div>
          </Section>
          {activity.outcomes.length > 0 && (
            <Section title={t('outcomes')}>
              <ul className={styles['list']} lang={activity.language}>
                {activity.outcomes.map((outcome) => (
                  <li key={outcome}>{outcome}</li>
                ))}
              </ul>
            </Section>
          )}
          <Rule activity={activity} />
          {content.past.length > 0 && (
            <Section title={t('pastOccasions')}>
              <Stack>{content.past.map((occasion) => card(occasion, true))}</Stack>
            </Section>
          )}
        </div>
        <Stack>
          <Project content={content} />
          <Competences content={content} />
          <Card as="section">
            <Facts
              items={[
                { label: t('organiser'), value: activity.organisationName },
                ...(activity.level === null ? [] : [{ label: t('level'), value: String(activity.level) }]),
                { label: t('language'), value: t(`languages.${activity.language}`) },
              ]}
            />
          </Card>
        </Stack>
      </div>
    </Page>
  )
}
