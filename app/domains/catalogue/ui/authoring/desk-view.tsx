import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, DataTable, EmptyState, Page, PageHeader, Section, Tabs } from '~/shared/ui'
import { type DeskView, deskViews } from '../../authoring/desk'
import type { DraftState } from '../../authoring/model'
import { StateBadge } from './draft-frame'

export interface DeskLine {
  slug: string
  title: string
  state: DraftState | null
  organisationName: string | null
  revision: number | null
  isOpen: boolean
  changedOn: string
}

const names = {
  alla: 'all',
  mina: 'own',
  utkast: 'drafts',
  granskning: 'review',
  publicerade: 'published',
  avpublicerade: 'withdrawn',
} as const

function Lines({ lines, caption }: { lines: DeskLine[]; caption: string }) {
  const t = useOfficeT('authoring')
  const packages = useOfficeT('coursePackage')
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('list.course')}</th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col">{t('list.owner')}</th>
          <th scope="col">{t('list.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.slug}>
            <th scope="row">
              {line.state === null ? line.title : <Link to={paths.draft(line.slug)}>{line.title}</Link>}
              {line.state === null && (
                <Form method="post">
                  <input type="hidden" name="slug" value={line.slug} />
                  <Button variant="quiet">
                    {t('list.open')}
                    <span className="visually-hidden">{t('structure.of', { title: line.title })}</span>
                  </Button>
                </Form>
              )}
            </th>
            <td>
              {line.state === null ? t('list.noDraft') : <StateBadge state={line.state} />}
              {line.state === null && (
                <div className="xsmall">
                  <Link to={paths.coursePackage(line.slug)} reloadDocument>
                    {packages('takeOf')}
                    <span className="visually-hidden">{packages('of', { title: line.title })}</span>
                  </Link>
                </div>
              )}
              {line.revision !== null && line.state !== null && (
                <div className="xsmall">{t(line.isOpen ? 'published' : 'withdrawn', { revision: line.revision })}</div>
              )}
            </td>
            <td>{line.organisationName ?? t('list.portal')}</td>
            <td>{line.changedOn}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

/** A cohort that the reader leads. */
interface LedCohort {
  cohortId: string
  name: string
  courseSlug: string
  courseTitle: string
}

/** The courses that somebody makes or edits, by state. */
export function DeskPage({
  view,
  lines,
  led,
  leads,
}: {
  view: DeskView
  lines: DeskLine[]
  led: LedCohort[]
  /** Whether the reader leads the assignments of courses. */
  leads: boolean
}) {
  const t = useOfficeT('authoring')
  const packages = useOfficeT('coursePackage')
  const drafts = lines.filter(({ state }) => state !== null)
  const files = lines.filter(({ state }) => state === null)
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to={paths.newCourse()}>{t('newCourse')}</ButtonLink>
            <ButtonLink to={paths.importPackage()} variant="quiet">
              {packages('title')}
            </ButtonLink>
            {leads && (
              <ButtonLink to={paths.submissions()} variant="quiet">
                {t('submissions')}
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" to={paths.learningPaths()}>
              {t('paths')}
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label={t('list.filter')}
        items={deskViews.map((one) => ({
          label: t(`list.${names[one]}`),
          to: paths.authoring(one === 'alla' ? '' : `?visa=${one}`),
          active: one === view,
        }))}
      />
      <div className="section">
        {drafts.length > 0 && <Lines lines={drafts} caption={t('list.count', { count: drafts.length })} />}
        {lines.length === 0 && (
          <EmptyState
            title={t('list.emptyTitle')}
            action={<ButtonLink to={paths.newCourse()}>{t('newCourse')}</ButtonLink>}
          >
            {t(view === 'alla' || view === 'mina' ? 'list.emptyMine' : 'list.emptyOther')}
          </EmptyState>
        )}
      </div>
      {led.length > 0 && (
        <Section title={t('list.led')}>
          <ul className="plain-list stack stack-s">
            {led.map(({ cohortId, name, courseSlug, courseTitle }) => (
              <li key={cohortId}>
                <Link to={paths.cohort(courseSlug, cohortId)}>{name}</Link> <span className="small">{courseTitle}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {files.length > 0 && (
        <Section title={t('list.fromFiles')}>
          <p className="small">{t('list.openHint')}</p>
          <Lines lines={files} caption={t('list.count', { count: files.length })} />
        </Section>
      )}
    </Page>
  )
}
