import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

// A refused file is an answer with 400, which the browser tells in its console.
test.use({ role: 'redaktor', expectedConsole: [/status of 400/] })

const SLUG = 'validering-steg-for-steg'
const choose = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer })

test('a course is taken out as a package and read in again as a course of its own', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(paths.authoring())
  await page.getByRole('link', { name: 'Läs in kurspaket' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Läs in kurspaket' })).toBeVisible()
  await expectNoAxeViolations(page)

  // What is no package is refused in words, and what is faulty is told by file.
  await page.getByLabel('Kurspaket').setInputFiles(choose('bild.zip', Buffer.from('Ingen zip.')))
  await page.getByRole('button', { name: 'Se vad som finns i paketet' }).click()
  await expect(page.getByRole('alert')).toContainText('Filen är inte en zip-fil')
  const strange = Buffer.from(zipSync({ 'kurs.md': strToU8('# En kurs') }))
  await page.getByLabel('Kurspaket').setInputFiles(choose('kurs.zip', strange))
  await page.getByRole('button', { name: 'Se vad som finns i paketet' }).click()
  await expect(page.getByRole('table', { name: '1 fel i paketet' })).toContainText('manifest.json')
  await expect(page.getByRole('button', { name: 'Läs in paketet' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Ta bort paketet' }).click()
  await expect(page.getByRole('status').first()).toContainText('Paketet är borttaget')

  await page.goto(paths.authoring())
  const download = page.waitForEvent('download')
  await page.locator(`a[href="${paths.coursePackage(SLUG)}"]`).click()
  const file = await (await download).path()
  await page.goto(paths.importPackage())
  await page.getByLabel('Kurspaket').setInputFiles(choose('kurspaket.zip', readFileSync(file)))
  await page.getByRole('button', { name: 'Se vad som finns i paketet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Validering steg för steg' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Föreläsningar' })).toContainText('Finns redan och används')
  await expect(page.getByText('Det som är publicerat ändras inte förrän du publicerar utkastet.')).toBeVisible()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByLabel(`en ny kurs, med ${SLUG} i adressen`).check()
  await page.getByRole('button', { name: 'Läs in paketet' }).click()
  await expect(page).toHaveURL(new RegExp(`${SLUG}-\\d+/granskning`))
  await expect(page.getByRole('status').first()).toContainText('Paketet är inläst som ett utkast')
  await expect(page.getByRole('button', { name: 'Publicera' })).toBeVisible()
  await expectNoAxeViolations(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a package is sent, looked at and removed', async ({ page }, { project }) => {
    test.skip(project.name !== 'desktop', 'the walk with scripts is made on a phone too')
    const answer = await page.request.get(paths.coursePackage(SLUG))
    await page.goto(paths.importPackage())
    await page.getByLabel('Kurspaket').setInputFiles(choose('kurspaket.zip', await answer.body()))
    await page.getByRole('button', { name: 'Se vad som finns i paketet' }).click()
    await expect(page.getByRole('table', { name: 'Lektioner' })).toBeVisible()
    await page.getByRole('button', { name: 'Ta bort paketet' }).click()
    await expect(page).toHaveURL(paths.importPackage())
  })
})
