import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAuthor } from '~/authoring.server'
import { packageGround } from '~/course-packages.server'
import { db } from '~/db.server'
import { canEditCourse } from '~/domains/catalogue'
import { findCourseToPack, findDraftScope } from '~/domains/catalogue/index.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { fileResponse, ZIP_TYPE } from '~/shared/file-response.server'
import { notFound } from '~/shared/http.server'
import { zipOf } from '~/shared/zip.server'
import { packCourse } from '~db/seed/package'

/** A course as a package, published or as its draft is, sent while it is made. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAuthor(request)
  const { pathname, origin } = new URL(request.url)
  const state = pathname.endsWith('/utkast.zip') ? 'draft' : 'published'
  const found = (await findCourseToPack(db(), params['slug'] ?? '', state)) ?? notFound()
  if (!canEditCourse(actor, await findDraftScope(db(), found.courseId))) return notFound()
  const packed = await packCourse(packageGround(), found, { address: env().publicUrl ?? origin, state })
  if (!packed.ok) {
    const t = translator(languageOf(request))('coursePackage')
    throw new Response(t('missingFile'), { status: 409, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const name = `kurspaket-${found.course.slug}${state === 'draft' ? '-utkast' : ''}.zip`
  return fileResponse({ name, type: ZIP_TYPE, pieces: zipOf(packed.value) })
}
