import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canSeeHolder, hasRunOut, parseCertificateCode } from '~/domains/credential'
import { findCertificate } from '~/domains/credential/index.server'
import { CertificateView } from '~/domains/credential/ui/certificate-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { notFound } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

/** The public check. The holder's name leaves the server only for those who may see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = parseCertificateCode(params['code'] ?? '')
  if (code === undefined) return notFound()
  if (code !== params['code']) return redirect(paths.certificate(code))
  const [certificate, actor] = await Promise.all([findCertificate(db(), code), optionalActor(request)])
  if (certificate === undefined) return notFound()
  const t = translator(languageOf(request))
  const { holderName, ...document } = certificate.document
  return {
    title: `${t('credential')('page.title', { title: document.title })} – ${t('common')('portal')}`,
    certificate: {
      code,
      intact: certificate.intact,
      issuedOn: localDay(certificate.issuedAt),
      sha256: certificate.sha256,
      holderName: canSeeHolder(actor, certificate) ? holderName : null,
      own: actor?.personId === certificate.personId,
      runOut: hasRunOut(document, localDay(now())),
      document,
    },
  }
}

export default function Certificate() {
  return <CertificateView certificate={useLoaderData<typeof loader>().certificate} />
}
