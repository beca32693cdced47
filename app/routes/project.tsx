import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadParticipants, canReadReports } from '~/domains/identity'
import {
  isAidFormInForce,
  participantScope,
  reachesPartner,
  readParticipantFilter,
  reportCalendar,
  shownGoal,
} from '~/domains/participation'
import {
  listExternalEmployers,
  listGoals,
  listMonthStandings,
  listPartners,
  listProjectCards,
  sumParticipants,
} from '~/domains/participation/index.server'
import { ProjectOverviewView } from '~/domains/participation/ui/project/project-overview'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const everybody = readParticipantFilter(new URLSearchParams())

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const scope = participantScope(actor)
  const [card] = await listProjectCards(db(), scope, params['diarienr'] ?? '')
  if (card === undefined) return notFound()
  const { projectId, ownerId: _, ...project } = card
  const today = localDay(now())
  const [totals, partners, goals, months, employers] = await Promise.all([
    sumParticipants(db(), scope, projectId, everybody),
    listPartners(db(), projectId),
    listGoals(db(), scope, projectId),
    canReadReports(actor) ? listMonthStandings(db(), projectId) : null,
    canReadReports(actor) ? listExternalEmployers(db(), projectId) : [],
  ])
  return {
    title: `${project.name} – ${translator(languageOf(request))('common')('portal')}`,
    view: {
      project,
      everyone: scope.everyone,
      totals: { participants: totals.participants, complete: totals.complete, minutes: totals.minutes },
      calendar: months && reportCalendar(project, months, today),
      partners: partners.map(({ organisationId, ...partner }) => ({
        ...partner,
        reached: reachesPartner(scope, organisationId),
      })),
      blockedEmployers: employers
        .filter(({ form }) => !isAidFormInForce(form, today))
        .map(({ slug, name, isPartner }) => ({ slug, name, isPartner })),
      goals: goals.map(shownGoal),
    },
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Project() {
  return <ProjectOverviewView view={useLoaderData<typeof loader>().view} />
}
