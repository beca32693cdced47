import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'
import { png } from '../support/media-bytes'

const film = path.resolve(import.meta.dirname, '../../content/lectures/stottning-i-praktiken/video.mp4')
const name = (page: Page, text: string) => `${text} ${page.viewportSize()?.width ?? 0} ${test.info().workerIndex}`
const chooser = (page: Page) => page.getByLabel('Välj filer')
const inOrder = async (page: Page) => {
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
}

// What is refused is answered with 400 or 422, which the browser writes in its console.
test.use({ role: 'redaktor', expectedConsole: [/status of (400|422)/] })

/** Uploads a film of the content folder and opens its page. */
async function uploadFilm(page: Page, title: string): Promise<string> {
  await page.goto(paths.newMedia())
  const bytes = readFileSync(film)
  await chooser(page).setInputFiles({ name: `${title}.mp4`, mimeType: 'video/mp4', buffer: bytes })
  await page.getByRole('link', { name: `Öppna ${title}.mp4` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return page.url()
}

/** Writes a question with one right answer, and one of order that is moved before it. */
async function writeQuestions(page: Page): Promise<void> {
  const add = async (type: string) => {
    await page.locator('[name="nytyp"]').selectOption(type)
    await page.locator('button[value="ny"]').click()
  }
  await add('single')
  await page.locator('[name="f0.prompt"]').fill('Vad bär rösten?')
  await page.locator('[name="f0.r0.text"]').fill('Rummet')
  await page.locator('[name="f0.r0.feedback"]').fill('Ja, rummet bär den.')
  await page.locator('[name="f0.r0.correct"]').check()
  await page.locator('[name="f0.r1.text"]').fill('Inget')
  await page.locator('[name="f0.r1.feedback"]').fill('Jo, rummet.')
  await add('ordering')
  await page.locator('[name="f1.prompt"]').fill('I vilken ordning värmer du upp?')
  for (const [row, text] of ['Kropp', 'Andning', 'Röst'].entries())
    await page.locator(`[name="f1.r${row}.text"]`).fill(text)
  await page.locator('button[value="f1:upp"]').click()
  await expect(page.locator('[name="f0.prompt"]')).toHaveValue('I vilken ordning värmer du upp?')
  await expect(page.locator('[name="f1.r0.text"]')).toHaveValue('Rummet')
}

test('an editor uploads pictures, describes one, finds it and removes it', async ({ page }) => {
  const title = name(page, 'Brygga')
  await page.goto(paths.media())
  await inOrder(page)
  await page.getByRole('link', { name: 'Ladda upp' }).first().click()
  await chooser(page).setInputFiles([
    { name: `${title}.png`, mimeType: 'image/png', buffer: png },
    { name: `${title}.svg.png`, mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
  ])
  await expect(page.getByText('SVG tas inte emot')).toBeVisible()
  await inOrder(page)
  await page.getByRole('link', { name: `Öppna ${title}.png` }).click()
  await page.getByLabel('Alternativtext').fill('En brygga i dimma')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Sparat.')).toBeVisible()
  await expect(page.getByRole('img', { name: 'En brygga i dimma' })).toBeVisible()
  await inOrder(page)
  await page.goto(paths.media(`?typ=bild&q=${encodeURIComponent(title)}`))
  await expect(page.getByText('2 filer')).toBeVisible()
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.locator('#ta-bort summary').click()
  await page.getByRole('button', { name: 'Ta bort filen för alltid' }).click()
  await expect(page.getByText('Filen är borttagen.')).toBeVisible()
})

test.describe('an upload that is broken off', () => {
  test.use({ expectedConsole: [/ERR_CONNECTION_RESET|Failed to load resource/] })
  test('says so, and goes on in a new browser when the same file is chosen', async ({ page, browser }) => {
    const title = name(page, 'Stor rapport')
    const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9_000_000, 32)])
    // A file on the disk, as its day of change is part of what makes it the same file.
    const file = path.join(test.info().outputPath(), `${title}.pdf`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, buffer)
    let patches = 0
    const breakAfterFirst = async (route: Parameters<Parameters<Page['route']>[1]>[0]) => {
      patches += route.request().method() === 'PATCH' ? 1 : 0
      if (patches > 1) await route.abort('connectionreset')
      else await route.continue()
    }
    await page.goto(paths.newMedia())
    await page.route(`**${paths.mediaUploads()}/**`, breakAfterFirst)
    await chooser(page).setInputFiles(file)
    await expect(page.getByText('Anslutningen är bruten')).toBeVisible()
    await page.getByRole('button', { name: `Pausa ${title}.pdf` }).click()
    await expect(page.getByText(/Pausad vid 4\d procent/)).toBeVisible()
    await inOrder(page)

    const context = await browser.newContext({ storageState: await page.context().storageState() })
    const again = await context.newPage()
    const offsets: string[] = []
    again.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '')
    })
    await again.goto(new URL(paths.newMedia(), page.url()).href)
    await expect(again.getByText(`${title}.pdf: 4,2 MB av 9 MB är uppladdat.`)).toBeVisible()
    await chooser(again).setInputFiles(file)
    await again.getByRole('link', { name: `Öppna ${title}.pdf` }).click()
    await expect(again.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(again.getByText('9 MB', { exact: true })).toBeVisible()
    expect(offsets[0]).toBe(String(4 * 1024 * 1024))
    await context.close()
  })
})

