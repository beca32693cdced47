/** Stored paths are relative to the content folder, with their version; the site serves them under /media. */
export function mediaAddress(path: string): string
export function mediaAddress(path: string | null): string | null
export function mediaAddress(path: string | null): string | null {
  return path === null ? null : `/media/${path}`
}
