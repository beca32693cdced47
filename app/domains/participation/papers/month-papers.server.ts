import { type Actor, canReadReports, canRevealIdentityNumber } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Cell } from '~/shared/csv'
import type { ZipEntry } from '~/shared/zip.server'
import type { Db } from '~db/schema'
import { participantScope } from '../policy'
import { revealIdentityNumber } from '../records/numbers.server'
import { listMaskedNumbers } from '../store/identity-number.server'
import { listShownNumbers } from '../store/papers-lines.server'
import { findRecord } from '../store/record.server'
import type { Vault } from '../vault.server'
import { type ColumnTexts, lineCells } from './columns'
import { monthPaper, type PaperProject, type PaperTexts } from './month-paper.server'
import type { MonthRow } from './model'
import { monthPapers, type PersonMonthPaper } from './rows.server'

export type PapersProject = PaperProject & { projectId: ProjectId }

async function findPaper(
  db: Db,
  project: PapersProject,
  month: string,
  personId: PersonId,
): Promise<PersonMonthPaper | undefined> {
  for await (const [paper] of monthPapers(db, project.projectId, [month], { personId })) return paper
  return undefined
}

/** A participant's own närvarointyg, with the own name and the own number masked; undefined without time in the month. */
export async function ownMonthPaper(
  db: Db,
  own: { personId: PersonId; name: string },
  project: PapersProject,
  month: string,
  texts: PaperTexts,
): Promise<Buffer | undefined> {
  const paper = await findPaper(db, project, month, own.personId)
  if (paper === undefined) return undefined
  const numbers = await listMaskedNumbers(db, own.personId)
  const number = numbers.find(({ isCurrent }) => isCurrent)?.masked ?? null
  return monthPaper(project, paper, { ownName: own.name, number }, texts)
}

export interface PaperWish {
  project: PapersProject
  month: string
  participationId: string
  at: Date
}

/** A participant's närvarointyg for the office and auditors, the number masked. Each taking is logged. */
export async function monthPaperFor(
  db: Db,
  actor: Actor,
  { project, month, participationId, at }: PaperWish,
  texts: PaperTexts,
): Promise<Buffer | undefined> {
  if (!canReadReports(actor)) return undefined
  const record = await findRecord(db, participantScope(actor), participationId)
  const paper = record && (await findPaper(db, project, month, record.personId))
  if (paper === undefined || paper.row.participationId !== participationId) return undefined
  await recordAudit(db, {
    actorId: actor.personId,
    action: 'month-paper.fetched',
    subjectKind: 'participation',
    subjectId: participationId,
    detail: { month },
    at,
  })
  const { personId } = paper.row
  const number = (await listShownNumbers(db, [personId])).get(personId) ?? null
  return monthPaper(project, paper, { number }, texts)
}

export type NumberedRefusal = 'not-allowed' | 'not-found' | 'protected' | 'reason' | 'no-number'

/** The same with the whole number, for the project office, after a reason that is logged before the number leaves. */
export async function numberedMonthPaper(
  db: Db,
  actor: Actor,
  vault: Vault,
  wish: PaperWish & { reason: string },
  texts: PaperTexts,
): Promise<Outcome<Buffer, NumberedRefusal>> {
  const { project, month, participationId, at, reason } = wish
  if (!canRevealIdentityNumber(actor)) return refused('not-allowed')
  const record = await findRecord(db, participantScope(actor), participationId)
  const paper = record && (await findPaper(db, project, month, record.personId))
  if (record === undefined || paper === undefined) return refused('not-found')
  if (record.isProtected) return refused('protected')
  const current = (await listMaskedNumbers(db, record.personId)).find(({ isCurrent }) => isCurrent)
  if (current === undefined) return refused('no-number')
  const { identityNumberId } = current
  const opened = await revealIdentityNumber(db, actor, vault, { participationId, identityNumberId, reason, at })
  if (!opened.ok) return opened
  return done(await monthPaper(project, paper, { number: opened.value.number }, texts))
}

/** A name as part of a file's name within a zip: letters, digits and dashes. */
export const fileWord = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '')

/** Gives each person-month the name of its paper within a zip: by month, number in the month, and name. */
export function paperNamer(folder = ''): (row: Pick<MonthRow, 'month' | 'name'>) => string {
  let [month, count] = ['', 0]
  return (row) => {
    count = row.month === month ? count + 1 : 1
    month = row.month
    return `${folder}${row.month}-${String(count).padStart(4, '0')}-${fileWord(row.name)}.pdf`
  }
}

/** Every närvarointyg of these months as files, numbers masked, some people at a time. */
export async function* monthPaperEntries(
  db: Db,
  project: PapersProject,
  months: readonly string[],
  texts: PaperTexts,
  wish: { personId?: PersonId | undefined; folder?: string } = {},
): AsyncGenerator<ZipEntry & { paper: PersonMonthPaper }> {
  const nameOf = paperNamer(wish.folder)
  for await (const papers of monthPapers(db, project.projectId, months, wish)) {
    const numbers = await listShownNumbers(
      db,
      papers.map(({ row }) => row.personId),
    )
    for (const paper of papers) {
      const { row } = paper
      const number = numbers.get(row.personId) ?? null
      yield { name: nameOf(row), pieces: [await monthPaper(project, paper, { number }, texts)], isPacked: true, paper }
    }
  }
}

/** The time rows of these months as cells, some people at a time. */
export async function* lineRows(
  db: Db,
  project: PapersProject,
  months: readonly string[],
  texts: ColumnTexts,
  wish: { personId?: PersonId | undefined } = {},
): AsyncGenerator<Cell[]> {
  for await (const papers of monthPapers(db, project.projectId, months, wish)) {
    yield* papers.flatMap(({ row, lines }) => lines.map((line) => lineCells(line, row, project.diarienr, texts)))
  }
}

/** Writes to the log that somebody takes out the papers of a whole month, before the first leaves. */
export function logMonthPapers(
  db: Db,
  actor: Actor,
  taken: { projectId: ProjectId; month: string; form: 'zip' | 'csv' | 'xlsx'; at: Date },
): Promise<void> {
  return recordAudit(db, {
    actorId: actor.personId,
    action: 'month-papers.exported',
    subjectKind: 'project-month',
    subjectId: `${taken.projectId}/${taken.month}`,
    detail: { form: taken.form },
    at: taken.at,
  })
}
