import { paths } from '~/shared/paths'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from '../support/e2e'

const slug = 'distans-och-flexibelt-larande'

test.describe('a course in two languages', () => {
  test.use({ role: 'medarbetare' })

  test('is read in the language that is chosen, which is remembered, and says what is not translated', async ({
    page,
  }) => {
    await page.goto(paths.course(slug))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Distans och flexibelt lärande')
    await page.getByRole('button', { name: 'Läs på engelska' }).click()
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toHaveText('Distance and flexible learning')
    await expect(title.locator('[lang="en"]')).toHaveCount(1)
    await expect(page).toHaveURL(new RegExp(`${paths.course(slug)}$`))
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await page.goto(paths.lesson(slug, 'kontroll-avstand-och-form'))
    await expect(title).toHaveText('Knowledge check: distance and form')
    await expect(page.locator('main [lang="en"]').filter({ hasText: 'Seven questions' })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScroll(page)

    await page.goto(paths.lesson('ai-i-vuxenutbildningen', 'sa-fungerar-generativ-ai'))
    await expect(page.getByRole('button', { name: 'Läs på engelska' })).toHaveCount(0)
    await page.goto(paths.lesson(slug, 'stod-i-ratt-tid'))
    await page.getByRole('button', { name: 'Läs på svenska' }).click()
    await expect(title).toHaveText('Stöd i rätt tid')
    await page.goto(paths.course(slug))
    await expect(title).toHaveText('Distans och flexibelt lärande')
  })
})
