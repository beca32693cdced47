import { db } from '~/db.server'
import { canAuthor, canEditCourse, type Course } from '~/domains/catalogue'
import { findCourse, findDraftScope } from '~/domains/catalogue/index.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'

/** A published course for those who make it, and the version that the address asks for; 404 for anybody else's. */
export async function askedCourse(
  request: Request,
  slug: string | undefined,
): Promise<{ course: Course; version: number | undefined }> {
  const actor = await requireActor(request)
  if (!canAuthor(actor)) forbidden()
  const course = (await findCourse(db(), slug ?? '')) ?? notFound()
  if (!canEditCourse(actor, await findDraftScope(db(), course.courseId))) notFound()
  const version = Number(new URL(request.url).searchParams.get('version') ?? '')
  return { course, version: Number.isInteger(version) && version > 0 ? version : undefined }
}
