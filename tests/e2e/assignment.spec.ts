import { paths } from '~/shared/paths'
import { type Seat, Seats } from '../support/chain/seats'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test, untilScripted } from '../support/e2e'
import { OwnPortal } from '../support/own-portal'

const lesson = 'lamna-in-din-plan'
const state = ({ page }: Seat, step: string) => page.locator('#steg li', { hasText: step }).first()

/** A course of one assignment with every step, made and published without scripts. */
async function makeCourse({ page }: Seat): Promise<string> {
  await page.goto(paths.newCourse())
  await page.getByLabel('Kursens titel').fill('Planera med kollegor')
  await page.getByRole('button', { name: 'Skapa kursen' }).click()
  const slug = new URL(page.url()).pathname.split('/')[3] ?? ''
  await page.getByLabel('Lektionens titel').fill('Lämna in din plan')
  await page.locator('#ny-lektion-typ').selectOption('assignment')
  await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Så planerar du ett pass.')
  await page.getByLabel('Uppgift', { exact: true }).fill('Beskriv ett pass med **mål** och uppföljning.')
  await page.getByLabel('Minsta antal ord').fill('tio')
  await page.getByLabel(/^Öva:/).check()
  await page.getByLabel(/^Kamratrespons: /).check()
  await page.getByLabel('Antal arbeten att läsa').fill('1')
  await page.getByLabel(/^Självbedömning:/).check()
  const criterion = page.getByRole('group', { name: 'Nytt kriterium' })
  await criterion.getByLabel('Vad kriteriet handlar om').fill('Målet')
  for (const [step, title, text] of [
    ['1', 'På väg', 'Målet är antytt.'],
    ['2', 'Tydligt', 'Målet säger vad eleven ska kunna.'],
  ] as const) {
    await criterion.getByLabel(`Nivå ${step}: namn`).fill(title)
    await criterion.getByLabel(`Nivå ${step}: beskrivning`).fill(text)
  }
  const save = page.getByRole('button', { name: 'Spara lektionen' }).first()
  await save.click()
  await expect(page.locator('.form-errors')).toContainText('0–2000')
  await expect(page.getByLabel('Nivå 2: beskrivning').first()).toHaveValue('Målet säger vad eleven ska kunna.')
  await page.getByLabel('Minsta antal ord').fill('5')
  await save.click()
  await page.goto(paths.draftReview(slug))
  await expect(page.locator('main')).toContainText('exempel')
  await page
    .getByRole('link', { name: /Lämna in din plan/ })
    .first()
    .click()
  const example = page.getByRole('group', { name: 'Nytt exempel' })
  await example.getByLabel('Exemplets rubrik').fill('Ett pass om bråk')
  await example.getByLabel('Exemplets text').fill('Vi räknar bråk hela passet.')
  await example.getByLabel('Målet', { exact: true }).selectOption({ label: 'På väg' })
  await example.getByLabel('Din kommentar').fill('Säg vad eleven ska kunna efteråt.')
  await save.click()
  await page.goto(paths.draftSettings(slug))
  await page.getByLabel('Sammanfattning').fill('Om planering.')
  await page.getByLabel('Beskrivning').fill('En kurs om planering.')
  await page.getByLabel('Efter kursen kan du').fill('planera ett pass')
  await page.getByLabel('Kompetens 1').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await page.goto(paths.draftReview(slug))
  await page.getByRole('button', { name: 'Publicera', exact: true }).click()
  await expect(page.locator('main')).toContainText('Version 1 är publicerad')
  return slug
}

async function join({ page }: Seat, slug: string): Promise<void> {
  await page.goto(paths.lesson(slug, lesson))
  await page.locator('button[value="enrol"]').click()
  await expect(page.locator('#arbete')).toBeVisible()
}

/** Assesses the example; the course leader's own assessment is shown beside. */
async function train(seat: Seat): Promise<void> {
  const { page } = seat
  await page.getByRole('link', { name: 'Bedöm: Ett pass om bråk' }).click()
  await expect(page.locator('main')).not.toContainText('Säg vad eleven ska kunna efteråt.')
  await page.getByLabel(/^Tydligt/).check()
  await page.getByRole('button', { name: 'Spara och jämför' }).click()
  await expect(page.locator('main')).toContainText('Ni valde olika nivåer.')
  await expect(page.locator('main')).toContainText('Säg vad eleven ska kunna efteråt.')
  await page.getByRole('link', { name: 'Tillbaka till lektionen' }).click()
  await expect(state(seat, 'Öva på exempel')).toContainText('Klart')
}

