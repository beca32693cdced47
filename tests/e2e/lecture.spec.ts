import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

interface Answer {
  watched: [number, number][]
}

const strip = (page: Page) => page.locator('svg[role="img"]', { hasText: /Du har|föreläsningen/ }).first()
const position = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const ready = (page: Page) => expect(page.getByRole('button', { name: 'Spela', exact: true })).toBeVisible()
const play = (page: Page) => page.getByRole('button', { name: 'Spela', exact: true }).click()
const pause = (page: Page) => page.getByRole('button', { name: 'Pausa', exact: true }).click()
const seconds = ({ watched }: Answer) => watched.reduce((sum, [from, to]) => sum + to - from, 0)
const heard = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/hjartslag'))

test.describe('a visitor', () => {
  test('watches without anything being stored', async ({ page }) => {
    const beats: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/hjartslag')) beats.push(request.url())
    })
    await page.goto(paths.lecture('stottning-i-praktiken'))
    await ready(page)
    await play(page)
    await expect.poll(() => position(page)).toBeGreaterThan(1)
    await pause(page)
    expect(beats).toEqual([])
    await expect(page.getByRole('link', { name: 'Logga in' }).last()).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('has the native player and the whole transcript, and is told so', async ({ page }) => {
      await page.goto(paths.lecture('stottning-i-praktiken', 40))
      await expect(page.locator('video[controls]')).toHaveAttribute('src', /#t=40$/)
      await expect(page.locator('noscript .notice')).toBeVisible()
      await expect(page.getByRole('link', { name: /Spela från/ }).first()).toHaveAttribute('href', '?t=0')
    })
  })
})

test.describe('a teacher', () => {
  test.use({ role: 'medarbetare' })
  test.describe.configure({ mode: 'serial' })

  test('plays at double speed, and a jump to the end is not watching', async ({ page }) => {
    await page.goto(paths.lecture('fran-kartlaggning-till-intyg'))
    await ready(page)
    await page.getByLabel('Hastighet').selectOption('2')
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.currentTime = 0
    })
    const opened = heard(page)
    await play(page)
    const before = (await (await opened).json()) as Answer
    await expect.poll(() => position(page)).toBeGreaterThan(6)
    const paused = heard(page)
    await pause(page)
    const played = (await (await paused).json()) as Answer
    expect(played.watched[0]?.[0]).toBeLessThanOrEqual(1)
    expect(played.watched[0]?.[1]).toBeGreaterThanOrEqual(5)

    const jumped = heard(page)
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.currentTime = video.duration - 1
    })
    expect(seconds((await (await jumped).json()) as Answer) - seconds(before)).toBeLessThan(60)
    await expect(strip(page)).toContainText('Du har sett')
    await expect(page.getByText('Kvar:')).toBeVisible()
    await expectNoAxeViolations(page)
  })

  test('comes back to where it stopped, with captions and speed as chosen', async ({ page }, info) => {
    const slug = info.project.name === 'phone' ? 'stottning-i-praktiken' : 'lararnarvaro-pa-distans'
    await page.goto(paths.lecture(slug))
    await ready(page)
    await page.getByLabel('Textning').selectOption('sv')
    await page
      .getByRole('link', { name: /Spela från/ })
      .nth(3)
      .click()
    const from = await position(page)
    expect(from).toBeGreaterThan(10)
    await play(page)
    await expect.poll(() => position(page)).toBeGreaterThan(from + 2)
    await expect(page.locator('mark')).toHaveCount(1)
    const saved = heard(page)
    await pause(page)
    await saved
    const stopped = await position(page)
    await page.reload()
    await ready(page)
    await expect.poll(() => position(page)).toBeGreaterThan(stopped - 4)
    expect(await position(page)).toBeLessThanOrEqual(stopped)
    await expect(page.getByLabel('Textning')).toHaveValue('sv')
  })

  test('is done with the keyboard alone', async ({ page }) => {
    await page.goto(paths.lecture('tydlighet-som-tillganglighet'))
    await ready(page)
    await page.locator('video').focus()
    await page.keyboard.press('k')
    await expect.poll(() => position(page)).toBeGreaterThan(0.5)
    await page.keyboard.press('k')
    await expect(page.getByRole('button', { name: 'Spela', exact: true })).toBeVisible()
    const before = await position(page)
    await page.keyboard.press('l')
    await expect.poll(() => position(page)).toBeGreaterThan(before + 9)
    await page.getByRole('slider', { name: 'Plats i föreläsningen' }).focus()
    await page.keyboard.press('Home')
    await expect.poll(() => position(page)).toBeLessThan(1)
  })
})
