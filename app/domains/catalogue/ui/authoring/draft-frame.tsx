import type { ReactNode } from 'react'
import { useLocation } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Badge, Notice, Page, PageHeader, Tabs, type Tone } from '~/shared/ui'
import type { DraftHead } from '../../authoring/desk'
import type { DraftState } from '../../authoring/model'
import styles from './authoring.module.css'

const tones: Record<DraftState, Tone> = {
  utkast: 'lichen',
  granskning: 'sea',
  publicerad: 'ok',
  avpublicerad: 'plain',
}

export function StateBadge({ state }: { state: DraftState }) {
  const t = useOfficeT('authoring')
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
}

/** The head of a course's editorial pages: its name and state, and the way between the pages. */
export function DraftFrame({
  head,
  hasDraft = true,
  children,
}: {
  head: DraftHead
  /** A course without a draft has no editorial pages to go to. */
  hasDraft?: boolean
  children: ReactNode
}) {
  const t = useOfficeT('authoring')
  const { pathname } = useLocation()
  const { slug, published } = head
  const languages = paths.draftLanguages(slug)
  const isAt = (to: string) => to === pathname || (to === languages && pathname.startsWith(`${to}/`))
  const tabs = [
    { label: t('tabs.structure'), to: paths.draft(slug) },
    { label: t('tabs.settings'), to: paths.draftSettings(slug) },
    { label: t('tabs.languages'), to: languages },
    { label: t('tabs.participants'), to: paths.courseParticipants(slug) },
    { label: t('tabs.review'), to: paths.draftReview(slug) },
    { label: t('tabs.preview'), to: paths.draftPreview(slug) },
  ]
  return (
    <Page width="wide">
      <PageHeader
        title={head.title}
        eyebrow={
          <span className="row">
            <StateBadge state={head.state} />
            <span>
              {published === null
                ? t('notPublished')
                : t(published.isOpen ? 'published' : 'withdrawn', { revision: published.revision })}
              {published !== null && head.state === 'utkast' && ` · ${t('hasChanges')}`}
            </span>
          </span>
        }
        breadcrumbs={[{ label: t('title'), to: paths.authoring() }, { label: head.title }]}
      />
      {hasDraft && <Tabs label={t('tabs.label')} items={tabs.map((tab) => ({ ...tab, active: isAt(tab.to) }))} />}
      <div className={styles['body']}>
        {!head.mayChange && <Notice tone="lichen">{t('locked')}</Notice>}
        {children}
      </div>
    </Page>
  )
}