test('a work goes by peers, its author and the leader to a finished course, and a stuck step is finished by the leader', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const portal = await OwnPortal.open()
  const seats = new Seats(browser, portal.url)
  try {
    const slug = await makeCourse(await seats.of('redaktor', 'desk', false))
    const editor = await seats.of('redaktor', 'desk', true)
    await editor.page.goto(paths.draft(slug))
    await editor.page.getByRole('link', { name: 'Lämna in din plan', exact: true }).first().click()
    await expect(editor.page.getByLabel('Minsta antal ord')).toHaveValue('5')
    await untilScripted(editor.page)
    await expectNoAxeViolations(editor.page)
    await expectNoSidewaysScroll(editor.page)

    // A teacher with a phone and scripts: the text is kept while it is written, and a file goes along.
    const teacher = await seats.of('medarbetare', 'phone', true)
    await join(teacher, slug)
    await untilScripted(teacher.page)
    const text = teacher.page.locator('textarea[name="text"]')
    await text.fill('För kort plan')
    await teacher.page.getByRole('button', { name: 'Lämna in', exact: true }).click()
    await expect(teacher.page.locator('main')).toContainText('Skriv minst 5 ord')
    await text.fill('Passet har ett mål som alla kan nå.')
    await expect(teacher.page.locator('main')).toContainText(/Sparat/)
    await teacher.page.reload()
    await expect(text).toHaveValue('Passet har ett mål som alla kan nå.')
    await untilScripted(teacher.page)
    const file = { name: 'plan av Karin.txt', mimeType: 'text/plain', buffer: Buffer.from('Mål och uppföljning') }
    await teacher.page.locator('input[name="file"]').setInputFiles(file)
    await teacher.page.getByRole('button', { name: 'Ladda upp' }).click()
    await expect(teacher.page.locator('#arbete')).toContainText('plan av Karin.txt')
    await expectNoAxeViolations(teacher.page)
    await expectNoSidewaysScroll(teacher.page)
    await teacher.page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter')
    await expect(state(teacher, 'Lämna in')).toContainText('Version 1 är inlämnad.')
    await train(teacher)
    await expect(state(teacher, 'Kamratrespons')).toContainText('Väntar på andra')
    await expect(state(teacher, 'Kamratrespons')).toContainText('Det finns ingen att läsa än.')

    // A colleague without scripts reads it namelessly, and the form keeps what is typed when something is left out.
    const colleague = await seats.of('chef', 'phone', false)
    await join(colleague, slug)
    await colleague.page.locator('textarea[name="text"]').fill('Mitt pass börjar i elevernas egna frågor.')
    await colleague.page.getByRole('button', { name: 'Spara utan att lämna in' }).click()
    await expect(state(colleague, 'Lämna in')).toContainText('Din tur')
    await colleague.page.getByRole('button', { name: 'Lämna in', exact: true }).click()
    await train(colleague)
    await colleague.page.getByRole('link', { name: 'Läs och ge respons' }).click()
    await expect(colleague.page.locator('main')).toContainText('Passet har ett mål som alla kan nå.')
    await expect(colleague.page.locator('main')).not.toContainText('Karin')
    const link = colleague.page.locator('main a[href^="/inlamningar/filer/"]')
    await expect(link).toHaveText('bilaga-1.txt')
    const sent = await colleague.page.request.get((await link.getAttribute('href')) ?? '')
    expect(sent.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(sent.headers()['content-disposition']).toMatch(/^attachment/)
    expect(sent.headers()['content-disposition']).not.toContain('Karin')
    await colleague.page.getByLabel('Sammanfattande ord').fill('Målet är lätt att förstå.')
    await colleague.page.getByRole('button', { name: 'Skicka responsen' }).click()
    await expect(colleague.page.locator('.form-errors')).toContainText('Välj en nivå.')
    await expect(colleague.page.getByLabel('Sammanfattande ord')).toHaveValue('Målet är lätt att förstå.')
    await colleague.page.getByLabel(/^Tydligt/).check()
    await colleague.page.getByRole('button', { name: 'Skicka responsen' }).click()
    await expect(state(colleague, 'Kamratrespons')).toContainText('1 av 1 och fått från 0 av 1')

    // The teacher is told, answers by keyboard and assesses the own work.
    await teacher.page.goto(paths.home())
    await teacher.page
      .getByRole('link', { name: /Lämna in din plan/ })
      .first()
      .click()
    await expect(teacher.page.locator('#aterkoppling')).toContainText('Målet är lätt att förstå.')
    await expect(teacher.page.locator('#aterkoppling')).toContainText('Från en kollega')
    await teacher.page.getByRole('link', { name: 'Läs och ge respons' }).press('Enter')
    await expect(teacher.page.locator('h1')).toHaveText('Ge respons')
    await untilScripted(teacher.page)
    await expectNoAxeViolations(teacher.page)
    await expectNoSidewaysScroll(teacher.page)
    await teacher.page.getByLabel(/^På väg/).press('Space')
    await teacher.page.getByLabel('Sammanfattande ord').fill('Berätta hur du följer upp.')
    await teacher.page.getByRole('button', { name: 'Skicka responsen' }).press('Enter')
    await expect(state(teacher, 'Kamratrespons')).toContainText('Klart')
    await teacher.page.getByRole('link', { name: 'Bedöm ditt arbete' }).press('Enter')
    await teacher.page.getByLabel(/^Tydligt/).press('Space')
    await teacher.page.getByRole('button', { name: 'Spara bedömningen' }).press('Enter')
    await expect(state(teacher, 'Återkoppling från kursansvarig')).toContainText('Väntar på andra')

    // The leader sends it back, then approves the next version; the colleague is let past a step with a reason.
    const leader = await seats.of('kursansvarig', 'desk', true)
    await leader.page.goto(paths.submissions(`?kurs=${slug}`))
    await expect(leader.page.locator('tbody tr')).toHaveCount(2)
    await expectNoAxeViolations(leader.page)
    await expectNoSidewaysScroll(leader.page)
    const works = await leader.page.locator('tbody a').all()
    const addresses = await Promise.all(works.map(async (each) => (await each.getAttribute('href')) ?? ''))
    const openWork = async (words: string) => {
      for (const address of addresses) {
        await leader.page.goto(address)
        if (await leader.page.getByText(words).first().isVisible()) return
      }
      throw new Error(`No work says ${words}`)
    }
    await openWork('Passet har ett mål')
    await untilScripted(leader.page)
    await expectNoAxeViolations(leader.page)
    await expectNoSidewaysScroll(leader.page)
    await leader.page.getByRole('button', { name: 'Begär komplettering' }).click()
    await expect(leader.page.locator('main')).toContainText('Skriv vad som ska kompletteras.')
    await leader.page.getByLabel('Sammanfattande ord').fill('Skriv också när du följer upp.')
    await leader.page.getByRole('button', { name: 'Begär komplettering' }).click()
    await expect(leader.page.locator('main')).toContainText('Arbetet är tillbakaskickat.')
    await openWork('Mitt pass börjar')
    await leader.page.locator('#field-reason-self').fill('Du har bedömt det muntligt med mig.')
    await leader.page.getByRole('button', { name: /Avsluta: Bedöm ditt eget/ }).click()
    await expect(leader.page.locator('#field-reason-self')).toHaveCount(0)
    await leader.page.getByRole('button', { name: 'Godkänn' }).click()
    await expect(leader.page.locator('main')).toContainText('Arbetet är godkänt.')
    await colleague.page.goto(paths.lesson(slug, lesson))
    await expect(colleague.page.locator('main')).toContainText('Du har gått klart kursen')
    await expect(state(colleague, 'Bedöm ditt eget arbete')).toContainText('Du har bedömt det muntligt med mig.')

    await teacher.page.goto(paths.lesson(slug, lesson))
    await expect(state(teacher, 'Lämna in')).toContainText('komplettera ditt arbete')
    await untilScripted(teacher.page)
    await text.fill('Passet har ett mål som alla kan nå, och jag följer upp på fredag.')
    await teacher.page.getByRole('button', { name: 'Lämna in en ny version' }).click()
    await expect(state(teacher, 'Lämna in')).toContainText('Version 2 är inlämnad.')
    await leader.page.goto(paths.submissions(`?kurs=${slug}`))
    await leader.page.locator('tbody a').first().click()
    await expect(leader.page.locator('main')).toContainText('jag följer upp på fredag')
    await expect(leader.page.locator('main details')).toHaveCount(3)
    await leader.page.getByRole('button', { name: 'Godkänn' }).click()
    await expect(leader.page.locator('main')).toContainText('Arbetet är godkänt.')
    await teacher.page.reload()
    await expect(teacher.page.locator('main')).toContainText('Du har gått klart kursen')
    await expectNoAxeViolations(teacher.page)
    await teacher.page.goto(paths.home())
    await expect(teacher.page.locator('main')).toContainText('Ditt arbete är godkänt: Lämna in din plan')
  } finally {
    expect(await seats.close()).toEqual([])
    await portal.close()
  }
})

test('sends a visitor to sign in', async ({ page }) => {
  await page.goto(paths.submissions())
  await expect(page).toHaveURL(/logga-in/)
})
