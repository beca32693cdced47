import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { canImportParticipants, importReach } from '../policy'
import { parseIdentityNumber } from '../rules/identity-number'
import { listImportProjects, readImportFacts } from '../store/import-participants-facts.server'
import {
  findImport,
  insertImport,
  moveImport,
  type StoredImport,
  updateImportChoices,
  wipeWaitingImports,
} from '../store/import-participants.server'
import type { Vault } from '../vault.server'
import { checkRows } from './check-rows'
import { mappingOfChoices, recogniseColumns } from './columns'
import { maskNumbers } from './mask'
import {
  type CheckedRow,
  type FileFault,
  type FileRow,
  type FileTable,
  type ImportField,
  type ImportReach,
  type Mapping,
  WAITS_DAYS,
} from './model'
import { readFileTable } from './workbook.server'

/** Gives up files that have waited longer than a week, and wipes their rows. Harmless to repeat. */
export async function wipeStaleImports(db: Db, at: Date): Promise<number> {
  return wipeWaitingImports(db, new Date(at.getTime() - WAITS_DAYS * 86_400_000))
}

/**
 * Takes in a file: reads it, recognises its columns and lets its rows wait, sealed, until they are applied or given up.
 * Nothing of the file reaches a log.
 */
export async function uploadImport(
  db: Db,
  actor: Actor,
  vault: Vault,
  upload: { diarienr: string; bytes: Uint8Array; fileName: string; at: Date },
): Promise<Outcome<{ importId: string }, 'not-allowed' | 'not-found' | FileFault>> {
  if (!canImportParticipants(actor)) return refused('not-allowed')
  const project = (await listImportProjects(db, importReach(actor))).find(
    ({ diarienr }) => diarienr === upload.diarienr,
  )
  if (project === undefined) return refused('not-found')
  const read = await readFileTable(upload.bytes)
  if (!read.ok) return read
  const { form, table } = read.value
  const importId = randomUUID()
  const base = upload.fileName.split(/[/\\]/).at(-1) ?? ''
  const fileName = maskNumbers(base.replace(/[\u0000-\u001f]/g, '')).slice(0, 120) || `deltagare.${form}`
  await wipeStaleImports(db, upload.at)
  await db.transaction().execute(async (tx) => {
    await insertImport(tx, {
      importId,
      projectId: project.projectId,
      actorId: actor.personId,
      fileName,
      fileSha256: createHash('sha256').update(upload.bytes).digest('hex'),
      choices: { form, mapping: recogniseColumns(table.header), rowCount: table.rows.length },
      sealedRows: vault.seal(JSON.stringify(table), importId),
      at: upload.at,
    })
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'participants.import-uploaded',
      subjectKind: 'participant_import',
      subjectId: importId,
      detail: { project: project.diarienr, form, rows: table.rows.length },
      at: upload.at,
    })
  })
  return done({ importId })
}

/** The rows of a waiting file; undefined when they are wiped, too old, or sealed with a key that is gone. */
export function openRows(vault: Vault, stored: StoredImport, at: Date): FileTable | undefined {
  if (stored.state !== 'forhandsvisad' || stored.sealedRows === null) return undefined
  if (at.getTime() - stored.createdAt.getTime() > WAITS_DAYS * 86_400_000) return undefined
  try {
    return JSON.parse(vault.open(stored.sealedRows, stored.importId)) as FileTable
  } catch {
    return undefined
  }
}

/** Checks the rows of a waiting file against the portal as it is now. */
export async function checkStoredRows(
  db: Db,
  vault: Vault,
  stored: StoredImport,
  request: { table: FileTable; reach: ImportReach; confirmed: ReadonlySet<number>; at: Date },
): Promise<CheckedRow[]> {
  const today = localDay(request.at)
  const { mapping } = stored.choices
  const lookup = (digits: string) => vault.lookup(digits).toString('hex')
  const wanted = wantedPeople(request.table.rows, mapping, today, lookup)
  const facts = await readImportFacts(db, stored.project, wanted)
  const { reach, confirmed, table } = request
  return checkRows({ rows: table.rows, mapping, facts, reach, today, lookup, confirmed })
}

function wantedPeople(rows: readonly FileRow[], mapping: Mapping, today: string, lookup: (digits: string) => string) {
  const cells = (field: ImportField) => {
    const index = mapping[field]
    return index === undefined ? [] : rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
  }
  const numbers = cells('number').flatMap((cell) => {
    const parsed = parseIdentityNumber(cell, today)
    return parsed.ok ? [lookup(parsed.value.digits)] : []
  })
  return { emails: [...new Set(cells('email').map((cell) => cell.toLowerCase()))], lookups: [...new Set(numbers)] }
}

export interface ImportPreview {
  stored: StoredImport
  /** Undefined when the file waits no more. */
  table: FileTable | undefined
  rows: CheckedRow[]
}

/** One import in the importer's reach; the rows are checked anew each time. */
export async function previewImport(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { importId: string; at: Date },
): Promise<ImportPreview | undefined> {
  if (!canImportParticipants(actor)) return undefined
  const reach = importReach(actor)
  const stored = await findImport(db, actor.personId, reach, request.importId)
  if (stored === undefined) return undefined
  const table = openRows(vault, stored, request.at)
  if (table === undefined) return { stored, table, rows: [] }
  const rows = await checkStoredRows(db, vault, stored, { table, reach, confirmed: new Set(), at: request.at })
  return { stored, table, rows }
}

/** Says what each column of a waiting file means; a field may be given to one column only. */
export async function chooseColumns(
  db: Db,
  actor: Actor,
  request: { importId: string; choices: readonly string[] },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found' | 'not-waiting' | 'twice'>> {
  if (!canImportParticipants(actor)) return refused('not-allowed')
  const stored = await findImport(db, actor.personId, importReach(actor), request.importId)
  if (stored === undefined) return refused('not-found')
  if (stored.state !== 'forhandsvisad') return refused('not-waiting')
  const chosen = mappingOfChoices(request.choices)
  if (!chosen.ok) return refused('twice')
  await db
    .transaction()
    .execute((tx) => updateImportChoices(tx, request.importId, { ...stored.choices, mapping: chosen.mapping }))
  return done(undefined)
}

/** Gives a waiting file up and wipes its rows. Repeating it changes nothing. */
export async function giveUpImport(
  db: Db,
  actor: Actor,
  request: { importId: string; at: Date },
): Promise<Outcome<{ diarienr: string }, 'not-allowed' | 'not-found' | 'not-waiting'>> {
  if (!canImportParticipants(actor)) return refused('not-allowed')
  const stored = await findImport(db, actor.personId, importReach(actor), request.importId)
  if (stored === undefined) return refused('not-found')
  const { diarienr } = stored.project
  if (stored.state === 'avbruten') return done({ diarienr })
  return db.transaction().execute(async (tx) => {
    if (!(await moveImport(tx, request.importId, 'forhandsvisad', { to: 'avbruten' }))) return refused('not-waiting')
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'participants.import-given-up',
      subjectKind: 'participant_import',
      subjectId: request.importId,
      at: request.at,
    })
    return done({ diarienr })
  })
}
