import { confirmedLine, type ConfirmedLine, presentSpan } from '~/domains/learning'
import { sealOf } from '~/domains/learning/index.server'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { plannedActivities } from './activities'
import { grantEvidence, writeCompletions } from './activity-outcomes'
import type { Gathering, PlannedGatherings } from './attendance'
import { type Row, Written } from './written'
import type { Ground } from './ground'
import { type Participant, stockholmDay } from './plan'
import type { Chance } from './random'

const minute = 60_000
const day = 24 * 60 * minute

function writeDefinitions(written: Written, chance: Chance, ground: Ground, leader: Participant): Map<string, string> {
  const ids = new Map<string, string>()
  for (const activity of plannedActivities) {
    const activityId = chance.uuid()
    ids.set(activity.slug, activityId)
    const arranger = ground.partners.find(({ slug }) => slug === activity.arranger)?.organisationId ?? ground.ownerId
    const firstDay = activity.occasions[0]?.meetings[0]?.day ?? '2025-03-10'
    const publishedAt = new Date(Date.parse(`${firstDay}T08:00:00Z`) - 45 * day)
    written.add('activity', {
      activity_id: activityId,
      slug: activity.slug,
      organisation_id: arranger,
      project_id: ground.project.projectId,
      kind: activity.kind,
      title: activity.title,
      summary: activity.summary,
      description: {
        type: 'doc',
        content: activity.paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      },
      language: 'sv',
      level: activity.level,
      themes: [],
      audiences: [],
      outcomes: activity.outcomes,
      time_type: activity.timeType,
      attended_percent: 80,
      product_prompt: activity.productPrompt,
      assessed_against_standard: false,
      approval_required: false,
      only_listed_organisations: false,
      state: activity.state,
      created_by: leader.person.personId,
      created_at: publishedAt,
      changed_at: publishedAt,
      published_at: activity.state === 'publicerad' ? publishedAt : null,
    })
    for (const { code, level, weight } of activity.competences)
      written.add('activity_competence', { activity_id: activityId, competence_code: code, level, weight })
  }
  return ids
}

function writeOccasion(
  written: Written,
  chance: Chance,
  gathering: Gathering,
  activityId: string,
  leader: Participant,
) {
  const { activity, occasionId, occasion, meetings, booked, waiting } = gathering
  const firstStart = meetings[0]?.startsAt ?? new Date(0)
  const madeAt = new Date(firstStart.getTime() - 40 * day)
  const isOver = meetings.every(({ isHeld }) => isHeld)
  written.add('occasion', {
    occasion_id: occasionId,
    activity_id: activityId,
    capacity: occasion.capacity,
    state: isOver ? 'genomfort' : 'planerat',
    materials: [],
    created_at: madeAt,
    changed_at: madeAt,
  })
  written.add('occasion_leader', { occasion_id: occasionId, person_id: leader.person.personId })
  for (const meeting of meetings) {
    written.add('meeting', {
      meeting_id: meeting.meetingId,
      occasion_id: occasionId,
      starts_at: meeting.startsAt,
      ends_at: meeting.endsAt,
      break_minutes: meeting.breakMinutes,
      mode: activity.place === null ? 'digitalt' : 'plats',
      place: activity.place,
      online_url: activity.place === null ? `https://mote.westum.example/${activity.slug}` : null,
      check_in_secret: `\\x${Buffer.from(chance.bytes(32)).toString('hex')}`,
    })
  }
  const bookings = [
    ...booked.map((one) => ({ ...one, state: 'bokad' })),
    ...waiting.map((one) => ({ ...one, state: 'vantelista' })),
  ]
  for (const { participant, bookingId, at, state } of bookings) {
    written.add('booking', {
      booking_id: bookingId,
      occasion_id: occasionId,
      person_id: participant.person.personId,
      organisation_id: participant.person.employerId,
      state,
      queued_at: at,
      changed_at: at,
    })
  }
}

