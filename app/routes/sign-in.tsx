import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { demonstrationPeople } from '~/domains/identity'
import { signIn } from '~/domains/identity/index.server'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import type { PortalContext } from '~/server/context'
import { languageOf } from '~/server/language.server'
import { optionalActor, sessionIdOf, sessions } from '~/session.server'
import { readForm } from '~/shared/http.server'
import { safeReturnPath } from '~/shared/paths'
import { Button, Card, FormErrorSummary, Grid, Page, PageHeader, Stack, TextField } from '~/shared/ui'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const till = safeReturnPath(new URL(request.url).searchParams.get('till'))
  if ((await optionalActor(request)) !== undefined) throw redirect(till)
  const { demo, demoPassword } = env()
  const t = translator(languageOf(request))
  return {
    title: `${t('account')('signIn.title')} – ${t('common')('portal')}`,
    till,
    demo: demo ? { password: demoPassword, people: demonstrationPeople } : undefined,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const t = translator(languageOf(request))('account')
  const form = await readForm(
    request,
    z.object({
      email: z.string().trim().min(1, t('signIn.emailMissing')).max(254, t('signIn.wrong')),
      password: z.string().min(1, t('signIn.passwordMissing')).max(200, t('signIn.wrong')),
      till: z.string().optional(),
    }),
  )
  if (!form.ok) return data({ errors: form.errors, email: form.values['email'] ?? '' }, { status: 400 })
  const { email, password, till } = form.value
  const { address } = context as unknown as PortalContext
  const outcome = await signIn(db(), database().pool, {
    email,
    password,
    address,
    at: now(),
  })
  if (!outcome.ok) {
    const tooMany = outcome.refusal === 'too-many-attempts'
    const message = tooMany ? t('signIn.tooMany') : t(outcome.refusal === 'merged' ? 'signIn.merged' : 'signIn.wrong')
    return data({ errors: { email: message }, email }, { status: tooMany ? 429 : 400 })
  }
  const cookie = await sessions().start(outcome.value, request.headers.get('user-agent') ?? '', sessionIdOf(request))
  return redirect(safeReturnPath(till ?? null), {
    headers: { 'Set-Cookie': cookie },
  })
}

export default function SignIn() {
  const { till, demo } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const errors: Record<string, string> | undefined = failed?.errors
  const t = useOfficeT('account')
  const role = useT('common')
  return (
    <Page>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <Grid columns={2}>
        <Form method="post" className="card stack" reloadDocument>
          <FormErrorSummary errors={errors} />
          <input type="hidden" name="till" value={till} />
          <TextField
            label={t('signIn.email')}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={failed?.email}
            error={errors?.['email']}
            required
          />
          <TextField
            label={t('signIn.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            error={errors?.['password']}
            required
          />
          <div>
            <Button>{t('signIn.submit')}</Button>
          </div>
        </Form>
        {demo && (
          <Card as="section">
            <h2>{t('signIn.demoTitle')}</h2>
            <p className="small">
              {t('signIn.demoLead')} <code>{demo.password}</code>
            </p>
            <Stack gap="s">
              {demo.people.map((person) => (
                <Form method="post" key={person.email} reloadDocument>
                  <input type="hidden" name="till" value={till} />
                  <input type="hidden" name="email" value={person.email} />
                  <input type="hidden" name="password" value={demo.password} />
                  <Button variant="quiet">
                    {t('signIn.demoAs', {
                      role: role(`roles.${person.role}`).toLowerCase(),
                    })}
                  </Button>{' '}
                  <span className="xsmall">{person.email}</span>
                </Form>
              ))}
            </Stack>
          </Card>
        )}
      </Grid>
    </Page>
  )
}
