import { paths } from '~/shared/paths'
import { Seats } from '../support/chain/seats'
import { expect, expectNoAxeViolations, test } from '../support/e2e'
import { Hands } from '../support/hands'
import { png } from '../support/media-bytes'
import { Writer } from '../support/writer'
import { everyQuestion, writeQuestion } from '../support/written-questions'

const course = `Samtalets grunder med tangenter${process.env['WALK'] ?? ''}`
const slug = `samtalets-grunder-med-tangenter${process.env['WALK'] ?? ''}`

async function begin(hands: Hands): Promise<void> {
  await hands.page.goto(paths.home())
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
  await hands.to(hands.page.getByRole('button', { name: 'Spara lektionen' }).last())
  await hands.key('Enter')
  await expect(hands.page.getByRole('status').filter({ hasText: 'Lektionen är sparad' })).toBeVisible()
  await hands.see()
}

async function writeArticle(hands: Writer): Promise<void> {
  const { page } = hands
  await hands.to(hands.text)
  await hands.write('Ett stycke först.')
  await hands.key('Enter')
  await hands.write('## Rubrik två')
  await hands.key('Enter')
  await hands.slash('underrubrik', 'Rubrik tre')
  await hands.key('Enter')
  await hands.key('Control+Alt+4')
  await hands.write('Rubrik fyra')
  await hands.key('Enter')
  await hands.write('- punkt ett')
  await hands.key('Enter')
  await hands.write('punkt två')
  // Tab moves the item in; after Escape it leaves the text, and Escape in the toolbar comes back.
  await hands.key('Tab')
  await expect(hands.text.locator('ul ul li')).toHaveText('punkt två')
  await hands.key('Escape', 'Shift+Tab')
  await expect(page.getByRole('toolbar').first().locator(':focus')).toHaveCount(1)
  await hands.see()
  await hands.key('Escape')
  await expect(hands.text).toBeFocused()
  await hands.key('Shift+Tab', 'Enter', 'Enter')
  await hands.tool('Numrerad lista')
  await hands.write('steg ett')
  await hands.key('Enter', 'Enter')
  await hands.slash('uppgift', 'gör detta')
  await hands.key('Enter', 'Enter')
  await hands.slash('tabell')
  for (const cell of ['Vad', 'När', 'Var', 'Läsa', 'Måndag', 'Hemma']) {
    await hands.write(cell)
    await hands.key('Tab')
  }
  await hands.key('Alt+Enter')
  await expect(page.getByRole('group', { name: 'Tabell', exact: true }).locator(':focus')).toHaveCount(1)
  await hands.press('button', 'Ta bort rad')
  await expect(hands.text).toBeFocused()
  await expect(hands.text.locator('tr')).toHaveCount(2)

  await hands.key('ControlOrMeta+End')
  await hands.write('> Den som frågar lär sig.')
  await hands.key('Alt+Enter')
  await hands.fillIn('Källa', 'Ordspråksboken')
  await hands.fillIn('Källans adress', 'https://www.example.org/ord')
  await hands.key('Escape')
  await expect(hands.text).toBeFocused()
  await hands.key('ControlOrMeta+End', 'Enter', 'Enter')
  await hands.slash('bra', 'Det här är bra att veta.')
  await hands.slash('tips', 'Börja smått.')
  await hands.slash('se upp', 'Spara ofta.')
  await hands.slash('fundera, med', 'Vad hindrar dig?')
  await hands.ask('begrepp', { Begrepp: 'Stöttning' })
  await hands.write('Tillfälligt stöd.')
  await hands.ask('bild', { 'Alternativtext: vad bilden visar': 'brygga.png', Bildtext: 'En bildtext' }, (panel) =>
    hands.give(panel.getByLabel('Ladda upp en fil'), { name: 'Brygga.png', mimeType: 'image/png', buffer: png }),
  )
  await hands.ask('bild', { 'Alternativtext: vad bilden visar': 'En brygga i motljus' }, hands.search('brygga'))
  await hands.ask('fil', {}, (panel) =>
    hands.give(panel.getByLabel('Ladda upp en fil'), {
      name: 'Mall.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('En mall att fylla i.'),
    }),
  )
  await hands.ask(
    'föreläsning',
    { 'Från (minuter:sekunder)': '0:05', 'Till (minuter:sekunder)': '0:20' },
    hands.search('stöttning'),
  )
  await hands.ask('sida', { 'Sidans adress': 'https://youtu.be/abcDEF12345', Titel: 'En film' })
  await hands.slash('formel')
  const formula = page.locator('[role="group"]:has(> strong)')
  await hands.fill(formula.getByRole('textbox', { name: 'Formeln i TeX' }), 'x^2')
  await hands.fill(formula.getByRole('textbox', { name: /^Formeln i ord/ }), 'x i kvadrat')
  await hands.key('Enter')
  await expect(formula).toHaveCount(0)
  await hands.slash('avdelare')
  await hands.ask('utfällbar', { 'Rubrik som alltid syns': 'Mer om det' })
  await hands.write('Dolt tills vidare.')
  await hands.slash('spalter', 'Vänster spalt')
  await hands.key('ArrowRight')
  await hands.write('Höger spalt')
  const types = (await hands.blocks()).map((block) =>
    block.type === 'heading' ? `heading${block.attrs.level}` : block.type === 'callout' ? block.attrs.kind : block.type,
  )
  expect(types.filter((type, at) => type !== 'paragraph' || at === 0)).toEqual([
    ...[
      'paragraph',
      'heading2',
      'heading3',
      'heading4',
      'bulletList',
      'orderedList',
      'taskList',
      'table',
      'blockquote',
    ],
    ...['note', 'tip', 'warning', 'prompt', 'definition', 'image', 'image', 'file', 'lecture', 'embed', 'formula'],
    ...['horizontalRule', 'details', 'columns'],
  ])
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
  await expectNoAxeViolations(page)
  await page.goto(paths.lesson(slug, 'kontrollen'))
  for (const { fields } of everyQuestion) await expect(text.getByText(fields['prompt'] ?? '').first()).toBeVisible()
  await page.goto(paths.lesson(slug, 'tanken'))
  await expect(text).toContainText('Vad tar du med dig?')
}

