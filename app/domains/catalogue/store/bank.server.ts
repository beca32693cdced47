import { randomUUID } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import type { CourseId, OrganisationId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { BankFilter, BankQuestion, BankScope } from '../questions/bank'
import type { Question } from '../questions/model'
import { sealOfQuestion } from '../questions/seal'

/** The key by which a bank's question is known in every quiz that draws it. */
const keyOf = (id: string) => `b${id.replaceAll('-', '')}`

/** Questions in use with the tag, of the course or of every course, in a fixed order. */
export async function listBankToDraw(db: Db, courseId: CourseId, tag: string): Promise<Question[]> {
  const rows = await db
    .selectFrom('bank_question')
    .select('question')
    .where('retired_at', 'is', null)
    .where(sql<SqlBool>`${tag} = any (tags)`)
    .where((eb) => eb.or([eb('course_id', '=', courseId), eb('course_id', 'is', null)]))
    .orderBy('bank_question_id')
    .limit(1000)
    .execute()
  return rows.map((row) => row.question as Question)
}

function selectBank(db: Db, scope: BankScope) {
  return db
    .selectFrom('bank_question as bank')
    .innerJoin('organisation', 'organisation.organisation_id', 'bank.organisation_id')
    .leftJoin('course', 'course.course_id', 'bank.course_id')
    .select([
      'bank_question_id as bankQuestionId',
      'bank.organisation_id as organisationId',
      'organisation.name as organisationName',
      'bank.course_id as courseId',
      'course.title as courseTitle',
      'question',
      'tags',
      'competence_codes as competenceCodes',
      'changed_at as changedAt',
      'bank.retired_at as retiredAt',
    ])
    .$if(!scope.everywhere, (query) => query.where('bank.organisation_id', 'in', scope.organisationIds))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectBank>['executeTakeFirstOrThrow']>>

const bankQuestionOf = (row: Row): BankQuestion => ({
  ...row,
  organisationId: row.organisationId as OrganisationId,
  courseId: row.courseId as CourseId | null,
  question: row.question as Question,
})

const nobody = (scope: BankScope) => !scope.everywhere && scope.organisationIds.length === 0

/** Questions of the scope that fit the choices, the latest changed first; at most two hundred. */
export async function listBank(db: Db, scope: BankScope, filter: BankFilter): Promise<BankQuestion[]> {
  if (nobody(scope)) return []
  const rows = await selectBank(db, scope)
    .where('bank.retired_at', filter.retired ? 'is not' : 'is', null)
    .$if(filter.type !== null, (query) => query.where(sql`question->>'type'`, '=', filter.type))
    .$if(filter.tag !== null, (query) => query.where(sql<SqlBool>`${filter.tag} = any (tags)`))
    .$if(filter.competence !== null, (query) =>
      query.where(sql<SqlBool>`${filter.competence} = any (competence_codes)`),
    )
    .$if(filter.course !== null, (query) => query.where('course.slug', '=', filter.course))
    .$if(filter.words !== '', (query) =>
      query.where(sql`question->>'prompt'`, 'ilike', `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('bank_question_id')
    .limit(200)
    .execute()
  return rows.map(bankQuestionOf)
}

/** Tags in use in the scope, in order. */
export async function listBankTags(db: Db, scope: BankScope): Promise<string[]> {
  if (nobody(scope)) return []
  const rows = await db
    .selectFrom('bank_question')
    .select(sql<string>`unnest(tags)`.as('tag'))
    .distinct()
    .$if(!scope.everywhere, (query) => query.where('organisation_id', 'in', scope.organisationIds))
    .orderBy('tag')
    .execute()
  return rows.map((row) => row.tag)
}

export async function findBankQuestion(db: Db, scope: BankScope, id: string): Promise<BankQuestion | undefined> {
  if (nobody(scope)) return undefined
  const row = await selectBank(db, scope).where('bank_question_id', '=', id).executeTakeFirst()
  return row && bankQuestionOf(row)
}

/** What an editor decides of a question in the bank. */
export interface BankContent {
  question: Question
  courseId: CourseId | null
  tags: string[]
  competenceCodes: string[]
}

const columnsOf = (id: string, content: BankContent) => ({
  course_id: content.courseId,
  question: JSON.stringify({ ...content.question, key: keyOf(id) }),
  tags: content.tags,
  competence_codes: content.competenceCodes,
})

export async function insertBankQuestion(
  tx: Tx,
  organisationId: OrganisationId,
  content: BankContent,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('bank_question')
    .values({ bank_question_id: id, organisation_id: organisationId, ...columnsOf(id, content), changed_at: at })
    .execute()
  return id
}

/** False when somebody else has saved it since `readChangedAt`. */
export async function updateBankQuestion(
  tx: Tx,
  id: string,
  content: BankContent,
  { readChangedAt, at }: { readChangedAt: Date; at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('bank_question')
    .set({ ...columnsOf(id, content), changed_at: at })
    .where('bank_question_id', '=', id)
    .where(sql<SqlBool>`date_trunc('milliseconds', changed_at) = ${readChangedAt}`)
    .returning('bank_question_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a question out of use, or into it again; attempts that asked it keep it. */
export async function setBankRetired(tx: Tx, id: string, retired: boolean, at: Date): Promise<void> {
  await tx
    .updateTable('bank_question')
    .set({ retired_at: retired ? at : null, changed_at: at })
    .where('bank_question_id', '=', id)
    .execute()
}

/** What questions of an organisation are in use, as seals, each with the tags that it is found by. */
export async function listBankSeals(
  db: Db,
  organisationId: OrganisationId,
): Promise<{ seal: string; tags: string[] }[]> {
  const rows = await db
    .selectFrom('bank_question')
    .where('organisation_id', '=', organisationId)
    .where('retired_at', 'is', null)
    .select(['question', 'tags'])
    .execute()
  return rows.map((row) => ({ seal: sealOfQuestion(row.question as Question), tags: row.tags }))
}

/** Puts questions into the bank of an organisation, for every course. One that is in use there with the same words and tags is left. */
export async function importBank(
  tx: Tx,
  organisationId: OrganisationId,
  questions: readonly { question: Question; tags: string[]; competences: string[] }[],
  at: Date,
): Promise<void> {
  if (questions.length === 0) return
  const named = (seal: string, tags: readonly string[]) => JSON.stringify([seal, [...tags].sort()])
  const present = new Set((await listBankSeals(tx, organisationId)).map(({ seal, tags }) => named(seal, tags)))
  for (const { question, tags, competences } of questions) {
    if (present.has(named(sealOfQuestion(question), tags))) continue
    const content = { question, courseId: null, tags, competenceCodes: competences }
    await insertBankQuestion(tx, organisationId, content, at)
  }
}

/**
 * Puts questions into the bank of an organisation, each once: one that is in use there already, or comes twice, is left.
 * Two who read in at once wait for one another. Answers how many were put in.
 */
export async function insertNewBankQuestions(
  tx: Tx,
  organisationId: OrganisationId,
  contents: readonly BankContent[],
  at: Date,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`bank:${organisationId}`}))`.execute(tx)
  const present = new Set((await listBankSeals(tx, organisationId)).map(({ seal }) => seal))
  let count = 0
  for (const content of contents) {
    const seal = sealOfQuestion(content.question)
    if (present.has(seal)) continue
    present.add(seal)
    await insertBankQuestion(tx, organisationId, content, at)
    count += 1
  }
  return count
}
