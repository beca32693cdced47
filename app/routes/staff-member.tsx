import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EVIDENCE_FRAMEWORK, profileOf, tellProfile } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { canReviewStaff } from '~/domains/identity'
import { type MemberContent, StaffMemberPage } from '~/domains/insight/ui/staff-member-page'
import { viewProfile } from '~/journeys/view-profile.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { type PersonId, isUuid } from '~/shared/ids'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReviewStaff(actor)) forbidden()
  const { personId = '' } = params
  if (!isUuid(personId)) notFound()
  const language = languageOf(request)
  const seen = await viewProfile(db(), actor, { personId: personId as PersonId, now: now() })
  const framework = await findFramework(db(), EVIDENCE_FRAMEWORK)
  if (seen === undefined || framework === undefined) notFound()
  const { member, facts } = seen
  const content: MemberContent = {
    name: member.name,
    profile: facts && {
      areas: tellProfile(profileOf(framework, { ...facts, selfAssessments: [] }), [], language),
      courses: facts.courses,
    },
  }
  return { title: `${member.name} – ${translator(language)('common')('portal')}`, content }
}

export default function StaffMember() {
  const { content } = useLoaderData<typeof loader>()
  return <StaffMemberPage content={content} />
}
