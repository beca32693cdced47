import { gzipSync } from 'node:zlib'
import { paths } from '~/shared/paths'
import { expect, test } from '../support/e2e'

test.use({ role: 'medarbetare' })

const course = 'distans-och-flexibelt-larande'
/** What a page's scripts may weigh together in kB, gzipped; about 81 are React and the router, 20 the texts. */
const pages = [
  { address: paths.home(), most: 120 },
  { address: paths.calendar(), most: 120 },
  { address: paths.examples(), most: 120 },
  { address: paths.courses(), most: 120 },
  { address: paths.course(course), most: 120 },
  { address: paths.lesson(course, 'avstandet-i-undervisningen'), most: 135 },
]

for (const { address, most } of pages) {
  test(`${address} fetches few scripts, and no schemas of forms`, async ({ page, request }) => {
    const scripts = new Set<string>()
    page.on('request', (asked) => {
      if (new URL(asked.url()).pathname.endsWith('.js')) scripts.add(asked.url())
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(scripts.size).toBeGreaterThan(0)
    const answers = await Promise.all([...scripts].map((script) => request.get(script)))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    for (const [index, answer] of answers.entries())
      if ((texts[index]?.length ?? 0) > 2_000) expect(answer.headers()['content-encoding'], answer.url()).toBeDefined()
    expect(texts.filter((text) => text.includes('ZodError'))).toEqual([])
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(most * 1000)
  })
}
