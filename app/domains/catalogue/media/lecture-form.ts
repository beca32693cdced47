import { z } from 'zod'
import type { CueFinding } from '~/shared/video/caption-check'
import { readTimeStamp } from '~/shared/video/caption-file'
import { many, orNull, text, wholeNumber } from '../activity/typed'
import { type Audience, audiences, type Source, type Theme, themes } from '../model'
import type { QuestionDraft } from '../questions/draft'
import { readDraft } from '../questions/form'
import type { Question } from '../questions/model'

/** The fields of a lecture's form beside its questions, which `readQuestions` reads. */
export const lectureForm = z.object({
  version: text(40),
  title: text(300),
  summary: text(1000),
  description: text(20_000),
  speaker: text(200),
  voiceNote: text(300),
  recordedOn: text(20),
  language: text(3),
  minutes: text(4),
  themes: many,
  audiences: many,
  competence: many,
  licence: text(200),
  posterId: text(40),
  slideId: many,
  slideAt: many,
  sourceTitle: many,
  sourcePublisher: many,
  sourceUrl: many,
  sourceYear: many,
  pass: text(3),
})
/** A lecture's form as it is typed. A draft keeps it as it is; only publishing asks that it is whole. */
export type LectureTyped = z.output<typeof lectureForm> & { questions: QuestionDraft[] }

export const emptyLecture: LectureTyped = {
  ...lectureForm.parse({ language: 'sv', licence: 'CC BY 4.0', pass: '70' }),
  questions: [],
}

export const lectureFaults = [
  'file',
  'title',
  'summary',
  'speaker',
  'recordedOn',
  'language',
  'minutes',
  'duration',
  'competence',
  'licence',
  'source',
  'slide',
  'noQuestion',
  'question',
  'pass',
  'captions',
  'captionFaults',
  'chapterFaults',
] as const
export type LectureFault = (typeof lectureFaults)[number]

/** A picture of the library that is shown beside the film from a second. */
export interface ChosenSlide {
  mediaId: string
  second: number
}

export interface ReadLecture {
  title: string
  summary: string
  speaker: string
  /** Said in the place of the speaker, of a voice that is not a person's. */
  voiceNote: string | null
  recordedOn: string
  language: string
  minutes: number
  themes: Theme[]
  audiences: Audience[]
  competences: string[]
  licence: string
  sources: Source[]
  slides: ChosenSlide[]
  questions: Question[]
  pass: number
}

function isDay(day: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  )
}

/** Each question of the form; undefined for one that is not whole, or has the key of one before it. */
function questionsOf({ questions }: LectureTyped): (Question | undefined)[] {
  const keys = questions.map(({ key }) => key)
  return questions.map((draft, index) =>
    keys.indexOf(draft.key) < index ? undefined : readDraft(draft, index).question,
  )
}

function readSources(typed: LectureTyped): (Source | undefined)[] {
  return typed.sourceTitle.flatMap((title, row): (Source | undefined)[] => {
    const publisher = (typed.sourcePublisher[row] ?? '').trim()
    const url = (typed.sourceUrl[row] ?? '').trim()
    if (title.trim() === '' && publisher === '' && url === '') return []
    const said = (typed.sourceYear[row] ?? '').trim()
    const year = wholeNumber(said)
    const isYear = said === '' || (year !== undefined && year >= 1900 && year <= 2100)
    const isWhole = title.trim() !== '' && publisher !== '' && /^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && isYear
    return [isWhole ? { title: title.trim(), publisher, url, ...(year === undefined ? {} : { year }) } : undefined]
  })
}

function readSlides(typed: LectureTyped, durationSeconds: number | null): (ChosenSlide | undefined)[] {
  const rows = typed.slideId.flatMap((mediaId, row): (ChosenSlide | undefined)[] => {
    const at = (typed.slideAt[row] ?? '').trim()
    if (mediaId === '' && at === '') return []
    const second = readTimeStamp(at)
    const isInside = second !== undefined && (durationSeconds === null || second < durationSeconds)
    return [mediaId !== '' && isInside ? { mediaId, second } : undefined]
  })
  return rows.sort((a, b) => (a?.second ?? 0) - (b?.second ?? 0))
}

/** What publishing asks beside the form: the recording and its texts. */
export interface LectureGround {
  isReady: boolean
  durationSeconds: number | null
  competenceCodes: readonly string[]
  captionLanguages: readonly string[]
  captionFindings: readonly CueFinding[]
  chapterFindings: readonly CueFinding[]
}

/** Reads a typed lecture for publishing: the lecture, or everything that is missing. */
export function readLecture(
  typed: LectureTyped,
  ground: LectureGround,
): { ok: true; value: ReadLecture } | { ok: false; faults: LectureFault[] } {
  const minutes = wholeNumber(typed.minutes)
  const pass = wholeNumber(typed.pass)
  const questions = questionsOf(typed)
  const sources = readSources(typed)
  const slides = readSlides(typed, ground.durationSeconds)
  const begins = slides.map((slide) => slide?.second)
  const language = typed.language.trim()
  const chosen = [...new Set(typed.competence.filter((one) => one !== ''))]
  const isWrong: Record<LectureFault, boolean> = {
    file: !ground.isReady,
    title: typed.title.trim() === '',
    summary: typed.summary.trim() === '',
    speaker: typed.speaker.trim() === '',
    recordedOn: !isDay(typed.recordedOn),
    language: !/^[a-z]{2,3}$/.test(language),
    minutes:
      minutes === undefined ||
      minutes < 1 ||
      (ground.durationSeconds !== null && minutes * 60 < ground.durationSeconds - 30),
    duration: ground.durationSeconds === null,
    competence: chosen.some((code) => !ground.competenceCodes.includes(code)),
    licence: typed.licence.trim() === '',
    source: sources.includes(undefined),
    slide: slides.includes(undefined) || new Set(begins).size < begins.length,
    noQuestion: questions.length === 0,
    question: questions.includes(undefined),
    pass: pass === undefined || pass < 1 || pass > 100,
    captions: !ground.captionLanguages.includes(language),
    captionFaults: ground.captionFindings.some(({ isFault }) => isFault),
    chapterFaults: ground.chapterFindings.some(({ isFault }) => isFault),
  }
  const faults = lectureFaults.filter((fault) => isWrong[fault])
  if (faults.length > 0 || minutes === undefined || pass === undefined) return { ok: false, faults }
  return {
    ok: true,
    value: {
      title: typed.title.trim(),
      summary: typed.summary.trim(),
      speaker: typed.speaker.trim(),
      voiceNote: orNull(typed.voiceNote),
      recordedOn: typed.recordedOn,
      language,
      minutes,
      themes: themes.filter((one) => typed.themes.includes(one)),
      audiences: audiences.filter((one) => typed.audiences.includes(one)),
      competences: chosen,
      licence: typed.licence.trim(),
      sources: sources.filter((one) => one !== undefined),
      slides: slides.filter((one) => one !== undefined),
      questions: questions.filter((one) => one !== undefined),
      pass,
    },
  }
}
