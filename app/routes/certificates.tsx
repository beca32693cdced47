import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { listCertificates } from '~/domains/credential/index.server'
import { CertificateList } from '~/domains/credential/ui/certificate-list'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'

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
    })),
  }
}

export default function Certificates() {
  return <CertificateList certificates={useLoaderData<typeof loader>().certificates} />
}
