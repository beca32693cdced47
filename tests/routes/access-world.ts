import { issueCertificate } from '~/domains/credential/index.server'
import { makeBatch, uploadImport } from '~/domains/participation/index.server'
import { type Actor, type Protection, type Role, roles } from '~/domains/identity'
import { askErasure } from '~/domains/identity/index.server'
import { makeFeed } from '~/domains/learning/index.server'
import { identityVault } from '~/vault.server'
import type { Db } from '~db/schema'
import { draftOf, makeDraft } from '../support/authoring'
import { testDatabase } from '../support/database'
import { scbTemplate, vault } from '../support/reports'
import {
  makeActivity,
  makeActor,
  makeBankQuestion,
  makeBooking,
  makeCohort,
  makeCourse,
  makeCourseCompletion,
  makeExample,
  makeFilm,
  makeFrozenMonth,
  makeLecture,
  makeOccasion,
  makeOrganisation,
  makeParticipation,
  makePath,
  makePerson,
  makeProject,
  makeSignedMonth,
  makeSubmission,
  makeThread,
  makeTimeEntry,
  unique,
  westumFramework,
} from '../support/factories'

/** Roles that hold in one organisation; the others hold for the whole portal. */
export const scopedRoles: readonly Role[] = ['medarbetare', 'chef', 'projektkoordinator']

export interface Asker {
  role: Role | 'visitor'
  /** The subject's organisation, another one, or the whole portal. */
  place: 'own' | 'other' | 'everywhere'
  actor: Actor | undefined
}

/** The page about the project shows this one; the import of the content makes it in earlier tests. */
async function ensureShownProject(db: Db): Promise<void> {
  const diarienr = '22-035-S05'
  const found = await db.selectFrom('project').select('project_id').where('diarienr', '=', diarienr).executeTakeFirst()
  if (found === undefined) await makeProject(db, { diarienr })
}

/** A file that the coordinator of the subject's organisation has uploaded, with the subject in a refused row. */
async function makeWaitingImport(
  db: Db,
  askers: Asker[],
  { diarienr, secret, email, isOpen }: { diarienr: string; secret: string; email: string; isOpen: boolean },
): Promise<string> {
  const coordinator = askers.find(({ role, place }) => role === 'projektkoordinator' && place === 'own')?.actor
  if (coordinator === undefined) throw new Error('The world has no coordinator.')
  const bytes = new TextEncoder().encode(`Förnamn;Efternamn;E-post;Start\nDisa;${secret};${email};fel\n`)
  const upload = { diarienr, bytes, fileName: `${isOpen ? secret : 'deltagare'}.csv`, at: new Date() }
  const outcome = await uploadImport(db, coordinator, identityVault(), upload)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.importId
}

/** A course under work of the course leader among the askers. */
async function makeWorldDraft(db: Db, askers: readonly Asker[]) {
  const leader = askers.find(({ role }) => role === 'kursansvarig')?.actor
  if (leader === undefined) throw new Error('The world has no course leader.')
  const slug = await makeDraft(db, leader, ['Lektion'])
  const [lesson] = (await draftOf(db, slug)).lessons
  return { slug, lessonId: lesson?.lessonId ?? '', lessonSlug: lesson?.slug ?? '' }
}

/**
 * A teacher with a record, hours, a course, a certificate, a booking and a meeting attended, and one asker of each role in
 * two organisations.
 */
