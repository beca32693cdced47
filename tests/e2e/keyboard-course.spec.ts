import { paths } from '~/shared/paths'
import { Seats } from '../support/chain/seats'
import { expect, expectNoAxeViolations, test, untilScripted } from '../support/e2e'
import { Hands } from '../support/hands'
import { Writer } from '../support/writer'
import { writeArticle } from '../support/written-article'
import { everyQuestion, writeQuestion } from '../support/written-questions'

const course = 'Samtalets grunder med tangenter'
const slug = 'samtalets-grunder-med-tangenter'

async function begin(hands: Hands): Promise<void> {
  await hands.page.goto(paths.home())
  await untilScripted(hands.page)
  await hands.follow('Redaktion', 'Redaktion')
  await hands.follow('Ny kurs', 'Ny kurs')
  await hands.fillIn('Kursens titel', course)
  await hands.press('button', 'Skapa kursen')
  await expect(hands.page).toHaveURL(new RegExp(`${paths.draft(slug)}$`))
  await hands.fillIn('Modulens namn', 'Del ett')
  await hands.key('Enter')
  await expect(hands.page.getByRole('heading', { name: 'Del ett' })).toBeVisible()
  await expect(hands.page.getByRole('textbox', { name: 'Modulens namn' }).last()).toBeFocused()
  await expect(hands.page.getByRole('textbox', { name: 'Modulens namn' }).last()).toHaveValue('')
  await hands.fillIn('Modulens namn', 'Del två')
}

