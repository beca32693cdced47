import type { Language } from '~/shared/language'

/** The reader's language: their choice in a cookie; Swedish otherwise. */
export function languageOf(request: Request): Language {
  return /(?:^|;\s*)portal_language=en(?:;|$)/.test(request.headers.get('cookie') ?? '') ? 'en' : 'sv'
}

export function languageCookie(language: Language, secure: boolean): string {
  return `portal_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}
