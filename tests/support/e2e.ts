import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type Browser, expect, type Page } from '@playwright/test'
import { demonstrationPeople } from '~/domains/identity/demonstration'
import type { Role } from '~/domains/identity/model'
import { leftPage } from './left-page'

interface Options {
  /** Who is signed in; undefined is a visitor. Set it with test.use({ role: 'chef' }). */
  role: Role | undefined
  /** Messages of the browser's console that a test expects, such as that of a missing page. */
  expectedConsole: readonly RegExp[]
}

const password = 'vastkusten-demo'

/** Signs in by the form, once per role and run: later tests take over the cookies. */
async function signedIn(browser: Browser, baseURL: string, role: Role): Promise<string> {
  const file = path.join(process.env['E2E_FOLDER'] ?? '', `${role}.json`)
  if (existsSync(file)) return file
  const email = demonstrationPeople.find((person) => person.role === role)?.email
  if (email === undefined) throw new Error(`The demonstration has no ${role}`)
  const context = await browser.newContext({ baseURL, locale: 'sv-SE', storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/logga-in')
  await page.locator('input[name="email"][type="email"]').fill(email)
  await page.locator('input[name="password"][type="password"]').fill(password)
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
  // Whole at once, since another worker may look for it now.
  const whole = `${file}.${process.pid}`
  await context.storageState({ path: whole })
  renameSync(whole, file)
  await context.close()
  return file
}

export const test = base.extend<Options & { quietConsole: undefined }>({
  role: [undefined, { option: true }],
  expectedConsole: [[], { option: true }],
  storageState: async ({ browser, role, baseURL }, use) => {
    await use(role === undefined ? { cookies: [], origins: [] } : await signedIn(browser, baseURL ?? '', role))
  },
  quietConsole: [
    async ({ page, expectedConsole }, use) => {
      const messages: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') messages.push(message.text())
      })
      page.on('pageerror', (error) => messages.push(error.message))
      await use(undefined)
      const unexpected = messages.filter(
        (message) => ![leftPage, ...expectedConsole].some((pattern) => pattern.test(message)),
      )
      if (unexpected.length > 0) throw new Error(`Errors in the console of ${page.url()}: ${unexpected.join(' | ')}`)
    },
    { auto: true },
  ],
})

export { expect }

/** Waits until the scripts of the page serve it: before that a form is sent as it is without JavaScript. */
export async function untilScripted(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
  )
}

/** The page as it stands has no axe violation of WCAG 2.2 AA, in light and in dark. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect(found, `axe in ${colorScheme} on ${page.url()}`).toEqual([])
  }
}

/** Nothing sticks out sideways, down to 320 pixels. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const width of [320, before?.width ?? 1280]) {
    await page.setViewportSize({ width, height: before?.height ?? 800 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, `pixels too wide at ${width} on ${page.url()}`).toBeLessThanOrEqual(0)
  }
}
