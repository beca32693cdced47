import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { isMonth } from '~/domains/participation'
import { findProjectByDiarienr, ownMonthPaper } from '~/domains/participation/index.server'
import { paperTexts } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, PDF_TYPE } from '~/shared/file-response.server'
import { notFound } from '~/shared/http.server'

/** The reader's own närvarointyg of a month, the identity number masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const month = params['manad'] ?? ''
  const project = isMonth(month) ? await findProjectByDiarienr(db(), params['diarienr'] ?? '') : undefined
  if (project === undefined) return notFound()
  const own = { personId: actor.personId, name: `${actor.givenName} ${actor.familyName}` }
  const texts = paperTexts(languageOf(request))
  const bytes = await ownMonthPaper(db(), own, project, month, texts)
  if (bytes === undefined) return notFound()
  const name = `${texts.papers('month.file')}-${project.diarienr}-${month}.pdf`
  return fileResponse({ name, type: PDF_TYPE, pieces: [bytes] }, 'inline')
}
