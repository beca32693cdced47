import {
  canAuthor,
  canEditCourse,
  canSeeDraft,
  type Course,
  type CourseDraft,
  courseLanguages,
  type DraftHead,
  draftHead,
  offered,
} from '~/domains/catalogue'
import { findCourse, findDraft, lessonsToPublish, listTextsOf } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { db } from './db.server'
import { requireActor } from './session.server'
import { forbidden, notFound } from './shared/http.server'
import type { Language } from './shared/language'

/** Who asks for an editorial page: 403 for those who make no courses. */
export async function requireAuthor(request: Request): Promise<Actor> {
  const actor = await requireActor(request)
  return canAuthor(actor) ? actor : forbidden()
}

/** The draft of the address; 404 when it is not the asker's to see. */
export async function requireDraft(
  request: Request,
  slug: string | undefined,
): Promise<{ actor: Actor; draft: CourseDraft }> {
  const actor = await requireAuthor(request)
  const draft = (await findDraft(db(), slug ?? '')) ?? notFound()
  return canSeeDraft(actor, draft) ? { actor, draft } : notFound()
}

/** A draft as it would be published, with the language of the address when readers would get the course in it. */
export async function previewOf(request: Request, made: CourseDraft) {
  const draft = { ...made, settings: offered(made.settings) }
  const languages = courseLanguages(draft.settings)
  const asked = new URL(request.url).searchParams.get('sprak')
  const language: Language = languages.find((each) => each === asked) ?? draft.settings.language
  return { language, languages, lessons: lessonsToPublish(draft, await listTextsOf(db(), draft.courseId)) }
}

/**
 * A published course of those who ask, with its draft when it has one; without a draft it is the whole portal's, and an
 * editor's. 404 when it is not the asker's; null for a draft that has not been published.
 */
export async function requireOwnCourse(
  request: Request,
  slug: string | undefined,
): Promise<{ actor: Actor; head: DraftHead; hasDraft: boolean; course: Course | null }> {
  const actor = await requireAuthor(request)
  const draft = await findDraft(db(), slug ?? '')
  if (!canEditCourse(actor, draft)) return notFound()
  const course = await findCourse(db(), slug ?? '')
  if (draft !== undefined) return { actor, head: draftHead(draft, actor), hasDraft: true, course: course ?? null }
  if (course === undefined) return notFound()
  const head: DraftHead = {
    slug: course.slug,
    title: course.title,
    state: course.retiredAt === null ? 'publicerad' : 'avpublicerad',
    published: { revision: course.revision, isOpen: course.retiredAt === null },
    organisationName: null,
    mayChange: true,
    mayPublish: true,
  }
  return { actor, head, hasDraft: false, course }
}
