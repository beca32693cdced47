import { createHash } from 'node:crypto'
import type { ChainVerdict } from '~/domains/participation'
import { lineHeadings, summaryHeadings } from '~/domains/participation'
import {
  lineRows,
  listBatches,
  monthPaperEntries,
  type PapersProject,
  type PaperTexts,
  reconciledMonths,
  summaryRows,
} from '~/domains/participation/index.server'
import type { Translate } from '~/i18n/translate'
import { formatDateTime } from '~/shared/dates'
import { csvPieces, type Rows } from '~/shared/stream-file.server'
import type { ZipEntry } from '~/shared/zip.server'
import type { Db } from '~db/schema'
import { listBundleMeetings } from '../store/bundle.server'
import { type BundleSources, certificateEntries, type CertificateRow, hashed, listEntry } from './documents.server'
import { indexHtml } from './index-html'
import {
  BUNDLE_FORM,
  type BundleFile,
  type BundleManifest,
  type BundleScope,
  type DocumentKind,
  MANIFEST,
} from './model'
import {
  aidRows,
  bundleHeadings,
  certificateRows,
  eventRows,
  figureRows,
  frozenRows,
  logRows,
  maskedRows,
  PAPER_FOLDER,
} from './tables.server'

export interface BundleTexts extends PaperTexts {
  bundle: Translate<'bundle'>
}

export interface BundleMaking {
  project: PapersProject
  scope: BundleScope
  madeBy: string
  reason: string
  at: Date
  verdict: ChainVerdict
  /** The verification in words. */
  verified: readonly string[]
}

/**
 * Everything of a bundle as the entries of a zip, each made when its turn comes; the manifest, last, names every file with
 * its SHA-256. `finished` is told the manifest's own before the zip is closed.
 */
export async function* bundleEntries(
  db: Db,
  making: BundleMaking,
  texts: BundleTexts,
  sources: BundleSources,
  finished: (manifest: { sha256: string; files: number }) => Promise<void>,
): AsyncGenerator<ZipEntry> {
  const { project, scope, at } = making
  const { bundle: t, language } = texts
  const files: BundleFile[] = []
  const leftOut: string[] = []
  const kept = (entry: ZipEntry, kind: DocumentKind, month: string | null = null): ZipEntry => ({
    ...entry,
    pieces: hashed(entry.pieces, (bytes, sha256) => files.push({ path: entry.name, kind, month, bytes, sha256 })),
  })
  const table = (name: string, kind: DocumentKind, headings: readonly string[], rows: Rows) =>
    kept({ name: `${name}.csv`, pieces: csvPieces(headings, rows) }, kind)
  const text = (name: string, words: string) => ({ name, pieces: [Buffer.from(words)] })
  const { months, person } = scope
  const wish = { personId: person?.personId }

  const verification = { at: at.toISOString(), ...making.verdict }
  yield kept(text('verifiering.json', `${JSON.stringify(verification, null, 2)}\n`), 'verifiering')
  yield table(
    'sammanstallning',
    'sammanstallning',
    summaryHeadings(texts),
    summaryRows(db, project, months, texts, wish),
  )
  yield table('siffror', 'siffror', bundleHeadings('siffror', t), figureRows(db, scope))
  yield table('tidsrader', 'tidsrader', lineHeadings(texts), lineRows(db, project, months, texts, wish))
  yield table('signaturer', 'signaturer', bundleHeadings('signaturer', t), eventRows(db, scope))
  yield table('frysta-siffror', 'frysta', bundleHeadings('frysta', t), frozenRows(db, scope))
  yield table('logg', 'logg', bundleHeadings('logg', t), logRows(db, scope))
  if (person === undefined) {
    yield table('statsstod', 'statsstod', bundleHeadings('statsstod', t), aidRows(db, scope, t))
  }
  for await (const { paper, ...entry } of monthPaperEntries(db, project, months, texts, {
    ...wish,
    folder: PAPER_FOLDER,
  })) {
    yield kept(entry, 'narvarointyg', paper.row.month)
  }
  for (const { meetingId, month } of await listBundleMeetings(db, { projectId: scope.projectId, months, ...wish })) {
    yield kept(await listEntry(db, meetingId, project, at, texts), 'narvarolista', month)
  }
  const certificates: CertificateRow[] = []
  const told = {
    has: (row: CertificateRow) => certificates.push(row),
    leave: (code: string, name: string) => leftOut.push(t('leftOut.certificate', { code, name })),
  }
  for await (const entry of certificateEntries(db, scope, sources, told)) yield kept(entry, 'intyg')
  yield table('intyg', 'intyg', bundleHeadings('intyg', t), certificateRows(certificates))
  const withoutPdf = certificates.filter(({ hasPdf }) => !hasPdf).length
  if (withoutPdf > 0) leftOut.push(t('leftOut.certificatePdf', { count: withoutPdf }))
  for (const batch of (await listBatches(db, scope.projectId)).toReversed()) {
    if (batch.state !== 'klar' || !months.includes(batch.month)) continue
    const sent = person === undefined ? await sources.sentFile(batch.batchId) : undefined
    const name = `scb/${batch.month}-fil-${batch.number}`
    if (sent !== undefined) yield kept({ name: `${name}.csv`, pieces: sent }, 'scb', batch.month)
    else {
      const { number, month, contentSha256 } = batch
      leftOut.push(t('leftOut.numbers', { number, month, hash: contentSha256 ?? '' }))
      const rows = maskedRows(db, batch.batchId, person, t)
      yield kept({ name: `${name}-maskerad.csv`, pieces: csvPieces(bundleHeadings('scb', t), rows) }, 'scb', month)
    }
  }

  const totals = await reconciledMonths(db, scope.projectId, months, person?.personId)
  const manifest: Omit<BundleManifest, 'form'> = {
    project: { diarienr: project.diarienr, name: project.name },
    scope: { months: [...months], participationId: person?.participationId ?? null },
    madeAt: formatDateTime(at),
    madeBy: making.madeBy,
    reason: making.reason,
    verification,
    figures: totals.map((month) => ({
      month: month.month,
      persons: month.persons,
      registeredMinutes: month.registered,
      reportableMinutes: month.reportable,
      reportedMinutes: month.reported,
      minutesInFile: month.batchMinutes,
      agrees: month.agrees,
      documents: files.filter((file) => file.month === month.month).map(({ path }) => path),
    })),
    files,
    leftOut,
  }
  const page = indexHtml(manifest, { language, t, common: texts.common, verified: making.verified })
  yield kept(text('index.html', page), 'index')
  const json = `${JSON.stringify({ form: BUNDLE_FORM, ...manifest }, null, 2)}\n`
  await finished({ sha256: createHash('sha256').update(json).digest('hex'), files: files.length })
  yield text(MANIFEST, json)
}
