import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { leaveMessage } from '~/domains/notice/index.server'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { useT } from '~/i18n/use-t'
import type { PortalContext } from '~/server/context'
import { languageOf } from '~/server/language.server'
import { readForm } from '~/shared/http.server'
import { Button, FormErrorSummary, Notice, Page, PageHeader, Section, TextArea, TextField } from '~/shared/ui'

/** The days that the statement must show; change them when the assessment is made again. */
const assessedOn = '2026-11-23'
const updatedOn = '2026-11-23'

/** Nothing here needs a script, also when signed in. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return {
    title: `${t('pages')('accessibility.title')} – ${t('common')('portal')}`,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const t = translator(languageOf(request))('pages')
  const form = await readForm(
    request,
    z.object({
      message: z.string().trim().min(1, t('accessibility.messageMissing')).max(4000, t('accessibility.messageLong')),
      contact: z.union([z.literal(''), z.email(t('accessibility.contactWrong'))]),
    }),
  )
  if (!form.ok) return data({ sent: false, errors: form.errors, values: form.values }, { status: 400 })
  const { address } = context as unknown as PortalContext
  const outcome = await leaveMessage(db(), database().pool, {
    ...form.value,
    address,
    at: now(),
  })
  if (!outcome.ok) {
    return data(
      {
        sent: false,
        errors: { message: t('accessibility.tooMany') },
        values: { ...form.value },
      },
      { status: 429 },
    )
  }
  return data({ sent: true, errors: {}, values: {} })
}

function MessageForm() {
  const t = useT('pages')
  const answer = useActionData<typeof action>()
  if (answer?.sent) {
    return (
      <Notice tone="ok" live>
        {t('accessibility.sent')}
      </Notice>
    )
  }
  const errors: Record<string, string> | undefined = answer?.errors
  const values: Record<string, string> | undefined = answer?.values
  return (
    <Form method="post" className="card stack" reloadDocument>
      <FormErrorSummary errors={errors} />
      <TextArea
        label={t('accessibility.message')}
        hint={t('accessibility.messageHint')}
        name="message"
        defaultValue={values?.['message']}
        error={errors?.['message']}
        required
      />
      <TextField
        label={t('accessibility.contact')}
        name="contact"
        type="email"
        autoComplete="email"
        defaultValue={values?.['contact']}
        error={errors?.['contact']}
      />
      <div>
        <Button>{t('accessibility.send')}</Button>
      </div>
    </Form>
  )
}

export default function Accessibility() {
  const t = useT('pages')
  return (
    <Page width="text">
      <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <Section title={t('accessibility.actorTitle')}>
        <p>{t('accessibility.actor')}</p>
      </Section>
      <Section title={t('accessibility.statusTitle')}>
        <p>{t('accessibility.status')}</p>
      </Section>
      <Section title={t('accessibility.reportTitle')} id="anmal">
        <p>{t('accessibility.report')}</p>
        <MessageForm />
      </Section>
      <Section title={t('accessibility.supervisionTitle')}>
        <p>
          {t('accessibility.supervision')}{' '}
          <a href="https://www.digg.se/tdosanmalan">{t('accessibility.supervisionLink')}</a>
        </p>
      </Section>
      <Section title={t('accessibility.knownTitle')}>
        <ul>
          <li>{t('accessibility.known1')}</li>
          <li>{t('accessibility.known2')}</li>
          <li>{t('accessibility.known3')}</li>
          <li>{t('accessibility.known4')}</li>
        </ul>
      </Section>
      <Section title={t('accessibility.burdenTitle')}>
        <p>{t('accessibility.burden')}</p>
      </Section>
      <Section title={t('accessibility.outsideTitle')}>
        <p>{t('accessibility.outside')}</p>
      </Section>
      <Section title={t('accessibility.testedTitle')}>
        <p>{t('accessibility.tested')}</p>
        <p>
          {t('accessibility.assessedOn', { day: assessedOn })} {t('accessibility.updatedOn', { day: updatedOn })}
        </p>
      </Section>
    </Page>
  )
}
