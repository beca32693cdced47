import { expect } from '@playwright/test'
import { png } from './media-bytes'
import type { Writer } from './writer'

/** Writes an article with every block, by list, toolbar, keys and signs alike; one picture is described by its file name. */
export async function writeArticle(hands: Writer): Promise<void> {
  const { page } = hands
  await hands.to(hands.text)
  await hands.write('Ett stycke först.')
  await hands.key('Enter')
  await hands.write('## Rubrik två')
  await hands.key('Enter')
  await hands.slash('underrubrik', 'Rubrik tre')
  await hands.key('Enter')
  await hands.key('Control+Alt+4')
  await hands.write('Rubrik fyra')
  await hands.key('Enter')
  await hands.write('- punkt ett')
  await hands.key('Enter')
  await hands.write('punkt två')
  // Tab moves the item in; after Escape it leaves the text, and Escape in the toolbar comes back.
  await hands.key('Tab')
  await expect(hands.text.locator('ul ul li')).toHaveText('punkt två')
  await hands.key('Escape', 'Shift+Tab')
  await expect(page.getByRole('toolbar').first().locator(':focus')).toHaveCount(1)
  await hands.see()
  await hands.key('Escape')
  await expect(hands.text).toBeFocused()
  await hands.key('Shift+Tab', 'Enter', 'Enter')
  await hands.tool('Numrerad lista')
  await hands.write('steg ett')
  await hands.key('Enter', 'Enter')
  await hands.slash('uppgift', 'gör detta')
  await hands.key('Enter', 'Enter')
  await hands.slash('tabell')
  for (const cell of ['Vad', 'När', 'Var', 'Läsa', 'Måndag', 'Hemma']) {
    await hands.write(cell)
    await hands.key('Tab')
  }
  await hands.key('Alt+Enter')
  await expect(page.getByRole('group', { name: 'Tabell', exact: true }).locator(':focus')).toHaveCount(1)
  await hands.press('button', 'Ta bort rad')
  await expect(hands.text).toBeFocused()
  await expect(hands.text.locator('tr')).toHaveCount(2)

  await hands.key('ControlOrMeta+End')
  await hands.write('> Den som frågar lär sig.')
  await hands.key('Alt+Enter')
  await hands.fillIn('Källa', 'Ordspråksboken')
  await hands.fillIn('Källans adress', 'https://www.example.org/ord')
  await hands.key('Escape')
  await expect(hands.text).toBeFocused()
  await hands.key('ControlOrMeta+End', 'Enter', 'Enter')
  await hands.slash('bra', 'Det här är bra att veta.')
  await hands.slash('tips', 'Börja smått.')
  await hands.slash('se upp', 'Spara ofta.')
  await hands.slash('fundera, med', 'Vad hindrar dig?')
  await hands.ask('begrepp', { Begrepp: 'Stöttning' })
  await hands.write('Tillfälligt stöd.')
  await hands.ask(
    'bild',
    { 'Alternativtext: vad bilden visar': 'brygga.png', Bildtext: 'En bildtext' },
    hands.bring('Brygga.png', 'image/png', png),
  )
  await hands.ask('bild', { 'Alternativtext: vad bilden visar': 'En brygga i motljus' }, hands.search('brygga'))
  await hands.ask('fil', {}, hands.bring('Mall.txt', 'text/plain', Buffer.from('En mall att fylla i.')))
  await hands.ask(
    'föreläsning',
    { 'Från (minuter:sekunder)': '0:05', 'Till (minuter:sekunder)': '0:20' },
    hands.search('stöttning'),
  )
  await hands.ask('sida', { 'Sidans adress': 'https://youtu.be/abcDEF12345', Titel: 'En film' })
  await hands.slash('formel')
  const formula = page.locator('[role="group"]:has(> strong)')
  await hands.fill(formula.getByRole('textbox', { name: 'Formeln i TeX' }), 'x^2')
  await hands.fill(formula.getByRole('textbox', { name: /^Formeln i ord/ }), 'x i kvadrat')
  await hands.key('Enter')
  await expect(formula).toHaveCount(0)
  await hands.slash('avdelare')
  await hands.ask('utfällbar', { 'Rubrik som alltid syns': 'Mer om det' })
  await hands.write('Dolt tills vidare.')
  await hands.slash('spalter', 'Vänster spalt')
  await hands.key('ArrowRight')
  await hands.write('Höger spalt')
  const types = (await hands.blocks()).map((block) =>
    block.type === 'heading' ? `heading${block.attrs.level}` : block.type === 'callout' ? block.attrs.kind : block.type,
  )
  expect(types.filter((type, at) => type !== 'paragraph' || at === 0)).toEqual([
    ...[
      'paragraph',
      'heading2',
      'heading3',
      'heading4',
      'bulletList',
      'orderedList',
      'taskList',
      'table',
      'blockquote',
    ],
    ...['note', 'tip', 'warning', 'prompt', 'definition', 'image', 'image', 'file', 'lecture', 'embed', 'formula'],
    ...['horizontalRule', 'details', 'columns'],
  ])
}
