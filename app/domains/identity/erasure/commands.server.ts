import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { recordAudit } from '../store.server'
import { insertErasureRequest, withdrawErasureRequest } from '../store/erasure.server'

/** Asks the office to erase the account. Asked twice it waits once. */
export async function askErasure(db: Db, personId: PersonId, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await insertErasureRequest(tx, personId, at))) return
    const subject = { actorId: personId, subjectKind: 'person', subjectId: personId } as const
    await recordAudit(tx, { ...subject, action: 'erasure.asked', at })
  })
}

/** Takes a waiting request back. */
export async function withdrawErasure(db: Db, personId: PersonId, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await withdrawErasureRequest(tx, personId, at)
    const subject = { actorId: personId, subjectKind: 'person', subjectId: personId } as const
    await recordAudit(tx, { ...subject, action: 'erasure.withdrawn', at })
  })
}
