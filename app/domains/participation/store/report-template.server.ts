import type { Db } from '~db/schema'
import type { ReportTemplate } from '../reports/model'

export interface StoredTemplate {
  template: ReportTemplate
  contentSha256: string
}

/** One version of a template as it was when it was first used. */
export async function findTemplate(db: Db, template: string, version: string): Promise<StoredTemplate | undefined> {
  const row = await db
    .selectFrom('report_template')
    .where('template', '=', template)
    .where('version', '=', version)
    .select(['mapping', 'content_sha256'])
    .executeTakeFirst()
  return row === undefined ? undefined : { template: row.mapping as ReportTemplate, contentSha256: row.content_sha256 }
}

/** The version that came last into the portal. */
export async function findNewestTemplate(db: Db, template: string): Promise<StoredTemplate | undefined> {
  const row = await db
    .selectFrom('report_template')
    .where('template', '=', template)
    .select(['mapping', 'content_sha256'])
    .orderBy('first_seen_at', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row === undefined ? undefined : { template: row.mapping as ReportTemplate, contentSha256: row.content_sha256 }
}

/** Keeps a version for ever; one that is kept already stays as it is. */
export async function keepTemplate(db: Db, template: ReportTemplate, contentSha256: string, at: Date): Promise<void> {
  await db
    .insertInto('report_template')
    .values({
      template: template.template,
      version: template.version,
      mapping: JSON.stringify(template),
      content_sha256: contentSha256,
      first_seen_at: at,
    })
    .onConflict((conflict) => conflict.columns(['template', 'version']).doNothing())
    .execute()
}
