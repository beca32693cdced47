import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

test('a visitor follows a learning path to its courses and back', async ({ page }) => {
  await page.goto(paths.courses())
  await page.getByRole('link', { name: 'Se lärvägarna' }).click()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Tillgänglig och digital undervisning' }).click()
  await expect(page.getByText('Välj 2 av 3')).toBeVisible()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: /^Distans och flexibelt/ }).click()
  await expect(page.getByRole('heading', { name: 'Förkunskaper' })).toBeVisible()
  await expect(page.getByText('Det här rekommenderas innan du börjar.')).toBeVisible()
  await page.getByRole('link', { name: 'Tillgänglig och digital undervisning' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tillgänglig och digital undervisning')
})

test.describe('an editor', () => {
  test.use({ role: 'redaktor', expectedConsole: [/status of 400/] })

  test('makes a learning path with a choice, and a cohort whose leader sees how far it has come', async ({ page }, {
    project,
  }) => {
    await page.goto(paths.newPath())
    await expectNoAxeViolations(page)
    const title = `Språk och stöd ${project.name}`
    await page.getByLabel('Titel', { exact: true }).fill(title)
    await page.getByRole('button', { name: 'Spara lärvägen' }).click()
    await expect(page.locator('.form-errors')).toContainText('Skriv en sammanfattning')
    await page.getByLabel('Sammanfattning').fill('En väg genom två kurser.')
    await page.getByLabel('Publicerad').check()
    const part = page.getByRole('group', { name: 'Del 1' })
    await part.getByLabel('Delens titel').fill('Välj en')
    await part.getByLabel('Hur många kurser').selectOption('1')
    await part.getByLabel('Kurs 1').selectOption('sprakutvecklande-arbetssatt')
    await part.getByLabel('Kurs 2').selectOption('validering-steg-for-steg')
    await page.getByRole('button', { name: 'Spara lärvägen' }).click()
    await expect(page.getByRole('status').first()).toContainText('Sparat')
    await page.getByRole('link', { name: 'Visa lärvägen' }).click()
    await expect(page.getByText('Välj 1 av 2')).toBeVisible()

    await page.goto(paths.courseParticipants('sprakutvecklande-arbetssatt'))
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
    await page.getByLabel('Gruppens namn').fill(`Hösten ${project.name}`)
    await page.getByLabel('Antal platser').fill('2')
    await page.getByRole('button', { name: 'Lägg till gruppen' }).click()
    await expect(page.getByRole('link', { name: `Hösten ${project.name}` })).toBeVisible()
    await page.getByRole('link', { name: 'Våren 2025 (demonstration)' }).click()
    await expect(page.getByRole('heading', { name: 'Så långt har gruppen kommit' })).toBeVisible()
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
  })
})
