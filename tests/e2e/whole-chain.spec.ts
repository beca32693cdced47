import { createHash } from 'node:crypto'
import { paths } from '~/shared/paths'
import { confirmMeeting, makeWorkshop, bookWorkshop, open, openAttendance, readScreen } from '../support/chain/workshop'
import { attestMonth, exportMonth, lockMonth, reopenMonth, signMonth } from '../support/chain/months'
import { Seats, signIn } from '../support/chain/seats'
import { expect, expectNoAxeViolations, test } from '../support/e2e'
import { OwnPortal } from '../support/own-portal'

const leader = 'kursansvarig@demo.westum.example'
const scripted = { title: 'Språk och yrke i samma moment', day: '2025-03-25', from: '13:00', to: '15:00', leader }
const plain = { title: 'Bedömning i vardagen', day: '2025-03-25', from: '13:05', to: '14:35', leader }
const workshops = [
  { ...scripted, minutesOfBreak: 15 },
  { ...plain, minutesOfBreak: 0 },
] as const
const teacher = { role: 'medarbetare', name: /^Astrid Lindahl/ } as const
const principal = { role: 'chef', name: /^Henrik Sandell/ } as const
const beforeTheMeetings = '2025-03-25T11:50:00Z'
const afterTheMonth = '2025-04-02T07:00:00Z'

/** From a workshop that is planned to hours that SCB has had twice, every step by the one whose step it is. */
test.describe('the whole chain', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(600_000)

  let portal: OwnPortal
  let seats: Seats
  const activities: string[] = []
  const meetings: string[] = []

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    portal = await OwnPortal.open()
  })
  test.beforeEach(({ browser }) => {
    seats = new Seats(browser, portal.url)
  })
  test.afterEach(async () => {
    expect(await seats.close(), 'errors in the consoles of the browsers').toEqual([])
  })
  test.afterAll(() => portal.close())

  for (const [index, scripts] of [true, false].entries()) {
    const workshop = workshops[index] ?? workshops[0]
    const participant = scripts ? teacher : principal
    const how = scripts ? '' : ', without JavaScript'
    test(`a workshop is made, published and booked${how}`, async () => {
      activities.push(await makeWorkshop(await seats.of('kursansvarig', 'desk', scripts), workshop))
      await bookWorkshop(await seats.of(participant.role, 'phone', scripts), workshop)
    })
  }

  test('the teacher checks in with a phone that reads the code of the screen', async () => {
    await portal.moveTo(beforeTheMeetings)
    const screen = await seats.of('kursansvarig', 'desk', true)
    meetings.push(await openAttendance(screen, activities[0] ?? ''))
    await screen.page.getByRole('link', { name: 'Visa QR-kod' }).click()
    await expect(screen.page.getByText(/^Ny kod om \d+ sekunder$/)).toBeVisible()
    await expectNoAxeViolations(screen.page)
    const { address } = await readScreen(screen, portal.url)

    const phone = await seats.empty('phone', true)
    await phone.page.goto(address)
    await signIn(phone, teacher.role)
    await expect(phone.page.getByText('Koden stämmer. Bekräfta att du är på plats.')).toBeVisible()
    await expectNoAxeViolations(phone.page)
    await phone.page.getByRole('button', { name: 'Checka in' }).click()
    await expect(phone.page.getByRole('heading', { name: 'Du är incheckad' })).toBeVisible()
    await expectNoAxeViolations(phone.page)
    await expect(screen.page.getByText('1 incheckad')).toBeVisible({ timeout: 30_000 })
  })

  test('the principal types the code, without JavaScript; a wrong one is told', async () => {
    const screen = await seats.of('kursansvarig', 'desk', false)
    meetings.push(await openAttendance(screen, activities[1] ?? ''))
    await screen.page.getByRole('link', { name: 'Visa QR-kod' }).click()

    const phone = await seats.of(principal.role, 'phone', false)
    await open(phone, paths.checkInStart())
    await phone.page.getByLabel('Kod från skärmen').fill('AAAAAA')
    await phone.page.getByRole('button', { name: 'Checka in' }).click()
    await expect(phone.page.getByText('Koden gäller inte längre eller är felskriven.').first()).toBeVisible()
    const { code } = await readScreen(screen, portal.url)
    await phone.page.getByLabel('Kod från skärmen').fill(code.toLowerCase())
    await phone.page.getByRole('button', { name: 'Checka in' }).click()
    await expect(phone.page).toHaveURL(/\/checka-in\/[0-9a-f-]{36}/)
    await phone.page.getByRole('button', { name: 'Checka in' }).click()
    await expect(phone.page.getByRole('heading', { name: 'Du är incheckad' })).toBeVisible()
  })

  test('the leader confirms both meetings when they are over', async () => {
    await portal.moveTo(afterTheMonth)
    await confirmMeeting(await seats.of('kursansvarig', 'phone', true), meetings[0] ?? '')
    await confirmMeeting(await seats.of('kursansvarig', 'phone', false), meetings[1] ?? '')
  })

  test('the teacher signs on a phone and the principal attests', async () => {
    await signMonth(await seats.of(teacher.role, 'phone', true), '2025-03', scripted.title, '1 h 45 min')
    await attestMonth(await seats.of('chef', 'desk', true), teacher.name, '2025-03', principal.name)
  })

  test('the principal signs and the coordinator attests, without JavaScript', async () => {
    await signMonth(await seats.of(principal.role, 'phone', false), '2025-03', plain.title, '1 h 30 min')
    await attestMonth(await seats.of('projektkoordinator', 'desk', false), principal.name, '2025-03', /^Ingela Forsman/)
  })

  test('the office locks two months and sends their files', async () => {
    const office = await seats.of('projektadministrator', 'desk', true)
    for (const [month, words] of [
      ['2025-02', 'februari 2025'],
      ['2025-03', 'mars 2025'],
    ] as const) {
      await lockMonth(office, month, words)
      const file = await exportMonth(office, month, words)
      expect(file).toMatch(/^\uFEFFPersonnummer;Startdatum;Slutdatum;Antal timmar\r?\n/)
      const seal = createHash('sha256').update(file).digest('hex')
      await expect(office.page.getByText(seal.replaceAll(/(.{8})(?=.)/g, '$1 '))).toBeVisible()
    }
  })

  for (const scripts of [true, false]) {
    test(`a month is opened, and both are locked and sent again in order${scripts ? '' : ', without JavaScript'}`, async () => {
      const office = await seats.of('projektadministrator', 'desk', scripts)
      await reopenMonth(office, '2025-02', 'februari 2025', 'mars 2025')
      await lockMonth(office, '2025-02', 'februari 2025')
      await exportMonth(office, '2025-02', 'februari 2025')
      await exportMonth(office, '2025-03', 'mars 2025')
      await open(office, paths.reports('22-035-S05'))
      await expect(office.page.getByText('Måste skickas om')).toHaveCount(0)
      await expect(office.page.getByText('Alla låsta månader är rapporterade.')).toBeVisible()
    })
  }
})