function writeHeld(written: Written, chance: Chance, ground: Ground, gathering: Gathering, leader: Participant): void {
  const { activity } = gathering
  for (const meeting of gathering.meetings.filter(({ isHeld }) => isHeld)) {
    const confirmedAt = new Date(meeting.endsAt.getTime() + 20 * minute)
    const mark = (participant: Participant, row: Row): string => {
      const markId = chance.uuid()
      written.add('attendance_mark', {
        attendance_mark_id: markId,
        meeting_id: meeting.meetingId,
        person_id: participant.person.personId,
        ...row,
      })
      return markId
    }
    const lines: ConfirmedLine[] = []
    for (const { participant, cameAt, leftAt, method } of meeting.present) {
      const presence = { present: true, cameAt, leftAt }
      const span = presentSpan(meeting, presence) ?? meeting
      const { personId } = participant.person
      const byOneself = method === 'qr'
      const markId = mark(participant, {
        present: true,
        came_at: cameAt,
        left_at: leftAt,
        method,
        recorded_by: byOneself ? personId : leader.person.personId,
        recorded_at: byOneself ? span.startsAt : confirmedAt,
      })
      const line = confirmedLine(meeting, personId as PersonId, { markId, method, ...presence })
      lines.push(line)
      written.add('time_entry', {
        time_entry_id: chance.uuid(),
        person_id: personId,
        project_id: ground.project.projectId,
        worked_on: stockholmDay(meeting.startsAt),
        minutes: line.minutes,
        time_type: activity.timeType,
        source_kind: 'attendance',
        source_id: markId,
        part: 1,
        title: activity.title,
        outside_reason: null,
        recorded_at: confirmedAt,
        starts_at: span.startsAt,
        ends_at: span.endsAt,
        recorded_by: leader.person.personId,
      })
    }
    for (const participant of meeting.absent) {
      const markId = mark(participant, {
        present: false,
        came_at: null,
        left_at: null,
        method: 'ledare',
        recorded_by: leader.person.personId,
        recorded_at: confirmedAt,
      })
      const absent = { markId, method: 'ledare', present: false, cameAt: null, leftAt: null } as const
      lines.push(confirmedLine(meeting, participant.person.personId as PersonId, absent))
    }
    written.add('meeting_confirmation', {
      meeting_id: meeting.meetingId,
      confirmed_by: leader.person.personId,
      confirmed_at: confirmedAt,
      lines,
      lines_sha256: sealOf(lines),
    })
  }
  if (gathering.meetings.every(({ isHeld }) => isHeld)) writeCompletions(written, chance, gathering, leader)
}

/** Writes the activities of the demonstration with bookings, attendance and all that follows from them. */
export async function writeGatherings(
  tx: Tx,
  ground: Ground,
  { chance, gatherings, leader }: PlannedGatherings,
): Promise<void> {
  const written = new Written()
  const ids = writeDefinitions(written, chance, ground, leader)
  for (const gathering of gatherings) {
    writeOccasion(written, chance, gathering, ids.get(gathering.activity.slug) ?? '', leader)
    writeHeld(written, chance, ground, gathering, leader)
  }
  await written.insert(tx, 'activity', [
    ...(['activity_id', 'slug', 'organisation_id', 'project_id', 'kind', 'title', 'summary', 'description'] as const),
    ...(['language', 'level', 'themes', 'audiences', 'outcomes', 'time_type', 'attended_percent'] as const),
    ...(['product_prompt', 'assessed_against_standard', 'approval_required', 'only_listed_organisations'] as const),
    ...(['state', 'created_by', 'created_at', 'changed_at', 'published_at'] as const),
  ])
  await written.insert(tx, 'activity_competence', ['activity_id', 'competence_code', 'level', 'weight'])
  await written.insert(tx, 'occasion', [
    ...(['occasion_id', 'activity_id', 'capacity', 'state', 'materials', 'created_at', 'changed_at'] as const),
  ])
  await written.insert(tx, 'occasion_leader', ['occasion_id', 'person_id'])
  await written.insert(tx, 'meeting', [
    ...(['meeting_id', 'occasion_id', 'starts_at', 'ends_at', 'break_minutes', 'mode', 'place', 'online_url'] as const),
    'check_in_secret',
  ])
  await written.insert(tx, 'booking', [
    ...(['booking_id', 'occasion_id', 'person_id', 'organisation_id', 'state', 'queued_at', 'changed_at'] as const),
  ])
  await written.insert(tx, 'attendance_mark', [
    ...(['attendance_mark_id', 'meeting_id', 'person_id', 'present', 'came_at', 'left_at', 'method'] as const),
    ...(['recorded_by', 'recorded_at'] as const),
  ])
  await written.insert(tx, 'meeting_confirmation', [
    ...(['meeting_id', 'confirmed_by', 'confirmed_at', 'lines', 'lines_sha256'] as const),
  ])
  await written.insert(tx, 'time_entry', [
    ...(['time_entry_id', 'person_id', 'project_id', 'worked_on', 'minutes', 'time_type', 'source_kind'] as const),
    ...([
      'source_id',
      'part',
      'title',
      'outside_reason',
      'recorded_at',
      'starts_at',
      'ends_at',
      'recorded_by',
    ] as const),
  ])
  await written.insert(tx, 'product', [
    ...(['product_id', 'occasion_id', 'person_id', 'wording', 'handed_in_at', 'accepted_by', 'accepted_at'] as const),
  ])
  await written.insert(tx, 'completion', [
    ...(['completion_id', 'person_id', 'item_kind', 'item_id', 'course_id', 'revision', 'round', 'minutes'] as const),
    'finished_at',
  ])
  await written.insert(tx, 'certificate', [
    ...(['certificate_id', 'code', 'person_id', 'completion_id', 'document', 'document_sha256', 'issued_at'] as const),
  ])
  await grantEvidence(tx)
}
