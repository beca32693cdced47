import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { MediaId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import type { LectureImport } from '../store/import.server'
import { insertLectureDraft } from '../store/media/lecture-home.server'
import type { ChosenSlide } from './lecture-form'
import { lectureTypedOf } from './lecture-typed'
import { writeTracks } from './package-commands.server'

/**
 * Opens a published lecture for editing: its form as a draft of the film, and its texts with the film, those that the
 * film has already left as they are. What is published stays until the draft is. The caller holds the lecture's home.
 */
export async function openLectureDraft(
  tx: Tx,
  actor: Actor,
  given: { mediaId: MediaId; lecture: LectureImport; slides: readonly ChosenSlide[]; at: Date },
): Promise<void> {
  const { mediaId, lecture, slides, at } = given
  const { slug, language, contentHash } = lecture
  const chapters = { kind: 'chapters' as const, language, cues: lecture.chapters }
  await writeTracks(tx, mediaId, [...lecture.tracks, ...(lecture.chapters.length === 0 ? [] : [chapters])], at)
  const typed = lectureTypedOf(lecture, slides)
  await insertLectureDraft(tx, { mediaId, slug, typed, base: contentHash, at })
  const subject = { subjectKind: 'media', subjectId: mediaId, detail: { slug } }
  await recordAudit(tx, { actorId: actor.personId, action: 'lecture.opened', ...subject, at })
}
