export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The text of a bilingual content field in the reader's language; Swedish when the other is empty. */
export function pick(text: { sv: string; en: string }, language: Language): string {
  return text[language] || text.sv
}
