import type { Page } from '@playwright/test'
import type { Question } from '~/domains/catalogue'

/** Gives an answer in the form of a quiz as a person does, with scripts and without. */
export async function answerQuestion(
  page: Page,
  { key, type, right }: { key: string; type: Question['type']; right: readonly string[] },
): Promise<void> {
  const name = `q.${key}`
  for (const entry of right) {
    const [part = '', value = ''] = entry.split('=')
    switch (type) {
      case 'single':
      case 'multiple':
      case 'true-false':
        await page.locator(`input[name="${name}"][value="${entry}"]`).check()
        break
      case 'ordering':
      case 'matching':
        await page.locator(`select[name="${name}"]:has(option[value="${entry}"])`).selectOption(entry)
        break
      case 'numeric':
      case 'short-text':
        await page.locator(`input[name="${name}"]`).fill(entry)
        break
      case 'gap-text': {
        const gap = page.locator(`[name="${name}.${part}"]`)
        if (await gap.evaluate((field) => field.tagName === 'SELECT')) await gap.selectOption(value)
        else await gap.fill(value)
      }
    }
  }
}
