const UNSEEN = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff\\]|\p{Cs}/u

/** Addresses a link may have: http(s) (sources are cited as published), mailto, a path on this site, or a place on the page. */
export function isAllowedHref(href: string): boolean {
  if (href === '' || href.length > 2000 || UNSEEN.test(href)) return false
  if (/^https?:\/\//i.test(href)) return URL.canParse(href)
  if (/^mailto:[^@/]+@[^@/]+$/i.test(href)) return true
  return href.startsWith('#') || (href.startsWith('/') && !href.startsWith('//'))
}

/** Pictures and files come from this site alone. */
export function isAllowedPicture(src: string): boolean {
  return src.length <= 500 && !UNSEEN.test(src) && src.startsWith('/') && !src.startsWith('//')
}

export function isExternal(href: string): boolean {
  return /^https?:/i.test(href)
}
