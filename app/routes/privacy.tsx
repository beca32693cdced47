import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useT } from '~/i18n/use-t'
import { languageOf } from '~/server/language.server'
import { paths } from '~/shared/paths'
import { Page, PageHeader, Section } from '~/shared/ui'

/** Nothing here needs a script, also when signed in. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return { title: `${t('pages')('privacy.title')} – ${t('common')('portal')}` }
}

export default function Privacy() {
  const t = useT('pages')
  return (
    <Page width="text">
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
      <Section title={t('privacy.whatTitle')}>
        <ul>
          <li>{t('privacy.what1')}</li>
          <li>{t('privacy.what2')}</li>
          <li>{t('privacy.what3')}</li>
          <li>{t('privacy.what4')}</li>
        </ul>
      </Section>
      <Section title={t('privacy.notTitle')}>
        <p>{t('privacy.not')}</p>
      </Section>
      <Section title={t('privacy.whoTitle')}>
        <ul>
          <li>{t('privacy.who1')}</li>
          <li>{t('privacy.who2')}</li>
          <li>{t('privacy.who3')}</li>
          <li>{t('privacy.who4')}</li>
        </ul>
      </Section>
      <Section title={t('privacy.protectedTitle')}>
        <p>{t('privacy.protected')}</p>
      </Section>
      <Section title={t('privacy.basisTitle')}>
        <p>{t('privacy.basis')}</p>
        <p>
          <Link to={paths.noticeText()}>{t('privacy.toInformation')}</Link>
        </p>
      </Section>
      <Section title={t('privacy.keepTitle')}>
        <p>{t('privacy.keep')}</p>
      </Section>
      <Section title={t('privacy.cookiesTitle')}>
        <p>{t('privacy.cookies')}</p>
      </Section>
      <Section title={t('privacy.rightsTitle')}>
        <p>
          <Link to={paths.ownData()}>{t('privacy.rightsOwn')}</Link>
        </p>
        <p>
          {t('privacy.rights')} <a href="https://www.imy.se">{t('privacy.rightsLink')}</a>
        </p>
      </Section>
    </Page>
  )
}
