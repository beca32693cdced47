import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EVIDENCE_FRAMEWORK, MAPPED_FRAMEWORK, profileOf, tellMapping, tellProfile } from '~/domains/competence'
import {
  findFramework,
  listCourseOffers,
  listProfileViews,
  saveSelfAssessment,
  setSharing,
  selfAssessmentForm,
} from '~/domains/competence/index.server'
import { ProfilePage } from '~/domains/competence/ui/profile-page'
import { findProfileFacts } from '~/domains/insight/index.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime, localDay } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const language = languageOf(request)
  const t = translator(language)
  const asMapping = new URL(request.url).searchParams.get('ram') === MAPPED_FRAMEWORK
  const [framework, mapped, facts, offers, views] = await Promise.all([
    findFramework(db(), EVIDENCE_FRAMEWORK),
    asMapping ? findFramework(db(), MAPPED_FRAMEWORK) : undefined,
    findProfileFacts(db(), actor.personId, localDay(now())),
    asMapping ? [] : listCourseOffers(db(), { personId: actor.personId, today: localDay(now()) }),
    asMapping ? [] : listProfileViews(db(), actor.personId),
  ])
  if (framework === undefined || (asMapping && mapped === undefined)) notFound()
  const areas = profileOf(framework, facts)
  return {
    title: `${t('competence')('title')} – ${t('common')('portal')}`,
    content: {
      areas: asMapping ? [] : tellProfile(areas, offers, language),
      mapping: mapped === undefined ? null : tellMapping(mapped, areas, language),
      since: facts.since,
      shared: facts.shared,
      views: views.map((view) => ({ viewer: view.viewer, viewedAt: formatDateTime(view.viewedAt) })),
    },
  }
}

const profileForm = z.union([
  z.object({ intent: z.literal('sharing'), shared: z.enum(['yes', 'no']) }),
  z.looseObject({ intent: z.literal('assess') }),
])

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, profileForm)
  if (!form.ok) return data({ failed: true }, { status: 400 })
  switch (form.value.intent) {
    case 'sharing': {
      const shared = form.value.shared === 'yes'
      await setSharing(db(), actor, { shared, at: now() })
      return redirectWithToast(paths.competence(), shared ? 'profileShared' : 'profileNotShared')
    }
    case 'assess': {
      const levels = selfAssessmentForm.safeParse(form.value)
      if (!levels.success) return data({ failed: true }, { status: 400 })
      await saveSelfAssessment(db(), actor, { levels: levels.data, at: now() })
      return redirectWithToast(paths.competence(), 'assessmentSaved')
    }
  }
}

export default function Competence() {
  const { content } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ProfilePage content={content} failed={answer?.failed ?? false} />
}
