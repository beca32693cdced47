import type { Translate } from '~/i18n/translate'
import { listShownLines, monthRows, paperNamer } from '~/domains/participation/index.server'
import { formatDateTime } from '~/shared/dates'
import type { Cell } from '~/shared/csv'
import type { Db } from '~db/schema'
import { listBundleEvents, listBundleFrozen } from '../store/bundle.server'
import { listAidRows } from '../store/bundle-log.server'
import { listLoggedEvents } from '../store/bundle-events.server'
import type { CertificateRow } from './documents.server'
import type { BundleScope } from './model'

const SIZE = 2_000
const NOBODY = '00000000-0000-0000-0000-000000000000'
export const PAPER_FOLDER = 'narvarointyg/'

/** The columns of the bundle's own tables; they never change. */
export const bundleColumns = {
  siffror: ['month', 'participant', 'registered', 'reportable', 'reported', 'inFile', 'file', 'lines', 'paper'],
  signaturer: [
    ...['participant', 'month', 'event', 'method', 'by', 'at', 'minutes', 'reportable', 'count', 'lines'],
    ...['generation', 'reason', 'position', 'rowHash', 'hash'],
  ],
  frysta: ['month', 'generation', 'participant', 'registered', 'reportable', 'reported', 'count', 'lines', 'at'],
  logg: ['number', 'at', 'by', 'event', 'subject', 'id', 'participant', 'reason', 'detail'],
  statsstod: ['organisation', 'basis', 'sme', 'signatory', 'amount', 'status', 'sent', 'signed', 'until'],
  intyg: ['code', 'participant', 'title', 'issued', 'documentHash', 'document', 'pdf'],
  scb: ['line', 'participant', 'identity', 'start', 'end', 'minutes'],
} as const
export type BundleTable = keyof typeof bundleColumns
export type BundleColumn = (typeof bundleColumns)[BundleTable][number]

export const bundleHeadings = (table: BundleTable, t: Translate<'bundle'>): string[] =>
  bundleColumns[table].map((column) => t(`column.${column as BundleColumn}`))

/** Reads rows in pieces until there are no more. */
async function* inPieces<Row, After>(
  first: After,
  read: (after: After) => Promise<Row[]>,
  afterOf: (row: Row) => After,
): AsyncGenerator<Row[]> {
  let after = first
  for (;;) {
    const rows = await read(after)
    const last = rows.at(-1)
    if (last !== undefined) yield rows
    if (last === undefined || rows.length < SIZE) return
    after = afterOf(last)
  }
}

/** Each person-month with its sums and the path of its närvarointyg. */
export async function* figureRows(db: Db, { projectId, months, person }: BundleScope): AsyncGenerator<Cell[]> {
  const nameOf = paperNamer(PAPER_FOLDER)
  for await (const rows of monthRows(db, projectId, months, { personId: person?.personId })) {
    yield* rows.map((row): Cell[] => [
      ...[row.month, row.name, row.registered, row.reportable, row.reported],
      ...[row.batchMinutes ?? '', row.batchNumber ?? '', row.linesSha256, nameOf(row)],
    ])
  }
}

/** Signatures, attestations and locks, with their place in the chain. */
export async function* eventRows(db: Db, scope: BundleScope): AsyncGenerator<Cell[]> {
  const { projectId, months, person } = scope
  const which = { projectId, months, personId: person?.personId }
  const pieces = inPieces(
    { personId: NOBODY as string, position: 0 },
    (after) => listBundleEvents(db, which, after, SIZE),
    ({ personId, position }) => ({ personId, position }),
  )
  for await (const rows of pieces) {
    yield* rows.map((row): Cell[] => [
      ...[row.name, row.month, row.kind, row.method, row.actor ?? '', formatDateTime(row.happenedAt), row.minutes],
      ...[row.reportableMinutes, row.entryCount, row.linesSha256, row.generation, row.reason ?? '', row.position],
      ...[row.rowHash, row.hash],
    ])
  }
}

/** The frozen figures of every lock. */
export async function* frozenRows(db: Db, scope: BundleScope): AsyncGenerator<Cell[]> {
  const { projectId, months, person } = scope
  const which = { projectId, months, personId: person?.personId }
  const pieces = inPieces(
    { month: '', generation: 0, personId: NOBODY as string },
    (after) => listBundleFrozen(db, which, after, SIZE),
    ({ month, generation, personId }) => ({ month, generation, personId }),
  )
  for await (const rows of pieces) {
    yield* rows.map((row): Cell[] => [
      ...[row.month, row.generation, row.name, row.registered, row.reportable, row.reported, row.entryCount],
      ...[row.linesSha256, formatDateTime(row.frozenAt)],
    ])
  }
}

/** The audit log of the project, or of one person in it. */
export async function* logRows(db: Db, { projectId, person }: BundleScope): AsyncGenerator<Cell[]> {
  const which = { projectId, personId: person?.personId }
  const pieces = inPieces(
    0,
    (after) => listLoggedEvents(db, which, after, SIZE),
    ({ id }) => id,
  )
  for await (const rows of pieces) {
    yield* rows.map((row): Cell[] => [
      ...[row.id, formatDateTime(row.at), row.actor ?? '', row.action, row.subjectKind, row.subjectId],
      ...[row.about ?? '', row.reason ?? '', row.detail],
    ])
  }
}

/** The state-aid forms. */
export async function* aidRows(db: Db, { projectId }: BundleScope, t: Translate<'bundle'>): AsyncGenerator<Cell[]> {
  const rows = await listAidRows(db, projectId)
  yield* rows.map((row): Cell[] => [
    ...[row.organisation, row.basis, t(row.isSme ? 'yes' : 'no'), row.signatory, row.amountOre / 100, row.status],
    ...[row.sentOn ?? '', row.signedOn ?? '', row.validUntil ?? ''],
  ])
}

/** The certificates with the paths of their documents. */
export function certificateRows(certificates: readonly CertificateRow[]): Cell[][] {
  return certificates.map(({ code, name, title, issuedAt, sha256, hasPdf }) => [
    ...[code, name, title, formatDateTime(issuedAt), sha256],
    ...[`intyg/${code}.json`, hasPdf ? `intyg/${code}.pdf` : ''],
  ])
}

/** A file to SCB with its identity numbers masked; of one person the own line alone. */
export async function* maskedRows(
  db: Db,
  batchId: string,
  person: BundleScope['person'],
  t: Translate<'bundle'>,
): AsyncGenerator<Cell[]> {
  for (let number = 1; ; number += 1) {
    const lines = await listShownLines(db, batchId, { size: SIZE, number })
    if (lines.length === 0) return
    const mine = person === undefined ? lines : lines.filter((line) => line.participationId === person.participationId)
    yield* mine.map((line): Cell[] => [
      ...[line.position, line.name, line.masked ?? t(line.isProtected ? 'code' : 'missing')],
      ...[line.isProtected ? '' : (line.startsOn ?? ''), line.isProtected ? '' : (line.endsOn ?? '')],
      line.reportedMinutes,
    ])
    if (lines.length < SIZE) return
  }
}
