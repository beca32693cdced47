import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test, untilScripted } from '../support/e2e'

async function signIn(page: Page, who: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(`${who}@demo.westum.example`)
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

/** Goes by Tab to the control, as somebody without a mouse does, and answers it. */
async function tabTo(page: Page, label: string | RegExp, role: 'textbox' | 'button' | 'combobox' | 'link') {
  const target = page.getByRole(role, { name: label }).first()
  await expect(target).toBeVisible()
  await page.evaluate(() => document.querySelector<HTMLElement>('main')?.focus())
  for (let step = 0; step < 250; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return target
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${String(label)}`)
}
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label, 'textbox')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}
async function press(page: Page, label: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await tabTo(page, label, role)
  await page.keyboard.press('Enter')
}

const slugOf = (page: Page) => new URL(page.url()).pathname.split('/')[3] ?? ''

/** Opens a page and waits for its scripts: a key that is pressed before them belongs to the form without scripts. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await untilScripted(page)
}

async function addLesson(page: Page, slug: string, title: string, text: string): Promise<void> {
  await open(page, paths.draft(slug))
  await type(page, 'Lektionens titel', title)
  await press(page, 'Lägg till lektionen')
  await page.waitForURL(/\/lektioner\//)
  await expect(page.locator('[contenteditable="true"]')).toBeVisible()
  await type(page, 'Text', text)
  await press(page, 'Spara lektionen')
  await expect(page.getByRole('status').first()).toContainText('Lektionen är sparad')
}

async function makeCourse(page: Page, title: string): Promise<string> {
  await signIn(page, 'kursansvarig')
  await open(page, paths.newCourse())
  await expectNoAxeViolations(page)
  await type(page, 'Kursens titel', title)
  await press(page, 'Skapa kursen')
  await page.waitForURL((url) => /\/redaktion\/kurser\/(?!ny)/.test(url.pathname))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const slug = slugOf(page)
  await type(page, 'Modulens namn', 'Del 1')
  await press(page, 'Lägg till modulen')
  await expect(page.getByRole('heading', { name: 'Del 1' })).toBeVisible()
  await addLesson(page, slug, 'Början', 'Så börjar kursen.')
  await open(page, paths.draft(slug))
  await type(page, 'Modulens namn', 'Del 2')
  await press(page, 'Lägg till modulen')
  await expect(page.getByRole('heading', { name: 'Del 2' })).toBeVisible()
  await addLesson(page, slug, 'Mitten', 'Så går kursen.')
  await addLesson(page, slug, 'Slutet', 'Så slutar kursen.')
  await open(page, paths.draft(slug))
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  return slug
}

test.describe('a course is made, reviewed, published and learned', () => {
  test.setTimeout(360_000)

  test('by keyboard alone, returned with a reason, then published; a new version moves the learner', async ({ page }, {
    project,
  }) => {
    test.skip(project.name !== 'desktop', 'the phone makes its course without scripts')
    const slug = await makeCourse(page, 'Samtal i klassrummet')
    const order = () => page.locator('[data-lesson] a[href*="/lektioner/"]').allTextContents()
    expect(await order()).toEqual(['Början', 'Mitten', 'Slutet'])
    await press(page, /Flytta upp Slutet/)
    await expect.poll(order).toEqual(['Början', 'Slutet', 'Mitten'])
    await expect(page.getByRole('button', { name: /Flytta upp Slutet/ })).toBeFocused()
    await press(page, /Flytta ned Slutet/)
    await expect.poll(order).toEqual(['Början', 'Mitten', 'Slutet'])

    await open(page, paths.draftReview(slug))
    await expect(page.locator('main')).toContainText('Sammanfattning saknas')
    await expectNoAxeViolations(page)
    await open(page, paths.draftSettings(slug))
    // The plain field gives way to the editor, and takes with it what is typed meanwhile.
    await expect(page.locator('.ProseMirror')).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
    await type(page, 'Sammanfattning', 'Om samtal som stöd för språket.')
    await type(page, 'Beskrivning', 'En kurs om samtal.')
    await type(page, 'Efter kursen kan du', 'planera ett samtal')
    await tabTo(page, 'Kompetens 1', 'combobox')
    await page.keyboard.press('ArrowDown')
    await press(page, 'Spara inställningarna')
    await expect(page.getByRole('status').first()).toContainText('Sparat')

    await open(page, paths.draftPreview(slug))
    await expect(page.locator('main')).toContainText('Förhandsgranskning')
    await expectNoAxeViolations(page)
    await press(page, 'Början', 'link')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Början')
    await expectNoAxeViolations(page)

    await open(page, paths.draftReview(slug))
    await type(page, 'Något som granskaren ska veta', 'Titta på början.')
    await press(page, 'Skicka till granskning')
    await expect(page.locator('main')).toContainText('väntar på granskning')

    await signIn(page, 'redaktor')
    await open(page, paths.authoring('?visa=granskning'))
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Samtal i klassrummet' }).click()
    await open(page, paths.draftReview(slug))
    await expect(page.locator('main')).toContainText('Titta på början.')
    await page.getByLabel('Skäl').first().fill('Skriv mer om början.')
    await page.getByRole('button', { name: 'Lämna tillbaka' }).click()
    await expect(page.locator('main')).toContainText('Kursen är återlämnad')

    await signIn(page, 'kursansvarig')
    await open(page, paths.draftReview(slug))
    await expect(page.locator('main')).toContainText('Skriv mer om början.')
    await press(page, 'Skicka till granskning')
    await signIn(page, 'redaktor')
    await open(page, paths.draftReview(slug))
    await press(page, 'Publicera')
    await expect(page.getByRole('status').first()).toContainText('publicerad')

    await signIn(page, 'larare')
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, paths.course(slug))
    await expect(page.getByRole('heading', { name: 'Del 2' })).toBeVisible()
    await page.getByRole('button', { name: 'Börja kursen' }).click()
    await expect(page.getByRole('status').first()).toContainText('Du är med i kursen')
    await open(page, paths.lesson(slug, 'borjan'))
    await page.getByRole('button', { name: /Markera som klar/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitten')
    await page.setViewportSize({ width: 1280, height: 900 })

    await signIn(page, 'redaktor')
    await open(page, paths.draft(slug))
    await page.locator('[data-lesson]').filter({ hasText: 'Slutet' }).getByText('Mer').click()
    await page.getByRole('button', { name: 'Ta bort lektionen Slutet' }).click()
    await expect(page.getByRole('button', { name: /Lägg tillbaka/ })).toBeVisible()
    await open(page, paths.draftReview(slug))
    await page.getByLabel('Vad är nytt?').fill('Kursen är kortare.')
    await page.getByRole('button', { name: 'Publicera', exact: true }).click()
    await expect(page.getByRole('status').first()).toContainText('publicerad')

    await signIn(page, 'larare')
    await open(page, paths.course(slug))
    await expect(page.locator('main')).toContainText('Kursen är kortare.')
    await expect(page.locator('main')).toContainText('Slutet')
    await expect(page.locator('main')).toContainText('1 av 2 lektioner klara')
    await expectNoAxeViolations(page)
    await open(page, paths.lesson(slug, 'mitten'))
    await page.getByRole('button', { name: /Markera som klar/ }).click()
    await expect(page.locator('main')).toContainText('Du har gått klart kursen')
  })

  test.describe('without JavaScript', () => {
    // A broken source is sent on purpose, and the form comes back with status 400.
    test.use({ javaScriptEnabled: false, expectedConsole: [/status of 400/] })

    test('on a phone: made with Markdown and plain forms, changed while somebody keeps the old version', async ({
      page,
    }, { project }) => {
      test.skip(project.name !== 'phone', 'the desk does it by keyboard')
      await signIn(page, 'redaktor')
      await page.goto(paths.newCourse())
      await page.getByLabel('Kursens titel').fill('Läsning på lätt svenska')
      await page.getByRole('button', { name: 'Skapa kursen' }).click()
      const slug = slugOf(page)
      for (const title of ['Första', 'Andra']) {
        await page.goto(paths.draft(slug))
        await page.getByLabel('Lektionens titel').fill(title)
        await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
        await page.getByLabel('Text', { exact: true }).fill(`## ${title}\n\nEn text med **fet** stil.`)
        await page.getByRole('button', { name: 'Spara lektionen' }).click()
        await expect(page.locator('main, .toast').first()).toBeVisible()
      }
      await page.goto(paths.draftSettings(slug))
      await page.getByLabel('Sammanfattning').fill('Om läsning.')
      await page.getByLabel('Beskrivning').fill('En kurs om läsning.')
      await page.getByLabel('Efter kursen kan du').fill('välja en text')
      await page.getByLabel('Kompetens 1').selectOption({ index: 1 })
      await page.getByLabel('Källor').fill('trasig rad')
      await page.getByRole('button', { name: 'Spara inställningarna' }).click()
      await expect(page.locator('.form-errors')).toContainText('Källorna, rad 1')
      await expect(page.getByLabel('Sammanfattning')).toHaveValue('Om läsning.')
      await page.getByLabel('Källor').fill('Rapport | Skolverket | https://www.skolverket.se/rapport | 2024')
      await page.getByRole('button', { name: 'Spara inställningarna' }).click()
      await page.goto(paths.draftReview(slug))
      await page.getByRole('button', { name: 'Publicera', exact: true }).click()
      await expect(page.locator('main')).toContainText('Version 1 är publicerad')

      await signIn(page, 'rektor')
      await page.goto(paths.course(slug))
      await page.getByRole('button', { name: 'Börja kursen' }).click()
      await page.goto(paths.lesson(slug, 'forsta'))
      await page.getByRole('button', { name: /Markera som klar/ }).click()

      await signIn(page, 'redaktor')
      await page.goto(paths.draft(slug))
      await page.getByRole('button', { name: /Flytta upp Andra/ }).click()
      await page.getByLabel('Lektionens titel').fill('Tredje')
      await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
      await page.getByLabel('Text', { exact: true }).fill('En tredje text.')
      await page.getByRole('button', { name: 'Spara lektionen' }).click()
      await page.goto(paths.draftReview(slug))
      await page.getByLabel(/De som har börjat får göra klart den gamla/).check()
      await page.getByRole('button', { name: 'Publicera', exact: true }).click()
      await expect(page.locator('main')).toContainText('Version 2 är publicerad')

      await signIn(page, 'rektor')
      await page.goto(paths.course(slug))
      await expect(page.locator('main')).toContainText('Du går version 1')
      await expect(page.locator('main')).toContainText('1 av 2 lektioner klara')
      await page.goto(paths.lesson(slug, 'andra'))
      await page.getByRole('button', { name: /Markera som klar/ }).click()
      await expect(page.locator('main')).toContainText('Du har gått klart kursen')
    })
  })
})
