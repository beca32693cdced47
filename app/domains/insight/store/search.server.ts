import { sql } from 'kysely'
import type { Viewer } from '~/domains/catalogue/index.server'
import type { Db } from '~db/schema'
import type { SearchField, SearchHit, SearchKind, SearchResult } from '../search/model'
import { hitEnd, hitStart, piecesOf, readQuestion } from '../search/rules'

const shownHits = 20
/** Characters in which a passage is looked for first; only a text without a hit there is read to its end. */
const opening = 6000
const marks = `StartSel="${hitStart}", StopSel="${hitEnd}"`
const whole = `${marks}, HighlightAll=true`
const passage = `${marks}, MaxFragments=2, MaxWords=26, MinWords=10, FragmentDelimiter=" … "`

interface HitRow {
  kind: SearchKind
  slug: string
  title: string
  summary: string
  text: string
  fields: SearchField[]
  moments: { second: number; text: string }[]
}

interface ResultRow {
  loose: boolean
  corrections: SearchResult['corrections']
  counts: Partial<Record<SearchKind, number>>
  hits: HitRow[]
}

function hitOf(row: HitRow): SearchHit {
  const shown = row.fields.includes('text') ? row.text : row.summary
  return {
    kind: row.kind,
    slug: row.slug,
    title: piecesOf(row.title),
    passage: piecesOf(shown),
    fields: row.fields,
    moments: row.moments.map(({ second, text }) => ({ second, passage: piecesOf(text) })),
  }
}

const nothing: SearchResult = {
  hits: [],
  counts: { course: 0, activity: 0, lecture: 0, example: 0 },
  loose: false,
  corrections: [],
}

/**
 * Looks through the courses that the viewer may see, published activities, lectures with their transcripts, and examples, in one statement. Words are compared by their
 * Swedish stems and as beginnings of words; å, ä and ö are letters of their own. A word that is nowhere is taken for
 * a misspelling of the most similar word in a title or summary. All words must be there; when no text has them all,
 * texts with some of them are shown. Any input is a question; one without letters finds nothing. At most 20 hits.
 */
export async function searchPortal(
  db: Db,
  viewer: Viewer,
  typed: string,
  kind: SearchKind | null = null,
): Promise<SearchResult> {
  const question = readQuestion(typed)
  if (question === undefined) return nothing
  const { rows } = await sql<ResultRow>`
    with item as not materialized (
      select 'course' as kind, course_id as id, slug, title, summary, search_text as body, search from course
        where retired_at is null and course_open_to(terms, course_id, ${viewer.personId}::uuid, ${viewer.today}::date)
      union all
      select 'lecture', lecture_id, slug, title, summary, transcript_text, search from lecture where retired_at is null
      union all
      select 'example', example_id, slug, title, summary || ' ' || organisation_name || ', ' || place, search_text, search
      from example where retired_at is null
      union all
      select 'activity', activity_id, slug, title, summary, '', search from activity where state = 'publicerad'
    ),
    asked as materialized (
      select position, word, case when char_length(word) < 3 then plainto_tsquery('swedish', word)
        else to_tsquery('swedish', '''' || word || ''':*') end as query
      from unnest(${question.words}::text[]) with ordinality as w(word, position)
    ),
    missing as materialized (
      select a.position, a.word, near.lexeme from asked a
      cross join lateral (
        select l.lexeme from item i cross join lateral unnest(ts_filter(i.search, '{a,b}')) l
        where word_similarity(a.word, l.lexeme) >= 0.4 and similarity(a.word, l.lexeme) >= 0.35
        order by similarity(a.word, l.lexeme) desc, l.lexeme limit 1
      ) near
      where not ${question.exact}::boolean and char_length(a.word) >= 4 and numnode(a.query) > 0
        and not exists (select from item i where i.search @@ a.query)
    ),
    term as materialized (
      select coalesce(('''' || replace(replace(m.lexeme, '\\', '\\\\'), '''', '''''') || '''')::tsquery, a.query) as query
      from asked a left join missing m using (position) where numnode(a.query) > 0
    ),
    question as materialized (
      select case when ${question.exact}::boolean then websearch_to_tsquery('swedish', ${question.text})
          else (select string_agg(query::text, ' & ')::tsquery from term) end as entire,
        case when ${question.exact}::boolean then websearch_to_tsquery('swedish', ${question.text})
          else (select string_agg(query::text, ' | ')::tsquery from term) end as part
    ),
    chosen as materialized (
      select part, exists (select from item i where i.search @@ q.entire) as strict,
        case when exists (select from item i where i.search @@ q.entire) then entire else part end as query
      from question q where numnode(q.entire) > 0
    ),
    found as materialized (
      select i.kind, i.id, ts_rank_cd(i.search, (select query from chosen), 1 | 32) as rank
      from item i where i.search @@ (select query from chosen)
    ),
    top as materialized (
      select * from found where ${kind}::text is null or kind = ${kind}::text order by rank desc, id limit ${shownHits}
    ),
    shown as (
      select t.rank, t.id, i.kind, i.slug,
        ts_headline('swedish', i.title, c.part, ${whole}) as title,
        ts_headline('swedish', i.summary, c.part, ${whole}) as summary,
        ts_headline('swedish', case when to_tsvector('swedish', left(i.body, ${opening})) @@ c.query
          then left(i.body, ${opening}) else i.body end, c.part, ${passage}) as text,
        array_remove(array[
          case when ts_filter(i.search, '{a}') @@ c.part then 'title' end,
          case when ts_filter(i.search, '{b}') @@ c.part then 'summary' end,
          case when ts_filter(i.search, '{c}') @@ c.part then 'text' end], null) as fields,
        case when i.kind <> 'lecture' then '[]'::jsonb else coalesce((
          select jsonb_agg(jsonb_build_object('second', m.second, 'text', m.text) order by m.rank desc, m.second) from (
            select said.second, ts_headline('swedish', said.text, c.part, ${whole}) as text, said.rank from (
              select floor((cue->>'start')::numeric) as second, cue->>'text' as text, ts_rank_cd(words, c.part) as rank
              from lecture l cross join lateral jsonb_array_elements(l.transcript) as cue
              cross join lateral (select to_tsvector('swedish', cue->>'text') as words offset 0) as spoken
              where l.lecture_id = t.id and words @@ c.part
              order by rank desc, second limit 3
            ) said
          ) m), '[]'::jsonb) end as moments
      from top t join item i on i.kind = t.kind and i.id = t.id cross join chosen c
    )
    select
      coalesce((select not strict from chosen), false) as loose,
      coalesce((select jsonb_agg(jsonb_build_object('word', word, 'instead', lexeme) order by position) from missing), '[]') as corrections,
      coalesce((select jsonb_object_agg(kind, number) from (select kind, count(*) as number from found group by kind) k), '{}') as counts,
      coalesce((select jsonb_agg(to_jsonb(s) order by s.rank desc, s.id) from shown s), '[]') as hits`.execute(db)
  const row = rows[0]
  if (row === undefined) return nothing
  const { hits, counts, loose, corrections } = row
  return {
    hits: hits.map(hitOf),
    counts: { ...nothing.counts, ...counts },
    loose: loose && hits.length > 0,
    corrections,
  }
}
