import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { ActivityId, OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type {
  Activity,
  ActivityCompetence,
  ActivityContent,
  ActivityState,
  ListedOrganisation,
} from '../activity/model'
import type { MakerScope } from '../activity/policy'

/** Competences and listed organisations of the row `activity`, as one json value each. */
export const activityParts = [
  sql<ActivityCompetence[]>`coalesce((select jsonb_agg(jsonb_build_object('code', c.competence_code, 'level', c.level,
    'weight', c.weight::float8) order by c.competence_code) from activity_competence c
    where c.activity_id = activity.activity_id), '[]'::jsonb)`.as('competences'),
  sql<ListedOrganisation[]>`coalesce((select jsonb_agg(jsonb_build_object('organisationId', o.organisation_id,
    'slug', o.slug, 'name', o.name, 'seats', s.seats) order by o.name) from activity_seat s
    join organisation o on o.organisation_id = s.organisation_id
    where s.activity_id = activity.activity_id), '[]'::jsonb)`.as('listed'),
] as const

/** One activity by its slug, drafts and archived ones too: who may see which is the policy's. */
export async function findActivity(db: Db, slug: string): Promise<Activity | undefined> {
  const row = await db
    .selectFrom('activity')
    .innerJoin('organisation as maker', 'maker.organisation_id', 'activity.organisation_id')
    .where('activity.slug', '=', slug)
    .select([
      'activity_id as activityId',
      'activity.slug',
      'activity.organisation_id as organisationId',
      'maker.name as organisationName',
      'project_id as projectId',
      'activity.kind',
      'title',
      'summary',
      'description',
      'language',
      'level',
      'themes',
      'audiences',
      'outcomes',
      'time_type as timeType',
      'attended_percent as attendedPercent',
      'product_prompt as productPrompt',
      'assessed_against_standard as assessedAgainstStandard',
      'standard_ref as standardRef',
      'approval_required as approvalRequired',
      'only_listed_organisations as onlyListedOrganisations',
      'state',
      'changed_at as changedAt',
      'published_at as publishedAt',
    ])
    .select([...activityParts])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row,
    activityId: row.activityId as ActivityId,
    organisationId: row.organisationId as OrganisationId,
    projectId: row.projectId as ProjectId | null,
    language: row.language === 'en' ? 'en' : 'sv',
    description: row.description as RichDocument,
  }
}

function columnsOf(content: ActivityContent) {
  return {
    project_id: content.projectId,
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    description: JSON.stringify(content.description),
    language: content.language,
    level: content.level,
    themes: content.themes,
    audiences: content.audiences,
    outcomes: content.outcomes,
    time_type: content.timeType,
    attended_percent: content.attendedPercent,
    product_prompt: content.productPrompt,
    assessed_against_standard: content.assessedAgainstStandard,
    standard_ref: content.standardRef,
    approval_required: content.approvalRequired,
    only_listed_organisations: content.onlyListedOrganisations,
  }
}

/** A new draft; undefined when the slug is taken. */
export async function insertActivity(
  tx: Tx,
  made: {
    slug: string
    organisationId: OrganisationId
    createdBy: PersonId
    content: ActivityContent
    seats: Pick<ListedOrganisation, 'organisationId' | 'seats'>[]
    at: Date
  },
): Promise<ActivityId | undefined> {
  const row = await tx
    .insertInto('activity')
    .values({
      ...columnsOf(made.content),
      slug: made.slug,
      organisation_id: made.organisationId,
      state: 'utkast',
      created_by: made.createdBy,
      created_at: made.at,
      changed_at: made.at,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('activity_id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  await replaceParts(tx, row.activity_id, made.content.competences, made.seats)
  return row.activity_id as ActivityId
}

/** Saves the text and the rules of an activity; false when it was saved by somebody else since `readChangedAt`. */
export async function updateActivity(
  tx: Tx,
  change: {
    activityId: ActivityId
    content: ActivityContent
    seats: Pick<ListedOrganisation, 'organisationId' | 'seats'>[]
    readChangedAt: Date
    at: Date
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('activity')
    .set({ ...columnsOf(change.content), changed_at: change.at })
    .where('activity_id', '=', change.activityId)
    .where(sql<boolean>`date_trunc('milliseconds', changed_at) = ${change.readChangedAt}`)
    .returning('activity_id')
    .executeTakeFirst()
  if (row === undefined) return false
  await replaceParts(tx, change.activityId, change.content.competences, change.seats)
  return true
}

async function replaceParts(
  tx: Tx,
  activityId: string,
  competences: readonly ActivityCompetence[],
  seats: readonly Pick<ListedOrganisation, 'organisationId' | 'seats'>[],
): Promise<void> {
  await tx.deleteFrom('activity_competence').where('activity_id', '=', activityId).execute()
  if (competences.length > 0) {
    const rows = competences.map(({ code, level, weight }) => ({
      activity_id: activityId,
      competence_code: code,
      level,
      weight,
    }))
    await tx.insertInto('activity_competence').values(rows).execute()
  }
  await tx.deleteFrom('activity_seat').where('activity_id', '=', activityId).execute()
  if (seats.length > 0) {
    const rows = seats.map((seat) => ({
      activity_id: activityId,
      organisation_id: seat.organisationId,
      seats: seat.seats,
    }))
    await tx.insertInto('activity_seat').values(rows).execute()
  }
}

export async function setActivityState(tx: Tx, activityId: ActivityId, state: ActivityState, at: Date): Promise<void> {
  await tx
    .updateTable('activity')
    .set({
      state,
      changed_at: at,
      ...(state === 'publicerad' ? { published_at: sql<Date>`coalesce(published_at, ${at})` } : {}),
    })
    .where('activity_id', '=', activityId)
    .execute()
}

export interface ActivityLine {
  slug: string
  title: string
  summary: string
  kind: Activity['kind']
  state: ActivityState
}

/** Drafts and archived activities that the scope keeps, newest change first; at most fifty. */
export async function listUnpublished(db: Db, scope: MakerScope): Promise<ActivityLine[]> {
  if (!scope.everywhere && scope.organisationIds.length === 0) return []
  return db
    .selectFrom('activity')
    .where('state', '<>', 'publicerad')
    .$if(!scope.everywhere, (query) => query.where('organisation_id', 'in', scope.organisationIds))
    .select(['slug', 'title', 'summary', 'kind', 'state'])
    .orderBy('changed_at', 'desc')
    .orderBy('slug')
    .limit(50)
    .execute()
}

/** Organisations still in use, by name. With a scope only those in which the maker may make activities. */
export async function listMakerOrganisations(
  db: Db,
  scope: MakerScope,
): Promise<{ organisationId: OrganisationId; slug: string; name: string }[]> {
  if (!scope.everywhere && scope.organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .where('retired_at', 'is', null)
    .$if(!scope.everywhere, (query) => query.where('organisation_id', 'in', scope.organisationIds))
    .select(['organisation_id as organisationId', 'slug', 'name'])
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, organisationId: row.organisationId as OrganisationId }))
}
