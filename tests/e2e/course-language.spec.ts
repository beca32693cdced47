import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const slug = 'distans-och-flexibelt-larande'

test.describe('a course in two languages', () => {
  test.use({ role: 'medarbetare' })

  test('is read in the language that is chosen, which is remembered, and says what is not translated', async ({
    page,
  }) => {
    await page.goto(paths.course(slug))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Distans och flexibelt lärande')
    await page.getByRole('button', { name: 'Läs på engelska' }).click()
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toHaveText('Distance and flexible learning')
    await expect(title.locator('[lang="en"]')).toHaveCount(1)
    await expect(page).toHaveURL(new RegExp(`${paths.course(slug)}$`))
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await page.goto(paths.lesson(slug, 'kontroll-avstand-och-form'))
    await expect(title).toHaveText('Knowledge check: distance and form')
    await expect(page.locator('main [lang="en"]').filter({ hasText: 'Seven questions' })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await page.goto(paths.lesson('ai-i-vuxenutbildningen', 'sa-fungerar-generativ-ai'))
    await expect(page.getByRole('button', { name: 'Läs på engelska' })).toHaveCount(0)
    await page.goto(paths.lesson(slug, 'stod-i-ratt-tid'))
    await page.getByRole('button', { name: 'Läs på svenska' }).click()
    await expect(title).toHaveText('Stöd i rätt tid')
    await page.goto(paths.course(slug))
    await expect(title).toHaveText('Distans och flexibelt lärande')
  })
})

/** The field itself; with scripts the editor, not the plain field that stands there until it has come. */
function text(page: Page, label: string, isScripted: boolean) {
  const field = page.getByRole('textbox', { name: label, exact: true })
  return isScripted ? field.and(page.locator('[contenteditable]')) : field
}

async function makeCourse(page: Page, title: string, isScripted: boolean): Promise<string> {
  await page.goto(paths.newCourse())
  await page.getByLabel('Kursens titel').fill(title)
  await page.getByRole('button', { name: 'Skapa kursen' }).click()
  await page.waitForURL((url) => /\/redaktion\/kurser\/(?!ny)/.test(url.pathname))
  const made = new URL(page.url()).pathname.split('/')[3] ?? ''
  await page.getByLabel('Modulens namn').fill('Första delen')
  await page.getByRole('button', { name: 'Lägg till modulen' }).click()
  await expect(page.getByRole('heading', { name: 'Första delen' })).toBeVisible()
  await page.getByLabel('Lektionens titel').fill('Lyssna')
  await page.getByLabel('Modul', { exact: true }).first().selectOption({ label: 'Första delen' })
  await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
  await page.waitForURL(/\/lektioner\//)
  await text(page, 'Text', isScripted).fill('Lyssna färdigt innan du svarar.')
  await page.getByRole('button', { name: 'Spara lektionen' }).click()
  await expect(page.getByRole('status').first()).toContainText('Lektionen är sparad')
  await page.goto(paths.draftSettings(made))
  await page.getByLabel('Sammanfattning').fill('Om att lyssna.')
  await text(page, 'Beskrivning', isScripted).fill('En kurs om samtal.')
  await page.getByLabel('Efter kursen kan du').fill('lyssna\nfråga')
  await page.getByLabel('Kompetens 1').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByRole('status').first()).toContainText('Sparat')
  return made
}

/** Axe needs scripts. */
async function looksRight(page: Page, isScripted: boolean): Promise<void> {
  if (!isScripted) return
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
}

/** Writes the course in English, page by page, publishes it and reads it. */
async function translate(page: Page, isScripted: boolean): Promise<void> {
  const made = await makeCourse(page, isScripted ? 'Samtal på två språk' : 'Samtal utan skript', isScripted)
  const whole = page.getByLabel('Översättningen är hel och säger det som originalet säger nu')
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await page.goto(paths.draftLanguages(made))
  await expect(row('Lyssna')).toContainText('Saknas')
  await expect(row('Lyssna').getByRole('link')).toHaveCount(1)
  await looksRight(page, isScripted)
  await page.getByRole('link', { name: 'Översätt till engelska' }).click()
  await expect(page.locator('main [lang="sv"]').filter({ hasText: 'Om att lyssna.' })).toBeVisible()
  await text(page, 'Beskrivning', isScripted).fill('A course on talking.')
  await looksRight(page, isScripted)
  await page.getByLabel('Titel').fill('Talking')
  await page.getByLabel('Mål 2').fill('ask')
  await page.getByLabel('Modul 1').fill('Part one')
  await whole.check()
  await page.getByRole('button', { name: 'Spara texterna' }).click()
  await expect(page.locator('.form-errors')).toContainText('Skriv en översättning: Mål 1.')
  await expect(page.locator('.form-errors')).not.toContainText('Mål 2')
  await expect(page.getByLabel('Titel')).toHaveValue('Talking')
  await expect(text(page, 'Beskrivning', isScripted)).toHaveText('A course on talking.')
  await looksRight(page, isScripted)
  await page.getByLabel('Sammanfattning').fill('On listening.')
  await page.getByLabel('Mål 1').fill('listen')
  await whole.check()
  await page.getByRole('button', { name: 'Spara texterna' }).click()
  await expect(page.locator('main')).toContainText('Översättningen är klar. Läsarna får den när kursen publiceras.')

  await page.goto(paths.draftLanguages(made))
  await row('Lyssna')
    .getByRole('link', { name: /Översätt/ })
    .click()
  await page.getByRole('button', { name: 'Börja med en tom text' }).click()
  const original = page.getByRole('region', { name: 'Originalet på svenska' })
  await expect(original.locator('[lang="sv"]')).toContainText('Lyssna färdigt innan du svarar.')
  await text(page, 'Text', isScripted).fill('Listen to the end before you answer.')
  await page.getByLabel('Titel').fill('Listening')
  await looksRight(page, isScripted)
  await whole.check()
  await page.getByRole('button', { name: 'Spara lektionen' }).click()
  await expect(page.getByRole('status').first()).toContainText('Lektionen är sparad')

  await page.goto(paths.draftSettings(made))
  await page.getByLabel('Sammanfattning').fill('Om att lyssna färdigt.')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByRole('status').first()).toContainText('Sparat')
  await page.goto(paths.draftLanguages(made))
  await expect(row('Lyssna')).toContainText('Klar')
  await expect(row('Kursens egna texter')).toContainText('Originalet har ändrats')
  await looksRight(page, isScripted)
  await row('Kursens egna texter').getByRole('link', { name: /Öppna/ }).click()
  await expect(page.locator('main')).toContainText('Originalet har ändrats sedan översättningen skrevs.')
  await expect(text(page, 'Beskrivning', isScripted)).toHaveText('A course on talking.')
  await page.getByLabel('Sammanfattning').fill('On listening to the end.')
  await whole.check()
  await page.getByRole('button', { name: 'Spara texterna' }).click()
  await expect(page.locator('main')).toContainText('Översättningen är klar. Läsarna får den när kursen publiceras.')

  await page.goto(paths.draftReview(made))
  await page.getByRole('button', { name: 'Publicera', exact: true }).click()
  await expect(page.locator('main')).toContainText('Version 1 är publicerad')
  await page.goto(paths.course(made))
  await page.getByRole('button', { name: 'Läs på engelska' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Talking')
  for (const words of ['On listening to the end.', 'A course on talking.', 'listen', 'Part one', 'Listening']) {
    await expect(page.locator('main')).toContainText(words)
  }
  await page.getByRole('button', { name: 'Läs på svenska' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Samtal')

  await page.goto(paths.draftTexts(made, 'en'))
  await page.getByText('Ta bort engelska från kursen').click()
  await page.getByRole('button', { name: 'Ja, ta bort engelska' }).click()
  await expect(page.getByRole('status').first()).toContainText('Språket är borttaget')
  await expect(row('Kursens egna texter')).toContainText('Saknas')
}

test.describe('a course of the portal gets its texts in a second language', () => {
  test.setTimeout(180_000)
  test.use({ role: 'redaktor', expectedConsole: [/status of 400/] })

  test('in the editor, and is read in it', async ({ page }, { project }) => {
    test.skip(project.name !== 'desktop', 'the phone does it without scripts')
    await translate(page, true)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('with Markdown on a phone', async ({ page }, { project }) => {
      test.skip(project.name !== 'phone', 'the desk does it with scripts')
      await translate(page, false)
    })
  })
})
