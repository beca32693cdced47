import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canSeeHolder, parseCertificateCode } from '~/domains/credential'
import { certificateFile, findCertificate } from '~/domains/credential/index.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { requireActor } from '~/session.server'
import { notFound } from '~/shared/http.server'
import { paths } from '~/shared/paths'

/** The certificate's PDF for its holder, the office and auditors; 404 to everybody else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const code = parseCertificateCode(params['code'] ?? '')
  const certificate = code === undefined ? undefined : await findCertificate(db(), code)
  if (certificate === undefined || !canSeeHolder(actor, certificate)) return notFound()
  const t = translator(certificate.document.language)
  const origin = env().publicUrl ?? new URL(request.url).origin
  const { bytes, sha256 } = await certificateFile(
    db(),
    certificate,
    async (issued) => {
      const { renderCertificatePdf } = await import('~/domains/credential/ui/certificate-pdf')
      const checkAddress = origin + paths.certificate(issued.code)
      return renderCertificatePdf(issued, { t: t('credential'), common: t('common'), checkAddress })
    },
    now(),
  )
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="intyg-${certificate.code}.pdf"`,
      'Cache-Control': 'private, no-store',
      ETag: `"${sha256}"`,
    },
  })
}
