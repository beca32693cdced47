import { Form, Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Button, Card, Notice, Page, PageHeader, Section, Stack } from '~/shared/ui'
import { InformationText } from './information-text'

export interface InformationPage {
  version: string
  newest: string
  publishedOn: string | null
  text: string
  language: Language
  /** The reader's own records; none for those who take part in no project. */
  own: { projectName: string; version: string | null; acknowledgedAt: string | null; waits: boolean }[]
  versions: { version: string; publishedOn: string | null }[]
  canPublish: boolean
}

/** One version of the information to participants, and the way to acknowledge the newest. */
export function InformationView({ page, refused }: { page: InformationPage; refused: boolean }) {
  const t = useT('pages')
  const { version, newest, publishedOn, own, versions } = page
  return (
    <Page width="text">
      <PageHeader
        breadcrumbs={[{ label: t('privacy.title'), to: paths.privacy() }, { label: t('information.crumb') }]}
        title={t('information.title')}
        lead={
          publishedOn === null
            ? t('information.leadFirst', { version })
            : t('information.lead', { version, day: publishedOn })
        }
        actions={page.canPublish && <Link to={paths.informationVersions()}>{t('information.publish')}</Link>}
      />
      <Stack gap="l">
        {refused && (
          <Notice tone="lichen">
            <p role="alert">{t('information.newer', { version: newest })}</p>
          </Notice>
        )}
        {version !== newest && (
          <Notice tone="lichen">
            <p>{t('information.older', { version: newest })}</p>
            <p>
              <Link to={paths.noticeText()}>{t('information.toNewest', { version: newest })}</Link>
            </p>
          </Notice>
        )}
        <InformationText text={page.text} language={page.language} />
        {own.length > 0 && version === newest && <Acknowledge own={own} version={version} />}
        {versions.length > 1 && (
          <Section title={t('information.versions')}>
            <ul>
              {versions.map((one) => (
                <li key={one.version}>
                  <Link to={paths.noticeText(one.version)} aria-current={one.version === version ? 'page' : undefined}>
                    {one.publishedOn === null
                      ? t('information.versionFirst', { version: one.version })
                      : t('information.version', { version: one.version, day: one.publishedOn })}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function Acknowledge({ own, version }: Pick<InformationPage, 'own' | 'version'>) {
  const t = useT('pages')
  const waits = own.some((record) => record.waits)
  const heard = own.filter((record) => record.acknowledgedAt !== null)
  return (
    <Card as="section">
      <h2>{t(waits ? 'information.waitsTitle' : 'information.doneTitle')}</h2>
      {heard.length > 0 && (
        <ul>
          {heard.map((record) => (
            <li key={record.projectName}>
              {t('information.heard', {
                project: record.projectName,
                version: record.version ?? '–',
                at: record.acknowledgedAt ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      {(waits || heard.some((record) => record.version !== version)) && (
        <Form method="post">
          <Stack gap="s">
            <p>{t('information.noConsent')}</p>
            <input type="hidden" name="version" value={version} />
            <div>
              <Button name="intent" value="acknowledge">
                {t('information.button', { version })}
              </Button>
            </div>
          </Stack>
        </Form>
      )}
    </Card>
  )
}
