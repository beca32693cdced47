import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { LedgerLine, LineEvidence, LineEvent, LineFigure, RelatedLine } from '../ledger/model'

/** What the line's time comes from; undefined for statements and corrections, whose evidence is the line itself. */
export async function findLineEvidence(
  db: Db,
  line: Pick<LedgerLine, 'sourceKind' | 'sourceId'>,
): Promise<LineEvidence | undefined> {
  if (line.sourceKind === 'completion') return findCompletion(db, line.sourceId)
  if (line.sourceKind === 'attendance') return findMark(db, line.sourceId)
  return undefined
}

async function findCompletion(db: Db, completionId: string): Promise<LineEvidence | undefined> {
  const { rows } = await sql<Extract<LineEvidence, { kind: 'completion' }>>`
    select 'completion' as kind, completion.completion_id as "completionId", completion.item_kind as "itemKind",
      coalesce(lesson.title, lecture.title, activity.title, course.title) as title, course.title as "courseTitle",
      course.slug as "courseSlug", lecture.slug as "lectureSlug", completion.minutes, completion.round,
      completion.revision, completion.finished_at as "finishedAt"
    from completion
    left join course on course.course_id = completion.course_id
    left join lesson on completion.item_kind = 'lesson' and lesson.lesson_id = completion.item_id
    left join lecture on completion.item_kind = 'lecture' and lecture.lecture_id = completion.item_id
    left join occasion on completion.item_kind = 'activity' and occasion.occasion_id = completion.item_id
    left join activity on activity.activity_id = occasion.activity_id
    where completion.completion_id = ${completionId}`.execute(db)
  return rows[0]
}

async function findMark(db: Db, markId: string): Promise<LineEvidence | undefined> {
  const { rows } = await sql<Extract<LineEvidence, { kind: 'attendance' }>>`
    select 'attendance' as kind, mark.attendance_mark_id as "markId", activity.title as "activityTitle",
      activity.slug as "activitySlug", occasion.occasion_id as "occasionId", meeting.meeting_id as "meetingId",
      meeting.starts_at as "meetingStartsAt",
      meeting.ends_at as "meetingEndsAt", meeting.break_minutes as "breakMinutes", mark.present,
      mark.came_at as "cameAt", mark.left_at as "leftAt", mark.method, ${shownNameSql('marker')} as "markedBy",
      mark.recorded_at as "markedAt",
      case when leader.person_id is not null then ${shownNameSql('leader')} end as "confirmedBy",
      confirmation.confirmed_at as "confirmedAt", confirmation.lines_sha256 as "confirmedSha256"
    from attendance_mark mark
    join meeting on meeting.meeting_id = mark.meeting_id
    join occasion on occasion.occasion_id = meeting.occasion_id
    join activity on activity.activity_id = occasion.activity_id
    join person marker on marker.person_id = mark.recorded_by
    left join meeting_confirmation confirmation on confirmation.meeting_id = mark.meeting_id
    left join person leader on leader.person_id = confirmation.confirmed_by
    where mark.attendance_mark_id = ${markId}`.execute(db)
  return rows[0]
}

/** The line that this one corrects, and those that correct it, in the order of the chain. */
export async function listRelatedLines(
  db: Db,
  line: Pick<LedgerLine, 'timeEntryId' | 'correctsId'>,
): Promise<RelatedLine[]> {
  const { rows } = await sql<RelatedLine>`
    select other.time_entry_id as "timeEntryId",
      case when other.time_entry_id = ${line.correctsId}::uuid then 'corrects' else 'corrected-by' end as relation,
      other.source_kind as "sourceKind", other.worked_on as "workedOn", other.minutes, other.time_type as "timeType",
      other.reason, other.recorded_at as "recordedAt",
      case when writer.person_id is not null then ${shownNameSql('writer')} end as "recordedBy"
    from time_entry other
    join ledger_link link on link.row_id = other.time_entry_id
    left join person writer on writer.person_id = other.recorded_by
    where other.time_entry_id = ${line.correctsId}::uuid or other.corrects_id = ${line.timeEntryId}
    order by link.position`.execute(db)
  return rows
}

/** The frozen figures of the line's person-month, each with the files that it went into, the newest first. */
export async function listLineFigures(
  db: Db,
  which: { personId: PersonId; projectId: ProjectId; month: string; position: number },
): Promise<LineFigure[]> {
  const { rows } = await sql<LineFigure>`
    select figure.generation, figure.frozen_at as "frozenAt", figure.reported_minutes as "reportedMinutes",
      coalesce(${which.position} < locked.position, false) as includes, batch.export_batch_id as "batchId",
      batch.number as "batchNumber", exported.position as "batchPosition", batch.finished_at as "batchAt",
      batch.superseded_by is not null as "isSuperseded"
    from month_figure figure
    left join lateral (select max(link.position) as position from month_event event
      join ledger_link link on link.row_id = event.month_event_id
      where event.project_id = figure.project_id and event.person_id = figure.person_id and event.month = figure.month
        and event.kind = 'last' and event.generation = figure.generation) locked on true
    left join (export_batch batch join export_line exported on exported.export_batch_id = batch.export_batch_id)
      on batch.project_id = figure.project_id and batch.month = figure.month and batch.state = 'klar'
      and batch.generation = figure.generation and exported.person_id = figure.person_id
    where figure.project_id = ${which.projectId} and figure.person_id = ${which.personId}
      and figure.month = ${which.month}
    order by figure.generation desc, batch.number desc`.execute(db)
  return rows
}

/** What the audit log has of the line, the newest first. */
export async function listLineEvents(db: Db, timeEntryId: string): Promise<LineEvent[]> {
  const { rows } = await sql<LineEvent>`
    select event.action, case when actor.person_id is not null then ${shownNameSql('actor')} end as by, event.reason,
      event.happened_at as at
    from audit_event event left join person actor on actor.person_id = event.actor_id
    where event.subject_kind = 'time-entry' and event.subject_id = ${timeEntryId}
    order by event.audit_event_id desc limit 50`.execute(db)
  return rows
}
