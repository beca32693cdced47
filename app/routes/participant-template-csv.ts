import type { LoaderFunctionArgs } from '@remix-run/node'
import { canImportParticipants } from '~/domains/participation'
import { templateCsv } from '~/domains/participation/index.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

/** The headings of an import file as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (!canImportParticipants(await requireActor(request))) return forbidden()
  return new Response(templateCsv(languageOf(request)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="deltagare-mall.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
