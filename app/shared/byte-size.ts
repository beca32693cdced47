/** A size in words: ”1,4 MB”. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['kB', 'MB', 'GB'] as const
  let size = Math.max(bytes, 1) / 1000
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const digits = size < 10 ? 1 : 0
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(Math.max(size, 0.1))}\u00a0${units[unit] ?? ''}`
}
