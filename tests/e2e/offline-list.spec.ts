import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, test } from '../support/e2e'

const KEPT = 'narvaro'

/** The attendance of a later meeting that the leader leads, by its link on the start page; other tests use that of today. */
async function openList(page: Page): Promise<string> {
  await page.goto(paths.home())
  await page.locator('a[href^="/narvaro/"]').last().click()
  await expect(page).toHaveURL(/\/narvaro\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

const isKept = (page: Page, address: string) =>
  page.evaluate(async ({ name, path }) => (await (await caches.open(name)).match(path)) !== undefined, {
    name: KEPT,
    path: address,
  })

test.describe('the attendance list without a connection', () => {
  test.use({
    role: 'kursansvarig',
    expectedConsole: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/],
  })

  test('takes marks offline, over a reload, and sends each once when the connection is back', async ({
    page,
    context,
  }, { project }) => {
    test.skip(project.name === 'desktop', 'the list is made for the phone')
    const address = await openList(page)
    await expect.poll(() => isKept(page, address), { timeout: 20_000 }).toBe(true)
    const rows = page.locator('li[id^="p-"]')
    const [first, second] = [rows.nth(0), rows.nth(1)]
    const present = (row: typeof first) => row.getByRole('button', { name: /som närvarande/ })
    const absent = (row: typeof first) => row.getByRole('button', { name: /som frånvarande/ })

    await context.setOffline(true)
    await present(first).click()
    await absent(second).click()
    await expect(page.getByText('Du är offline. 2 markeringar är osända.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Du är offline. 2 markeringar är osända.')).toBeVisible()
    await expect(present(first)).toHaveAttribute('aria-pressed', 'true')

    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith(paths.attendanceMark(address.split('/').at(-1) ?? '')))
        sent.push(request.postData() ?? '')
    })
    await context.setOffline(false)
    await expect(page.getByText(/Senast skickat klockan \d\d\.\d\d/)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText(/osända/)).toHaveCount(0)
    const delivered = sent.flatMap((body) => (JSON.parse(body) as { marks: { markId: string }[] }).marks)
    expect(new Set(delivered.map(({ markId }) => markId)).size).toBe(2)
    await page.reload()
    await expect(present(first)).toHaveAttribute('aria-pressed', 'true')
    await expect(absent(second)).toHaveAttribute('aria-pressed', 'true')
  })

  test('keeps a list for a day at most, also when nobody opens it', async ({ page }, { project }) => {
    test.skip(project.name === 'desktop', 'the list is made for the phone')
    const address = await openList(page)
    await expect.poll(() => isKept(page, address), { timeout: 20_000 }).toBe(true)
    const old = paths.attendance('00000000-0000-4000-8000-000000000000')
    await page.evaluate(
      async ({ name, path }) => {
        const at = String(Date.now() - 25 * 60 * 60 * 1000)
        await (await caches.open(name)).put(path, new Response('gammal lista', { headers: { 'x-kept-at': at } }))
      },
      { name: KEPT, path: old },
    )
    await page.reload()
    await expect.poll(() => isKept(page, old)).toBe(false)
    expect(await isKept(page, address)).toBe(true)
  })
})
