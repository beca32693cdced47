import type { BrowserContext, Page } from '@playwright/test'
import { demonstrationPeople } from '~/domains/identity/demonstration'
import type { Role } from '~/domains/identity/model'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test, untilScripted } from '../support/e2e'

const course = 'validering-steg-for-steg'
const article = paths.lesson(course, 'vad-validering-ar')
const quiz = paths.lesson(course, 'kontroll-begrepp-och-kartlaggning')
const lecture = paths.lesson(course, 'forelasning-fran-kartlaggning-till-intyg')
const reflection = paths.lesson(course, 'din-valideringsplan')
const words = 'Jag börjar med en kartläggning av yrkeserfarenheten.'

async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto(paths.signIn())
  await page
    .locator('input[name="email"][type="email"]')
    .fill(demonstrationPeople.find((one) => one.role === role)?.email ?? '')
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

async function enrolAndSave(page: Page): Promise<void> {
  await page.goto(paths.course(course))
  const begin = page.getByRole('button', { name: 'Börja kursen' })
  if (await begin.isVisible()) await begin.click()
  await page.getByRole('button', { name: 'Läs utan uppkoppling' }).click()
  await page.getByRole('button', { name: 'Spara hela kursen' }).click()
  await expect(page.getByText('8 lektioner av 8 är sparade.')).toBeVisible({ timeout: 40_000 })
}

/** All that the browser keeps for the portal, by name. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).sort(),
    local: Object.keys(localStorage).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))

/** What is sent of work that waited, by what it was. */
function delivered(context: BrowserContext): string[] {
  const sent: string[] = []
  context.on('request', (request) => {
    const isKept = request.method() === 'POST' && request.url().endsWith('/osant')
    if (isKept) sent.push((JSON.parse(request.postData() ?? '{}') as { kind: string }).kind)
  })
  return sent
}

const strip = (page: Page) => page.locator('.offline-strip')
const told = (page: Page) => page.locator('.told')

test.use({ expectedConsole: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch|manifest patches/] })

