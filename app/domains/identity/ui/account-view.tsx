import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Facts,
  FormErrorSummary,
  Grid,
  Page,
  PageHeader,
  Section,
  TextField,
} from '~/shared/ui'
import type { Actor } from '../model'
import { InstallSection } from './install-section'

interface SessionShown {
  key: string
  since: string
  userAgent: string
  current: boolean
}

/** "Firefox, Linux": enough to know one's own device again. */
function deviceName(userAgent: string): string | undefined {
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1]
  return browser === undefined ? undefined : [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ')
}

function Sessions({ sessions }: { sessions: readonly SessionShown[] }) {
  const t = useT('account')
  return (
    <Section
      title={t('sessions.title')}
      actions={
        <Form method="post">
          <Button variant="quiet" name="intent" value="end-all">
            {t('sessions.endAll')}
          </Button>
        </Form>
      }
    >
      <DataTable caption={t('sessions.title')}>
        <thead>
          <tr>
            <th scope="col">{t('sessions.device')}</th>
            <th scope="col">{t('sessions.since')}</th>
            <th scope="col">{t('sessions.action')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.key}>
              <td>{deviceName(session.userAgent) ?? t('sessions.unknown')}</td>
              <td>{session.since}</td>
              <td>
                {session.current ? (
                  <Badge tone="ok">{t('sessions.this')}</Badge>
                ) : (
                  <Form method="post">
                    <input type="hidden" name="key" value={session.key} />
                    <button className="link-button" name="intent" value="end-session">
                      {t('sessions.end')}
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

export function AccountView(props: {
  actor: Actor
  sessions: readonly SessionShown[]
  errors: Record<string, string> | undefined
  children?: ReactNode
}) {
  const t = useT('account')
  const common = useT('common')
  const { actor, errors } = props
  const roleNames = [...new Set(actor.grants.map((grant) => common(`roles.${grant.role}`)))].join(', ')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Grid columns={2}>
        <section className="card stack">
          <h2>{t('you')}</h2>
          <Facts
            items={[
              {
                label: t('name'),
                value: `${actor.givenName} ${actor.familyName}`,
              },
              { label: t('email'), value: actor.email },
              { label: t('rolesLabel'), value: roleNames },
            ]}
          />
          <Form method="post" action={paths.language()} reloadDocument className="row">
            <input type="hidden" name="till" value={paths.account()} />
            <span>{t('language')}:</span>
            <Button variant="quiet" name="language" value="sv" lang="sv">
              {t('swedish')}
            </Button>
            <Button variant="quiet" name="language" value="en" lang="en">
              {t('english')}
            </Button>
          </Form>
          <div>
            <ButtonLink to={paths.ownData()} variant="quiet">
              {t('ownData')}
            </ButtonLink>
          </div>
        </section>
        <Form method="post" className="card stack">
          <h2>{t('password.title')}</h2>
          <FormErrorSummary errors={errors} />
          <input type="hidden" name="intent" value="password" />
          <input type="hidden" name="username" autoComplete="username" value={actor.email} readOnly />
          <TextField
            label={t('password.current')}
            name="current"
            type="password"
            autoComplete="current-password"
            error={errors?.['current']}
            required
          />
          <TextField
            label={t('password.next')}
            hint={t('password.nextHint')}
            name="next"
            type="password"
            autoComplete="new-password"
            error={errors?.['next']}
            required
          />
          <div>
            <Button>{t('password.submit')}</Button>
          </div>
        </Form>
      </Grid>
      {props.children}
      <InstallSection viewerKey={actor.personId} />
      <Sessions sessions={props.sessions} />
    </Page>
  )
}
