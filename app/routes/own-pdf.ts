import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { recordAudit } from '~/domains/identity/index.server'
import { readOwnCopy } from '~/domains/insight/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'

/** The reader's own copy for reading; identity numbers are masked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const language = languageOf(request)
  const at = now()
  const { personId } = actor
  const sections = []
  for await (const section of readOwnCopy(db(), { personId })) sections.push(section)
  const { renderOwnPdf } = await import('~/domains/insight/ui/own/own-pdf')
  const name = `${actor.givenName} ${actor.familyName}`
  const bytes = await renderOwnPdf({ name, at, language, sections }, translator(language)('copy'))
  await recordAudit(db(), {
    actorId: personId,
    action: 'own-copy.fetched',
    subjectKind: 'person',
    subjectId: personId,
    detail: { form: 'pdf', fullNumbers: false },
    at,
  })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="mina-uppgifter-${localDay(at)}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
