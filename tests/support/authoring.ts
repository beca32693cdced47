import {
  changeStructure,
  createCourse,
  findDraft,
  listTexts,
  saveLesson,
  saveSettings,
  sealOfSettings,
  type StructureChange,
} from '~/domains/catalogue/index.server'
import type { CourseDraft, CourseSettings } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { type Onwards, publishCourse } from '~/journeys/publish-course.server'
import type { RichDocument } from '~/shared/editor/document'
import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { unique } from './factories'

export const monday = new Date('2025-03-24T08:00:00Z')
export const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)

export const textOf = (...paragraphs: string[]): RichDocument => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

export async function draftOf(db: Db, slug: string): Promise<CourseDraft> {
  const draft = await findDraft(db, slug)
  if (draft === undefined) throw new Error(`There is no draft ${slug}`)
  return draft
}

export async function restructure(db: Db, actor: Actor, slug: string, change: StructureChange, now = monday) {
  const outcome = await changeStructure(db, actor, { slug, change, now })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.lessonId ?? ''
}

/** Writes the text of a draft lesson, by its title. */
export async function write(db: Db, actor: Actor, slug: string, title: string, body: string, now = monday) {
  const lesson = (await draftOf(db, slug)).lessons.find((each) => each.title === title)
  if (lesson === undefined) throw new Error(`${slug} has no lesson ${title}`)
  const [text] = await listTexts(db, lesson.lessonId)
  const { settings, minutes } = lesson
  const written = { title, body: textOf(body), baseSeq: text?.seq ?? 0 }
  const outcome = await saveLesson(db, actor, {
    slug,
    lessonId: lesson.lessonId,
    writing: { language: 'sv', minutes, settings, text: written },
    now,
  })
  if (!outcome.ok) throw new Error(outcome.refusal)
}

export async function configure(db: Db, actor: Actor, slug: string, wish: Partial<CourseSettings>, now = monday) {
  const { settings } = await draftOf(db, slug)
  const change = { slug, settings: { ...settings, ...wish }, version: sealOfSettings(settings), now }
  const outcome = await saveSettings(db, actor, change)
  if (!outcome.ok) throw new Error(outcome.refusal)
}

/** A course with these articles that nothing hinders from being published; not published yet. */
export async function makeDraft(
  db: Db,
  actor: Actor,
  titles: readonly string[],
  organisationId: OrganisationId | null = null,
): Promise<string> {
  const made = await createCourse(db, actor, { title: unique('Kurs'), language: 'sv', organisationId, now: monday })
  if (!made.ok) throw new Error(made.refusal)
  const { slug } = made.value
  await configure(db, actor, slug, {
    summary: 'En kurs för prov.',
    description: textOf('Om kursen.'),
    outcomes: ['pröva ett arbetssätt'],
    competences: [{ code: 'K1.1', level: 2, weight: 1 }],
    coverPath: null,
  })
  for (const title of titles) {
    await restructure(db, actor, slug, { kind: 'add-lesson', lessonKind: 'article', title, moduleId: null })
    await write(db, actor, slug, title, `Text till ${title}.`)
  }
  return slug
}

export async function publish(
  db: Db,
  actor: Actor,
  slug: string,
  { onwards = 'move', note = '', now = monday }: { onwards?: Onwards; note?: string; now?: Date } = {},
) {
  const { changedAt } = await draftOf(db, slug)
  return publishCourse(db, actor, { slug, seen: changedAt, onwards, note, now })
}
