/** Languages that a writer may choose for a block: those of the Nordic countries and those often met in adult education. */
export const languageCodes = [
  ...['sv', 'en', 'nb', 'nn', 'da', 'fi', 'is', 'se'],
  ...['ar', 'fa', 'prs', 'so', 'ti', 'uk', 'ru', 'pl', 'tr', 'ku', 'es', 'de', 'fr'],
] as const

/** A language tag that may stand in a `lang` attribute. */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value)
}

/** The name of a language in the language of the page: ”engelska”. */
export function languageName(code: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code
}

/** The attributes of an element in this language; also its direction, for languages written from the right. */
export function langAttributes(lang: string | null | undefined): { lang?: string; dir?: 'rtl' } {
  if (typeof lang !== 'string') return {}
  return /^(ar|fa|prs|ur|he|ckb|ps)\b/.test(lang) ? { lang, dir: 'rtl' } : { lang }
}
