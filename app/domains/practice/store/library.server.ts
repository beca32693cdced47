import { sql } from 'kysely'
import type { Audience, SchoolForm, Source, Theme } from '~/domains/catalogue'
import type { RichDocument } from '~/shared/editor/document'
import type { TextId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Example, ExampleCard, ExampleCompetence, ExampleFilter, ExampleList, FacetCount } from '../model'
import { pageSize } from '../rules'

const framework = 'westums-kompetensram'

/** The columns of a card; the table is called `e`. */
const cardColumns = sql`
  e.slug, e.title, e.summary, e.organisation_name as organisation, e.level, e.country, e.place,
  e.year_text as year, e.reading_minutes as "readingMinutes",
  array(select t.value from example_tag t where t.example_id = e.example_id and t.facet = 'theme' order by t.value) as themes`

function hasTag(facet: string, values: readonly string[]) {
  return sql<boolean>`(cardinality(${values}::text[]) = 0 or exists (
    select from example_tag t where t.example_id = e.example_id and t.facet = ${facet}::text and t.value = any(${values}::text[])))`
}

function isOneOf(column: 'level' | 'country', values: readonly string[]) {
  return sql<boolean>`(cardinality(${values}::text[]) = 0 or ${sql.ref(`e.${column}`)} = any(${values}::text[]))`
}

/** Per example, whether it fits the choices of each facet. */
function fitting(filter: ExampleFilter) {
  return sql`
    select e.example_id, e.level, e.country,
      ${isOneOf('level', filter.level)} as fits_level,
      ${isOneOf('country', filter.country)} as fits_country,
      ${hasTag('theme', filter.theme)} as fits_theme,
      ${hasTag('audience', filter.audience)} as fits_audience,
      ${hasTag('school_form', filter.schoolForm)} as fits_school_form,
      ${hasTag('competence', filter.competence)} as fits_competence
    from example e where e.retired_at is null`
}

/** Swedish order whatever the collation of the database: å, ä, ö after z. */
const bySwedishTitle = sql`translate(lower(e.title), 'åäöÅÄÖéü', '{|}{|}eu') collate "C", e.slug`
const orders = {
  senaste: sql`e.published_at desc, ${bySwedishTitle}`,
  titel: bySwedishTitle,
  lastid: sql`e.reading_minutes, ${bySwedishTitle}`,
} as const

/**
 * One page of the library (24 examples) with the number of all that fit, and per facet value the number of examples
 * that it would show beside the other facets' choices. Two queries.
 */
