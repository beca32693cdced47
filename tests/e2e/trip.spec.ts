import type { Page } from '@playwright/test'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { answerQuestion } from '../support/answer'
import { courseKey } from '../support/course-key'
import { expect, expectNoAxeViolations, test } from '../support/e2e'

type Lesson = ReturnType<typeof courseKey>['lessons'][number]

async function answerAll(page: Page, lesson: Lesson): Promise<void> {
  for (const question of lesson.questions) {
    await answerQuestion(page, question)
  }
}

async function finish(page: Page, course: string, lesson: Lesson): Promise<void> {
  await page.goto(paths.lesson(course, lesson.slug))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title)
  switch (lesson.kind) {
    case 'article':
    case 'assignment':
      break
    case 'quiz':
    case 'lecture':
      await answerAll(page, lesson)
      await page.locator('button[value="submit-quiz"]').click()
      await expect(page.locator('#resultat')).toBeVisible()
      if (lesson.kind === 'quiz') return
      await page.goto(paths.lesson(course, lesson.slug))
      await page.locator('input[name="transcriptRead"]').check()
      break
    case 'reflection':
      await page.locator('textarea[name="text"]').fill(
        Array(lesson.minWords + 5)
          .fill('ord')
          .join(' '),
      )
  }
  await page.locator('button[name="intent"][value="finish"]').click()
  await expect(page.getByRole('status').first()).toBeVisible()
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(email)
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
}

/** All words of a page, those of closed disclosures too. */
async function mainText(page: Page, address: string): Promise<string> {
  await page.goto(address)
  return (await page.locator('main').textContent()) ?? ''
}

async function wholeTrip(page: Page, slug: string, scripts: boolean): Promise<void> {
  const course = courseKey(slug)
  await signIn(page, 'larare@demo.westum.example')
  await page.goto(paths.course(slug))
  await page
    .getByRole('button', { name: /Gå med|Börja|Starta|Anmäl/ })
    .first()
    .click()
  await expect(page.getByRole('status').first()).toBeVisible()
  for (const lesson of course.lessons) await finish(page, slug, lesson)

  await page.goto(paths.certificates())
  await page.getByRole('link', { name: course.title }).first().click()
  await page.waitForURL(/\/intyg\/[0-9A-Z]{4}-/)
  await expect(page.locator('main')).toContainText(course.title)
  const certificate = page.url()
  if (scripts) await expectNoAxeViolations(page)

  const hours = await mainText(page, paths.hours())
  for (const lesson of course.lessons) expect(hours).toContain(lesson.title)
  expect(hours).toContain('Omställning i West')
  expect(await mainText(page, paths.competence())).toContain(course.title)

  await signIn(page, 'rektor@demo.westum.example')
  await page.goto(paths.staff())
  const row = page.getByRole('row').filter({ hasText: 'Astrid Lindahl' })
  await expect(row).toContainText('2')
  await row.getByRole('link').first().click()
  await expect(page.locator('main')).toContainText(course.title)

  await signIn(page, 'projekt@demo.westum.example')
  await page.goto(`${paths.participants()}?sok=Astrid+Lindahl`)
  await page.getByRole('link', { name: 'Astrid Lindahl' }).first().click()
  const record = page.locator('main')
  await expect(record).toContainText(course.title)
  await expect(record).toContainText(formatMinutes(course.lessons[0]?.minutes ?? 0))

  await page.context().clearCookies()
  await page.goto(certificate)
  await expect(page.locator('main')).toContainText(course.title)
  await expect(page.locator('main')).not.toContainText('Lindahl')
}

test.describe('the main trip', () => {
  test.setTimeout(180_000)

  test('a finished course stands as certificate, hours, competence, staff picture and record', async ({ page }, {
    project,
  }) => {
    test.skip(project.name !== 'desktop', 'the same teacher takes another course on the phone')
    await wholeTrip(page, 'distans-och-flexibelt-larande', true)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('on a phone', async ({ page }, { project }) => {
      test.skip(project.name !== 'phone', 'the same teacher takes another course on the desk')
      await wholeTrip(page, 'validering-steg-for-steg', false)
    })
  })
})
