/** The months of a report: one, a quarter, or every month of the project. */
export interface PaperPeriod {
  /** As the address writes it: `2025-03`, `2025-K1` or `hela`. */
  key: string
  months: string[]
}

export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** The period that an address asks for among the months with time; the newest month when it asks for none of them. */
export function readPaperPeriod(asked: string | null, months: readonly string[]): PaperPeriod {
  if (asked === 'hela') return { key: 'hela', months: [...months] }
  const quarter = months.filter((month) => quarterOf(month) === asked)
  if (asked !== null && quarter.length > 0) return { key: asked, months: quarter }
  const month = months.find((one) => one === asked) ?? months.at(-1)
  return month === undefined ? { key: 'hela', months: [] } : { key: month, months: [month] }
}
