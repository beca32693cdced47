import { demonstrationPeople } from '~/domains/identity/demonstration'
import { paths } from '~/shared/paths'
import { type Seat, Seats } from '../support/chain/seats'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'
import { OwnPortal } from '../support/own-portal'

const emailOf = (role: string) => demonstrationPeople.find((person) => person.role === role)?.email ?? ''

/** A course of one article, for those invited, that requires another one and counts for a month; without scripts. */
async function makeCourse({ page }: Seat): Promise<string> {
  await page.goto(paths.newCourse())
  await page.getByLabel('Kursens titel').fill('Brandskydd i verkstaden')
  await page.getByRole('button', { name: 'Skapa kursen' }).click()
  const slug = new URL(page.url()).pathname.split('/')[3] ?? ''
  await page.getByLabel('Lektionens titel').fill('Början')
  await page.getByRole('button', { name: 'Lägg till lektionen' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Var släckaren hänger och hur den används.')
  await page.getByRole('button', { name: 'Spara lektionen' }).click()
  await page.goto(paths.draftSettings(slug))
  await page.getByLabel('Sammanfattning').fill('Om brandskydd.')
  await page.getByLabel('Beskrivning').fill('En kurs om brandskydd.')
  await page.getByLabel('Efter kursen kan du').fill('använda en släckare')
  await page.getByLabel('Kompetens 1').selectOption({ index: 1 })
  await page.getByLabel('Förkunskaperna').selectOption('kravs')
  await page.getByLabel('Kurs 1').selectOption('validering-steg-for-steg')
  await page.getByLabel('Giltig i antal månader').fill('en')
  await page.getByLabel('Påminn antal dagar innan').fill('7')
  await page.getByLabel('Kursen är öppen för').selectOption('inbjudan')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.locator('.form-errors')).toContainText('Skriv ett antal månader')
  await expect(page.getByLabel('Kursen är öppen för')).toHaveValue('inbjudan')
  await page.getByLabel('Giltig i antal månader').fill('1')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await page.goto(paths.draftReview(slug))
  await page.getByRole('button', { name: 'Publicera', exact: true }).click()
  await expect(page.locator('main')).toContainText('Version 1 är publicerad')
  return slug
}

async function letIn({ page }: Seat, slug: string): Promise<void> {
  await page.goto(paths.courseParticipants(slug))
  await expectNoAxeViolations(page)
  await page.getByLabel('E-postadresser till konton i portalen').fill(emailOf('medarbetare'))
  await page.getByRole('button', { name: 'Bjud in' }).click()
  await expect(page.getByRole('cell', { name: 'Inbjuden' })).toBeVisible()
  await page.getByLabel('Personens e-postadress').fill(emailOf('medarbetare'))
  await page.getByRole('button', { name: 'Släpp in' }).click()
  await expect(page.locator('.form-errors')).toContainText('Skriv ett skäl')
  await page.getByLabel('Skäl', { exact: true }).fill('Har arbetat med brandskydd i tio år.')
  await page.getByRole('button', { name: 'Släpp in' }).click()
  await expect(page.getByRole('cell', { name: 'Har arbetat med brandskydd i tio år.' })).toBeVisible()
  await expectNoAxeViolations(page)
}

async function takeCourse({ page }: Seat, slug: string): Promise<void> {
  await page.goto(paths.lesson(slug, 'borjan'))
  await page.getByRole('button', { name: /Markera som klar/ }).click()
  await expect(page.locator('main')).toContainText('Du har gått klart kursen')
}

test('a course for one who is let in counts for a month, runs out and is renewed in a round of its own', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const portal = await OwnPortal.open()
  const seats = new Seats(browser, portal.url)
  try {
    const slug = await makeCourse(await seats.of('redaktor', 'desk', false))

    const teacher = await seats.of('medarbetare', 'phone', false)
    expect((await teacher.page.goto(paths.course(slug)))?.status()).toBe(404)
    expect((await teacher.page.goto(paths.lesson(slug, 'borjan')))?.status()).toBe(404)
    const editor = await seats.of('redaktor', 'desk', true)
    await editor.page.goto(paths.draftSettings(slug))
    await expectNoAxeViolations(editor.page)
    await letIn(editor, slug)

    await teacher.page.goto(paths.home())
    await teacher.page.getByRole('link', { name: /dispens.*Brandskydd i verkstaden/ }).click()
    await expect(teacher.page.getByRole('heading', { name: 'Förkunskaper' })).toBeVisible()
    await expect(teacher.page.getByRole('link', { name: 'Validering steg för steg' })).toBeVisible()
    await expect(teacher.page.locator('main')).toContainText('gett dig dispens')
    await expectNoSidewaysScroll(teacher.page)
    await teacher.page.getByRole('button', { name: 'Börja kursen' }).click()
    await takeCourse(teacher, slug)
    await teacher.page.goto(paths.certificates())
    await expect(teacher.page.locator('main')).toContainText('Det gäller till och med 2025-04-24.')
    await teacher.page.getByRole('link', { name: /Brandskydd i verkstaden/ }).click()
    const first = teacher.page.url().replace(portal.url, '')

    await portal.moveTo('2025-04-20T07:00:00Z')
    const later = await seats.of('medarbetare', 'phone', true)
    await later.page.getByRole('link', { name: /Brandskydd i verkstaden går snart ut/ }).click()
    await expectNoAxeViolations(later.page)
    await later.page.getByRole('button', { name: 'Förnya kursen' }).focus()
    await later.page.keyboard.press('Enter')
    await expect(later.page.locator('main')).toContainText('Du förnyar kursen, omgång 2.')
    await expect(later.page.locator('main')).toContainText('0 av 1 lektioner klara')
    await expectNoAxeViolations(later.page)
    await takeCourse(later, slug)
    await later.page.goto(paths.certificates())
    await expect(later.page.locator('main')).toContainText('till och med 2025-05-20')
    await expect(later.page.locator('main')).toContainText('till och med 2025-04-24')

    await portal.moveTo('2025-05-01T07:00:00Z')
    const stranger = await seats.empty('phone', false)
    await stranger.page.goto(first)
    await expect(stranger.page.locator('main')).toContainText('Har gått ut')
    await expect(stranger.page.locator('main')).toContainText('Det gällde till och med 2025-04-24.')
    expect((await seats.close()).filter((line) => !line.includes('status of 404'))).toEqual([])
  } finally {
    await portal.close()
  }
})
