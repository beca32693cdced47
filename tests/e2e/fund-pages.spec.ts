import type { Role } from '~/domains/identity/model'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const diarienr = '22-035-S05'
const month = '2025-02'
const read = [
  paths.project(),
  paths.project(diarienr),
  paths.months(diarienr),
  paths.month(diarienr, month),
  paths.reports(diarienr),
  paths.indicators(diarienr),
  paths.retention(diarienr),
  paths.participants(),
  paths.auditLog(),
]

const pagesOf: Partial<Record<Role, string[]>> = {
  projektadministrator: [...read, paths.projectSettings(diarienr), paths.participantImport()],
  revisor: read,
  chef: [paths.attest()],
  projektkoordinator: [paths.attest(), paths.participants()],
  medarbetare: [paths.hours(), paths.calendar(), paths.ownData()],
}

for (const [role, addresses] of Object.entries(pagesOf)) {
  test.describe(`8 the pages of the project, as ${role}`, () => {
    test.use({ role: role as Role })
    for (const address of addresses) {
      test(`${address} is accessible`, async ({ page }) => {
        const answer = await page.goto(address)
        expect(answer?.status()).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectNoAxeViolations(page)
        await expectNoSidewaysScroll(page)
      })
    }
  })
}
