import type { Page } from '@playwright/test'
import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test, untilScripted } from '../support/e2e'

const slug = 'sprakutvecklande-arbetssatt'
const lesson = 'spraket-i-ditt-amne'

/** Opens the lesson as somebody who takes the course, and goes on to its discussion. */
async function openDiscussion(page: Page): Promise<void> {
  await page.goto(paths.lesson(slug, lesson))
  const join = page.locator('button[value="enrol"]')
  if (await join.isVisible()) {
    await join.click()
    await expect(join).toHaveCount(0)
  }
  await page.locator(`main a[href="${paths.discussion(slug, `?lektion=${lesson}`)}"]`).click()
  await expect(page).toHaveURL(/diskussioner/)
}

/** Opens a folded act of a post by keyboard and leaves the focus in its first field. */
async function openAct(page: Page, post: string, word: string): Promise<void> {
  const summary = page.locator(`${post} summary`, { hasText: word }).first()
  await summary.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}

test.describe('a discussion', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(120_000)
  let thread = ''
  const post = () => `[id="inlagg-${thread}"]`

  test.describe('of a teacher', () => {
    test.use({ role: 'medarbetare' })

    test('is begun with a mention, by keyboard, and a text that is not sent stays', async ({ page }, { project }) => {
      const title = `Hur håller ni kontakten? (${project.name})`
      await openDiscussion(page)
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      const { names } = (await (await page.request.get(`${paths.discussionNames(slug)}?q=an`)).json()) as {
        names: string[]
      }
      const [first = '', second = ''] = names
      expect(second).not.toBe('')
      const text = page.locator('textarea[name="text"]')
      await page.locator('input[name="title"]').fill(title)
      await text.focus()
      await page.keyboard.type('Jag ringer varannan vecka. @an')
      await expect(page.locator('[role="option"]').first()).toHaveText(first)
      await expectNoAxeViolations(page)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(text).toHaveValue(`Jag ringer varannan vecka. @${second} `)
      await page.keyboard.type('vet mer.')
      await page.reload()
      await expect(text).toHaveValue(`Jag ringer varannan vecka. @${second} vet mer.`)
      await expect(page.locator('input[name="title"]')).toHaveValue(title)
      await page.locator('button[value="start"]').focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('h1')).toHaveText(title)
      thread = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await expect(page.locator(post())).toContainText(`@${second}`)
      await untilScripted(page)
      await openAct(page, post(), 'Ändra')
      const edited = page.locator(`${post()} textarea`)
      await edited.fill('Jag ringer varje vecka. <b>Inte</b> javascript:alert(1)')
      await page.locator(`${post()} button[value="edit"]`).press('Enter')
      await expect(page.locator(post())).toContainText('ändrad')
      await expect(page.locator(post())).toContainText('<b>Inte</b> javascript:alert(1)')
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      // What is sent is no longer kept.
      await page.goto(paths.discussion(slug, `?lektion=${lesson}`))
      await untilScripted(page)
      await expect(page.locator('textarea[name="text"]')).toHaveValue('')
    })
  })

  test.describe('of somebody without scripts', () => {
    test.use({ role: 'chef', javaScriptEnabled: false, expectedConsole: [/status of 400/] })

    test('is answered and reported', async ({ page }) => {
      await openDiscussion(page)
      await page.locator(`a[href="${paths.discussionThread(slug, thread)}"]`).click()
      await page.locator('#skriv button[value="answer"]').click()
      await expect(page.locator('#skriv .field-error')).toBeVisible()
      await page.locator('#skriv textarea').fill('Jag skriver brev.')
      await page.locator('#skriv button[value="answer"]').click()
      await expect(page.locator('article', { hasText: 'Jag skriver brev.' })).toBeVisible()
      await page.locator(`${post()} summary`, { hasText: 'Anmäl' }).click()
      await page.locator(`${post()} button[value="report"]`).click()
      await expect(page.locator(`${post()} .field-error`)).toBeVisible()
      await page.locator(`${post()} input[name="reason"]`).fill('Prov av en anmälan')
      await page.locator(`${post()} button[value="report"]`).click()
      await expect(page.locator(post())).toContainText('Du har anmält inlägget')
    })
  })

  test.describe('of an editor', () => {
    test.use({ role: 'redaktor' })

    test('has its reported post hidden by keyboard, and its thread locked', async ({ page }) => {
      await page.goto(paths.discussionReports(slug))
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      const reported = page.locator('article', { has: page.locator(`input[name="threadId"][value="${thread}"]`) })
      await expect(reported).toContainText('Prov av en anmälan')
      await reported.locator('input[name="reason"]').focus()
      await page.keyboard.type('Hör inte hemma här')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(reported).toHaveCount(0)
      await page.goto(paths.discussionThread(slug, thread))
      await page.locator('button[value="lock"]').press('Enter')
      await expect(page.locator('button[value="unlock"]')).toBeVisible()
      await expect(page.locator('#skriv')).toHaveCount(0)
      await expectNoAxeViolations(page)
    })
  })

  test.describe('of another teacher', () => {
    test.use({ role: 'chef' })

    test('shows who has hidden the post and why, and not what it said', async ({ page }) => {
      await page.goto(paths.discussionThread(slug, thread))
      await expect(page.locator('h1')).toHaveText('Dold tråd')
      await expect(page.locator(post())).toContainText('Inlägget är dolt av')
      await expect(page.locator(post())).toContainText('Hör inte hemma här')
      await expect(page.locator('main')).not.toContainText('Jag ringer')
      await expect(page.locator('main')).toContainText('Tråden är låst')
    })
  })

  test('sends a visitor to sign in', async ({ page }) => {
    await page.goto(paths.discussionThread(slug, thread))
    await expect(page).toHaveURL(/logga-in/)
  })
})

test.describe('the statistics of a course', () => {
  test.use({ role: 'redaktor' })

  test('tell its editor of lessons and minutes in rounded numbers, as pictures, tables and a file', async ({
    page,
  }) => {
    await page.goto(paths.course(slug))
    await page.locator(`main a[href="${paths.courseStatistics(slug)}"]`).click()
    await expect(page.locator('h1')).toHaveText('Så går det i kursen')
    const numbers = await page.locator('main table').first().locator('td').allTextContents()
    const told = numbers.filter((text) => /^\d+$/.test(text)).map(Number)
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter((number) => number < 5 || number % 5 !== 0)).toEqual([])
    await page.locator('main section details summary').first().press('Enter')
    await expect(page.locator('main section details table').first()).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)
    const file = await page.request.get(paths.courseStatisticsFile(slug))
    expect(file.headers()['content-type']).toContain('text/csv')
    expect((await file.text()).split('\r\n')[0]).toContain('Har slutfört')
  })
})
