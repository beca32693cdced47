import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { PersonId, TextId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ListedVersion, Version, VersionHead, Written } from '../model'

const head = [
  'text_version.number as number',
  'text_version.kind as kind',
  'text_version.name as name',
  'text_version.author_id as authorId',
  'text_version.began_at as beganAt',
  'text_version.saved_at as savedAt',
  'text_version.from_seq as fromSeq',
  'text_version.to_seq as toSeq',
  'text_version.kept_at as keptAt',
  'text_version.kept_by as keptBy',
  'text_version.restored_from as restoredFrom',
] as const
const branded = <Row extends { authorId: string | null; keptBy: string | null }>(row: Row) => ({
  ...row,
  keptBy: row.keptBy as PersonId | null,
  authorId: row.authorId as PersonId | null,
})
const authorName = sql<string | null>`case when person.person_id is not null then ${shownNameSql()} end`.as(
  'authorName',
)

export async function findLatestVersion(db: Db, textId: TextId): Promise<VersionHead | undefined> {
  const row = await db
    .selectFrom('text_version')
    .where('text_id', '=', textId)
    .select(head)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && branded(row)
}

export async function insertVersion(tx: Tx, textId: TextId, version: VersionHead & Written): Promise<void> {
  await tx
    .insertInto('text_version')
    .values({
      text_id: textId,
      number: version.number,
      kind: version.kind,
      name: version.name,
      body: JSON.stringify(version.body),
      fields: JSON.stringify(version.fields),
      author_id: version.authorId,
      began_at: version.beganAt,
      saved_at: version.savedAt,
      from_seq: version.fromSeq,
      to_seq: version.toSeq,
      kept_at: version.keptAt,
      kept_by: version.keptBy,
      restored_from: version.restoredFrom,
    })
    .execute()
}

/** Puts a save into a version that is still open. Throws for one that is kept. */
export async function foldVersion(
  tx: Tx,
  textId: TextId,
  number: number,
  save: Written & { savedAt: Date; toSeq: number },
): Promise<void> {
  await tx
    .updateTable('text_version')
    .set({
      body: JSON.stringify(save.body),
      fields: JSON.stringify(save.fields),
      saved_at: save.savedAt,
      to_seq: save.toSeq,
    })
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .execute()
}

/** Makes an open version one that is kept for ever; false when it is kept already or does not exist. */
export async function keepVersion(
  tx: Tx,
  textId: TextId,
  number: number,
  as: ({ kind: 'named'; name: string } | { kind: 'published'; name: string | null }) & {
    at: Date
    by: PersonId | null
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('text_version')
    .set({ kind: as.kind, name: as.name, kept_at: as.at, kept_by: as.by })
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .where('kind', '=', 'auto')
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

/** The versions of a text without their bodies, the latest first. */
export async function listVersions(db: Db, textId: TextId, limit = 500): Promise<ListedVersion[]> {
  const rows = await db
    .selectFrom('text_version')
    .leftJoin('person', 'person.person_id', 'text_version.author_id')
    .where('text_version.text_id', '=', textId)
    .select([...head, authorName])
    .orderBy('text_version.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(branded)
}

export async function findVersion(db: Db, textId: TextId, number: number): Promise<Version | undefined> {
  const row = await db
    .selectFrom('text_version')
    .leftJoin('person', 'person.person_id', 'text_version.author_id')
    .where('text_version.text_id', '=', textId)
    .where('text_version.number', '=', number)
    .select([...head, authorName, 'text_version.body as body', 'text_version.fields as fields'])
    .executeTakeFirst()
  return row && { ...branded(row), body: row.body as RichDocument }
}

/** The latest version that readers have been given. */
export async function findPublishedVersion(db: Db, textId: TextId): Promise<Version | undefined> {
  const row = await db
    .selectFrom('text_version')
    .where('text_id', '=', textId)
    .where('kind', '=', 'published')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (await findVersion(db, textId, row.number))
}
