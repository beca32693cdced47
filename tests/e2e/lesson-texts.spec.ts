import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto(paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(`${who}@demo.westum.example`)
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

/** The editor itself, not the plain field that stands there until it has come. */
const text = (page: Page, label = 'Text') =>
  page.getByRole('textbox', { name: label, exact: true }).and(page.locator('[contenteditable]'))
const line = (page: Page) => page.locator('[data-status]').locator('p').first()
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('portal:writing:')).length)

async function write(page: Page, words: string, label = 'Text'): Promise<void> {
  await text(page, label).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

async function saved(page: Page): Promise<void> {
  await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(0)
  await expect(line(page)).toHaveText(/^Sparat \d\d\.\d\d$/)
}

/** Puts in a block by its name and fills its panel. */
async function slash(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`/${name}`)
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

async function newLesson(page: Page, course: string, kind: string): Promise<string> {
  await page.goto(paths.newCourse())
  await page.getByLabel('Kursens titel').fill(course)
  await page.getByRole('button', { name: 'Skapa kursen' }).click()
  await page.waitForURL((url) => /\/redaktion\/kurser\/(?!ny)/.test(url.pathname))
  await page.getByLabel('Lektionens titel').fill('Början')
  await page.getByLabel('Typ', { exact: true }).selectOption({ label: kind })
  await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
  await page.waitForURL(/\/lektioner\//)
  await expect(text(page)).toBeVisible()
  return new URL(page.url()).pathname
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test.describe('the texts of a lesson', () => {
  test.describe.configure({ timeout: 150_000 })
  test.use({ expectedConsole: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/] })
  test.beforeEach(({}, { project }) => {
    test.skip(project.name !== 'desktop', 'narrow widths are looked at within')
  })

  test('are saved while one writes, kept in a closed tab, and meet another’s with both shown', async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await signIn(page, 'kursansvarig')
    const address = await newLesson(page, 'Två skriver', 'Reflektion')
    const sent = page.waitForRequest((request) => request.url().endsWith('/spara'), { timeout: 2_000 })
    await write(page, 'Så börjar kursen.')
    await sent
    await saved(page)
    await write(page, 'Vad tar du med dig?', 'Uppgift')
    await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(0)
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await context.setOffline(true)
    await write(page, ' Utan nät.')
    await expect(line(page)).toHaveText('Du är offline. Texten sparas här tills du är uppkopplad.')
    await page.getByRole('button', { name: 'Spara lektionen' }).last().click()
    await expect(page.getByRole('alert')).toContainText('Lektionen är inte sparad')
    await context.setOffline(false)
    await saved(page)
    await write(page, ' Stängd flik.')
    await page.close()
    const mine = await context.newPage()
    await mine.goto(address)
    await expect(text(mine)).toContainText('Så börjar kursen. Utan nät. Stängd flik.')
    await expect(text(mine, 'Uppgift')).toContainText('Vad tar du med dig?')
    await saved(mine)

    const other = await browser.newContext({ baseURL: baseURL ?? '', locale: 'sv-SE' })
    const theirs = await other.newPage()
    await signIn(theirs, 'redaktor')
    await theirs.goto(address)
    await expect(text(theirs)).toContainText('Stängd flik.')
    await write(theirs, ' Från redaktören.')
    await slash(theirs, 'formel')
    await theirs.keyboard.type('x^2')
    await theirs.getByRole('button', { name: 'Lägg in', exact: true }).press('Enter')
    await saved(theirs)

    await mine.getByLabel('Minsta antal ord').fill('80')
    await write(mine, ' Från mig.')
    await expect(mine.getByRole('heading', { name: 'Två har skrivit samtidigt' })).toBeFocused()
    await expect(mine.locator('main math').first()).toBeVisible()
    await expect(mine.getByText('Från redaktören.').first()).toBeVisible()
    await expectNoAxeViolations(mine)
    await mine.setViewportSize({ width: 320, height: 700 })
    await expectNoSidewaysScroll(mine)
    await mine.setViewportSize({ width: 1280, height: 900 })
    await mine.getByRole('button', { name: 'Spara lektionen' }).last().click()
    await expect(mine.getByRole('status').first()).toContainText('Lektionen är sparad')
    await expect(mine.getByRole('heading', { name: 'Två har skrivit samtidigt' })).toBeVisible()
    await expect(mine.getByLabel('Minsta antal ord')).toHaveValue('80')
    await mine.getByLabel('Namn på din version').fill('Min väg')
    await mine.getByRole('button', { name: 'Spara min som version och ta den sparade' }).click()
    await expect(text(mine)).toContainText('Från redaktören.')
    await expect(text(mine)).not.toContainText('Från mig.')
    expect(await kept(mine)).toBe(0)
    await mine.getByRole('link', { name: 'Historik', exact: true }).click()
    await expect(mine.getByRole('row', { name: /Namngiven: Min väg/ })).toBeVisible()
    await expectNoAxeViolations(mine)
    await other.close()
  })

  test('take pictures, files and lectures from the media library by keyboard', async ({ page }) => {
    await signIn(page, 'redaktor')
    await newLesson(page, 'Ur biblioteket', 'Artikel')
    await write(page, 'Se bilden.')
    await slash(page, 'bild')
    const panel = page.getByRole('group', { name: 'Bild', exact: true })
    await panel
      .getByLabel('Ladda upp en fil')
      .setInputFiles({ name: 'Trappan.png', mimeType: 'image/png', buffer: pixel })
    await expect(panel.getByLabel('Adress i portalen')).toHaveValue(/^\/media\/fil\//)
    await page.keyboard.press('Escape')
    await expect(text(page)).toBeFocused()

    await slash(page, 'bild')
    await expect(panel.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('Trappan')
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('status')).toContainText('träff')
    await expectNoAxeViolations(page)
    await panel
      .getByRole('button', { name: /^Välj Trappan/ })
      .first()
      .press('Enter')
    await panel.getByLabel('Alternativtext: vad bilden visar').fill('En trappa')
    await panel.getByRole('button', { name: 'Lägg in' }).press('Enter')
    await expect(text(page).getByRole('img', { name: 'En trappa' })).toBeVisible()

    await slash(page, 'föreläsning')
    const lectures = page.getByRole('group', { name: /^Föreläsning/ })
    await expect(lectures.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('stöttning')
    await page.keyboard.press('Enter')
    await lectures.getByRole('button', { name: /^Välj Stöttning/ }).press('Enter')
    await lectures.getByRole('button', { name: 'Lägg in' }).press('Enter')
    await saved(page)
    await page.reload()
    await expect(text(page).getByRole('img', { name: 'En trappa' })).toBeVisible()
    await expect(text(page).getByLabel('Föreläsningens adressnamn')).toHaveValue('stottning-i-praktiken')
  })
})
