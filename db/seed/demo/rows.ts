import { createHash } from 'node:crypto'
import { validUntil } from '~/domains/catalogue'
import { type CertificateDocument, canonicalJson, certificateCode } from '~/domains/credential'
import type { Tx } from '~db/schema'
import type { Ground } from './ground'
import { insertMany } from './insert'
import { type Participant, stockholmDay } from './plan'
import type { Chance } from './random'
import { isFinished, type Study } from './studies'

type Row = Record<string, unknown>

/** Rows of what the finish of lessons and courses writes, gathered for few statements. */
interface Written {
  completion: Row[]
  timeEntry: Row[]
  evidence: Row[]
  certificate: Row[]
  outbox: Row[]
}

function certificateOf(participant: Participant, study: Study): CertificateDocument {
  const { course, finished } = study
  const { person } = participant
  const finishedOn = stockholmDay(finished.at(-1)?.finishedAt ?? study.enrolledAt)
  const until = validUntil({ months: course.validMonths }, finishedOn)
  return {
    kind: course.assessed ? 'godkänt resultat' : 'deltagande',
    title: course.title,
    holderName: `${person.givenName} ${person.familyName}`,
    minutes: course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    level: course.level,
    outcomes: course.outcomes,
    finishedOn,
    issuer: 'Nätverk Westum',
    language: 'sv',
    revision: course.revision,
    ...(until === null ? {} : { validUntil: until }),
    sources: finished.map(({ lesson, finishedAt }) => ({
      title: lesson.title,
      minutes: lesson.minutes,
      finishedOn: stockholmDay(finishedAt),
    })),
  }
}

/** `ids` are those of the lessons' completions; the time of all lessons is credited when the course is finished. */
function finishCourse(
  chance: Chance,
  ground: Ground,
  participant: Participant,
  study: Study & { ids: readonly string[] },
  written: Written,
): void {
  const { course } = study
  const personId = participant.person.personId
  const finishedAt = study.finished.at(-1)?.finishedAt
  if (finishedAt === undefined) return
  const completionId = chance.uuid()
  written.completion.push({
    completion_id: completionId,
    person_id: personId,
    item_kind: 'course',
    item_id: course.courseId,
    course_id: course.courseId,
    revision: course.revision,
    round: 1,
    minutes: course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    finished_at: finishedAt,
  })
  for (const { competenceId, level, weight } of course.competences) {
    written.evidence.push({
      evidence_id: chance.uuid(),
      person_id: personId,
      competence_id: competenceId,
      completion_id: completionId,
      kind: 'kursintyg',
      level,
      weight,
      framework_version: ground.frameworkVersion,
      granted_at: finishedAt,
    })
  }
  for (const [index, { lesson, finishedAt: lessonFinishedAt }] of study.finished.entries()) {
    written.timeEntry.push({
      time_entry_id: chance.uuid(),
      person_id: personId,
      project_id: ground.project.projectId,
      worked_on: stockholmDay(lessonFinishedAt),
      minutes: lesson.minutes,
      time_type: 'sjalvstudier',
      source_kind: 'completion',
      source_id: study.ids[index],
      title: `${course.title}: ${lesson.title}`,
      outside_reason: null,
      recorded_at: finishedAt,
    })
  }
  const document = certificateOf(participant, study)
  const code = certificateCode(chance.bytes(12))
  written.certificate.push({
    certificate_id: chance.uuid(),
    code,
    person_id: personId,
    completion_id: completionId,
    document,
    document_sha256: createHash('sha256').update(canonicalJson(document)).digest('hex'),
    issued_at: finishedAt,
  })
  written.outbox.push({
    outbox_id: chance.uuid(),
    person_id: personId,
    kind: 'course-finished',
    source_id: completionId,
    payload: { courseSlug: course.slug, courseTitle: course.title, minutes: document.minutes, certificateCode: code },
    created_at: finishedAt,
    read_at: stockholmDay(finishedAt) < '2025-03-01' ? new Date(finishedAt.getTime() + 26 * 3_600_000) : null,
  })
}

