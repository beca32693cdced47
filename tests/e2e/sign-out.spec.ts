import { demonstrationPeople } from '~/domains/identity'
import { paths } from '~/shared/paths'
import { expect, test, untilScripted } from '../support/e2e'

test('signing out warns of unsent marks and takes with it all that the browser has kept', async ({ page }, {
  project,
}) => {
  test.skip(project.name !== 'desktop', 'the same script serves every width')
  const leader = demonstrationPeople.find(({ email }) => email.startsWith('kursansvarig'))
  await page.goto(paths.signIn())
  await page.locator('input[name="email"][type="email"]').fill(leader?.email ?? '')
  await page.locator('input[name="password"][type="password"]').fill('vastkusten-demo')
  await page.locator('form:has(input[type="password"]) button').click()
  await expect(page).not.toHaveURL(/logga-in/)
  // What another person has left goes as soon as the page serves; what comes later stands for the person's own.
  await page.evaluate(() => localStorage.setItem('portal:text:nagon:lektion', '{}'))
  await page.reload()
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0)
  await page.evaluate(async () => {
    await (await caches.open('narvaro')).put('/narvaro/lista', new Response('namn'))
    localStorage.setItem('narvaro:nagon:traff', '[]')
    localStorage.setItem('portal:writing:nagon:text:sida', '{}')
  })
  await untilScripted(page)
  const signOut = page.locator(`form[action="${paths.signOut()}"] button:visible`)

  page.once('dialog', (dialog) => void dialog.dismiss())
  await signOut.click()
  await expect(page.getByText('Du är utloggad.')).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.length)).toBe(2)

  page.once('dialog', (dialog) => void dialog.accept())
  await signOut.click()
  await expect(page.getByText('Du är utloggad.')).toBeVisible()
  await expect
    .poll(() => page.evaluate(async () => [(await caches.keys()).length, localStorage.length]))
    .toEqual([0, 0])
})
