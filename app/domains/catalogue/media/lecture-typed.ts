import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { timeStamp } from '~/shared/video/caption-file'
import { draftOf } from '../questions/registry'
import type { LectureImport } from '../store/import.server'
import type { ChosenSlide, LectureTyped } from './lecture-form'

/** A time as one would write it: `1:05`, or with its thousandths where it has some. */
function shortTime(second: number): string {
  const whole = timeStamp(second)
  return whole.endsWith('.000') ? whole.replace(/^00:0?|\.000$/g, '') : whole
}

/** A published lecture as its form says it; its slides are pictures of the library. */
export function lectureTypedOf(lecture: LectureImport, slides: readonly ChosenSlide[]): LectureTyped {
  const { sources, check } = lecture
  return {
    version: '',
    title: lecture.title,
    summary: lecture.summary,
    description: markdownFromDocument(lecture.description),
    speaker: lecture.speaker,
    voiceNote: lecture.voiceNote ?? '',
    recordedOn: lecture.recordedOn,
    language: lecture.language,
    minutes: String(lecture.minutes),
    themes: lecture.themes,
    audiences: lecture.audiences,
    competence: lecture.competenceCodes,
    licence: lecture.licence,
    posterId: '',
    slideId: slides.map(({ mediaId }) => mediaId),
    slideAt: slides.map(({ second }) => shortTime(second)),
    sourceTitle: sources.map(({ title }) => title),
    sourcePublisher: sources.map(({ publisher }) => publisher),
    sourceUrl: sources.map(({ url }) => url),
    sourceYear: sources.map(({ year }) => (year === undefined ? '' : String(year))),
    pass: String(check.pass),
    questions: check.questions.map(draftOf),
  }
}
