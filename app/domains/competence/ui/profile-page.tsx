import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { ButtonLink, EmptyState, Page, PageHeader, Section, Stack, Tabs } from '~/shared/ui'
import { LevelMark } from '~/shared/ui/level-mark'
import type { ToldArea, ToldCompetence, ToldMapping } from '../tell'
import { CompetenceCard } from './competence-card'
import { MappingView } from './mapping-view'
import styles from './profile.module.css'
import { SelfAssessmentForm } from './self-assessment-form'
import { type ShownView, SharingSection } from './sharing-section'

export interface ProfileContent {
  areas: ToldArea[]
  /** Present in the second view alone. */
  mapping: ToldMapping | null
  since: string | null
  shared: boolean
  views: ShownView[]
}

function Overview({ areas, since }: { areas: readonly ToldArea[]; since: string | null }) {
  const t = useStudyT('competence')
  return (
    <Section title={t('overview')}>
      <ul className={styles.overview}>
        {areas.map((area) => (
          <li key={area.code}>
            <a href={`#${area.code}`}>
              <LevelMark level={area.level} rose={area.rose} label={area.level === 0 ? t('noLevel') : undefined} />
              <span>
                {area.code} {area.name}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {since !== null && areas.some((area) => area.rose) && <p className="small">{t('rose', { day: since })}</p>}
      <details className={styles.disclosure}>
        <summary>{t('ruleSummary')}</summary>
        <p>{t('rule')}</p>
      </details>
    </Section>
  )
}

function hasBegun(competence: ToldCompetence): boolean {
  return competence.evidence.length > 0
}

function Area({ area }: { area: ToldArea }) {
  const t = useStudyT('competence')
  const begun = area.competences.filter(hasBegun)
  const rest = area.competences.filter((competence) => !hasBegun(competence))
  return (
    <Section
      id={area.code}
      title={`${area.code} ${area.name}`}
      actions={
        <span className="small">{t('confirmedOf', { count: area.confirmed, of: area.competences.length })}</span>
      }
    >
      {begun.length > 0 && (
        <ul className="grid plain-list">
          {begun.map((competence) => (
            <CompetenceCard key={competence.code} competence={competence} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className={styles.disclosure}>
          <summary>
            {t('rest', { count: rest.length })} <span className="visually-hidden">{area.name}</span>
          </summary>
          <ul className="grid plain-list">
            {rest.map((competence) => (
              <CompetenceCard key={competence.code} competence={competence} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** A person's own profile: areas and competences with their reasons, the own assessment, and who may see it. */
export function ProfilePage({ content, failed }: { content: ProfileContent; failed: boolean }) {
  const t = useStudyT('competence')
  const language = useLanguage()
  const { areas, mapping } = content
  const empty = areas.every((area) => !area.competences.some(hasBegun))
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="l">
        <Tabs
          label={t('views')}
          items={[
            { label: t('westum'), to: paths.competence(), active: mapping === null },
            { label: t('digcompedu'), to: paths.competence('digcompedu'), active: mapping !== null },
          ]}
        />
        {mapping !== null ? (
          <MappingView mapping={mapping} />
        ) : (
          <div key={language}>
            {empty ? (
              <EmptyState
                title={t('emptyTitle')}
                action={<ButtonLink to={paths.courses()}>{t('emptyAction')}</ButtonLink>}
              >
                {t('emptyText')}
              </EmptyState>
            ) : (
              <Overview areas={areas} since={content.since} />
            )}
            {areas.map((area) => (
              <Area key={area.code} area={area} />
            ))}
            <SelfAssessmentForm areas={areas} failed={failed} />
            <SharingSection shared={content.shared} views={content.views} />
          </div>
        )}
      </Stack>
    </Page>
  )
}
