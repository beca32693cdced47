import { gzipSync } from 'node:zlib'
import { paths } from '~/shared/paths'
import { expect, test } from '../support/e2e'

test.use({ role: 'medarbetare' })

/** What a page's scripts may weigh together, gzipped; about 81 kB of it are React and the router. */
const mostBytes = 125_000

for (const address of [paths.home(), paths.calendar(), paths.examples(), paths.courses()]) {
  test(`${address} fetches few scripts, and no schemas of forms`, async ({ page, request }) => {
    const scripts = new Set<string>()
    page.on('request', (asked) => {
      if (new URL(asked.url()).pathname.endsWith('.js')) scripts.add(asked.url())
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(scripts.size).toBeGreaterThan(0)
    const texts = await Promise.all([...scripts].map(async (script) => (await request.get(script)).text()))
    expect(texts.filter((text) => text.includes('ZodError'))).toEqual([])
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(mostBytes)
  })
}
