import { expect, type Locator } from '@playwright/test'
import type { Block, RichDocument } from '~/shared/editor/document'
import { Hands } from './hands'

/** The text of a lesson, as one writes it by keyboard. */
export class Writer extends Hands {
  readonly text = this.page.locator('.ProseMirror').first()
  readonly findings = this.page.getByRole('region', { name: 'Tillgänglighet: Text' })

  async blocks(): Promise<Block[]> {
    return (JSON.parse(await this.page.locator('input[name="body"]').inputValue()) as RichDocument).content
  }

  /** Puts in a block by its name in the list that a slash opens. */
  async slash(name: string, text = ''): Promise<void> {
    await this.key('ControlOrMeta+End')
    await this.write(`/${name}`)
    await expect(this.page.getByRole('option', { selected: true })).toBeVisible()
    await this.key('Enter')
    if (text !== '') await this.write(text)
  }

  /** Puts in a block that asks for something first: what comes from the library, then its fields by their labels. */
  async ask(name: string, fields: Record<string, string>, take?: (panel: Locator) => Promise<void>): Promise<void> {
    await this.slash(name)
    const panel = this.page.locator('[role="group"]:has(> strong)')
    await expect(panel.locator(':focus')).toHaveCount(1)
    await this.see()
    await take?.(panel)
    for (const [label, text] of Object.entries(fields)) {
      await this.fill(panel.getByRole('textbox', { name: label, exact: true }), text)
    }
    await this.to(panel.getByRole('button', { name: 'Lägg in', exact: true }))
    await this.key('Enter')
    await expect(panel).toHaveCount(0)
    await expect(this.text).toBeFocused()
    await this.seeCursor()
  }

  /** Finds something in the library and takes the first that is found. */
  search(words: string) {
    return async (panel: Locator) => {
      await this.fill(panel.getByRole('searchbox'), words)
      await this.key('Enter')
      const found = panel.getByRole('button', { name: /^Välj / }).first()
      await this.to(found)
      await this.key('Enter')
    }
  }

  /** Brings a new file to the library, and waits until the block has its address. */
  bring(name: string, mimeType: string, buffer: Buffer) {
    return async (panel: Locator) => {
      await this.give(panel.getByLabel('Ladda upp en fil'), { name, mimeType, buffer })
      await expect(panel.getByRole('textbox', { name: 'Adress i portalen' })).not.toHaveValue('')
    }
  }

  /** Presses a button of the toolbar, which gives the focus back to the text. */
  async tool(name: string): Promise<void> {
    await this.key('Alt+F10')
    const tool = this.page.getByRole('toolbar').first().getByRole('button', { name, exact: true })
    for (let steps = 0; steps < 30; steps += 1) {
      if (await tool.evaluate((element) => element === document.activeElement)) break
      await this.key('ArrowRight')
      await this.see()
    }
    await this.key('Enter')
    await expect(this.text).toBeFocused()
  }
}