export async function listExamples(db: Db, filter: ExampleFilter): Promise<ExampleList> {
  const page = await sql<ExampleCard>`
    with fits as materialized (${fitting(filter)})
    select ${cardColumns} from example e join fits f using (example_id)
    where f.fits_level and f.fits_country and f.fits_theme and f.fits_audience and f.fits_school_form and f.fits_competence
    order by ${orders[filter.sort]} limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db)
  const counted = await sql<Omit<FacetCount, 'facet'> & { facet: FacetCount['facet'] | 'total' }>`
    with fits as materialized (${fitting(filter)}),
    counted as (
      select 'total' as facet, '' as value, count(*) from fits
      where fits_level and fits_country and fits_theme and fits_audience and fits_school_form and fits_competence
      union all
      select 'level', level, count(*) from fits
      where fits_country and fits_theme and fits_audience and fits_school_form and fits_competence group by level
      union all
      select 'country', country, count(*) from fits
      where fits_level and fits_theme and fits_audience and fits_school_form and fits_competence group by country
      union all
      select case t.facet when 'school_form' then 'schoolForm' else t.facet end, t.value, count(*)
      from fits join example_tag t using (example_id)
      where fits_level and fits_country
        and (fits_theme or t.facet = 'theme') and (fits_audience or t.facet = 'audience')
        and (fits_school_form or t.facet = 'school_form') and (fits_competence or t.facet = 'competence')
      group by t.facet, t.value
    )
    select c.facet, c.value, c.count, k.name from counted c
    left join framework f on f.slug = ${framework} and c.facet = 'competence'
    left join competence k on k.framework_id = f.framework_id and k.code = c.value`.execute(db)
  const facets = counted.rows.flatMap((row) => (row.facet === 'total' ? [] : [{ ...row, facet: row.facet }]))
  return { examples: page.rows, total: counted.rows.find((row) => row.facet === 'total')?.count ?? 0, facets }
}

interface ExampleRow extends Omit<Example, 'related' | 'sources' | 'body'> {
  sources: Source[]
  body: RichDocument
  audiences: Audience[]
  schoolForms: SchoolForm[]
  competences: ExampleCompetence[]
  themes: Theme[]
}

function tagged(facet: string) {
  return sql`array(select t.value from example_tag t where t.example_id = e.example_id and t.facet = ${facet} order by t.value)`
}

/** An example with its tags and the three that share most with it. Two queries. Retired ones are not found. */
export async function findExample(db: Db, slug: string): Promise<Example | undefined> {
  const { rows } = await sql<ExampleRow>`
    select e.example_id as "exampleId", e.text_id as "textId", ${cardColumns}, e.contact_role as "contactRole", e.resources, e.licence,
      e.source_licence as "sourceLicence", e.language, e.sources, e.body, e.published_at as "publishedAt",
      e.edited_at as "editedAt", ${tagged('audience')} as audiences, ${tagged('school_form')} as "schoolForms",
      coalesce((select jsonb_agg(jsonb_build_object('code', t.value, 'name', k.name) order by t.value)
        from example_tag t
        left join framework f on f.slug = ${framework}
        left join competence k on k.framework_id = f.framework_id and k.code = t.value
        where t.example_id = e.example_id and t.facet = 'competence'), '[]') as competences
    from example e where e.slug = ${slug} and e.retired_at is null`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const related = await sql<ExampleCard>`
    select ${cardColumns} from example e
    join (select other.example_id,
        sum(case own.facet when 'competence' then 3 when 'theme' then 3 when 'school_form' then 2 else 1 end) as shared
      from example_tag own join example_tag other using (facet, value)
      where own.example_id = ${row.exampleId} and other.example_id <> own.example_id
      group by other.example_id) near using (example_id)
    where e.retired_at is null order by near.shared desc, ${bySwedishTitle} limit 3`.execute(db)
  return { ...row, related: related.rows }
}

/**
 * Gives readers an editor's text, and marks the example as edited here, so that a later content import leaves it alone.
 * Undefined when the example is gone.
 */
export async function updateExampleText(
  db: Db,
  example: {
    slug: string
    title: string
    summary: string
    body: RichDocument
    searchText: string
    editedBy: string
    editedAt: Date
  },
): Promise<{ exampleId: string } | undefined> {
  return await db
    .updateTable('example')
    .set({
      title: example.title,
      summary: example.summary,
      body: JSON.stringify(example.body),
      search_text: example.searchText,
      edited_at: example.editedAt,
      edited_by: example.editedBy,
    })
    .where('slug', '=', example.slug)
    .where('retired_at', 'is', null)
    .returning('example_id as exampleId')
    .executeTakeFirst()
}

/** An example by its address or by its text; retired ones are not found. */
export async function findExampleText(
  db: Db,
  by: { slug: string } | { textId: TextId },
): Promise<{ slug: string; title: string; textId: TextId } | undefined> {
  const row = await db
    .selectFrom('example')
    .select(['slug', 'title', 'text_id'])
    .where('retired_at', 'is', null)
    .where((eb) => ('slug' in by ? eb('slug', '=', by.slug) : eb('text_id', '=', by.textId)))
    .executeTakeFirst()
  return row && { slug: row.slug, title: row.title, textId: row.text_id as TextId }
}
