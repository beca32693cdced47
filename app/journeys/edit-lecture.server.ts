import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '~/domains/identity'
import { canEditLecture, canKeepMediaOf, type Quota, type QuotaRefusal } from '~/domains/catalogue'
import {
  dropKept,
  type FileToKeep,
  findLectureHome,
  holdLectureHome,
  keepFiles,
  type KeptFiles,
  type LectureHome,
  listSlidePictures,
  listWholeLectures,
  openLectureDraft,
  writeKept,
} from '~/domains/catalogue/index.server'
import type { MediaId, OrganisationId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import { type FileGround, gatherLecture, type GatheredLecture, type StoredSource } from '~db/seed/package'

export interface LectureEditing {
  slug: string
  /** Whose library gets the film of a lecture of the content folder. */
  library: OrganisationId | null
  quota: Quota
  /** A folder of this machine for files on their way. */
  folder: string
  now: Date
}
export type LectureEditRefusal = 'not-found' | 'not-allowed' | 'no-files' | QuotaRefusal

class Refused extends Error {
  constructor(readonly refusal: LectureEditRefusal) {
    super(refusal)
  }
}

/** Writes the bytes of a source into a file, and answers their hash. */
async function spool(source: StoredSource, to: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(to, 'wx', 0o600)
  try {
    for await (const piece of source.open()) {
      hash.update(piece)
      await file.write(piece)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

interface Films {
  gathered: GatheredLecture
  /** The film as it lies in the library, when the draft can be made of it there. */
  film: MediaId | null
  /** Pictures that lie in the library already, by their names. */
  present: ReadonlyMap<string, string>
}

/** The files that the library lacks, brought to the folder: the film with its poster, and the pictures beside it. */
async function filesToKeep(folder: string, { gathered, film, present }: Films): Promise<FileToKeep[]> {
  const { lecture, poster, pictures } = gathered
  const { title, language, licence } = lecture
  const described = { title, language, licence, credit: '', alt: null, decorative: false }
  const files: FileToKeep[] = []
  await mkdir(folder, { recursive: true })
  const nameOf = (name: string) => `lectures/${lecture.slug}/${name}`
  if (film === null) {
    const file = path.join(folder, 'film')
    const sha256 = await spool(gathered.film, file)
    const beside = poster && path.join(folder, `poster${path.extname(poster.fileName)}`)
    if (poster !== undefined && beside !== undefined) await spool(poster, beside)
    files.push({ name: nameOf(gathered.film.fileName), file, sha256, poster: beside, described, isAlone: true })
  }
  for (const { name, alt, source } of pictures.filter((picture) => !present.has(picture.name))) {
    const file = path.join(folder, `bild-${name}`)
    const sha256 = await spool(source, file)
    const said = { ...described, title: `${title}: ${alt}`.slice(0, 200), alt, decorative: alt === '' }
    files.push({ name: nameOf(name), file, sha256, poster: undefined, described: said })
  }
  return files
}

async function picturesHere({ db }: FileGround, gathered: GatheredLecture, library: OrganisationId) {
  const items = gathered.pictures.flatMap(({ name, source }) =>
    source.item === undefined ? [] : [{ name, mediaId: String(source.item.mediaId) }],
  )
  const here = await listSlidePictures(
    db,
    items.map(({ mediaId }) => mediaId),
    library,
  )
  const known = new Set(here.map(({ mediaId }) => mediaId))
  return new Map(items.flatMap(({ name, mediaId }) => (known.has(mediaId) ? [[name, mediaId]] : [])))
}

/** Writes the draft with all that it needs; the recording that it is of, and whether it was made now. */
async function writeDraft(
  { db }: FileGround,
  actor: Actor,
  wish: LectureEditing,
  { gathered, film, present, kept, library }: Films & { kept: KeptFiles; library: OrganisationId },
): Promise<{ mediaId: MediaId; isNew: boolean }> {
  const { slug, quota, now } = wish
  const { lecture } = gathered
  return db.transaction().execute(async (tx) => {
    const home = await holdLectureHome(tx, slug)
    if (home === undefined) throw new Refused('not-found')
    if (home.draftOf !== null) return { mediaId: home.draftOf, isNew: false }
    const keptNamed = (name: string) => kept.byName.get(`lectures/${slug}/${name}`)?.mediaId
    const mediaId = film ?? keptNamed(gathered.film.fileName)
    if (mediaId === undefined) throw new Error(`The film of ${slug} was not kept`)
    const made = kept.made.map((item) =>
      item.mediaId === mediaId ? { ...item, durationSeconds: item.durationSeconds ?? lecture.durationSeconds } : item,
    )
    const written = await writeKept(tx, actor, made, { organisationId: library, quota, at: now })
    if (!written.ok) throw new Refused(written.refusal)
    const slides = lecture.slides.flatMap(({ second, path: name }) => {
      const picture = present.get(name) ?? keptNamed(name)
      return picture === undefined ? [] : [{ second, mediaId: picture }]
    })
    await openLectureDraft(tx, actor, { mediaId, lecture, slides, at: now })
    return { mediaId, isNew: true }
  })
}

async function begin(
  ground: FileGround,
  actor: Actor,
  wish: LectureEditing,
  { home, library }: { home: LectureHome; library: OrganisationId },
): Promise<Outcome<{ mediaId: MediaId }, LectureEditRefusal>> {
  const [stored] = await listWholeLectures(ground.db, [wish.slug])
  const gathered = stored && (await gatherLecture(ground, stored))
  if (gathered === undefined) return refused('no-files')
  const films = { gathered, film: home.film, present: await picturesHere(ground, gathered, library) }
  const folder = path.join(wish.folder, `lecture-${randomUUID()}`)
  try {
    const kept = await keepFiles(ground.db, ground.storage, library, await filesToKeep(folder, films))
    try {
      const { mediaId, isNew } = await writeDraft(ground, actor, wish, { ...films, kept, library })
      if (!isNew) await dropKept(ground.storage, kept.made)
      return done({ mediaId })
    } catch (error) {
      await dropKept(ground.storage, kept.made)
      if (error instanceof Refused) return refused(error.refusal)
      throw error
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Opens a lecture of the catalogue for editing and answers the recording whose draft it has: the one that it has already,
 * or a new one made of what is published. The film of a lecture of the content folder comes to a library first, with its
 * pictures. From the first publishing on, the portal's lecture is the one that counts, and its files are left aside.
 */
export async function editLecture(
  ground: FileGround,
  actor: Actor,
  wish: LectureEditing,
): Promise<Outcome<{ mediaId: MediaId }, LectureEditRefusal>> {
  const home = await findLectureHome(ground.db, wish.slug)
  if (home === undefined) return refused('not-found')
  if (!canEditLecture(actor, home)) return refused('not-allowed')
  if (home.draftOf !== null) return done({ mediaId: home.draftOf })
  const library = home.organisationId ?? wish.library
  if (library === null || !canKeepMediaOf(actor, library)) return refused('not-allowed')
  return begin(ground, actor, wish, { home, library })
}
