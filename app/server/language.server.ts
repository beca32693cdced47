import type { Language } from '~/shared/language'

/** The reader's language: their choice in a cookie; Swedish otherwise. */
export function languageOf(request: Request): Language {
  return /(?:^|;\s*)portal_language=en(?:;|$)/.test(request.headers.get('cookie') ?? '') ? 'en' : 'sv'
}

/** The language that the reader would rather have a course in: their choice in a cookie, else that of the portal. */
export function courseLanguageOf(request: Request): Language {
  const chosen = /(?:^|;\s*)portal_course_language=(sv|en)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return chosen === 'sv' || chosen === 'en' ? chosen : languageOf(request)
}

export function courseLanguageCookie(language: Language, secure: boolean): string {
  return `portal_course_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

export function languageCookie(language: Language, secure: boolean): string {
  return `portal_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}
