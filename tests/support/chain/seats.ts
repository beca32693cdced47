import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { demonstrationPeople } from '~/domains/identity/demonstration'
import type { Role } from '~/domains/identity/model'
import { paths } from '~/shared/paths'
import { leftPage } from '../left-page'

export const PASSWORD = 'vastkusten-demo'

/** Somebody at a device of their own: signed in, with scripts or without, at a desk or with a phone. */
export interface Seat {
  page: Page
  scripts: boolean
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1280, height: 900 } }

/** Fills in the form that stands on the page. */
export async function signIn({ page }: Seat, role: Role): Promise<void> {
  const email = demonstrationPeople.find((person) => person.role === role)?.email ?? ''
  await page.locator('input[name="email"][type="email"]').fill(email)
  await page.locator('input[name="password"][type="password"]').fill(PASSWORD)
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

/** The devices of one test: all of them are closed, and none may have said a word of error in its console. */
export class Seats {
  readonly #contexts: BrowserContext[] = []
  readonly #said: string[] = []
  readonly #browser: Browser
  readonly #url: string

  constructor(browser: Browser, url: string) {
    this.#browser = browser
    this.#url = url
  }

  /** A device at which nobody has signed in yet. */
  async empty(device: 'desk' | 'phone', scripts: boolean): Promise<Seat> {
    const context = await this.#browser.newContext({
      ...(device === 'phone' ? phone : desk),
      baseURL: this.#url,
      javaScriptEnabled: scripts,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
    })
    this.#contexts.push(context)
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') this.#said.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.#said.push(`${page.url()}: ${error.message}`))
    return { page, scripts }
  }

  async of(role: Role, device: 'desk' | 'phone', scripts: boolean): Promise<Seat> {
    const seat = await this.empty(device, scripts)
    await seat.page.goto(paths.signIn())
    await signIn(seat, role)
    return seat
  }

  /** Answers with what the consoles have said; a bad request that a test makes on purpose says so there. */
  async close(): Promise<string[]> {
    for (const context of this.#contexts.splice(0)) await context.close()
    return this.#said.filter((line) => !line.includes('status of 400') && !leftPage.test(line))
  }
}
