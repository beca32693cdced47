import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { isMonth } from '~/domains/participation'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { takeBundle } from '~/journeys/take-bundle.server'
import { paperTexts, requireReportProject } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { fileResponse, ZIP_TYPE } from '~/shared/file-response.server'
import { forbidden, notFound, readForm } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

/** The zip is given to a form with a reason, never to an address alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  return notFound()
}

const form = z.object({
  reason: z.string().max(300),
  month: z.string().refine((month) => month === '' || isMonth(month)),
  participationId: z.uuid().optional(),
  numbers: z.literal('ja').optional(),
})

/** The evidence of a project for an auditor, sent while it is made, after a reason that is logged. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const project = await requireReportProject(actor, params)
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { reason, month, participationId = null, numbers } = read.value
  const language = languageOf(request)
  const t = translator(language)
  const at = now()
  const wish = {
    project,
    month: month === '' ? null : month,
    participationId,
    reason,
    withNumbers: numbers === 'ja',
    at,
  }
  const origin = env().publicUrl ?? new URL(request.url).origin
  const outcome = await takeBundle(db(), actor, wish, {
    vault: identityVault(),
    texts: { ...paperTexts(language), bundle: t('bundle'), proof: t('proof') },
    renderCertificate: async (issued) => {
      const { renderCertificatePdf } = await import('~/domains/credential/ui/certificate-pdf')
      const own = translator(issued.document.language)
      const checkAddress = origin + paths.certificate(issued.code)
      return renderCertificatePdf(issued, { t: own('credential'), common: own('common'), checkAddress })
    },
  })
  if (outcome.ok) {
    const part = month === '' ? localDay(at) : month
    const name = `${t('bundle')('file')}-${project.diarienr}-${part}.zip`
    return fileResponse({ name, type: ZIP_TYPE, pieces: outcome.value })
  }
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  const person = participationId === null ? '' : `post=${participationId}&`
  return redirect(`${paths.evidence(project.diarienr, `?${person}fel=skal`)}#ta-ut`)
}