export async function makeWorld(wish: { protection?: Protection } = {}) {
  const db = await testDatabase()
  await westumFramework(db)
  const own = await makeOrganisation(db)
  const other = await makeOrganisation(db)
  const secret = unique('Hemlinge')
  const subject = await makePerson(db, {
    familyName: secret,
    protection: wish.protection ?? 'none',
    organisationId: own.organisationId,
    grants: [{ role: 'medarbetare', organisationId: own.organisationId }],
  })
  const course = await makeCourse(db)
  const pathSlug = await makePath(db, [{ title: 'Grunden', courses: [course.slug] }])
  const { cohortId } = await makeCohort(db, { courseId: course.courseId })
  const password = 'ett långt lösenord'
  const at = new Date('2025-03-20T12:00:00Z')
  await db
    .insertInto('enrolment')
    .values({ person_id: subject.personId, course_id: course.courseId, enrolled_at: at })
    .execute()
  const { completionId } = await makeCourseCompletion(db, { personId: subject.personId, courseId: course.courseId })
  const { code } = await issueCertificate(db as never, {
    personId: subject.personId,
    completionId,
    issuedAt: at,
    document: {
      kind: 'godkänt resultat',
      title: course.title,
      holderName: `${subject.givenName} ${secret}`,
      minutes: 60,
      level: 1,
      outcomes: ['pröva'],
      finishedOn: '2025-03-20',
      issuer: 'Nätverk Westum',
      language: 'sv',
      revision: 1,
      sources: [],
    },
  })
  await ensureShownProject(db)
  const { projectId, diarienr } = await makeProject(db, { partnerIds: [own.organisationId, other.organisationId] })
  const { participationId } = await makeParticipation(db, {
    projectId,
    personId: subject.personId,
    partnerId: own.organisationId,
  })
  const frozen = { personId: subject.personId, participationId, partnerId: own.organisationId, minutes: 120 }
  await makeFrozenMonth(db, { projectId, month: '2025-02', figures: [frozen] })
  const made = await makeBatch(db, await makeActor(db, 'projektadministrator'), vault, {
    projectId,
    month: '2025-02',
    seenNumber: 0,
    template: scbTemplate(),
    acknowledged: [participationId],
    at,
  })
  if (!made.ok) throw new Error(`No file: ${made.refusal}`)
  const { batchId } = made.value
  const colleague = await makePerson(db, { organisationId: other.organisationId })
  await makeParticipation(db, { projectId, personId: colleague.personId, partnerId: other.organisationId })
  const activity = await makeActivity(db, { organisationId: own.organisationId, projectId })
  const { occasionId, meetings } = await makeOccasion(db, {
    activityId: activity.activityId,
    meetings: [{ startsAt: new Date('2025-03-12T12:00:00Z'), endsAt: new Date('2025-03-12T14:00:00Z') }],
  })
  const meetingId = meetings[0]?.meetingId ?? ('' as never)
  const { personId } = subject
  await makeBooking(db, { occasionId, personId, organisationId: own.organisationId })
  await db
    .insertInto('attendance_mark')
    .values({
      meeting_id: meetingId,
      person_id: personId,
      present: true,
      method: 'qr',
      recorded_by: personId,
      recorded_at: at,
    })
    .execute()
  const { timeEntryId } = await makeTimeEntry(db, { personId, projectId })
  await makeSignedMonth(db, { personId, projectId, attested: false })
  const example = await makeExample(db)
  const bankQuestionId = await makeBankQuestion(db, own.organisationId)
  const { token: feedToken } = await makeFeed(db, subject.personId, at)
  await askErasure(db, subject.personId, at)
  const askers: Asker[] = [{ role: 'visitor', place: 'other', actor: undefined }]
  for (const role of roles) {
    if (!scopedRoles.includes(role))
      askers.push({ role, place: 'everywhere', actor: await makeActor(db, role, { password }) })
    else {
      askers.push({
        role,
        place: 'own',
        actor: await makeActor(db, role, { password, organisationId: own.organisationId }),
      })
      askers.push({
        role,
        place: 'other',
        actor: await makeActor(db, role, { password, organisationId: other.organisationId }),
      })
    }
  }
  const { threadId } = await makeThread(db, {
    courseId: course.courseId,
    authorId: subject.personId,
    reported: true,
  })
  const { mediaId } = await makeFilm(db, { organisationId: own.organisationId, uploadedBy: subject.personId })
  const { slug: lectureSlug } = await makeLecture(db)
  const assignmentCourse = await makeCourse(db, { lessons: ['assignment'], assignment: { self: true, leader: true } })
  const lessonId = assignmentCourse.lessons[0]?.lessonId ?? ('' as never)
  await db
    .insertInto('enrolment')
    .values({ person_id: subject.personId, course_id: assignmentCourse.courseId, enrolled_at: at })
    .execute()
  const { submissionId, fileId } = await makeSubmission(db, { lessonId, personId: subject.personId })
  const importId = await makeWaitingImport(db, askers, {
    diarienr,
    secret,
    email: subject.email,
    isOpen: (wish.protection ?? 'none') === 'none',
  })
  const draft = await makeWorldDraft(db, askers)
  const records = { participationId, batchId, projectId, diarienr, timeEntryId, month: '2025-03' }
  return {
    importId,
    secret,
    subject,
    own,
    course,
    cohortId,
    pathSlug,
    code,
    ...records,
    activity,
    occasionId,
    meetingId,
    feedToken,
    example,
    draft,
    mediaId,
    lectureSlug,
    threadId,
    bankQuestionId,
    assignmentCourse,
    submissionId,
    fileId,
    askers,
  }
}

export type World = Awaited<ReturnType<typeof makeWorld>>
