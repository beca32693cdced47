import path from 'node:path'
import type { Actor } from '~/domains/identity'
import {
  type DraftImportRefusal,
  dropKept,
  type FileToKeep,
  importBank,
  importDraft,
  type ImportTarget,
  insertLecture,
  keepFiles,
  type KeptFiles,
  writeKept,
  writeTracks,
} from '~/domains/catalogue/index.server'
import type { Quota } from '~/domains/catalogue'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { listCompetenceCodes } from '~/domains/competence/index.server'
import { relinked } from '~/shared/editor/relink'
import type { LectureId, OrganisationId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import { paths } from '~/shared/paths'
import type { Tx } from '~db/schema'
import type { CoursePackage, FileGround } from '~db/seed/package'
import type { AnalysedLecture } from './analyse-package.server'

export interface PackageImport {
  /** Where the package lies unpacked. */
  folder: string
  found: CoursePackage
  lectures: readonly AnalysedLecture[]
  target: ImportTarget
  /** Whose library gets the files and whose bank the questions. */
  library: OrganisationId
  quota: Quota
  now: Date
}
export type PackageRefusal = DraftImportRefusal | 'too-large' | 'person-full' | 'organisation-full'

class Refused extends Error {
  constructor(readonly refusal: PackageRefusal) {
    super(refusal)
  }
}

function must<T, R extends PackageRefusal>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Refused(outcome.refusal)
  return outcome.value
}

const withoutVersion = (path: string) => path.replace(/\?.*$/, '')

/** The films and pictures of a package that the portal is to have, those of lectures that are here already left out. */
function filesToKeep({ folder, found, lectures }: PackageImport): FileToKeep[] {
  const described = new Map(found.media.map((each) => [each.file, each]))
  const isHere = new Set(lectures.filter(({ state }) => state === 'same').map(({ slug }) => slug))
  const slides = new Set(found.lectures.flatMap((lecture) => lecture.slides.map(({ path: at }) => withoutVersion(at))))
  return found.files.flatMap(({ path: name, sha256 }): FileToKeep[] => {
    const [kind, slug = '', file = ''] = name.split('/')
    const isFilm = kind === 'lectures' && file.startsWith('video.') && !isHere.has(slug)
    const isBeside = kind === 'courses' && !/\.(md|yaml)$/.test(file)
    const isSlide = slides.has(name) && !isHere.has(slug)
    if (!isFilm && !isBeside && !isSlide) return []
    const poster = found.files.find((each) => each.path.startsWith(`lectures/${slug}/poster.`))?.path
    const said = described.get(isBeside ? file : name)
    return [
      {
        name,
        file: path.join(folder, name),
        sha256,
        poster: isFilm && poster !== undefined ? path.join(folder, poster) : undefined,
        described: said ?? (isFilm ? filmOf(found, slug) : undefined),
      },
    ]
  })
}

function filmOf(found: CoursePackage, slug: string): FileToKeep['described'] {
  const lecture = found.lectures.find((each) => each.slug === slug)
  if (lecture === undefined) return undefined
  const { title, language, licence } = lecture
  return { title, language, licence, credit: '', alt: null, decorative: false }
}

/** Lectures that the portal lacks, under their own address or the next free one; every name leads to a lecture here. */
async function bringLectures(
  tx: Tx,
  wish: PackageImport,
  kept: KeptFiles,
  known: ReadonlySet<string>,
): Promise<Map<string, { lectureId: LectureId; slug: string }>> {
  const brought = new Map<string, { lectureId: LectureId; slug: string }>()
  for (const { slug, lectureId } of wish.lectures) if (lectureId !== null) brought.set(slug, { lectureId, slug })
  const slidePath = (at: string) => {
    const picture = kept.byName.get(withoutVersion(at))
    if (picture === undefined) throw new Error(`The picture ${at} was not kept`)
    return picture.path
  }
  for (const lecture of wish.found.lectures) {
    if (brought.has(lecture.slug)) continue
    const film = [...kept.byName].find(([name]) => name.startsWith(`lectures/${lecture.slug}/video.`))?.[1]
    if (film === undefined) throw new Error(`The film of ${lecture.slug} was not kept`)
    const row = {
      ...lecture,
      competenceCodes: lecture.competenceCodes.filter((code) => known.has(code)),
      videoPath: film.path,
      posterPath: film.posterPath,
      captionsPath: '',
      slides: lecture.slides.map((slide) => ({ ...slide, path: slidePath(slide.path) })),
      contentHash: '',
    }
    for (let number = 1; !brought.has(lecture.slug); number += 1) {
      const slug = number === 1 ? lecture.slug : `${lecture.slug}-${number}`
      const lectureId = await insertLecture(tx, { ...row, slug }, wish.now)
      if (lectureId !== undefined) brought.set(lecture.slug, { lectureId, slug })
    }
    if (!film.isNew) continue
    const chapters = { kind: 'chapters' as const, language: lecture.language, cues: lecture.chapters }
    const tracks = [...lecture.tracks, ...(lecture.chapters.length === 0 ? [] : [chapters])]
    await writeTracks(tx, film.mediaId, tracks, wish.now)
  }
  return brought
}

/** The course with the addresses that its files and lectures have here, and competences that exist here. */
function atHome(
  found: CoursePackage,
  kept: KeptFiles,
  lectures: ReadonlyMap<string, { slug: string }>,
  known: ReadonlySet<string>,
): CoursePackage['course'] {
  const { course } = found
  const folder = paths.mediaFile('')
  const stored = (path: string) => kept.byName.get(withoutVersion(path))?.path
  const file = (address: string) => {
    const there = stored(address.slice(folder.length))
    return there === undefined ? address : paths.mediaFile(there)
  }
  const lecture = (slug: string) => lectures.get(slug)?.slug ?? slug
  return {
    ...relinked(course, { file, lecture }),
    coverPath: course.coverPath === null ? null : (stored(course.coverPath) ?? null),
    competences: course.competences.filter(({ code }) => known.has(code)),
  }
}

/**
 * Takes a package that was read and looked at into the portal: files, lectures, questions and a draft of its course, in
 * one transaction, or nothing at all. What is published stays as it is until the draft is published.
 */
export async function importPackage(
  { db, storage }: FileGround,
  actor: Actor,
  wish: PackageImport,
): Promise<Outcome<{ slug: string }, PackageRefusal>> {
  const { found, library, now, quota, target } = wish
  const kept = await keepFiles(db, storage, library, filesToKeep(wish))
  try {
    const slug = await db.transaction().execute(async (tx) => {
      must(await writeKept(tx, actor, kept.made, { organisationId: library, quota, at: now }))
      const known = new Set(await listCompetenceCodes(tx, EVIDENCE_FRAMEWORK))
      const lectures = await bringLectures(tx, wish, kept, known)
      const bank = found.bank.map((each) => ({
        ...each,
        competences: each.competences.filter((code) => known.has(code)),
      }))
      await importBank(tx, library, bank, now)
      const course = atHome(found, kept, lectures, known)
      const ids = new Map([...lectures].map(([name, { lectureId }]) => [name, lectureId]))
      return must(await importDraft(tx, actor, { course, lectures: ids, target, now })).slug
    })
    return done({ slug })
  } catch (error) {
    await dropKept(storage, kept.made)
    if (error instanceof Refused) return refused(error.refusal)
    throw error
  }
}