test('a course is written, reviewed and published by keyboard alone, and read without scripts', async ({
  browser,
  baseURL,
}) => {
  const seats = new Seats(browser, baseURL ?? '')
  const step = async (name: string, does: () => Promise<void>) => {
    const at = Date.now()
    await does()
    console.log(name, Date.now() - at)
  }
  const writer = new Writer((await seats.of('kursansvarig', 'desk', true)).page)
  const { page } = writer
  let seen = page
  try {
    await step('begin', () => begin(writer))
    await step('add', () => addLesson(writer, 'Artikeln', 'Artikel'))
    await step('article', () => writeArticle(writer))
    await step('save', () => saveLesson(writer))
    await step('axe', () => expectNoAxeViolations(page))
    await backToCourse(writer)
    await step('add', () => addLesson(writer, 'Kontrollen', 'Kunskapskontroll'))
    await step('quiz', () => writeQuiz(writer))
    await step('save', () => saveLesson(writer))
    await backToCourse(writer)
    await step('add', () => addLesson(writer, 'Tanken', 'Reflektion'))
    await step('refl', () => writeReflection(writer))
    await step('save', () => saveLesson(writer))
    await backToCourse(writer)
    await step('settings', () => fillSettings(writer))
    await step('mend', () => mend(writer))
    await writer.fillIn('Något som granskaren ska veta', 'Allt är skrivet utan mus.')
    await writer.press('button', 'Skicka till granskning')
    await expect(page.locator('main')).toContainText('väntar på granskning')
    await writer.see()

    const reviewer = new Hands((await seats.of('redaktor', 'desk', true)).page)
    seen = reviewer.page
    await step('review', async () => {
      await reviewer.page.goto(paths.home())
      await reviewer.follow('Redaktion', 'Redaktion')
      await reviewer.follow('I granskning', 'Redaktion')
      await reviewer.follow(course, course)
      await reviewer.press('link', 'Granska och publicera')
      await expect(reviewer.page.locator('main')).toContainText('Allt är skrivet utan mus.')
      await reviewer.press('button', 'Publicera')
      await expect(reviewer.page.locator('main')).toContainText('Version 1 är publicerad')
      await reviewer.see()
    })

    const learner = new Hands((await seats.of('medarbetare', 'desk', false)).page)
    seen = learner.page
    await step('read', () => read(learner))
  } catch (e) {
    await seen.screenshot({ path: '/tmp/walk-x/fail.png' })
    throw e
  }
  expect(await seats.close()).toEqual([])
})
