import { canChangeDraft, canPublishCourse, canSeeDraft, type LessonKind } from '~/domains/catalogue'
import { findCourseToPack, findDraft, listWholeLectures } from '~/domains/catalogue/index.server'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { listCompetenceCodes } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import type { LectureId } from '~/shared/ids'
import { type CoursePackage, type FileGround, isSameLecture, type PackageRead } from '~db/seed/package'

/** What becomes of a lecture of a package: it is new here, here already, or here with other contents. */
export interface AnalysedLecture {
  slug: string
  title: string
  seconds: number
  bytes: number
  licence: string
  state: 'new' | 'same' | 'other'
  /** Of the lecture that is the same. */
  lectureId: LectureId | null
}

export interface AnalysedFile {
  path: string
  title: string
  licence: string
  credit: string
  bytes: number
}

/** What stands under the address of the course here, as far as the asker may see it. */
export interface PresentCourse {
  title: string
  isPublished: boolean
  /** A draft with changes that are not published: they give way. */
  hasChanges: boolean
  mayReplace: boolean
}

/** A package as its reader judges it before anything is taken in. */
export interface PackageAnalysis {
  read: PackageRead
  /** Null when something is wrong with the package: `read.problems` says what. */
  contents: {
    lessons: { title: string; kind: LessonKind; minutes: number; languages: string[] }[]
    minutes: number
    lectures: AnalysedLecture[]
    files: AnalysedFile[]
    questions: number
    unknownCodes: string[]
    bytes: number
    present: PresentCourse | null
  } | null
}

const filmOf = (found: CoursePackage, slug: string) =>
  found.files.find(({ path }) => path.startsWith(`lectures/${slug}/video.`))

async function lecturesOf(ground: FileGround, found: CoursePackage): Promise<AnalysedLecture[]> {
  const present = await listWholeLectures(
    ground.db,
    found.lectures.map(({ slug }) => slug),
  )
  const analysed: AnalysedLecture[] = []
  for (const lecture of found.lectures) {
    const film = filmOf(found, lecture.slug)
    const here = present.find(({ slug }) => slug === lecture.slug)
    const isSame = here !== undefined && !here.isRetired && (await isSameLecture(ground, here, lecture, found.files))
    analysed.push({
      slug: lecture.slug,
      title: lecture.title,
      seconds: lecture.durationSeconds,
      bytes: film?.bytes ?? 0,
      licence: lecture.licence,
      state: here === undefined ? 'new' : isSame ? 'same' : 'other',
      lectureId: isSame && here !== undefined ? here.lectureId : null,
    })
  }
  return analysed
}

async function presentCourse(ground: FileGround, actor: Actor, slug: string): Promise<PresentCourse | null> {
  const draft = await findDraft(ground.db, slug)
  if (draft !== undefined) {
    return {
      title: canSeeDraft(actor, draft) ? draft.settings.title : '',
      isPublished: draft.published !== null,
      hasChanges: draft.state === 'utkast' || draft.state === 'granskning',
      mayReplace: canChangeDraft(actor, draft),
    }
  }
  const published = await findCourseToPack(ground.db, slug, 'published')
  if (published === undefined) return null
  const mayReplace = canPublishCourse(actor, { organisationId: null })
  return { title: published.course.title, isPublished: true, hasChanges: false, mayReplace }
}

/** The competences that a package gives evidence of and this portal does not have. */
export function unknownCodesOf(found: CoursePackage, known: ReadonlySet<string>): string[] {
  const named = [
    ...found.course.competences.map(({ code }) => code),
    ...found.lectures.flatMap(({ competenceCodes }) => competenceCodes),
    ...found.bank.flatMap(({ competences }) => competences),
  ]
  return [...new Set(named)].filter((code) => !known.has(code)).sort()
}

/** Says what is in an unpacked package, what of it is new, what is here already, and what is wrong. Writes nothing. */
export async function analysePackage(ground: FileGround, actor: Actor, read: PackageRead): Promise<PackageAnalysis> {
  const found = read.whole
  if (found === undefined) return { read, contents: null }
  const { course } = found
  const known = new Set(await listCompetenceCodes(ground.db, EVIDENCE_FRAMEWORK))
  const described = new Map(found.media.map((each) => [each.file, each]))
  const isFile = (path: string) => path.startsWith('courses/') && !/\.(md|yaml)$/.test(path)
  return {
    read,
    contents: {
      lessons: course.lessons.map(({ title, kind, minutes, translations }) => ({
        title,
        kind,
        minutes,
        languages: [course.language, ...Object.keys(translations)],
      })),
      minutes: course.nominalMinutes,
      lectures: await lecturesOf(ground, found),
      files: found.files
        .filter(({ path }) => isFile(path))
        .map(({ path, bytes }) => {
          const name = path.split('/').at(-1) ?? path
          const said = described.get(name)
          return {
            path: name,
            bytes,
            title: said?.title ?? name,
            licence: said?.licence ?? '',
            credit: said?.credit ?? '',
          }
        }),
      questions: found.bank.length,
      unknownCodes: unknownCodesOf(found, known),
      bytes: found.files.reduce((sum, { bytes }) => sum + bytes, 0),
      present: await presentCourse(ground, actor, course.slug),
    },
  }
}
