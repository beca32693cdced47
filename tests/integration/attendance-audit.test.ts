import { expect, test } from 'vitest'
import { auditsProject } from '~/domains/participation/index.server'
import type { OrganisationId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeProject } from '../support/factories'

test('an auditor of one owner audits the projects of that owner alone', async () => {
  const db = await testDatabase()
  const { projectId } = await makeProject(db)
  const { owner_id } = await db
    .selectFrom('project')
    .where('project_id', '=', projectId)
    .select('owner_id')
    .executeTakeFirstOrThrow()
  const { organisationId } = await makeOrganisation(db)
  const own = await makeActor(db, 'revisor', { organisationId: owner_id as OrganisationId })
  const other = await makeActor(db, 'revisor', { organisationId })
  const everywhere = await makeActor(db, 'revisor')
  const coordinator = await makeActor(db, 'projektkoordinator', { organisationId: owner_id as OrganisationId })
  expect(await auditsProject(db, own, projectId)).toBe(true)
  expect(await auditsProject(db, everywhere, projectId)).toBe(true)
  expect(await auditsProject(db, other, projectId)).toBe(false)
  expect(await auditsProject(db, coordinator, projectId)).toBe(false)
  expect(await auditsProject(db, everywhere, null)).toBe(false)
})
