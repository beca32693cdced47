import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type CertificateDocument, canonicalJson, certificateCode } from '~/domains/credential'
import { hasAttended, meetingMinutes, presentMinutes } from '~/domains/learning'
import type { Db } from '~db/schema'
import type { Gathering } from './attendance'
import { type Participant, stockholmDay } from './plan'
import type { Chance } from './random'
import type { Written } from './written'

const minute = 60_000
const day = 24 * 60 * minute
/** Of the whole time an occasion holds, the share that counts as having attended. */
const ATTENDED_PERCENT = 80

/** The completions of an occasion whose meetings are all over, with products and certificates. */
export function writeCompletions(written: Written, chance: Chance, gathering: Gathering, leader: Participant): void {
  const { activity, meetings, occasionId } = gathering
  const all = meetings.reduce((sum, meeting) => sum + meetingMinutes(meeting), 0)
  const finishedAt = new Date((meetings.at(-1)?.endsAt.getTime() ?? 0) + 20 * minute)
  for (const { participant } of gathering.booked) {
    const attended = meetings.flatMap((meeting) =>
      meeting.present
        .filter((presence) => presence.participant === participant)
        .map((presence) => ({
          startsAt: meeting.startsAt,
          minutes: presentMinutes(meeting, { ...presence, present: true }),
        })),
    )
    const minutes = attended.reduce((sum, one) => sum + one.minutes, 0)
    if (!hasAttended(minutes, all, ATTENDED_PERCENT)) continue
    const { personId, givenName, familyName } = participant.person
    let acceptedAt = finishedAt
    if (activity.productPrompt !== null) {
      const handedInAt = new Date(finishedAt.getTime() + chance.whole(1, 6) * day)
      const isAccepted = chance.happens(0.93)
      acceptedAt = new Date(handedInAt.getTime() + chance.whole(1, 3) * day)
      written.add('product', {
        product_id: chance.uuid(),
        occasion_id: occasionId,
        person_id: personId,
        wording: 'Vi planerade ett moment om säkerhet i verkstaden. Sfi-läraren förbereder orden, yrkesläraren visar.',
        handed_in_at: handedInAt,
        accepted_by: isAccepted ? leader.person.personId : null,
        accepted_at: isAccepted ? acceptedAt : null,
      })
      if (!isAccepted) continue
    }
    const completionId = chance.uuid()
    written.add('completion', {
      completion_id: completionId,
      person_id: personId,
      item_kind: 'activity',
      item_id: occasionId,
      course_id: null,
      revision: 1,
      round: 1,
      minutes,
      finished_at: acceptedAt,
    })
    const document: CertificateDocument = {
      kind: 'deltagande',
      title: activity.title,
      holderName: `${givenName} ${familyName}`,
      minutes,
      level: activity.level,
      outcomes: [...activity.outcomes],
      finishedOn: stockholmDay(acceptedAt),
      issuer: 'Nätverk Westum',
      language: 'sv',
      revision: 1,
      sources: attended.map((one) => ({
        title: activity.title,
        minutes: one.minutes,
        finishedOn: stockholmDay(one.startsAt),
      })),
    }
    written.add('certificate', {
      certificate_id: chance.uuid(),
      code: certificateCode(chance.bytes(12)),
      person_id: personId,
      completion_id: completionId,
      document,
      document_sha256: createHash('sha256').update(canonicalJson(document)).digest('hex'),
      issued_at: acceptedAt,
    })
  }
}

/** What a finished activity says of competences, as the journeys grant it. */
export async function grantEvidence(db: Db): Promise<void> {
  await sql`insert into evidence (person_id, competence_id, completion_id, kind, level, weight, framework_version, granted_at)
    select completion.person_id, competence.competence_id, completion.completion_id, 'kursintyg', said.level, said.weight,
      framework.version, completion.finished_at
    from completion
    join occasion on occasion.occasion_id = completion.item_id
    join activity_competence as said on said.activity_id = occasion.activity_id
    join framework on framework.slug = 'westums-kompetensram'
    join competence on competence.framework_id = framework.framework_id and competence.code = said.competence_code
    where completion.item_kind = 'activity'`.execute(db)
}
