import { paths } from '../paths'

const FILES = paths.mediaFile('')

interface Relinking {
  /** A new address for a file of this site, or the same. */
  file: (address: string) => string
  /** A new address name for a lecture that a text shows, or the same. */
  lecture: (slug: string) => string
}

/**
 * The same with other addresses of files and lectures: of documents and of everything that holds them, however deep.
 * Every text that begins with the address of the folder of files is such an address.
 */
export function relinked<T>(value: T, to: Relinking): T
export function relinked(value: unknown, to: Relinking): unknown {
  if (typeof value === 'string') return value.startsWith(FILES) ? to.file(value) : value
  if (Array.isArray(value)) return value.map((each: unknown) => relinked(each, to))
  if (typeof value !== 'object' || value === null) return value
  const isClip = 'type' in value && value.type === 'lecture' && 'attrs' in value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      isClip && name === 'attrs' ? clip(inside, to) : relinked(inside as unknown, to),
    ]),
  )
}

function clip(attrs: unknown, to: Relinking): unknown {
  if (typeof attrs !== 'object' || attrs === null || !('slug' in attrs) || typeof attrs.slug !== 'string') return attrs
  return { ...attrs, slug: to.lecture(attrs.slug) }
}

/** Every file and every lecture that something names, each once, in the order of their first place. */
export function linksOf(value: unknown): { files: string[]; lectures: string[] } {
  const files = new Set<string>()
  const lectures = new Set<string>()
  relinked(value, {
    file: (address) => (files.add(address), address),
    lecture: (slug) => (lectures.add(slug), slug),
  })
  return { files: [...files], lectures: [...lectures] }
}
