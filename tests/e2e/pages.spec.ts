import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'
import { paths } from '~/shared/paths'

const openPages = [
  paths.home(),
  paths.signIn(),
  paths.about(),
  paths.accessibility(),
  paths.privacy(),
  paths.feedback(),
]

for (const address of openPages) {
  test(`${address} is accessible to a visitor`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
  })
}

test.describe('a missing page', () => {
  test.use({ expectedConsole: [/404/] })
  test('says so and is accessible', async ({ page }) => {
    const answer = await page.goto('/finns-inte')
    expect(answer?.status()).toBe(404)
    await expectNoAxeViolations(page)
  })
})

test('English shows no Swedish title', async ({ page }) => {
  await page.goto(paths.signIn())
  const swedish = await page.getByRole('heading', { level: 1 }).textContent()
  await page.context().addCookies([{ name: 'portal_language', value: 'en', url: page.url() }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(swedish ?? '')
})
