import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canReadParticipants, canReadReports } from '~/domains/identity'
import { canImportParticipants, completenessOf, participantScope, readParticipantFilter } from '~/domains/participation'
import {
  listFilterChoices,
  listParticipants,
  listReachedProjects,
  sumParticipants,
} from '~/domains/participation/index.server'
import { ParticipantsView } from '~/domains/participation/ui/participants-view'
import { useOfficeT } from '~/i18n/use-office-t'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'
import { EmptyState, Page, PageHeader } from '~/shared/ui'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const PAGE_SIZE = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const t = translator(languageOf(request))
  const title = `${t('participants')('title')} – ${t('common')('portal')}`
  const { page: wanted, ...filter } = readParticipantFilter(new URL(request.url).searchParams)
  const scope = participantScope(actor)
  const projects = await listReachedProjects(db(), scope)
  const project = projects.find(({ diarienr }) => diarienr === filter.project) ?? projects[0]
  if (project === undefined) return { title, view: null }
  const [totals, choices] = await Promise.all([
    sumParticipants(db(), scope, project.projectId, filter),
    listFilterChoices(db(), scope, project.projectId),
  ])
  const pages = Math.max(1, Math.ceil(totals.found / PAGE_SIZE))
  const page = Math.min(wanted, pages)
  const rows = await listParticipants(db(), scope, project.projectId, filter, { size: PAGE_SIZE, number: page })
  return {
    title,
    view: {
      filter,
      choices: { projects: projects.map(({ diarienr, name }) => ({ diarienr, name })), ...choices },
      project,
      everyone: scope.everyone,
      information: canReadReports(actor),
      imports: canImportParticipants(actor),
      totals,
      rows: rows.map(({ personId: _, employer, noticeAckAt, hasIdentityNumber, registeredOn: __, ...row }) => ({
        ...row,
        entryOn: row.isProtected ? null : row.entryOn,
        exitOn: row.isProtected ? null : row.exitOn,
        completeness: completenessOf({
          hasIdentityNumber,
          entryOn: row.entryOn,
          employerId: row.isProtected ? row.name : employer,
          noticeAckAt,
        }),
      })),
      page,
      pages,
    },
  }
}

export default function Participants() {
  const { view } = useLoaderData<typeof loader>()
  const t = useOfficeT('participants')
  if (view !== null) return <ParticipantsView view={view} />
  return (
    <Page>
      <PageHeader title={t('title')} />
      <EmptyState title={t('noProject.title')}>
        <p>{t('noProject.text')}</p>
      </EmptyState>
    </Page>
  )
}
