import pg from 'pg'

/** Runs a script of statements with triggers and foreign keys asleep: the rows are copies of rows that passed them. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'")
    for (const statement of statements) await client.query(statement)
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** A copy's id: always the same for the same row and copy. */
const copyOf = (id: string, copy = 'copy') => `md5(${id}::text || ':' || ${copy})::uuid`

async function columnsOf(url: string, table: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
     order by ordinal_position`,
    [table],
  )
  await client.end()
  return rows.map((row) => row.column_name)
}

/** `insert … select` of every row of a table, some columns replaced by an expression. */
async function copyRows(
  url: string,
  table: string,
  replaced: Readonly<Record<string, string>>,
  from: string,
): Promise<string> {
  const columns = await columnsOf(url, table)
  const values = columns.map((column) => replaced[column] ?? `${table}.${column}`)
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} ${from}`
}

/** Sixty courses with their lectures, and half a million watched ranges: what the project was planned for. */
export async function growToProjectSize(url: string): Promise<void> {
  const times = 'cross join generate_series(1, 11) as copy'
  const slug = (table: string) => `${table}.slug || '-' || copy`
  const title = (table: string) => `${table}.title || ' ' || (copy + 1)`
  const id = (column: string) => copyOf(column, 'copy')
  await run(url, [
    await copyRows(
      url,
      'lecture',
      {
        lecture_id: id('lecture.lecture_id'),
        slug: slug('lecture'),
        title: title('lecture'),
      },
      times,
    ),
    await copyRows(
      url,
      'course',
      {
        course_id: id('course.course_id'),
        slug: slug('course'),
        title: title('course'),
      },
      times,
    ),
    await copyRows(url, 'course_competence', { course_id: id('course_competence.course_id') }, times),
    await copyRows(
      url,
      'lesson',
      {
        lesson_id: id('lesson.lesson_id'),
        course_id: id('lesson.course_id'),
        lecture_id: `case when lesson.lecture_id is not null then ${id('lesson.lecture_id')} end`,
      },
      times,
    ),
    `insert into watch (person_id, lecture_id, watched, position_seconds, first_beat_at, last_beat_at, paid_until)
     select participation.person_id, lecture.lecture_id, pieces.watched, 250, '2025-02-03 09:00+01', '2025-02-03 09:10+01', '2025-02-03 09:10+01'
     from participation cross join lecture
     cross join (select range_agg(int4range(part * 24, part * 24 + 15)) as watched from generate_series(0, 10) as part) as pieces
     on conflict (person_id, lecture_id) do nothing`,
  ])
}

/** Every participant again, `copies` times, each time at centres of their own, with all that they have done. */
export async function growPeople(url: string, copies: number): Promise<void> {
  const times = `cross join generate_series(1, ${copies}) as copy`
  const id = (column: string) => copyOf(column, 'copy')
  const person = (table: string) => ({ person_id: id(`${table}.person_id`) })
  const participant = (table: string) =>
    `${times} where exists (select from participation where participation.person_id = ${table}.person_id)`
  const ofItem = (table: string, column: string) => ({
    ...person(table),
    [column]: id(`${table}.${column}`),
  })
  await run(url, [
    await copyRows(
      url,
      'identity_number',
      {
        ...ofItem('identity_number', 'identity_number_id'),
        lookup_hash: `decode(md5(encode(identity_number.lookup_hash, 'hex') || ':' || copy), 'hex')`,
      },
      participant('identity_number'),
    ),
    // The people last: the copies of the other tables are chosen by the participants that are there from the beginning.
    await copyRows(
      url,
      'time_entry',
      {
        ...ofItem('time_entry', 'time_entry_id'),
        source_id: id('time_entry.source_id'),
      },
      participant('time_entry'),
    ),
    await copyRows(
      url,
      'evidence',
      {
        ...ofItem('evidence', 'evidence_id'),
        completion_id: id('evidence.completion_id'),
      },
      participant('evidence'),
    ),
    await copyRows(
      url,
      'certificate',
      {
        ...ofItem('certificate', 'certificate_id'),
        completion_id: id('certificate.completion_id'),
        code: `regexp_replace(upper(left(md5(certificate.code || ':' || copy), 12)), '(....)(....)(....)', '\\1-\\2-\\3')`,
      },
      participant('certificate'),
    ),
    await copyRows(
      url,
      'outbox',
      { ...ofItem('outbox', 'outbox_id'), source_id: id('outbox.source_id') },
      participant('outbox'),
    ),
    await copyRows(url, 'completion', ofItem('completion', 'completion_id'), participant('completion')),
    await copyRows(url, 'enrolment', ofItem('enrolment', 'enrolment_id'), participant('enrolment')),
    await copyRows(url, 'lesson_visit', person('lesson_visit'), participant('lesson_visit')),
    await copyRows(url, 'quiz_attempt', ofItem('quiz_attempt', 'quiz_attempt_id'), participant('quiz_attempt')),
    await copyRows(url, 'answer', person('answer'), participant('answer')),
    await copyRows(
      url,
      'self_assessment',
      ofItem('self_assessment', 'self_assessment_id'),
      participant('self_assessment'),
    ),
    await copyRows(url, 'profile_sharing', person('profile_sharing'), participant('profile_sharing')),
    await copyRows(
      url,
      'employment',
      {
        ...ofItem('employment', 'employment_id'),
        organisation_id: id('employment.organisation_id'),
      },
      participant('employment'),
    ),
    await copyRows(
      url,
      'organisation',
      {
        organisation_id: id('organisation.organisation_id'),
        slug: `organisation.slug || '-' || copy`,
        name: `organisation.name || ' ' || (copy + 1)`,
      },
      times,
    ),
    await copyRows(
      url,
      'person',
      {
        ...person('person'),
        alias: `person.alias || '-' || copy`,
        email: `copy || '.' || person.email`,
      },
      participant('person'),
    ),
    await copyRows(
      url,
      'participation',
      {
        ...ofItem('participation', 'participation_id'),
        employer_id: id('participation.employer_id'),
      },
      times,
    ),
  ])
}
