import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { CheckInStart } from '~/domains/learning/ui/attendance/check-in-view'
import { translator } from '~/i18n/translator.server'
import { findMeetingByCode } from '~/journeys/attend.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { readForm } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  const t = translator(languageOf(request))
  return { title: `${t('attendance')('checkIn.title')} – ${t('common')('portal')}` }
}

/** The letters on the screen lead to the meeting that shows them. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, z.object({ code: z.string().max(40) }))
  const code = form.ok ? form.value.code : ''
  const outcome = await findMeetingByCode(db(), database().pool, actor, { code, now: now() })
  if (outcome.ok) return redirect(paths.checkIn(outcome.value, code))
  const t = translator(languageOf(request))('attendance')
  const status = outcome.refusal === 'too-many' ? 429 : 400
  return data({ error: t(`checkIn.fault.${outcome.refusal}`), code }, { status })
}

export default function Start() {
  return <CheckInStart answer={useActionData<typeof action>()} />
}
