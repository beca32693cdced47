import { type Lesson, lessonIn, mayStudy } from '~/domains/catalogue'
import { findLesson } from '~/domains/catalogue/index.server'
import { localDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import type { PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db } from '~db/schema'
import type { ItemOf } from '../store/answer.server'
import { findDetails, type WorkDetails } from '../store/assignment/details.server'
import { findGivenReview, findGivenWork } from '../store/assignment/review.server'
import { findEnrolmentAt } from '../store/enrolment.server'
import type { AssessPage } from './page'
import { type StepState, stepsOf } from './standing'

interface Ask {
  courseSlug: string
  lessonSlug: string
  what: { kind: 'train'; exampleKey: string } | { kind: 'self' } | { kind: 'peer'; allocationId: string }
  now: Date
  language: Language
}

const takesNo: readonly (StepState | undefined)[] = ['later', 'released', 'closed', undefined]

/** What somebody is to assess or has assessed; undefined when there is no such thing for the person. At most five queries. */
export async function openAssessment(db: Db, personId: PersonId, ask: Ask): Promise<AssessPage | undefined> {
  const enrolment = await findEnrolmentAt(db, personId, ask.courseSlug)
  const original = await findLesson(db, ask.courseSlug, ask.lessonSlug, enrolment?.keptRevision)
  if (enrolment === undefined || original === undefined) return undefined
  const lesson = lessonIn(original, ask.language)
  if (lesson.assignment === null) return undefined
  const isShut = !mayStudy(enrolment.window, localDay(ask.now))
  const item: ItemOf = { personId, itemId: lesson.lessonId, round: enrolment.round }
  const details = await findDetails(db, item, ask.now)
  const states = new Map(stepsOf(lesson.assignment, details.facts, ask.now).map(({ name, state }) => [name, state]))
  switch (ask.what.kind) {
    case 'train':
      return trainPage(lesson, details, ask.what.exampleKey)
    case 'self': {
      const [own] = details.versions
      if (!lesson.assignment.self || own === undefined) return undefined
      const given = details.reviews.find(({ kind }) => kind === 'self') ?? null
      const { text, files } = own
      return {
        ...common(lesson),
        kind: 'self',
        title: '',
        text,
        files,
        given,
        closed: isShut || takesNo.includes(states.get('self')),
      }
    }
    case 'peer':
      return peerPage(db, lesson, item, ask.what.allocationId, isShut || takesNo.includes(states.get('peer')))
  }
}

function common(lesson: Lesson) {
  return {
    course: { slug: lesson.courseSlug, title: lesson.courseTitle },
    lesson: { slug: lesson.slug, title: lesson.title },
    task: forReading(lesson.assignment?.task ?? { type: 'doc', content: [] }),
    rubric: lesson.assignment?.rubric ?? [],
    compared: null,
  }
}

function trainPage(lesson: Lesson, { reviews }: WorkDetails, exampleKey: string): AssessPage | undefined {
  const example = lesson.assignment?.train === true && lesson.assignment.examples.find(({ key }) => key === exampleKey)
  if (example === undefined || example === false) return undefined
  const given = reviews.find((review) => review.kind === 'train' && review.exampleKey === exampleKey) ?? null
  const compared = given === null ? null : { levels: example.levels, comments: {}, comment: example.comment }
  const { title, text } = example
  return { ...common(lesson), kind: 'train', title, text, files: [], given, compared, closed: false }
}

/** In an anonymous round neither the author nor the names of the files are told. */
async function peerPage(
  db: Db,
  lesson: Lesson,
  item: ItemOf,
  allocationId: string,
  closed: boolean,
): Promise<AssessPage | undefined> {
  const work = await findGivenWork(db, allocationId, item)
  if (work === undefined) return undefined
  const given = (await findGivenReview(db, allocationId)) ?? null
  const isNamed = lesson.assignment?.peer?.anonymous === false
  const files = work.files.map((file, index) => (isNamed ? file : { ...file, name: namelessFile(file.name, index) }))
  return { ...common(lesson), kind: 'peer', title: isNamed ? work.name : '', text: work.text, files, given, closed }
}

function namelessFile(name: string, index: number): string {
  return `bilaga-${index + 1}${/\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''}`
}
