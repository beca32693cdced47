import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { paths } from '~/shared/paths'
import { PASSWORD, type Seat } from './seats'
import { open, passed } from './workshop'

const diarienr = '22-035-S05'

/** The participant reads the month, proves who they are and signs; a wrong password signs nothing. */
export async function signMonth(seat: Seat, month: string, workshop: string, minutes: string): Promise<void> {
  const { page } = seat
  await open(seat, paths.hours())
  await page
    .locator(`a[href="${paths.signMonth(diarienr, month)}"]`)
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Signera /)
  const line = page.getByRole('listitem').filter({ hasText: workshop })
  await expect(line).toContainText(minutes)
  await passed(seat)
  const password = page.getByLabel('Ditt lösenord')
  await password.fill('fel lösenord')
  await page.getByRole('button', { name: 'Signera månaden' }).click()
  await expect(page.getByText('Lösenordet stämmer inte. Skriv det igen.').first()).toBeVisible()
  await passed(seat)
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Signera månaden' }).click()
  await expect(page.getByText('Månaden är signerad. Tack!')).toBeVisible()
  await expect(page.getByText('Du har signerat månaden. Nu väntar den på attest.')).toBeVisible()
  await passed(seat)
}

/** Attests one person's month. Nobody finds a month of their own in the list: `own` is the attester's name. */
export async function attestMonth(seat: Seat, name: RegExp, month: string, own: RegExp): Promise<void> {
  const { page } = seat
  await open(seat, paths.attest(`?manad=${month}`))
  await expect(page.getByRole('checkbox', { name: own })).toHaveCount(0)
  await passed(seat)
  await page.getByRole('button', { name: 'Attestera de markerade' }).click()
  await expect(page.getByText('Markera minst en månad först.').first()).toBeVisible()
  await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Attestera de markerade' }).click()
  await expect(page.getByText('Månaderna är attesterade.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name })).toHaveCount(0)
}

/** The office locks a month and says that it knows who is left out. */
export async function lockMonth(seat: Seat, month: string, words: string): Promise<void> {
  const { page } = seat
  await open(seat, paths.month(diarienr, month))
  await passed(seat)
  await page.getByRole('button', { name: `Lås ${words}` }).click()
  await expect(page.getByText('Markera att du vet att personer lämnas utanför').first()).toBeVisible()
  await page.getByLabel(/^Jag vet att .* utanför$/).check()
  await page.getByRole('button', { name: `Lås ${words}` }).click()
  await expect(page.getByText('Månaden är låst.').first()).toBeVisible()
  await passed(seat)
}

/** The office makes the month's file for SCB and takes it out with a reason. Answers with the text of the file. */
export async function exportMonth(seat: Seat, month: string, words: string): Promise<string> {
  const { page } = seat
  await open(seat, paths.reports(diarienr))
  await page
    .locator(`a[href="${paths.reports(diarienr, `?manad=${month}`)}"]`)
    .first()
    .click()
  await expect(page.getByRole('heading', { name: `Fil för ${words}` })).toBeVisible()
  await passed(seat)
  await page.getByRole('button', { name: 'Gör filen' }).click()
  await expect(page.getByText('Filen gäller.')).toBeVisible()
  await passed(seat)
  await page.getByLabel('Skäl').fill(`Rapport till SCB för ${words}`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hämta CSV' }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

/** The office opens a month; the later ones are then marked, and wait in order. */
export async function reopenMonth(seat: Seat, month: string, words: string, laterWords: string): Promise<void> {
  const { page } = seat
  await open(seat, paths.month(diarienr, month))
  await expect(page.getByText(`Dessa senare månader måste då skickas om: ${laterWords}.`)).toBeVisible()
  await page.getByLabel('Varför öppnas månaden?').fill('En deltagares tid saknas i månaden.')
  await page.getByRole('button', { name: 'Öppna månaden' }).click()
  await expect(page.getByText('Månaden är öppen igen.')).toBeVisible()
  await open(seat, paths.reports(diarienr))
  const later = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: laterWords }) })
  await expect(later.first()).toContainText('Måste skickas om')
  await expect(later.first()).toContainText('I kö')
  await expect(later.first()).toContainText(`Efter ${words}`)
  await passed(seat)
}
