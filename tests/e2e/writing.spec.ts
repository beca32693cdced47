import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const editor = (page: Page) => page.locator('[contenteditable="true"]')
const line = (page: Page) => page.locator('[data-status]').locator('p').first()
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('portal:writing:')).length)

/** Opens an example of its own for each test, so that they do not meet. */
async function openExample(page: Page, index: number): Promise<string> {
  await page.goto(paths.examples())
  const address = await page.locator('main a[href^="/exempel/"]').nth(index).getAttribute('href')
  const slug = (address ?? '').split('/').at(-1) ?? ''
  await page.goto(paths.editExample(slug))
  await expect(editor(page)).toBeVisible()
  return slug
}

async function type(page: Page, text: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

async function saved(page: Page): Promise<void> {
  await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(0)
  await expect(line(page)).toHaveText(/^Sparat \d\d\.\d\d$/)
}

test.describe('writing a text', () => {
  test.use({
    role: 'redaktor',
    expectedConsole: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/],
  })
  test.beforeEach(({}, { project }) => {
    test.skip(project.name !== 'desktop', 'the texts are shared; narrow widths are looked at within')
  })

  test('is saved within two seconds, kept while offline, and sent when the connection is back', async ({
    page,
    context,
  }) => {
    const slug = await openExample(page, 0)
    const sent = page.waitForRequest((request) => request.url().endsWith('/spara'), { timeout: 2_000 })
    await type(page, ' Först.')
    await sent
    await saved(page)
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await context.setOffline(true)
    await type(page, ' Utan nät.')
    await expect(line(page)).toHaveText('Du är offline. Texten sparas här tills du är uppkopplad.')
    await expect(page.getByRole('status').filter({ hasText: 'Texten sparas här' })).toHaveCount(1)
    expect(await kept(page)).toBe(1)
    await context.setOffline(false)
    await saved(page)
    await expect(page.getByRole('status').filter({ hasText: 'Texten är sparad igen.' })).toHaveCount(1)

    await page.goto(paths.example(slug))
    await expect(page.getByText('Utan nät.')).toHaveCount(0)
    await page.goto(paths.editExample(slug))
    await expect(editor(page)).toContainText('Först. Utan nät.')
    await page.getByRole('button', { name: 'Publicera ändringen' }).click()
    await expect(page).toHaveURL(new RegExp(`${paths.example(slug)}$`))
    await expect(page.getByText('Först. Utan nät.')).toBeVisible()
  })

  test('is there again when its tab was closed at once', async ({ page, context }) => {
    const slug = await openExample(page, 1)
    await type(page, ' Stängd flik.')
    await page.close()
    const again = await context.newPage()
    await again.goto(paths.editExample(slug))
    await expect(editor(again)).toContainText('Stängd flik.')
    await saved(again)
  })

  test('comes back, and says so, when its tab broke down before anything was sent', async ({ page, context }) => {
    const slug = await openExample(page, 5)
    await context.setOffline(true)
    await type(page, ' Havererad flik.')
    await expect(line(page)).toHaveText('Du är offline. Texten sparas här tills du är uppkopplad.')
    const developer = await context.newCDPSession(page)
    const broken = page.waitForEvent('crash')
    void developer.send('Page.crash').catch(() => undefined)
    await broken
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(paths.editExample(slug))
    await expect(again.getByText(/^Text som inte hann sparas .* har kommit tillbaka\.$/)).toBeVisible()
    await expect(editor(again)).toContainText('Havererad flik.')
    await expectNoAxeViolations(again)
    await saved(again)
    await again.reload()
    await expect(editor(again)).toContainText('Havererad flik.')
    await expect(again.getByText(/har kommit tillbaka/)).toHaveCount(0)
  })

  test('that meets another’s shows both, and keeps mine as a version while theirs stands', async ({
    page,
    browser,
    baseURL,
    storageState,
  }) => {
    const slug = await openExample(page, 2)
    const other = await browser.newContext({
      baseURL: baseURL ?? '',
      locale: 'sv-SE',
      ...(storageState === undefined ? {} : { storageState }),
    })
    const there = await other.newPage()
    await there.goto(paths.editExample(slug))
    await type(there, ' Från den andra.')
    await saved(there)

    await type(page, ' Från mig.')
    await expect(page.getByRole('heading', { name: 'Två har skrivit samtidigt' })).toBeFocused()
    const sides = page.locator('section').filter({ has: page.getByRole('heading', { level: 3 }) })
    await expect(sides.filter({ hasText: 'Den sparade texten' }).last()).toContainText('Från den andra.')
    await expect(sides.filter({ hasText: 'Din text' }).last()).toContainText('Från mig.')
    await expect(page.locator('li[data-change="changed"]')).toHaveCount(1)
    await expect(page.locator('li[data-change="changed"] del')).toContainText('borttaget:')
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await page.getByLabel('Namn på din version').fill('Min väg')
    await page.getByRole('button', { name: 'Spara min som version och ta den sparade' }).click()
    await expect(page).toHaveURL(new RegExp(`${paths.editExample(slug)}$`))
    await expect(editor(page)).toContainText('Från den andra.')
    await expect(editor(page)).not.toContainText('Från mig.')
    expect(await kept(page)).toBe(0)
    await page.getByRole('link', { name: 'Historik' }).click()
    await expect(page.getByRole('row', { name: /Namngiven: Min väg/ })).toBeVisible()

    await type(there, ' Mer.')
    await there.getByRole('button', { name: 'Behåll min text' }).click()
    await expect(editor(there)).toContainText('Från den andra. Mer.')
    await other.close()
  })

  test('has a history from which an old version is brought back by keyboard alone', async ({ page }) => {
    await openExample(page, 3)
    await type(page, ' Som ska bort.')
    await saved(page)
    const press = async (name: string | RegExp, role: 'link' | 'button') => {
      await page.getByRole(role, { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await press('Historik', 'link')
    await expect(page.getByRole('heading', { level: 1, name: 'Historik' })).toBeVisible()
    await expect(page.locator('li[data-change="changed"] ins')).toContainText('Som ska bort.')
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
    await press('Visa version 1', 'link')
    await expect(page.getByRole('heading', { name: 'Version 1', exact: true })).toBeVisible()
    await press('Återställ version 1', 'button')
    await expect(editor(page)).toBeVisible()
    await expect(editor(page)).not.toContainText('Som ska bort.')
    await press('Historik', 'link')
    await expect(page.getByRole('row', { name: /Återställd från version 1/ })).toBeVisible()
  })
})

test.describe('without script', () => {
  test.use({ role: 'redaktor', javaScriptEnabled: false })

  test('a draft is saved and published by a form, and a conflict is shown with its choices', async ({ page }, {
    project,
  }) => {
    test.skip(project.name !== 'desktop', 'the texts are shared')
    await page.goto(paths.examples())
    const address = await page.locator('main a[href^="/exempel/"]').nth(4).getAttribute('href')
    const slug = (address ?? '').split('/').at(-1) ?? ''
    await page.goto(paths.editExample(slug))
    await page.getByLabel('Titel').fill('En ny titel')
    await page.getByRole('button', { name: 'Spara utkast' }).click()
    await expect(page.getByText('Läsarna ser den publicerade texten.')).toBeVisible()
    const second = await page.context().newPage()
    await second.goto(paths.editExample(slug))
    await page.getByLabel('Titel').fill('Titel ett')
    await page.getByRole('button', { name: 'Spara utkast' }).click()
    await second.getByLabel('Titel').fill('Titel två')
    await second.getByRole('button', { name: 'Publicera ändringen' }).click()
    await expect(second.getByRole('heading', { name: 'Två har skrivit samtidigt' })).toBeVisible()
    await second.getByRole('button', { name: 'Behåll min text' }).click()
    await expect(second.getByLabel('Titel')).toHaveValue('Titel två')
    await second.getByRole('button', { name: 'Publicera ändringen' }).click()
    await expect(second.getByRole('heading', { level: 1, name: 'Titel två' })).toBeVisible()
  })
})
