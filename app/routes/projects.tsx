import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepProjects, canReadAuditLog, canReadParticipants } from '~/domains/identity'
import { participantScope } from '~/domains/participation'
import { listProjectCards } from '~/domains/participation/index.server'
import { ProjectCards } from '~/domains/participation/ui/project/project-cards'
import { useOfficeT } from '~/i18n/use-office-t'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { ButtonLink, EmptyState, Page, PageHeader } from '~/shared/ui'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const t = translator(languageOf(request))
  const scope = participantScope(actor)
  const cards = await listProjectCards(db(), scope)
  return {
    title: `${t('project')('title')} – ${t('common')('portal')}`,
    projects: cards.map(({ projectId: _, ownerId: __, ...card }) => card),
    everyone: scope.everyone,
    keeps: canKeepProjects(actor),
    readsLog: canReadAuditLog(actor),
    today: localDay(now()),
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Projects() {
  const { projects, everyone, keeps, readsLog, today } = useLoaderData<typeof loader>()
  const t = useOfficeT('project')
  const log = useOfficeT('auditLog')
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {readsLog && (
              <ButtonLink to={paths.auditLog()} variant="quiet">
                {log('link')}
              </ButtonLink>
            )}
            {keeps && (
              <ButtonLink to={paths.erasures()} variant="quiet">
                {t('erasures')}
              </ButtonLink>
            )}
          </>
        }
      />
      {projects.length === 0 ? (
        <EmptyState title={t('none.title')}>
          <p>{t('none.text')}</p>
        </EmptyState>
      ) : (
        <ProjectCards projects={projects} everyone={everyone} today={today} />
      )}
    </Page>
  )
}
