import { paths } from '~/shared/paths'
import { expect, test } from '../support/e2e'

const diarienr = '22-035-S05'
/** So many addresses of one shape are opened, and more people and lines while a station is missed: few have been at a meeting. */
const OF_A_SHAPE = 3

const personOrLine = /^\/(deltagare|poster)\/[0-9a-f-]{36}$/

const starts = [
  paths.project(diarienr),
  paths.indicators(diarienr),
  paths.months(diarienr),
  paths.reports(diarienr),
  paths.summary(diarienr, '?period=hela'),
  paths.evidence(diarienr),
  paths.participants(`?projekt=${diarienr}`),
]

const evidence =
  /^\/(projekt\/22-035-S05|deltagare(\?|\/[0-9a-f-]{36})|poster\/|rapporter\/|logg\?om=|narvaro\/|intyg\/|aktiviteter\/)/
const shapeOf = (address: string) =>
  address
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{4}-\d{2}(-\d{2})?/g, ':month')
    .replace(/(aktiviteter|intyg|parter)\/[^/?]+/, '$1/:slug')
    .replaceAll(/&id=[^&]+/g, '')
    .replaceAll(/(?<!\?om)=[^&:]+/g, '=:value')

/** From a figure to the log, each by an address of the walk: what must be reached on the way. */
const stations = [
  '/projekt/22-035-S05/indikatorer/rader',
  '/projekt/22-035-S05/manader/:month',
  '/projekt/22-035-S05/manader/:month?post=:id',
  '/projekt/22-035-S05/manader/:month/narvarointyg.pdf?post=:id',
  '/projekt/22-035-S05/sammanfattning.pdf',
  '/deltagare/:id',
  '/poster/:id',
  '/narvaro/:id',
  '/narvaro/:id/lista.pdf',
  '/narvaro/:id/lista.csv',
  '/narvaro/:id/lista.xlsx',
  '/rapporter/scb/:id',
  '/logg?om=projekt',
  '/logg?om=manad',
  '/logg?om=post',
  '/logg?om=traff',
  '/logg?om=fil',
  '/logg?om=rad',
]

test.describe('an auditor', () => {
  test.use({ role: 'revisor' })

  test('follows every figure into rows, lines, evidence and log, and no link leads astray', async ({ request }) => {
    test.setTimeout(180_000)
    const opened = new Map<string, string[]>()
    const waiting = [...starts]
    const aside = new Set<string>()
    const missed = () => stations.filter((station) => ![...opened.keys()].some((shape) => shape.startsWith(station)))
    for (;;) {
      const own = waiting.shift()
      const address = own ?? (missed().length > 0 ? [...aside][0] : undefined)
      if (address === undefined) break
      const shape = shapeOf(address)
      const same = opened.get(shape) ?? []
      if (same.includes(address)) continue
      if (own !== undefined && same.length >= OF_A_SHAPE) {
        if (personOrLine.test(address)) aside.add(address)
        continue
      }
      aside.delete(address)
      opened.set(shape, [...same, address])
      const answer = await request.get(address, { maxRedirects: 0 })
      expect([address, answer.status()]).toEqual([address, 200])
      if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
      for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="([^"#]+)/g)) {
        const link = href.replaceAll('&amp;', '&')
        if (evidence.test(link)) waiting.push(link)
      }
    }
    expect(missed()).toEqual([])
  })

  test('takes out the evidence of a month with a reason', async ({ page }) => {
    await page.goto(paths.evidence(diarienr))
    await page.getByLabel('Månad').selectOption('2025-02')
    await page.getByLabel('Skäl').fill('Revision av februari')
    const arrives = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Ta ut underlag (zip)' }).click()
    const file = await arrives
    expect(file.suggestedFilename()).toBe('underlag-22-035-S05-2025-02.zip')
    expect(await file.failure()).toBeNull()
    await page.goto(paths.evidence(diarienr))
    await expect(page.getByRole('cell', { name: 'Revision av februari' }).first()).toBeVisible()
  })
})
