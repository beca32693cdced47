import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { OrganisationId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import {
  type BankContent,
  insertBankQuestion,
  insertNewBankQuestions,
  listBankSeals,
  setBankRetired,
  updateBankQuestion,
} from '../store/bank.server'
import { type BankQuestion, bankScope, canKeepQuestions } from './bank'
import type { Question } from './model'
import type { FileQuestion, QuizFileRefusal } from './quiz-file'
import { readQuizFile } from './read-file.server'
import { sealOfQuestion } from './seal'

function mayKeep(actor: Actor, organisationId: OrganisationId): boolean {
  const scope = bankScope(actor)
  return canKeepQuestions(actor) && (scope.everywhere || scope.organisationIds.includes(organisationId))
}

const logged = (tx: Tx, actor: Actor, action: string, subjectId: string, at: Date) =>
  recordAudit(tx, { actorId: actor.personId, action, subjectKind: 'bank_question', subjectId, detail: {}, at })

/** A new question in the bank of an organisation. */
export function addBankQuestion(
  db: Db,
  actor: Actor,
  made: { organisationId: OrganisationId; content: BankContent; now: Date },
): Promise<Outcome<{ bankQuestionId: string }, 'not-allowed'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ bankQuestionId: string }, 'not-allowed'>> => {
    if (!mayKeep(actor, made.organisationId)) return refused('not-allowed')
    const bankQuestionId = await insertBankQuestion(tx, made.organisationId, made.content, made.now)
    await logged(tx, actor, 'question.created', bankQuestionId, made.now)
    return done({ bankQuestionId })
  })
}

/** Saves a question; attempts that asked an earlier wording keep it. `version` is its `changedAt` when the form was opened. */
export function saveBankQuestion(
  db: Db,
  actor: Actor,
  stored: BankQuestion,
  { content, version, now }: { content: BankContent; version: Date; now: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'edited-meanwhile'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, 'not-allowed' | 'edited-meanwhile'>> => {
    if (!mayKeep(actor, stored.organisationId)) return refused('not-allowed')
    const { bankQuestionId } = stored
    if (!(await updateBankQuestion(tx, bankQuestionId, content, { readChangedAt: version, at: now }))) {
      return refused('edited-meanwhile')
    }
    await logged(tx, actor, 'question.changed', bankQuestionId, now)
    return done(undefined)
  })
}

/** Takes a question out of use, or into it again. */
export function retireBankQuestion(
  db: Db,
  actor: Actor,
  stored: BankQuestion,
  { retired, now }: { retired: boolean; now: Date },
): Promise<Outcome<undefined, 'not-allowed'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<undefined, 'not-allowed'>> => {
    if (!mayKeep(actor, stored.organisationId)) return refused('not-allowed')
    await setBankRetired(tx, stored.bankQuestionId, retired, now)
    await logged(tx, actor, retired ? 'question.retired' : 'question.restored', stored.bankQuestionId, now)
    return done(undefined)
  })
}

/** What a file holds for the bank of an organisation: every question, and those that can be put in. */
export async function examineQuizFile(
  db: Db,
  actor: Actor,
  { organisationId, text }: { organisationId: OrganisationId; text: string },
): Promise<
  | { ok: true; questions: FileQuestion[]; whole: Question[] }
  | { ok: false; refusal: QuizFileRefusal | 'not-allowed'; line: number | null }
> {
  if (!mayKeep(actor, organisationId)) return { ok: false, refusal: 'not-allowed', line: null }
  const read = readQuizFile(text)
  if (!read.ok) return read
  const seen = new Set((await listBankSeals(db, organisationId)).map(({ seal }) => seal))
  const questions = read.questions.map(({ question, ...said }): FileQuestion => {
    if (question === undefined) return { ...said, state: 'faulty' }
    const seal = sealOfQuestion(question)
    const state = seen.has(seal) ? 'present' : 'new'
    seen.add(seal)
    return { ...said, state }
  })
  return { ok: true, questions, whole: read.questions.flatMap(({ question }) => question ?? []) }
}

/** Puts questions of a file into the bank, all or none; what is there already is left, so that a repeat is harmless. */
export function readInQuestions(
  db: Db,
  actor: Actor,
  made: { organisationId: OrganisationId; contents: readonly BankContent[]; now: Date },
): Promise<Outcome<{ added: number; present: number }, 'not-allowed'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ added: number; present: number }, 'not-allowed'>> => {
    const { organisationId, contents, now } = made
    if (!mayKeep(actor, organisationId)) return refused('not-allowed')
    const added = await insertNewBankQuestions(tx, organisationId, contents, now)
    const present = contents.length - added
    if (added > 0) {
      const about = { subjectKind: 'organisation', subjectId: organisationId, detail: { added, present } }
      await recordAudit(tx, { actorId: actor.personId, action: 'question.imported', ...about, at: now })
    }
    return done({ added, present })
  })
}
