import type { Tx } from '~db/schema'
import type { Ground } from './ground'
import { hexBytes, insertMany } from './insert'
import type { Participant } from './plan'
import type { Chance } from './random'

/** What of the participation vault the seeding needs. */
export interface Sealer {
  keyVersion: number
  seal: (digits: string, personId: string) => Uint8Array
  lookup: (digits: string) => Uint8Array
}

/** The version of the information to participants that the demonstration people have read. */
const NOTICE_VERSION = '1.0'

export interface PeopleOptions {
  passwordHash: string
  vault: Sealer
  now: Date
}

async function writePersons(
  tx: Tx,
  chance: Chance,
  participants: readonly Participant[],
  options: PeopleOptions,
): Promise<void> {
  const createdAt = ({ registeredOn }: Participant) => new Date(`${registeredOn}T07:00:00Z`)
  await insertMany(
    tx,
    'person',
    ['person_id', 'given_name', 'family_name', 'alias', 'email', 'protection', 'language', 'created_at'],
    participants.map((participant) => ({
      person_id: participant.person.personId,
      given_name: participant.person.givenName,
      family_name: participant.person.familyName,
      alias: participant.person.alias,
      email: participant.person.email,
      protection: participant.person.protection,
      language: 'sv',
      created_at: createdAt(participant),
    })),
  )
  await insertMany(
    tx,
    'account',
    ['person_id', 'password_hash', 'password_changed_at'],
    participants
      .filter(({ person }) => person.hasAccount)
      .map(({ person }) => ({
        person_id: person.personId,
        password_hash: options.passwordHash,
        password_changed_at: options.now,
      })),
  )
  await insertMany(
    tx,
    'role_grant',
    ['role_grant_id', 'person_id', 'role', 'organisation_id', 'granted_at'],
    participants.flatMap((participant) =>
      participant.person.roles.map(({ role, organisationId }) => ({
        role_grant_id: chance.uuid(),
        person_id: participant.person.personId,
        role,
        organisation_id: organisationId,
        granted_at: createdAt(participant),
      })),
    ),
  )
  await insertMany(
    tx,
    'employment',
    [
      'employment_id',
      'person_id',
      'organisation_id',
      'municipality_code',
      'job',
      'school_form',
      'percent',
      'starts_on',
      'ends_on',
    ],
    participants.map(({ person, employedFrom, employedUntil }) => ({
      employment_id: chance.uuid(),
      person_id: person.personId,
      organisation_id: person.employerId,
      municipality_code: person.municipalityCode,
      job: person.job,
      school_form: person.schoolForm,
      percent: person.percent,
      starts_on: employedFrom,
      ends_on: employedUntil,
    })),
  )
}

async function writeRecords(
  tx: Tx,
  chance: Chance,
  ground: Ground,
  participants: readonly Participant[],
  options: PeopleOptions,
): Promise<void> {
  const records = participants.flatMap((participant) => {
    const { person } = participant
    return person.record === undefined ? [] : [{ participant, person, record: person.record }]
  })
  await insertMany(
    tx,
    'participation',
    [
      'participation_id',
      'project_id',
      'person_id',
      'partner_id',
      'employer_id',
      'municipality_code',
      'registered_on',
      'entry_on',
      'exit_on',
      'labour_status_at_entry',
      'notice_version',
      'notice_ack_at',
    ],
    records.map(({ participant, person, record }) => ({
      participation_id: chance.uuid(),
      project_id: ground.project.projectId,
      person_id: person.personId,
      partner_id: record.partnerId,
      employer_id: person.employerId,
      municipality_code: person.municipalityCode,
      registered_on: participant.registeredOn,
      entry_on: participant.entryOn,
      exit_on: participant.exitOn,
      labour_status_at_entry: 'employed',
      notice_version: participant.noticeAcknowledgedAt === null ? null : NOTICE_VERSION,
      notice_ack_at: participant.noticeAcknowledgedAt,
    })),
  )
  await insertMany(
    tx,
    'identity_number',
    [
      'identity_number_id',
      'person_id',
      'kind',
      'ciphertext',
      'key_version',
      'lookup_hash',
      'masked',
      'birth_year',
      'gender',
      'valid_from',
    ],
    records.flatMap(({ participant, person, record }) => {
      if (record.number === null) return []
      const { digits, kind, masked, birthYear, gender } = record.number
      return [
        {
          identity_number_id: chance.uuid(),
          person_id: person.personId,
          kind,
          ciphertext: hexBytes(options.vault.seal(digits, person.personId)),
          key_version: options.vault.keyVersion,
          lookup_hash: hexBytes(options.vault.lookup(digits)),
          masked,
          birth_year: birthYear,
          gender,
          valid_from: new Date(`${participant.registeredOn}T07:00:00Z`),
        },
      ]
    }),
  )
}

/** Writes everybody with employments, roles, participant records and what they say about themselves. */
export async function writePeople(
  tx: Tx,
  chance: Chance,
  ground: Ground,
  participants: readonly Participant[],
  options: PeopleOptions,
): Promise<void> {
  await writePersons(tx, chance, participants, options)
  await writeRecords(tx, chance, ground, participants, options)
  await insertMany(
    tx,
    'self_assessment',
    ['self_assessment_id', 'person_id', 'competence_id', 'level', 'assessed_at'],
    participants.flatMap(({ person, selfAssessments }) =>
      selfAssessments.map(({ competenceId, level, assessedAt }) => ({
        self_assessment_id: chance.uuid(),
        person_id: person.personId,
        competence_id: competenceId,
        level,
        assessed_at: assessedAt,
      })),
    ),
  )
  await insertMany(
    tx,
    'profile_sharing',
    ['person_id', 'shared_with_manager', 'changed_at'],
    participants.flatMap(({ person, sharing }) =>
      sharing === undefined
        ? []
        : [
            {
              person_id: person.personId,
              shared_with_manager: sharing.shared,
              changed_at: sharing.changedAt,
            },
          ],
    ),
  )
}
