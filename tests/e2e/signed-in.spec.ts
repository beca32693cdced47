import type { Role } from '~/domains/identity/model'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const pagesOf: Partial<Record<Role, string[]>> = {
  medarbetare: [
    paths.home(),
    paths.course('ai-i-vuxenutbildningen'),
    paths.competence(),
    paths.hours(),
    paths.certificates(),
    paths.account(),
  ],
  chef: [paths.staff(), `${paths.staff()}?vy=tabell`],
  projektadministrator: [paths.participants()],
}

for (const [role, addresses] of Object.entries(pagesOf)) {
  test.describe(`signed in as ${role}`, () => {
    test.use({ role: role as Role })
    for (const address of addresses) {
      test(`${address} is accessible`, async ({ page }) => {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectNoAxeViolations(page)
        await expectNoSidewaysScroll(page)
      })
    }
  })
}
