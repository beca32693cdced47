import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountView } from '~/domains/identity/ui/account-view'
import { changePassword, deleteSessionOf, findProtection, listSessions } from '~/domains/identity/index.server'
import { mailChoices } from '~/domains/notice'
import { findMailChoice, saveMailChoice } from '~/domains/notice/index.server'
import { env } from '~/env.server'
import { MailChoiceForm } from '~/domains/notice/ui/mail-choice'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { currentSessionHash, requireActor, sessionIdOf, sessions } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(languageOf(request))
  const [rows, choice, protection] = await Promise.all([
    listSessions(db(), actor.personId, new Date()),
    findMailChoice(db(), actor.personId),
    findProtection(db(), actor.personId),
  ])
  const here = currentSessionHash(request)
  return {
    title: `${t('account')('title')} – ${t('common')('portal')}`,
    actor,
    mail: { choice, isOn: env().smtp !== undefined, isProtected: protection !== 'none' },
    sessions: rows.map((row) => ({
      key: row.sessionHash,
      since: formatDateTime(row.createdAt),
      userAgent: row.userAgent,
      current: row.sessionHash === here,
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(languageOf(request))('account')
  const form = await readForm(
    request,
    z.discriminatedUnion('intent', [
      z.object({
        intent: z.literal('password'),
        current: z.string().min(1, t('password.currentMissing')).max(200, t('password.wrong')),
        next: z.string().min(12, t('password.short')).max(200, t('password.long')),
      }),
      z.object({ intent: z.literal('end-session'), key: z.string().max(100) }),
      z.object({ intent: z.literal('end-all') }),
      z.object({ intent: z.literal('mail'), choice: z.enum(mailChoices) }),
    ]),
  )
  if (!form.ok) return data({ errors: form.errors }, { status: 400 })
  switch (form.value.intent) {
    case 'password': {
      const { current, next } = form.value
      const outcome = await changePassword(db(), {
        personId: actor.personId,
        current,
        next,
        at: now(),
      })
      if (!outcome.ok) return data({ errors: { current: t('password.wrong') } }, { status: 400 })
      await sessions().endAll(actor.personId)
      const agent = request.headers.get('user-agent') ?? ''
      const cookie = await sessions().start(actor.personId, agent, sessionIdOf(request))
      return redirectWithToast(paths.account(), 'passwordChanged', {
        'Set-Cookie': cookie,
      })
    }
    case 'mail':
      await saveMailChoice(db(), actor.personId, form.value.choice, now())
      return redirectWithToast(`${paths.account()}#mejl`, 'saved')
    case 'end-session':
      await deleteSessionOf(db(), actor.personId, form.value.key)
      return redirectWithToast(paths.account(), 'sessionEnded')
    case 'end-all':
      return redirectWithToast(paths.signIn(), 'signedOutEverywhere', {
        'Set-Cookie': await sessions().endAll(actor.personId),
        // What this browser keeps for use without a connection goes with the person.
        'Clear-Site-Data': '"storage"',
      })
  }
}

export default function Account() {
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <AccountView actor={page.actor} sessions={page.sessions} errors={failed?.errors}>
      <MailChoiceForm email={page.actor.email} {...page.mail} />
    </AccountView>
  )
}
