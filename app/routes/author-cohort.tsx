import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  authorReach,
  canEditCourse,
  type CohortFault,
  cohortFieldsOf,
  type CohortFields,
  cohortShape,
  readCohort,
} from '~/domains/catalogue'
import {
  closeCohort,
  findCohort,
  findCohortLeader,
  findCourse,
  findDraftScope,
  findLeaderEmail,
  saveCohort,
} from '~/domains/catalogue/index.server'
import { CohortView } from '~/domains/catalogue/ui/authoring/cohort-view'
import { countMembers, listMembers } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** A cohort of the course of the address, for those who make the course and for whoever leads the cohort. */
async function openCohort(request: Request, params: Record<string, string | undefined>) {
  const actor = await requireActor(request)
  const { slug = '', cohortId = '' } = params
  const cohort = (isUuid(cohortId) ? await findCohort(db(), cohortId) : undefined) ?? notFound()
  const course = (await findCourse(db(), slug)) ?? notFound()
  if (course.courseId !== cohort.courseId) notFound()
  const mayEdit = canEditCourse(actor, await findDraftScope(db(), course.courseId))
  if (!mayEdit && cohort.leader?.personId !== actor.personId) notFound()
  return { actor, cohort, course, mayEdit }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, cohort, course, mayEdit } = await openCohort(request, params)
  const { cohortId, name, isClosed } = cohort
  // Names are those of the reader's own reach, as everywhere; the others are counted.
  const [members, taken, email] = await Promise.all([
    listMembers(db(), cohortId, authorReach(actor)),
    countMembers(db(), cohortId),
    mayEdit ? findLeaderEmail(db(), cohortId) : '',
  ])
  return {
    title: `${name} – ${course.title} – ${translator(languageOf(request))('common')('portal')}`,
    page: {
      course: { slug: course.slug, title: course.title },
      ...{ name, isClosed, taken, members },
      fields: mayEdit ? cohortFieldsOf(cohort, email) : null,
    },
  }
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...cohortShape }),
  z.object({ intent: z.literal('close') }),
  z.object({ intent: z.literal('open') }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort, course } = await openCohort(request, params)
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  const { cohortId } = cohort
  const here = paths.cohort(course.slug, cohortId)
  if (sent.intent !== 'save') {
    const outcome = await closeCohort(db(), actor, { cohortId, isClosed: sent.intent === 'close', now: now() })
    return outcome.ok ? redirectWithToast(here, 'saved') : notFound()
  }
  const { intent: _intent, ...fields } = sent
  const t = translator(languageOf(request))('courseParticipants')
  const refuse = (faults: Partial<Record<keyof CohortFields, CohortFault | 'taken' | 'seats-taken'>>) => {
    const errors = Object.entries(faults).map(([field, fault]) => [`cohort-${field}`, t(`cohort.fault.${fault}`)])
    return data({ errors: Object.fromEntries(errors) as Record<string, string>, fields }, { status: 400 })
  }
  const plan = readCohort(fields, await leaderOf(fields.leader, cohort))
  if (!plan.ok) return refuse(plan.faults)
  const outcome = await saveCohort(db(), actor, { cohortId, plan: plan.plan, now: now() }, countMembers)
  if (outcome.ok) return redirectWithToast(here, 'saved')
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'taken':
      return refuse({ name: 'taken' })
    case 'seats-taken':
      return refuse({ seats: 'seats-taken' })
  }
}

/** Nobody is typed where the leader's personal data are protected: the leader stays. */
async function leaderOf(email: string, cohort: Awaited<ReturnType<typeof openCohort>>['cohort']) {
  if (email.trim() !== '') return findCohortLeader(db(), email, localDay(now()))
  const isHidden = cohort.leader !== null && (await findLeaderEmail(db(), cohort.cohortId)) === ''
  return isHidden ? cohort.leader?.personId : undefined
}

export default function AuthorCohort() {
  return <CohortView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
