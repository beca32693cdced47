import { expect } from '@playwright/test'
import type { Hands } from './hands'

/** A question in the lesson's form: `fields` by their names in it, `right` the rows that are right. */
export async function writeQuestion(
  hands: Hands,
  index: number,
  { type, fields, right = [] }: { type: string; fields: Record<string, string>; right?: number[] },
): Promise<void> {
  const { page } = hands
  const named = (name: string) => page.locator(`[name="f${index}.${name}"]`)
  await hands.choose(page.getByRole('combobox', { name: 'Slag av fråga' }), type)
  await hands.press('button', 'Lägg till en fråga')
  await expect(named('prompt')).toBeFocused()
  await hands.see()
  for (const [name, text] of Object.entries(fields)) await hands.fill(named(name), text)
  for (const row of right) {
    await hands.to(named(`r${row}.correct`))
    await hands.key('Space')
    await expect(named(`r${row}.correct`)).toBeChecked()
  }
}

/** The rows of choices, each with what is said of it. */
const options = (...texts: string[]) =>
  Object.fromEntries(
    texts.flatMap((text, row) => [
      [`r${row}.text`, text],
      [`r${row}.feedback`, `${text}, ja.`],
    ]),
  )

/** One question of every type. */
export const everyQuestion: Parameters<typeof writeQuestion>[2][] = [
  {
    type: 'Ett rätt svar',
    fields: { prompt: 'Vad gör man först?', ...options('Lyssnar', 'Talar', 'Går') },
    right: [0],
  },
  {
    type: 'Flera rätta svar',
    fields: { prompt: 'Vad stöder samtalet?', ...options('Bilder', 'Tid', 'Buller') },
    right: [0, 1],
  },
  {
    type: 'Sant eller falskt',
    fields: { prompt: 'Tystnad är ett svar.', ...options('Sant', 'Falskt') },
    right: [0],
  },
  {
    type: 'Ordna',
    fields: { prompt: 'I vilken ordning?', 'r0.text': 'Fråga', 'r1.text': 'Vänta', 'r2.text': 'Svara' },
  },
  {
    type: 'Para ihop',
    fields: {
      prompt: 'Vad hör ihop?',
      ...{ 'r0.text': 'Öppen fråga', 'r0.other': 'Hur', 'r1.text': 'Sluten fråga', 'r1.other': 'Är' },
      ...{ 'r2.text': 'Ledande fråga', 'r2.other': 'Visst' },
    },
  },
  { type: 'Tal', fields: { prompt: 'Hur många sekunder väntar man?', answer: '3,5', tolerance: '0,5', unit: 's' } },
  { type: 'Kort svar', fields: { prompt: 'Vad heter stödet?', 'r0.text': 'stöttning' } },
  {
    type: 'Lucktext',
    fields: { prompt: 'Fyll i.', text: 'Man lär av att [[a]].', 'r0.key': 'a', 'r0.text': 'fråga' },
  },
]
