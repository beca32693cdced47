import { expect } from '@playwright/test'
import { qrPath } from '~/domains/learning/ui/attendance/qr-path'
import { paths } from '~/shared/paths'
import { expectNoAxeViolations, untilScripted } from '../e2e'
import type { Seat } from './seats'

export interface Workshop {
  title: string
  day: string
  from: string
  to: string
  minutesOfBreak: number
  leader: string
}

/** Goes to a page and waits until it serves; with scripts it is also held to the rules of accessibility. */
export async function open({ page, scripts }: Seat, address: string): Promise<void> {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBe(200)
  if (scripts) await untilScripted(page)
}

export async function passed({ page, scripts }: Seat): Promise<void> {
  if (scripts) await expectNoAxeViolations(page)
}

/** The course leader writes an activity of the project, publishes it and plans a meeting with the leader named. */
export async function makeWorkshop(seat: Seat, workshop: Workshop): Promise<string> {
  const { page } = seat
  await open(seat, paths.newActivity())
  await page.getByLabel('Titel').fill(workshop.title)
  await page.getByLabel('Sammanfattning').fill('Vi planerar ett moment tillsammans och prövar det.')
  await page.getByLabel('Projekt', { exact: true }).selectOption({ label: 'Omställning i West (22-035-S05)' })
  await passed(seat)
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Utkast. Bara ni som håller i aktiviteten ser den.')).toBeVisible()
  const address = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Planera ett tillfälle' }).click()
  const meeting = page.getByRole('group', { name: 'Träff 1' })
  await meeting.getByLabel('Dag').fill(workshop.day)
  await meeting.getByLabel('Börjar').fill(workshop.from)
  await meeting.getByLabel('Slutar').fill(workshop.to)
  await meeting.getByLabel('Rast (minuter)').fill(String(workshop.minutesOfBreak))
  await page.getByLabel('Ledare, e-postadresser').fill(workshop.leader)
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Träff 1 behöver en plats.').first()).toBeVisible()
  await passed(seat)
  await expect(meeting.getByLabel('Dag')).toHaveValue(workshop.day)
  await meeting.getByLabel('Plats', { exact: true }).fill('Vuxenutbildningens hus, Lidköping')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Tillfället är planerat.')).toBeVisible()

  await open(seat, `${address}/redigera`)
  for (const item of await page.getByRole('checkbox', { name: /\.$/ }).all()) await item.check()
  await page.getByRole('button', { name: 'Publicera aktiviteten' }).click()
  await expect(page.getByText('Aktiviteten är publicerad.')).toBeVisible()
  return address
}

/** A participant finds the activity in the calendar and takes a place, with a need that only the leader reads. */
export async function bookWorkshop(seat: Seat, workshop: Workshop): Promise<void> {
  const { page } = seat
  await open(seat, paths.calendar(`?manad=${workshop.day.slice(0, 7)}`))
  await page.getByRole('link', { name: workshop.title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(workshop.title)
  await passed(seat)
  await page.getByLabel('Vad behöver du för att kunna delta?').fill('Hörslinga')
  await page.getByRole('button', { name: 'Boka plats' }).click()
  await expect(page.getByText('Du är bokad', { exact: true })).toBeVisible()
  await passed(seat)
}

/** The leader goes from the activity to its meeting; the need is read on the way. Answers with the meeting's address. */
export async function openAttendance(seat: Seat, activity: string): Promise<string> {
  const { page } = seat
  await open(seat, activity)
  await page.getByRole('link', { name: 'Bokningar och närvaro' }).first().click()
  await expect(page.getByRole('cell', { name: 'Hörslinga' }).first()).toBeVisible()
  await passed(seat)
  await page.getByRole('link', { name: /^Närvaro / }).click()
  await expect(page).toHaveURL(/\/narvaro\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** The code of the leader's screen, and the address that the camera of a phone reads there. */
export async function readScreen(seat: Seat, url: string): Promise<{ code: string; address: string }> {
  const { page } = seat
  const meetingId = new URL(page.url()).pathname.split('/').at(-2) ?? ''
  const shown = await page.evaluate(() => ({
    code: [...document.querySelectorAll('p')]
      .map(({ textContent }) => textContent)
      .find((text) => /^[A-Z]{6}$/.test(text)),
    path: document.querySelector('svg[role="img"] path')?.getAttribute('d'),
  }))
  const code = shown.code ?? ''
  const address = paths.checkIn(meetingId, code)
  expect(shown.path).toBe(qrPath(url + address).path)
  return { code, address }
}

/** The leader confirms the meeting when it is over; the list is then frozen. */
export async function confirmMeeting(seat: Seat, attendance: string): Promise<void> {
  const { page } = seat
  await open(seat, attendance)
  await expect(page.getByText('1 närvarande, 0 frånvarande.')).toBeVisible()
  await passed(seat)
  await page.getByLabel('Jag intygar att uppgifterna är riktiga.').check()
  await page.getByRole('button', { name: 'Bekräfta träffen' }).click()
  await expect(page.getByText(/^Bekräftad .* Listan är låst\./)).toBeVisible()
  await passed(seat)
}
