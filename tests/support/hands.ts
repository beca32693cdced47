import { expect, type Locator, type Page } from '@playwright/test'

/** How many stops a way by Tab may have before it counts as none. */
const MOST_STOPS = 400

/** What is wrong with where the focus is, as somebody without a mouse sees it: empty when nothing is, or `there` at the target. */
function faultOfFocus(target: Element | null): string {
  const at = document.activeElement
  if (at === null || at === document.body) return 'the focus is nowhere'
  const told = at.outerHTML.slice(0, 160)
  const fine = at === target ? 'there' : ''
  if (at.matches('main')) return fine
  const box = at.getBoundingClientRect()
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
  if (right - left < 1 || bottom - top < 1) return `the focus is out of view: ${told}`
  const isText = at.matches('[contenteditable="true"]')
  const points = [0.5, 0.15, 0.85].map((part) => [(left + right) / 2, top + (bottom - top) * part] as const)
  const isSeen = points.some(([x, y]) => {
    const found = document.elementFromPoint(x, y)
    return found !== null && (at.contains(found) || found.contains(at))
  })
  if (!isSeen) return `the focus is covered: ${told}`
  const ringed = isText ? (at.parentElement?.parentElement ?? at) : at
  const { outlineStyle, outlineWidth } = getComputedStyle(ringed)
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `the focus has no ring: ${told}`
  const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
  const named = at.getAttribute('aria-label') ?? at.getAttribute('aria-labelledby') ?? ''
  const words = labels ? [...(at.labels ?? [])].map((label) => label.textContent).join('') : at.textContent
  return named === '' && (words ?? '').trim() === '' ? `what has the focus has no name: ${told}` : fine
}

/** Whether the cursor of a text stands where it is seen. */
function isCursorSeen(): boolean {
  const selection = getSelection()
  const [range] = selection === null || selection.rangeCount === 0 ? [] : [selection.getRangeAt(0)]
  if (range === undefined) return false
  const around = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  const box = range.getClientRects()[0] ?? around?.getBoundingClientRect()
  if (box === undefined || box.top < 0 || box.bottom > innerHeight) return false
  const found = document.elementFromPoint(box.left + 1, (box.top + box.bottom) / 2)
  return found?.closest('[contenteditable="true"]') != null
}

/** Whoever works by keyboard alone: goes by Tab, sees at every stop where the focus is, and never points. */
export class Hands {
  constructor(readonly page: Page) {
    // Says to the browser in good time that a test answers when it asks for a file.
    page.on('filechooser', () => undefined)
  }

  /** The focus is somewhere, in view, ringed and named. */
  async see(): Promise<void> {
    await expect.poll(() => this.page.evaluate(faultOfFocus, null)).toBe('')
  }

  async seeCursor(): Promise<void> {
    await expect.poll(() => this.page.evaluate(isCursorSeen), 'the cursor is seen').toBe(true)
  }

  async key(...keys: string[]): Promise<void> {
    for (const each of keys) await this.page.keyboard.press(each)
  }

  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Goes by Tab, onwards or back, until the target has the focus. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    const step = await target.evaluate((element) => {
      const from = document.activeElement ?? document.body
      if (from === element) return ''
      return from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'
    })
    const handle = await target.elementHandle()
    let found = ''
    for (let stops = 0; stops < MOST_STOPS && step !== '' && found !== 'there'; stops += 1) {
      await this.page.keyboard.press(step)
      found = await this.page.evaluate(faultOfFocus, handle)
      expect(['', 'there']).toContain(found)
    }
    await expect(target).toBeFocused()
    await this.see()
  }

  async press(role: 'button' | 'link', name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.to(this.page.getByRole(role, { name, exact: true }).first())
    await this.page.keyboard.press(key)
  }

  /** Follows a link to the page with this heading. */
  async follow(name: string, heading: string): Promise<void> {
    await this.press('link', name)
    await expect(this.page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
  }

  /** Goes to the field and puts the text in the place of what it holds. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.to(field)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }

  async fillIn(label: string, text: string): Promise<void> {
    await this.fill(this.page.getByRole('textbox', { name: label }).first(), text)
  }

  /** Chooses in a list by the arrow keys. */
  async choose(list: Locator, choice: string): Promise<void> {
    await this.to(list)
    const steps = await list.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as HTMLSelectElement
      return [...options].findIndex(({ text }) => text === wanted) - selectedIndex
    }, choice)
    for (let step = 0; step < Math.abs(steps); step += 1) await this.key(steps > 0 ? 'ArrowDown' : 'ArrowUp')
    const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '')
    expect(await chosen()).toBe(choice)
  }

  /** Gives a file to a field for files, which Enter or Space opens. */
  async give(field: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.to(field)
    const asked = this.page.waitForEvent('filechooser')
    await this.page.keyboard.press('Enter')
    await (await asked).setFiles(file)
  }
}
