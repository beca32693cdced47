import type { LoaderFunctionArgs } from '@remix-run/node'
import { canImportParticipants } from '~/domains/participation'
import { templateXlsx } from '~/domains/participation/index.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

/** The headings of an import file as a workbook, with a sheet that explains them. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (!canImportParticipants(await requireActor(request))) return forbidden()
  return new Response(new Uint8Array(await templateXlsx(languageOf(request))), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="deltagare-mall.xlsx"',
      'Cache-Control': 'private, no-store',
    },
  })
}
