import { ownIdentity, type OwnRow } from '~/domains/identity/index.server'
import { ownParticipation } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'

export interface LookedAt {
  happenedAt: Date
  action: string
  actor: string
  reason: string | null
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const told = (row: OwnRow): LookedAt => ({
  happenedAt: row['happenedAt'] instanceof Date ? row['happenedAt'] : new Date(0),
  action: text(row['action']),
  actor: text(row['actor']),
  reason: text(row['reason']) || null,
})

/** Who has opened or changed the data or record of these ids of a person, the newest first. */
export async function listLookedAt(db: Db, ids: readonly string[], limit: number): Promise<LookedAt[]> {
  const logs = [...ownIdentity, ...ownParticipation].filter(
    ({ name }) => name === 'lookedAt' || name === 'recordLookedAt',
  )
  const rows = await Promise.all(logs.map((log) => log.read(db, ids)))
  return rows
    .flat()
    .map(told)
    .sort((a, b) => b.happenedAt.getTime() - a.happenedAt.getTime())
    .slice(0, limit)
}