test('captions are written by keyboard alone, saved as they are written, and a lecture is published of them', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const title = name(page, 'Röst och rum')
  const item = await uploadFilm(page, title)
  await page.getByRole('link', { name: 'Gör en föreläsning' }).click()
  await page.getByLabel('Sammanfattning').fill('Om röst och rum.')
  await page.getByLabel('Föreläsare').fill('Föreläsare Ek')
  await writeQuestions(page)
  await expect(page.getByLabel('Sammanfattning')).toHaveValue('Om röst och rum.')
  await page.locator('[name="f1.r0.feedback"]').fill('')
  await page.getByRole('button', { name: 'Spara och publicera' }).click()
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('Föreläsningen kan inte publiceras än.')
  await expect(refusal).toContainText('En kontrollfråga är inte hel.')
  await expect(page.locator('[name="f1.r0.feedback"]')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('[name="f1.r0.feedback"]').fill('Ja, rummet bär den.')
  await page.getByText('Hämta ur frågebanken', { exact: true }).click()
  await page.locator('[name="banksok"]').fill('finns inte alls')
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
  await expect(page.getByText('Ingen fråga har de orden.')).toBeVisible()
  await page.locator('[name="banksok"]').fill('')
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
  await page.locator('[name="bankfraga"]').first().check()
  await page.getByRole('button', { name: 'Lägg till de markerade' }).click()
  await expect(page.locator('[name="f2.prompt"]')).toBeFocused()
  await expect(page.locator('[name="f2.prompt"]')).not.toHaveValue('')
  await page.getByRole('button', { name: 'Spara och publicera' }).click()
  await expect(refusal.getByRole('listitem')).toHaveCount(1)
  await inOrder(page)
  await refusal.getByRole('link', { name: /Textning saknas/ }).click()
  await expect(page).toHaveURL(/#texter$/)

  // From here the keyboard alone.
  await page.getByRole('link', { name: /Skriv själv: textning/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lägg till första raden' }).focus()
  await page.keyboard.press('Enter')
  const text = page.getByLabel('Rad 1: text')
  await expect(text).toBeFocused()
  await page.keyboard.type('Välkommen hit och till dig')
  for (let step = 0; step < 'och till dig'.length; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Alt+d')
  await expect(text).toHaveValue('Välkommen hit')
  await page.keyboard.press('Control+Enter')
  const second = page.getByLabel('Rad 2: text')
  await expect(second).toBeFocused()
  await expect(second).toHaveValue('och till dig')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Rad 3: text')).toBeFocused()
  await expect(page.getByText('Raden är tom.').first()).toBeVisible()
  await page.keyboard.type('Slut.')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(second).toBeFocused()
  await page.keyboard.press('Alt+m')
  await expect(second).toHaveValue('och till dig\nSlut.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0:01,5')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^Sparat \d\d[.:]\d\d$/)).toBeVisible()
  await inOrder(page)
  await page.reload()
  await expect(page.getByLabel('Rad 1: text')).toHaveValue('Välkommen hit')
  await expect(page.getByRole('button', { name: /00:01/ })).toContainText('och till dig')

  await page.goto(item)
  // The film is worked on where there is ffmpeg; then it is ready.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Uppspelning')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 120_000 })
  await inOrder(page)
  await page.getByRole('link', { name: 'Redigera föreläsningen' }).click()
  await page.getByRole('button', { name: 'Spara och publicera' }).click()
  await expect(page.getByText('Föreläsningen är publicerad.')).toBeVisible()
  await page.getByRole('link', { name: 'Visa föreläsningen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('och till dig Slut.')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Vad bär rösten?' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'I vilken ordning värmer du upp?' })).toBeVisible()
  await inOrder(page)
  await page.goto(paths.lectures())
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})

test('a lecture that came from files is edited and published again', async ({ page }, { project }) => {
  test.skip(project.name !== 'desktop', 'a lecture is begun once')
  const address = paths.lecture('ai-mojligheter-och-granser')
  await page.goto(address)
  const before = await page.locator('main h1').textContent()
  await page.getByRole('link', { name: 'Redigera föreläsningen' }).click()
  await expect(page.getByText('Föreläsningen kommer från filer.')).toBeVisible()
  await inOrder(page)
  await page.getByRole('button', { name: 'Börja redigera' }).click()
  await expect(page.getByText('Utkastet är gjort.')).toBeVisible()
  await expect(page.locator('[name="f2.prompt"]')).toHaveValue(/hög risk/)
  await expect(page.locator('[name="slideId"]').first()).not.toHaveValue('')
  await expect(page.getByLabel('Om rösten (valfritt)')).toHaveValue('Talet är gjort med en syntetisk röst.')
  await page.getByLabel('Sammanfattning').fill('Vad generativ AI gör, och tre gränser att känna till.')
  await inOrder(page)
  await page.getByRole('button', { name: 'Spara och publicera ändringarna' }).click()
  await expect(page.getByText('Föreläsningen är publicerad.')).toBeVisible()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: before ?? '' })).toBeVisible()
  await expect(page.getByText('och tre gränser att känna till.')).toBeVisible()
  await inOrder(page)
  await page.getByRole('link', { name: 'Redigera föreläsningen' }).click()
  await expect(page.getByLabel('Sammanfattning')).toHaveValue(/tre gränser att känna till/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a film is uploaded by a form and its captions are written as text', async ({ page }) => {
    const title = name(page, 'Utan skript')
    await page.goto(paths.newMedia())
    const buffer = readFileSync(film)
    await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: `${title}.mp4`, mimeType: 'video/mp4', buffer })
    await page.getByRole('button', { name: 'Ladda upp' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.getByRole('link', { name: /Skriv själv: textning/ }).click()
    await page.getByLabel('WebVTT').fill('WEBVTT\n\n00:01.000 --> nu\nHej')
    await page.getByRole('button', { name: 'Spara texten' }).click()
    await expect(page.getByText('Rad 3: Tiderna går inte att läsa.')).toBeVisible()
    await expect(page.getByLabel('WebVTT')).toHaveValue(/--> nu/)
    await page.getByLabel('WebVTT').fill('WEBVTT\n\n00:01.000 --> 00:02.000\nHej')
    await page.getByRole('button', { name: 'Spara texten' }).click()
    await expect(page.getByText('Sparat.')).toBeVisible()
    await expect(page.getByLabel('WebVTT')).toHaveValue(/Hej/)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: 'Gör en föreläsning' }).click()
    await writeQuestions(page)
    await page.locator('button[value="f1:bort"]').click()
    await expect(page.locator('[name="f1.prompt"]')).toHaveCount(0)
    await page.getByText('Hämta ur frågebanken', { exact: true }).click()
    await page.locator('[name="bankfraga"]').first().check()
    await page.getByRole('button', { name: 'Lägg till de markerade' }).click()
    await page.getByRole('button', { name: 'Spara utkastet' }).last().click()
    await expect(page.getByText('Sparat.')).toBeVisible()
    await expect(page.locator('[name="f0.r2.text"]')).toHaveValue('Röst')
    await expect(page.locator('[name="f1.prompt"]')).not.toHaveValue('')
  })
})
