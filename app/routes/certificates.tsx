import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { hasRunOut } from '~/domains/credential'
import { listCertificates } from '~/domains/credential/index.server'
import { CertificateList } from '~/domains/credential/ui/certificate-list'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(languageOf(request))
  const certificates = await listCertificates(db(), actor.personId)
  return {
    title: `${t('credential')('list.title')} – ${t('common')('portal')}`,
    certificates: certificates.map(({ code, document }) => ({
      code,
      title: document.title,
      approved: document.kind === 'godkänt resultat',
      minutes: document.minutes,
      level: document.level,
      finishedOn: document.finishedOn,
      validUntil: document.validUntil ?? null,
      runOut: hasRunOut(document, localDay(now())),
    })),
  }
}

export default function Certificates() {
  return <CertificateList certificates={useLoaderData<typeof loader>().certificates} />
}
