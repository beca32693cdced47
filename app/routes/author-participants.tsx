import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireOwnCourse } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { type CohortFault, cohortShape, emailsOf, readCohort } from '~/domains/catalogue'
import { addCohort, findCohortLeader, listCohorts, listPermits } from '~/domains/catalogue/index.server'
import { ParticipantsView } from '~/domains/catalogue/ui/authoring/participants-view'
import { countSeatsTaken } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { invite, letIn, takeBack } from '~/journeys/let-in.server'
import { languageOf } from '~/server/language.server'
import { localDay } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { head, hasDraft, course } = await requireOwnCourse(request, params['slug'])
  const t = translator(languageOf(request))
  const [permits, cohorts, taken] =
    course === null
      ? [[], [], new Map<string, number>()]
      : await Promise.all([
          listPermits(db(), course.courseId),
          listCohorts(db(), course.courseId),
          countSeatsTaken(db(), course.courseId),
        ])
  return {
    title: `${t('courseParticipants')('title')} – ${head.title} – ${t('common')('portal')}`,
    page: {
      head,
      hasDraft,
      course:
        course === null
          ? null
          : {
              requires: course.terms.prerequisites.rule === 'kravs',
              invites: course.terms.access.kind !== 'oppen',
              permits,
              cohorts: cohorts.map(({ courseId: _course, leader, ...cohort }) => ({
                ...cohort,
                leader: leader?.name ?? null,
                taken: taken.get(cohort.cohortId) ?? 0,
              })),
            },
    },
  }
}

const email = z.string().max(300).default('')
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('dispens'), email, reason: z.string().max(1000).default('') }),
  z.object({ intent: z.literal('inbjudan'), emails: z.string().max(20_000).default('') }),
  z.object({ intent: z.literal('cohort'), ...cohortShape }),
  z.object({ intent: z.literal('end'), permitId: z.uuid() }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, head, course } = await requireOwnCourse(request, params['slug'])
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  if (course === null) return notFound()
  const sent = read.value
  const { slug } = head
  const here = paths.courseParticipants(slug)
  if (sent.intent === 'end') {
    const ended = await takeBack(db(), actor, { slug, permitId: sent.permitId, now: now() })
    return ended.ok ? redirectWithToast(here, 'letInEnded') : notFound()
  }
  const t = translator(languageOf(request))('courseParticipants')
  if (sent.intent === 'cohort') {
    const { intent, ...typed } = sent
    const refuse = (faults: Partial<Record<string, CohortFault | 'taken'>>) => {
      const errors = Object.entries(faults).map(([field, fault]) => [
        `cohort-${field}`,
        t(`cohort.fault.${fault ?? 'name'}`),
      ])
      return data({ intent, errors: Object.fromEntries(errors) as Record<string, string>, typed }, { status: 400 })
    }
    const plan = readCohort(typed, await findCohortLeader(db(), typed.leader, localDay(now())))
    if (!plan.ok) return refuse(plan.faults)
    const made = await addCohort(db(), actor, { courseId: course.courseId, plan: plan.plan, now: now() })
    if (made.ok) return redirectWithToast(here, 'saved')
    return made.refusal === 'not-found' ? notFound() : refuse({ name: 'taken' })
  }
  if (sent.intent === 'inbjudan') {
    const { emails } = sent
    const outcome = await invite(db(), actor, { slug, emails: emailsOf(emails), now: now() })
    if (outcome.ok) return redirectWithToast(here, outcome.value.invited === 1 ? 'letIn' : 'letInMany')
    if (outcome.refusal === 'not-found') return notFound()
    const message = t(`fault.${outcome.refusal}`, { emails: outcome.unknown.join(', ') })
    return data({ intent: sent.intent, errors: { 'inbjudan-emails': message }, typed: { emails } }, { status: 400 })
  }
  const { intent, ...typed } = sent
  const outcome = await letIn(db(), actor, { slug, kind: intent, ...typed, now: now() })
  if (outcome.ok && outcome.value.created) return redirectWithToast(here, 'letIn')
  const refusal = outcome.ok ? 'already' : outcome.refusal
  if (refusal === 'not-found') return notFound()
  const field = refusal === 'reason' ? 'reason' : 'email'
  return data({ intent, errors: { [`${intent}-${field}`]: t(`fault.${refusal}`) }, typed }, { status: 400 })
}

export default function AuthorParticipants() {
  return <ParticipantsView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
