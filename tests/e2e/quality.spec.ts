import type { BrowserContext, Page } from '@playwright/test'
import { demonstrationPeople } from '~/domains/identity'
import { paths } from '~/shared/paths'
import { startBeaconCollector } from '../support/beacon-collector'
import { expect, test } from '../support/e2e'
import { OwnPortal } from '../support/own-portal'

const slug = 'stottning-i-praktiken'
const teacher = demonstrationPeople.find(({ role }) => role === 'medarbetare')?.email ?? ''

async function watch(page: Page, origin: string): Promise<void> {
  await page.goto(origin + paths.lecture(slug, 10))
  const button = page.getByRole('button', { name: 'Spela', exact: true })
  await button.click()
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(12)
  await page.getByRole('button', { name: 'Pausa', exact: true }).click()
}

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin + paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(teacher)
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

test('without a key the player asks nobody but the portal', async ({ page, baseURL }, { project }) => {
  test.skip(project.name === 'phone', 'the same script serves every width')
  const origin = baseURL ?? ''
  const asked = foreignRequests(page, origin)
  const response = await page.goto(paths.lecture(slug))
  expect(response?.headers()['content-security-policy']).not.toContain('litix')
  await watch(page, origin)
  expect(asked).toEqual([])
})

test('with a key the quality is told without cookies or names, and never of a protected person', async ({
  page,
  context,
}, { project }) => {
  test.skip(project.name === 'phone', 'the same script serves every width')
  test.setTimeout(300_000)
  const collector = await startBeaconCollector()
  const portal = await OwnPortal.open({ MUX_ENV_KEY: 'provnyckel', MUX_BEACON_DOMAIN: collector.domain })
  try {
    await signIn(page, portal.url)
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
      await db.updateTable('person').set({ protection: 'marked', alias: 'Deltagare W-0001' }).where('email', '=', teacher).execute()
    })
    collector.beacons.length = 0
    const asked = foreignRequests(page, portal.url)
    await watch(page, portal.url)
    await page.goto(portal.url + paths.home())
    expect(asked).toEqual([])
    expect(collector.beacons).toEqual([])
  } finally {
    await portal.close()
    collector.stop()
  }
})
