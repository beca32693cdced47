import type { BrowserContext, Page } from '@playwright/test'
import { demonstrationPeople, type Role } from '~/domains/identity'
import { paths } from '~/shared/paths'
import { startBeaconCollector } from '../support/beacon-collector'
import { expect, expectNoAxeViolations, test } from '../support/e2e'
import { muxMessage, muxSecrets, startMuxServer } from '../support/mux-server'
import { OwnPortal } from '../support/own-portal'

const slug = 'stottning-i-praktiken'
const emailOf = (role: Role) => demonstrationPeople.find((person) => person.role === role)?.email ?? ''

async function watch(page: Page, origin: string): Promise<void> {
  await page.goto(origin + paths.lecture(slug, 10))
  const button = page.getByRole('button', { name: 'Spela', exact: true })
  await button.click()
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(12)
  await page.getByRole('button', { name: 'Pausa', exact: true }).click()
}

async function signIn(page: Page, origin: string, role: Role): Promise<void> {
  await page.goto(origin + paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(emailOf(role))
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

/** Every address outside the portal that a page asks for. */
function foreignRequests(page: Page, origin: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && /^https?:/.test(request.url())) asked.push(request.url())
  })
  return asked
}
const cookieNames = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name)

test('without a key the player asks nobody but the portal', async ({ page, baseURL }) => {
  const origin = baseURL ?? ''
  const asked = foreignRequests(page, origin)
  const response = await page.goto(paths.lecture(slug))
  expect(response?.headers()['content-security-policy']).not.toContain('litix')
  await watch(page, origin)
  expect(asked).toEqual([])
})

test.describe('a portal with Mux', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(300_000)
  let collector: Awaited<ReturnType<typeof startBeaconCollector>>
  let mux: Awaited<ReturnType<typeof startMuxServer>>
  let portal: OwnPortal

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    collector = await startBeaconCollector()
    mux = await startMuxServer()
    portal = await OwnPortal.open({
      ...muxSecrets,
      MUX_API_URL: mux.url,
      MUX_ENV_KEY: 'provnyckel',
      MUX_BEACON_DOMAIN: collector.domain,
    })
  })
  test.afterAll(async () => {
    await portal.close()
    collector.stop()
    mux.stop()
  })

  test('sends a film from the browser to Mux, and follows what Mux tells', async ({ page, request }) => {
    await signIn(page, portal.url, 'kursansvarig')
    await page.goto(portal.url + paths.newMedia())
    await expect(page.getByLabel('Välj filer')).toBeVisible()
    const bytes = Buffer.alloc(9_000_000, 7)
    await page.getByLabel('Välj filer').setInputFiles({ name: 'stor-film.mp4', mimeType: 'video/mp4', buffer: bytes })
    const toItem = page.getByRole('link', { name: /stor-film/ })
    await expect(toItem).toBeVisible({ timeout: 30_000 })
    const [uploadId, upload] = [...mux.uploads].at(-1) ?? ['', undefined]
    expect(upload?.bytes.equals(bytes)).toBe(true)
    expect(upload?.wish).toMatchObject({ cors_origin: portal.url })
    await toItem.click()
    await expect(page.getByText('Laddas upp').first()).toBeVisible()

    const tell = async (type: string, data: object) => {
      const { body, headers } = muxMessage(type, data)
      return (await request.post(portal.url + paths.muxWebhook(), { data: Buffer.from(body), headers })).status()
    }
    expect(await tell('video.upload.asset_created', { id: uploadId, asset_id: 'film1' })).toBe(204)
    await page.reload()
    await expect(page.getByText('Behandlas').first()).toBeVisible()
    const playback_ids = [{ id: 'spela1', policy: 'signed' }]
    expect(await tell('video.asset.ready', { id: 'film1', upload_id: uploadId, duration: 61.5, playback_ids })).toBe(
      204,
    )
    await page.reload()
    await expect(page.getByText('Hos Mux, i den kvalitet som anslutningen tål')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.locator('#ta-bort summary').click()
    await page.getByRole('button', { name: 'Ta bort filen för alltid' }).click()
    await expect(page.getByText('Filen är borttagen.')).toBeVisible()
    expect(mux.removed).toEqual(['film1'])
  })

  test('with a key the quality is told without cookies or names, and never of a protected person', async ({
    page,
    context,
  }, { project }) => {
    test.skip(project.name === 'phone', 'the same script serves every width')
    test.setTimeout(300_000)
    await signIn(page, portal.url, 'medarbetare')
    await watch(page, portal.url)
    const told = () => collector.beacons.map(({ path, body }) => decodeURIComponent(path + body)).join('\n')
    await expect.poll(told, { timeout: 30_000 }).toMatch(/viewstart|playing/)
    expect(told()).toContain('provnyckel')
    expect(told()).toContain(slug)
    expect(told()).not.toMatch(/Astrid|Lindahl|larare@/)
    expect(collector.beacons.filter(({ cookie }) => cookie?.includes('mux') === true)).toEqual([])
    expect((await cookieNames(context)).filter((name) => /mux/i.test(name))).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /mux/i.test(key)))).toEqual([])

    await page.goto('about:blank')
    await portal.between(async (db) => {
      await db
        .updateTable('person')
        .set({ protection: 'marked', alias: 'Deltagare W-0001' })
        .where('email', '=', emailOf('medarbetare'))
        .execute()
    })
    collector.beacons.length = 0
    const asked = foreignRequests(page, portal.url)
    await watch(page, portal.url)
    await page.goto(portal.url + paths.home())
    expect(asked).toEqual([])
    expect(collector.beacons).toEqual([])
  })
})