async function addLesson(hands: Hands, title: string, kind: string): Promise<void> {
  await hands.fillIn('Lektionens titel', title)
  await hands.choose(hands.page.getByRole('combobox', { name: 'Typ' }), kind)
  await hands.press('button', 'Lägg till lektionen')
  await expect(hands.page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await expect(hands.page.locator('.ProseMirror').first()).toBeVisible()
}

async function backToCourse(hands: Hands): Promise<void> {
  await hands.to(hands.page.getByRole('link', { name: 'Till kursens innehåll' }).last())
  await hands.key('Enter')
  await expect(hands.page.getByRole('heading', { level: 2, name: 'Lägg till en lektion' })).toBeVisible()
}

async function saveLesson(hands: Hands): Promise<void> {
  await expect(hands.page.getByText(/^(Sparar|Inte sparat än)/)).toHaveCount(0, { timeout: 40_000 })
  await hands.to(hands.page.getByRole('button', { name: 'Spara lektionen' }).last())
  await hands.key('Enter')
  await expect(hands.page.getByRole('status').filter({ hasText: 'Lektionen är sparad' })).toBeVisible()
  await hands.see()
}

async function writeQuiz(hands: Hands): Promise<void> {
  await writeQuestion(hands, 0, { type: 'Kort svar', fields: { 'r0.text': 'stöttning' } })
  await hands.to(hands.page.getByRole('button', { name: 'Spara lektionen' }).last())
  await hands.key('Enter')
  // What is wrong is told where the focus is, and leads to its field.
  await expect(hands.page.getByRole('alert')).toBeFocused()
  await hands.see()
  await hands.press('link', 'Fråga 1: Fyll i fältet.')
  await expect(hands.page.locator('[name="f0.prompt"]')).toBeFocused()
  await hands.press('button', 'Ta bort fråga 1')
  await expect(hands.page.getByRole('combobox', { name: 'Slag av fråga' })).toBeFocused()
  for (const [index, question] of everyQuestion.entries()) await writeQuestion(hands, index, question)
  // A question that is taken away leaves the focus at the one before it.
  await hands.choose(hands.page.getByRole('combobox', { name: 'Slag av fråga' }), 'Tal')
  await hands.press('button', 'Lägg till en fråga')
  await hands.press('button', `Ta bort fråga ${everyQuestion.length + 1}`)
  await expect(hands.page.locator(`[name="f${everyQuestion.length - 1}.prompt"]`)).toBeFocused()
  await expect(hands.page.locator('fieldset:has([name$=".prompt"])')).toHaveCount(everyQuestion.length)
}

async function writeReflection(hands: Hands): Promise<void> {
  await hands.to(hands.page.getByRole('textbox', { name: 'Uppgift', exact: true }))
  await hands.write('Vad tar du med dig?')
  await hands.fillIn('Minsta antal ord', '20')
}

async function fillSettings(hands: Hands): Promise<void> {
  const { page } = hands
  await hands.press('link', 'Granska och publicera')
  await expect(page.locator('main')).toContainText('Sammanfattning saknas')
  await hands.press('link', /^Åtgärda ?: Sammanfattning saknas/)
  await expect(page.getByRole('textbox', { name: 'Sammanfattning' })).toBeFocused()
  await hands.see()
  await hands.write('Om samtal som stöd för språket.')
  await hands.to(page.getByRole('textbox', { name: 'Beskrivning', exact: true }))
  await hands.write('En kurs om samtal.')
  await hands.fillIn('Efter kursen kan du', 'planera ett samtal')
  await hands.to(page.getByRole('combobox', { name: 'Kompetens 1' }))
  await hands.key('ArrowDown')
  await hands.to(page.getByRole('group', { name: 'Teman' }).getByRole('checkbox').first())
  await hands.key('Space')
  await hands.choose(page.getByRole('combobox', { name: 'Omslagsbild' }), 'Medieförrådet: Brygga')
  await hands.fillIn('Alternativtext', 'En brygga')
  await hands.press('button', 'Spara inställningarna')
  await expect(page.getByRole('status').filter({ hasText: 'Sparat' })).toBeVisible()
  await hands.see()
}

/** From what hinders a course to its place in the text, and there it is mended. */
async function mend(hands: Writer): Promise<void> {
  const { page } = hands
  await hands.press('link', 'Granska och publicera')
  await hands.press('link', /^Åtgärda ?: I ”Artikeln”: alternativtexten ”brygga.png” är ett filnamn/)
  await expect(hands.findings).toBeFocused()
  await hands.see()
  await hands.press('button', /”brygga.png” ser ut som ett filnamn/)
  await expect(hands.text).toBeFocused()
  await expect(hands.text.locator('[data-selected="true"]')).toHaveCount(1)
  await hands.key('Alt+Enter')
  await hands.fillIn('Alternativtext: vad bilden visar', 'En brygga vid havet')
  await hands.key('Escape')
  await expect(hands.text).toBeFocused()
  await expect(hands.findings).toContainText('Inget att rätta')
  await expect(page.getByText(/^Sparat \d\d\.\d\d$/).first()).toBeVisible()
  await hands.key('Escape', 'Shift+Tab')
  await hands.press('link', 'Granska och publicera')
  await expect(page.locator('main')).not.toContainText('Hindrar')
}

async function review(hands: Hands): Promise<void> {
  const { page } = hands
  await page.goto(paths.home())
  await untilScripted(page)
  await hands.follow('Redaktion', 'Redaktion')
  await hands.press('link', 'I granskning')
  await expect(page).toHaveURL(/granskning/)
  await hands.follow(course, course)
  await hands.press('link', 'Granska och publicera')
  await expect(page.locator('main')).toContainText('Allt är skrivet utan mus.')
  await hands.press('button', 'Publicera')
  await expect(page.locator('main')).toContainText('Version 1 är publicerad')
  await hands.see()
}

/** Every block and every kind of question is in the pages that are sent. */
async function read(hands: Hands): Promise<void> {
  const { page } = hands
  await page.goto(paths.course(slug))
  await hands.press('button', 'Börja kursen')
  await hands.press('link', 'Artikeln')
  const text = page.locator('main')
  await expect(text.getByRole('heading', { level: 2, name: 'Rubrik två' })).toBeVisible()
  await expect(text.getByRole('heading', { level: 3, name: 'Rubrik tre' })).toBeVisible()
  await expect(text.getByRole('heading', { level: 4, name: 'Rubrik fyra' })).toBeVisible()
  await expect(text.locator('ul > li', { hasText: 'punkt två' })).toBeVisible()
  await expect(text.locator('ol > li', { hasText: 'steg ett' })).toBeVisible()
  await expect(text.locator('li', { hasText: 'gör detta' })).toContainText('Att göra')
  await expect(text.getByRole('columnheader', { name: 'När' })).toBeVisible()
  await expect(text.locator('figure', { hasText: 'Den som frågar' }).getByRole('link')).toHaveText('Ordspråksboken')
  for (const words of ['Det här är bra att veta.', 'Börja smått.', 'Spara ofta.', 'Vänster spalt', 'Höger spalt']) {
    await expect(text.getByText(words)).toBeVisible()
  }
  await expect(text.getByLabel('Ditt svar')).toBeVisible()
  await expect(text.locator('dfn')).toHaveText('Stöttning')
  await expect(text.getByRole('img', { name: 'En brygga vid havet' })).toHaveCount(1)
  await expect(text.getByText('En bildtext')).toBeVisible()
  await expect(text.getByRole('link', { name: /Mall/ })).toBeVisible()
  await expect(text.getByRole('link', { name: 'Stöttning i praktiken' })).toBeVisible()
  await expect(text.getByRole('link', { name: 'En film på YouTube' })).toBeVisible()
  await expect(text.locator('math msup')).toHaveCount(1)
  await expect(text.locator('hr')).toHaveCount(1)
  await hands.to(text.locator('summary', { hasText: 'Mer om det' }))
  await hands.key('Enter')
  await expect(text.getByText('Dolt tills vidare.')).toBeVisible()
  await page.goto(paths.lesson(slug, 'kontrollen'))
  for (const { fields } of everyQuestion) await expect(text.getByText(fields['prompt'] ?? '').first()).toBeVisible()
  await page.goto(paths.lesson(slug, 'tanken'))
  await expect(text).toContainText('Vad tar du med dig?')
}

test('a course is written, reviewed and published by keyboard alone, and read without scripts', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const seats = new Seats(browser, baseURL ?? '')
  const writer = new Writer((await seats.of('kursansvarig', 'desk', true)).page)
  await begin(writer)
  await addLesson(writer, 'Artikeln', 'Artikel')
  await writeArticle(writer)
  await saveLesson(writer)
  await expectNoAxeViolations(writer.page)
  await backToCourse(writer)
  await addLesson(writer, 'Kontrollen', 'Kunskapskontroll')
  await writeQuiz(writer)
  await saveLesson(writer)
  await backToCourse(writer)
  await addLesson(writer, 'Tanken', 'Reflektion')
  await writeReflection(writer)
  await saveLesson(writer)
  await backToCourse(writer)
  await fillSettings(writer)
  await mend(writer)
  await writer.fillIn('Något som granskaren ska veta', 'Allt är skrivet utan mus.')
  await writer.press('button', 'Skicka till granskning')
  await expect(writer.page.locator('main')).toContainText('väntar på granskning')
  await writer.see()
  await review(new Hands((await seats.of('redaktor', 'desk', true)).page))
  await read(new Hands((await seats.of('medarbetare', 'desk', false)).page))
  expect(await seats.close()).toEqual([])
})
