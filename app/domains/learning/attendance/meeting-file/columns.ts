/** What a column of a meeting's file holds. */
export type Role =
  'name' | 'email' | 'account' | 'join' | 'leave' | 'duration' | 'action' | 'stamp' | 'waiting' | 'attended'

/** Headings in English and Swedish, of the layouts that Teams and Zoom have had; the first that fits counts. */
const headings: readonly [Role, RegExp][] = [
  ['waiting', /waiting room|väntrum/],
  ['attended', /^(attended|deltog)$/],
  ['duration', /duration|varaktighet|längd|tid i mötet|time in session/],
  ['action', /^user action$|åtgärd$/],
  ['stamp', /^time ?stamp$|^tidsstämpel$|^tidpunkt$/],
  ['account', /upn/],
  ['email', /^(user |användarens )?(e-?mail|e-?post)(address| address|adress)?$/],
  ['name', /^(full |display |user )?name( \(original name\))?$|^(fullständigt |visnings|användar)?namn( \(.*\))?$/],
  ['join', /join|anslut|gick med|gick in|inträde/],
  ['leave', /leave|left|lämna|utträde|gick ut|koppla/],
]

export const tidy = (cell: string) =>
  cell
    .normalize('NFC')
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .trim()

export type Columns = Partial<Record<Role, number>>

/** The columns of a heading row; undefined when the row is none. */
export function columnsOf(cells: readonly string[]): Columns | undefined {
  const columns: Columns = {}
  cells.forEach((cell, index) => {
    const text = tidy(cell).toLowerCase()
    const role = headings.find(([, pattern]) => pattern.test(text))?.[0]
    if (role !== undefined && columns[role] === undefined) columns[role] = index
  })
  const { name, join, action, duration, email } = columns
  const isHeading = join !== undefined || action !== undefined || (duration !== undefined && email !== undefined)
  return name !== undefined && isHeading ? columns : undefined
}

/** Whether the heading is of the table that has only the first and the last time of each. */
export const isFirstAndLast = (cells: readonly string[]) => cells.some((cell) => /^(first|första)/i.test(tidy(cell)))

export const isZoom = (cells: readonly string[]) =>
  cells.some((cell) => /original name|ursprung|^guest$|^gäst$|recording|user email|waiting room|väntrum/i.test(cell))
