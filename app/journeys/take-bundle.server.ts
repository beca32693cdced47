import { randomUUID } from 'node:crypto'
import type { StoredCertificate } from '~/domains/credential'
import { certificateFile, findCertificate } from '~/domains/credential/index.server'
import { type Actor, canReadReports, canRevealIdentityNumber, isReason } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { bundleEntries, type BundleSources, type BundleTexts } from '~/domains/insight/index.server'
import { listNames } from '~/domains/learning/index.server'
import { type ChainVerdict, participantScope, type ProjectDetail } from '~/domains/participation'
import {
  findRecord,
  listMonthsWithTime,
  openFile,
  releaseFile,
  type Vault,
  verifyChain,
} from '~/domains/participation/index.server'
import type { Translate } from '~/i18n/translate'
import { done, type Outcome, refused } from '~/shared/outcome'
import { zipOf } from '~/shared/zip.server'
import type { Db } from '~db/schema'

export interface BundleWish {
  project: ProjectDetail
  /** One month, or every month with time. */
  month: string | null
  /** One person's record, or everybody. */
  participationId: string | null
  reason: string
  /** The files to SCB as they were sent, with identity numbers; for those who may reveal them. */
  withNumbers: boolean
  at: Date
}

export interface BundleMeans {
  vault: Vault
  texts: BundleTexts & { proof: Translate<'proof'> }
  renderCertificate: (certificate: StoredCertificate) => Promise<Buffer>
}

/** What the verification of the chain says, in sentences. */
function verifiedWords(verdict: ChainVerdict, t: Translate<'proof'>): string[] {
  const { first, links, people, figures, removed, breaks } = verdict
  const words =
    first === undefined
      ? [t('whole', { links, people, figures })]
      : [t('broken', { breaks }), t(`faults.${first.fault}`, { ...first, position: first.position ?? 0 }), t('remedy')]
  return removed > 0 ? [...words, t('removed', { removed })] : words
}

/**
 * Takes out the evidence of a project for an auditor as one zip that is sent while it is made. The reason is logged
 * before anything leaves, and the manifest's checksum when all has left. The ledger's chain is verified first.
 */
export async function takeBundle(
  db: Db,
  actor: Actor,
  wish: BundleWish,
  { vault, texts, renderCertificate }: BundleMeans,
): Promise<Outcome<AsyncGenerator<Uint8Array>, 'not-allowed' | 'not-found' | 'reason'>> {
  const { project, participationId, at } = wish
  const { projectId } = project
  const reason = wish.reason.trim()
  if (!canReadReports(actor)) return refused('not-allowed')
  if (!isReason(reason)) return refused('reason')
  const record = participationId === null ? undefined : await findRecord(db, participantScope(actor), participationId)
  if (participationId !== null && record?.projectId !== projectId) return refused('not-found')
  const all = await listMonthsWithTime(db, projectId)
  const months = wish.month === null ? all : all.filter((month) => month === wish.month)
  const verdict = await verifyChain(db, { projectId })
  const bundleId = randomUUID()
  const withNumbers = wish.withNumbers && canRevealIdentityNumber(actor)
  const log = (action: string, detail: Record<string, unknown>) =>
    recordAudit(db, {
      ...{ actorId: actor.personId, action, subjectKind: 'project', subjectId: projectId, at },
      ...{ reason, detail: { bundleId, ...detail } },
    })
  await log('bundle.taken', { months, participationId, withNumbers })
  const names = await listNames(db, [actor.personId])
  const making = {
    project,
    scope: {
      projectId,
      months,
      person: record && { personId: record.personId, participationId: record.participationId },
    },
    madeBy: names.get(actor.personId)?.shownName ?? '',
    ...{ reason, at, verdict, verified: verifiedWords(verdict, texts.proof) },
  }
  const sources: BundleSources = {
    certificatePdf: async (code) => {
      const certificate = await findCertificate(db, code)
      return certificate && (await certificateFile(db, certificate, renderCertificate, at)).bytes
    },
    sentFile: async (batchId) => {
      if (!withNumbers) return undefined
      const request = { batchId, form: 'csv' as const, at }
      const released = await releaseFile(db, actor, { ...request, reason })
      const opened = released.ok ? await openFile(db, actor, vault, request) : released
      return opened.ok ? opened.value?.pieces : undefined
    },
  }
  const finished = (manifest: { sha256: string; files: number }) =>
    log('bundle.completed', { manifestSha256: manifest.sha256, files: manifest.files })
  return done(zipOf(bundleEntries(db, making, texts, sources, finished)))
}
