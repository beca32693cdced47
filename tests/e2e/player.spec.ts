import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const position = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const seek = (page: Page, second: number) =>
  page.locator('video').evaluate((video: HTMLVideoElement, to) => {
    video.currentTime = to
  }, second)
const play = (page: Page) => page.getByRole('button', { name: 'Spela', exact: true }).click()
const pause = (page: Page) => page.getByRole('button', { name: 'Pausa', exact: true }).click()
const slides = (page: Page) => page.locator('#bilder')
const notes = (page: Page) => page.locator('#anteckningar')
const noteAt = (page: Page, time: string) =>
  notes(page)
    .locator('li')
    .filter({ has: page.getByRole('textbox', { name: `Anteckning vid ${time}` }) })

/** Waits until the portal has answered that it counts a second as seen. */
const counted = (page: Page, second: number) =>
  page.waitForResponse(async (response) => {
    if (!response.url().endsWith('/hjartslag') || !response.ok()) return false
    const { watched } = (await response.json()) as { watched: [number, number][] }
    return watched.some(([from, to]) => from <= second && second < to)
  })

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Spela', exact: true })).toBeVisible()
}

test.describe('a teacher at the player', () => {
  test.use({ role: 'medarbetare', expectedConsole: [/Failed to load resource|ERR_FAILED/] })
  test.describe.configure({ mode: 'serial' })

  test('follows the pictures, turns them alone, and steps by chapter', async ({ page }) => {
    await open(page, paths.lecture('tydlighet-som-tillganglighet', 0))
    await expect(slides(page)).toContainText('Bild 1 av 9')
    await page.getByRole('combobox', { name: 'Kapitel' }).selectOption({ label: 'Vad som kan vara svårt' })
    await expect(slides(page).getByRole('img', { name: /^Vad kan vara svårt\?/ })).toBeVisible()
    await page.locator('video').focus()
    await page.keyboard.press('n')
    await expect(slides(page)).toContainText('Bild 5 av 9')
    await page.keyboard.press('b')
    await expect(slides(page)).toContainText('Bild 4 av 9')

    await slides(page).getByRole('button', { name: 'Nästa bild' }).click()
    await slides(page).getByRole('button', { name: 'Nästa bild' }).click()
    await expect(slides(page)).toContainText('Bild 6 av 9')
    await expect(slides(page).getByLabel('Följ filmen')).not.toBeChecked()
    await slides(page).getByRole('link', { name: 'Gå till 1.48 i filmen' }).first().click()
    await expect.poll(() => position(page)).toBeGreaterThan(108)
    await expect(slides(page).getByLabel('Följ filmen')).toBeChecked()
    await slides(page).getByText('Alla 9 bilder med tider').click()
    await page.getByText('Textstorlek och kortkommandon').click()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
  })

  test('has the film described, and finds the choices again', async ({ page }) => {
    await open(page, paths.lecture('tydlighet-som-tillganglighet', 88))
    await page.getByLabel('Syntolkning').selectOption('text:sv')
    await page.getByText('Textstorlek och kortkommandon').click()
    await page.getByRole('combobox', { name: 'Textstorlek' }).selectOption('largest')
    await play(page)
    await expect(page.getByRole('status').filter({ hasText: 'En tavla med fem frågor och svar' })).toBeVisible()
    await pause(page)
    await page.reload()
    await expect(page.getByLabel('Syntolkning')).toHaveValue('text:sv')
    await expect(page.locator('video')).toHaveAttribute('data-captions', 'largest')
  })

  test('writes notes that survive a lost connection, a reload and a second thought', async ({ page }, { project }) => {
    const [first, second] = project.name === 'phone' ? ([52, 97] as const) : ([46, 93] as const)
    const [early, late] = project.name === 'phone' ? ['0.52', '1.37'] : ['0.46', '1.33']
    const address = paths.lecture('ai-mojligheter-och-granser', first)
    const text = (time: string) => noteAt(page, time).getByRole('textbox')
    await open(page, address)
    await expect.poll(() => position(page)).toBeGreaterThanOrEqual(first)
    await page.locator('video').focus()
    await page.keyboard.press('a')
    await page.keyboard.type('Ta upp i arbetslaget')
    await expect(noteAt(page, early)).toContainText(/Sparat \d\d[.:]\d\d/)

    await page.route('**/anteckningar', (route) => route.abort())
    await seek(page, second)
    await notes(page)
      .getByRole('button', { name: `Ny anteckning vid ${late}` })
      .click()
    await page.keyboard.type('Skrivet utan nät')
    await page.reload()
    await expect(text(late)).toHaveValue('Skrivet utan nät')
    await page.unroute('**/anteckningar')
    await page.reload()
    const markdown = () => page.request.get(paths.lectureNotesFile('ai-mojligheter-och-granser', 'md'))
    await expect.poll(async () => (await markdown()).text()).toContain(`t=${second})\n\nSkrivet utan nät\n`)
    const file = await markdown()
    expect(await file.text()).toContain(`t=${first})\n\nTa upp i arbetslaget\n`)
    expect(file.headers()['content-disposition']).toContain('ai-mojligheter-och-granser-anteckningar.md')

    await noteAt(page, early)
      .getByRole('link', { name: `Gå till ${early} i filmen` })
      .click()
    await expect.poll(() => position(page)).toBeLessThan(first + 1)
    await noteAt(page, early).getByRole('button').click()
    await expect(noteAt(page, early)).toHaveCount(0)
    await notes(page).getByRole('button', { name: 'Ångra' }).click()
    await expect(noteAt(page, early)).toContainText(/Sparat/)
    await page.reload()
    await expect(text(early)).toHaveValue('Ta upp i arbetslaget')
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
    for (const time of [early, late]) {
      await text(time).fill('')
      await text(time).blur()
      await expect(noteAt(page, time)).toHaveCount(0)
    }
  })

  test('goes on at another device, at the next part that is not seen', async ({ page, browser }, { project }) => {
    test.skip(project.name === 'phone', 'the other device is a phone')
    const slug = 'tydlighet-som-tillganglighet'
    await open(page, paths.lecture(slug, 120))
    await play(page)
    await expect.poll(() => position(page)).toBeGreaterThan(123)
    const saved = counted(page, 122)
    await pause(page)
    await saved
    const stopped = await position(page)

    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'sv-SE' }
    const other = await browser.newContext({ ...phone, storageState: await page.context().storageState() })
    const elsewhere = await other.newPage()
    // A clock that is years wrong there changes nothing: only the portal's counts.
    await elsewhere.clock.setFixedTime(new Date('2031-01-01T00:00:00Z'))
    await open(elsewhere, new URL(paths.lecture(slug), page.url()).href)
    await expect.poll(() => position(elsewhere)).toBeGreaterThan(stopped - 4)
    expect(await position(elsewhere)).toBeLessThanOrEqual(stopped)
    await seek(elsewhere, 1)
    const next = elsewhere.getByRole('link', { name: /Spela nästa osedda del/ })
    await expect(next).toBeVisible()
    await next.click()
    await expect(elsewhere.getByRole('button', { name: 'Pausa', exact: true })).toBeVisible()
    const from = await position(elsewhere)
    await expect.poll(() => position(elsewhere)).toBeGreaterThan(from + 3)
    const told = counted(elsewhere, Math.floor(from) + 1)
    await pause(elsewhere)
    await told
    await other.close()
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('has the pictures with their times, and notes by form', async ({ page }, { project }) => {
      const time = project.name === 'phone' ? '1.05' : '1.07'
      await page.goto(paths.lecture('stottning-i-praktiken', 0))
      await slides(page).getByText('Alla 9 bilder med tider').click()
      await expect(slides(page).locator('ol li')).toHaveCount(9)
      await expect(slides(page).locator('ol li').nth(2).getByRole('link')).toHaveAttribute('href', /^\?t=\d+$/)
      await page.getByLabel('Tid i filmen (minuter.sekunder)').fill(time)
      await page.getByLabel('Ny anteckning').fill('Utan skript')
      await page.getByRole('button', { name: 'Spara anteckningen' }).first().click()
      await expect(page.getByText('Anteckningen är sparad.')).toBeVisible()
      await expect(noteAt(page, time).getByRole('textbox')).toHaveValue('Utan skript')
      await page.getByRole('button', { name: `Ta bort anteckningen vid ${time}` }).click()
      await expect(page.getByText('Anteckningen är borttagen.')).toBeVisible()
      await expect(noteAt(page, time)).toHaveCount(0)
    })
  })
})