test('a course is saved, read and worked on without a connection, and all of it is sent once', async ({
  page,
  context,
  browser,
}, { project }) => {
  test.skip(project.name === 'desktop', 'learning anywhere is done on a phone')
  await signIn(page, 'projektkoordinator')
  await enrolAndSave(page)
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: /^Spara filmen \(3,6/ }).click()
  await expect(page.getByText(/^Filmen är sparad, 3,6/)).toBeVisible({ timeout: 20_000 })

  await context.setOffline(true)
  await expect(strip(page)).toContainText('Du är offline.')
  await page.getByRole('link', { name: 'Vad validering är och varför den behövs', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vad validering är')
  await untilScripted(page)
  await page.getByRole('button', { name: /^Markera som klar/ }).click()
  await expect(page.getByText('Lektionen markeras som klar när du har uppkoppling igen.')).toBeVisible()
  await expect(strip(page)).toContainText('Osänt: 1 klarmarkering.')

  await page.goto(quiz)
  await untilScripted(page)
  await page.locator('main input[type="radio"]').first().check()
  await expect(strip(page)).toContainText('Osänt: 1 svar och 1 klarmarkering.')
  await page.goto(reflection)
  await untilScripted(page)
  await page.getByLabel('Din text').fill(words)
  await expect(strip(page)).toContainText('Osänt: 2 svar och 1 klarmarkering.')
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByLabel('Din text')).toHaveValue(words)

  await page.goto(lecture)
  await expect(page.getByRole('link', { name: /Spela från/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Spela', exact: true }).click()
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0.5)
  await page.getByRole('button', { name: 'Pausa', exact: true }).click()

  await page.goto(paths.competence())
  await expect(page).toHaveURL(/\/sparat\?saknas=/)
  await expect(page.getByText('Sidan du ville öppna är inte sparad på den här enheten.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ta bort filmen/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Din plan: en validering/ })).toHaveAttribute('href', reflection)
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)

  const sent = delivered(context)
  await context.setOffline(false)
  await expect(told(page)).toContainText('2 svar är skickade.', { timeout: 20_000 })
  await expect(told(page)).toContainText('”Vad validering är och varför den behövs” är markerad som klar.')
  await expectNoAxeViolations(page)
  expect([...sent].sort()).toEqual(['answers', 'finish', 'text'])
  await told(page).getByRole('button', { name: 'Stäng' }).click()
  await page.goto(reflection)
  await expect(page.getByLabel('Din text')).toHaveValue(words)
  expect((await kept(page)).local.filter((key) => /^portal:|^portal-told:/.test(key))).toEqual([])
  await page.goto(article)
  await expect(page.getByText(/^Klar \d/)).toBeVisible()

  // The same text is changed on another device while this one has no connection.
  await page.goto(reflection)
  await untilScripted(page)
  await context.setOffline(true)
  await page.getByLabel('Din text').fill(`${words} Sedan planerar jag.`)
  await page.goto(paths.saved())
  const desk = await browser.newContext({ storageState: await context.storageState(), locale: 'sv-SE' })
  const other = await desk.newPage()
  await other.goto(new URL(reflection, page.url()).href)
  await untilScripted(other)
  await other.getByLabel('Din text').fill('Skrivet vid datorn.')
  await expect(other.locator('[data-status="saved"]')).toContainText('Sparat')
  await desk.close()
  await context.setOffline(false)
  await expect(told(page)).toContainText('texten har ändrats på ett annat ställe', { timeout: 20_000 })
  await told(page).getByRole('link', { name: 'Öppna lektionen' }).click()
  await expect(page.getByText('Det finns en text till på den här enheten')).toBeVisible()
  await expect(page.getByLabel('Din text')).toHaveValue('Skrivet vid datorn.')
})

test('signing out leaves nothing, and another person sees nothing of the first', async ({ page, context }, {
  project,
}) => {
  test.skip(project.name === 'desktop', 'learning anywhere is done on a phone')
  await signIn(page, 'projektkoordinator')
  await enrolAndSave(page)
  expect((await kept(page)).caches.some((name) => name.endsWith(`:${course}`))).toBe(true)
  await page.locator('.site-menu summary').click()
  await page.locator(`form[action="${paths.signOut()}"] button:visible`).click()
  await expect(page.getByText('Du är utloggad.')).toBeVisible()
  await expect.poll(() => kept(page)).toEqual({ caches: [], local: [], databases: [], workers: 0 })

  await signIn(page, 'projektkoordinator')
  await enrolAndSave(page)
  await page.evaluate(() => localStorage.setItem('portal:text:nagon-annan:lektion', '{}'))
  const first = (await kept(page)).caches.filter((name) => name.startsWith('sparat:'))
  expect(first).toHaveLength(2)
  await context.clearCookies()
  await signIn(page, 'skyddshandlaggare')
  await expect.poll(async () => (await kept(page)).caches.filter((name) => name.startsWith('sparat:'))).toEqual([])
  expect((await kept(page)).local).toEqual([])
  await page.goto(paths.saved())
  await expect(page.getByText('Inget är sparat än')).toBeVisible()
  await expectNoAxeViolations(page)
  await context.setOffline(true)
  await page.goto(article)
  await expect(page.getByRole('heading', { name: 'Du är offline', exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  await context.setOffline(false)
})

test('the portal can be installed, and says how on the page of the account alone', async ({ page, request }, {
  project,
}) => {
  test.skip(project.name === 'desktop', 'learning anywhere is done on a phone')
  const manifest = (await (await request.get('/portal.webmanifest')).json()) as {
    start_url: string
    icons: { src: string; type: string }[]
  }
  expect(manifest.start_url).toBe(paths.home())
  for (const { src, type } of manifest.icons) {
    const answer = await request.get(src)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, expect.stringContaining(type)])
  }
  await signIn(page, 'projektkoordinator')
  await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', '/portal.webmanifest')
  await expect(page.getByText('Portalen som app')).toHaveCount(0)
  await page.goto(paths.account())
  await expect(page.getByRole('heading', { name: 'Portalen som app' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Sparat för läsning utan uppkoppling' }).click()
  await expect(page).toHaveURL(new RegExp(`${paths.saved()}$`))
})
