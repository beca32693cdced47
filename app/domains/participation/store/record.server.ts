import type { PersonId, ProjectId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** The entry day of a record is its first credited day (EU 2021/1057: the day of entry into the operation). */
export async function setEntryIfUnset(tx: Tx, personId: PersonId, projectId: ProjectId, day: string): Promise<void> {
  await tx
    .updateTable('participation')
    .set({ entry_on: day })
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .where('entry_on', 'is', null)
    .execute()
}

/** A participant who comes back after an exit is in the same record again: the exit is open until confirmed anew. */
export async function reopenAfterExit(tx: Tx, personId: PersonId, projectId: ProjectId, day: string): Promise<void> {
  await tx
    .updateTable('participation')
    .set({ exit_on: null })
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .where('exit_on', '<', day)
    .execute()
}
