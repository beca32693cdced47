import { issueCertificate } from '~/domains/credential/index.server'
import { type Actor, type Role, roles } from '~/domains/identity'
import { uploadImport } from '~/domains/participation/index.server'
import { identityVault } from '~/vault.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import {
  makeActor,
  makeCourse,
  makeCourseCompletion,
  makeExample,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
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

/** A file that the coordinator of the subject's organisation has uploaded, with the subject's name in a refused row. */
async function makeWaitingImport(db: Db, askers: Asker[], diarienr: string, secret: string): Promise<string> {
  const coordinator = askers.find(({ role, place }) => role === 'projektkoordinator' && place === 'own')?.actor
  if (coordinator === undefined) throw new Error('The world has no coordinator.')
  const bytes = new TextEncoder().encode(`Förnamn;Efternamn;E-post\nDisa;${secret};fel\n`)
  const upload = { diarienr, bytes, fileName: `${secret}.csv`, at: new Date() }
  const outcome = await uploadImport(db, coordinator, identityVault(), upload)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.importId
}

/** A teacher with a record, hours, a course and a certificate, and one asker of each role in two organisations. */
export async function makeWorld() {
  const db = await testDatabase()
  await westumFramework(db)
  const own = await makeOrganisation(db)
  const other = await makeOrganisation(db)
  const secret = unique('Hemlinge')
  const subject = await makePerson(db, {
    familyName: secret,
    organisationId: own.organisationId,
    grants: [{ role: 'medarbetare', organisationId: own.organisationId }],
  })
  const course = await makeCourse(db)
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
  const colleague = await makePerson(db, { organisationId: other.organisationId })
  await makeParticipation(db, { projectId, personId: colleague.personId, partnerId: other.organisationId })
  const example = await makeExample(db)
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
  const importId = await makeWaitingImport(db, askers, diarienr, secret)
  return { importId, secret, subject, course, code, participationId, projectId, diarienr, example, askers }
}

export type World = Awaited<ReturnType<typeof makeWorld>>