function finishLessons(chance: Chance, ground: Ground, participant: Participant, study: Study, written: Written): void {
  const { course } = study
  const personId = participant.person.personId
  const ids: string[] = []
  for (const { lesson, finishedAt } of study.finished) {
    const completionId = chance.uuid()
    written.completion.push({
      completion_id: completionId,
      person_id: personId,
      item_kind: 'lesson',
      item_id: lesson.lessonId,
      course_id: course.courseId,
      revision: course.revision,
      round: 1,
      minutes: lesson.minutes,
      finished_at: finishedAt,
    })
    ids.push(completionId)
  }
  if (isFinished(study)) finishCourse(chance, ground, participant, { ...study, ids }, written)
}

/** Writes the ways through the courses with all that follows from them. */
export async function writeStudies(
  tx: Tx,
  chance: Chance,
  ground: Ground,
  participants: readonly Participant[],
): Promise<void> {
  const written: Written = {
    completion: [],
    timeEntry: [],
    evidence: [],
    certificate: [],
    outbox: [],
  }
  const enrolment: Row[] = []
  const visit: Row[] = []
  const answer: Row[] = []
  const attempt: Row[] = []
  const watch: Row[] = []
  for (const participant of participants) {
    const person = { person_id: participant.person.personId }
    for (const { study, traces } of participant.studies) {
      enrolment.push({
        ...person,
        enrolment_id: chance.uuid(),
        course_id: study.course.courseId,
        round: 1,
        enrolled_at: study.enrolledAt,
      })
      for (const { lessonId, visitedAt } of traces.visits)
        visit.push({ ...person, lesson_id: lessonId, visited_at: visitedAt })
      for (const { itemId, questionKey, response, savedAt } of traces.answers) {
        answer.push({
          ...person,
          item_id: itemId,
          round: 1,
          question_key: questionKey,
          response,
          saved_at: savedAt,
        })
      }
      for (const { itemId, number, responses, score, passed, submittedAt } of traces.attempts) {
        const taken = {
          item_id: itemId,
          round: 1,
          number,
          responses,
          score,
          passed,
          submitted_at: submittedAt,
        }
        attempt.push({ ...person, quiz_attempt_id: chance.uuid(), ...taken })
      }
      for (const { lectureId, watched, positionSeconds, firstBeatAt, lastBeatAt } of traces.watches) {
        const seen = {
          watched,
          position_seconds: positionSeconds,
          first_beat_at: firstBeatAt,
          last_beat_at: lastBeatAt,
          paid_until: lastBeatAt,
        }
        watch.push({ ...person, lecture_id: lectureId, ...seen })
      }
      finishLessons(chance, ground, participant, study, written)
    }
  }
  await insertMany(tx, 'enrolment', ['enrolment_id', 'person_id', 'course_id', 'round', 'enrolled_at'], enrolment)
  await insertMany(tx, 'lesson_visit', ['person_id', 'lesson_id', 'visited_at'], visit)
  await insertMany(tx, 'answer', ['person_id', 'item_id', 'round', 'question_key', 'response', 'saved_at'], answer)
  await insertMany(
    tx,
    'quiz_attempt',
    ['quiz_attempt_id', 'person_id', 'item_id', 'round', 'number', 'responses', 'score', 'passed', 'submitted_at'],
    attempt,
  )
  await insertMany(
    tx,
    'watch',
    ['person_id', 'lecture_id', 'watched', 'position_seconds', 'first_beat_at', 'last_beat_at', 'paid_until'],
    watch,
  )
  await insertMany(
    tx,
    'completion',
    ['completion_id', 'person_id', 'item_kind', 'item_id', 'course_id', 'revision', 'round', 'minutes', 'finished_at'],
    written.completion,
  )
  await insertMany(
    tx,
    'time_entry',
    [
      'time_entry_id',
      'person_id',
      'project_id',
      'worked_on',
      'minutes',
      'time_type',
      'source_kind',
      'source_id',
      'title',
      'outside_reason',
      'recorded_at',
    ],
    written.timeEntry,
  )
  await insertMany(
    tx,
    'evidence',
    [
      'evidence_id',
      'person_id',
      'competence_id',
      'completion_id',
      'kind',
      'level',
      'weight',
      'framework_version',
      'granted_at',
    ],
    written.evidence,
  )
  await insertMany(
    tx,
    'certificate',
    ['certificate_id', 'code', 'person_id', 'completion_id', 'document', 'document_sha256', 'issued_at'],
    written.certificate,
  )
  await insertMany(
    tx,
    'outbox',
    ['outbox_id', 'person_id', 'kind', 'source_id', 'payload', 'created_at', 'read_at'],
    written.outbox,
  )
}
