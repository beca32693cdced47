import { type Language, pick } from '~/shared/language'
import type { Heatmap } from './model'

/** The picture in the reader's language, as small as a page needs it. */
export interface ToldHeatmap {
  columns: { code: string; name: string }[]
  /** A cell is its level and whether it rose; null when the profile is not shared. */
  rows: { personId: string; name: string; cells: [level: number, rose: boolean][] | null }[]
  shared: number
  notShared: number
  protectedLeftOut: boolean
  compared: boolean
  atLeast: number[][] | null
  facets: Heatmap['facets']
}

export function tellHeatmap(heatmap: Heatmap, language: Language): ToldHeatmap {
  const { rows, columns, ...rest } = heatmap
  return {
    ...rest,
    columns: columns.map(({ code, name }) => ({ code, name: pick(name, language) })),
    rows: rows.map(({ personId, name, cells }) => ({
      personId,
      name,
      cells: cells === null ? null : cells.map((cell) => [cell.level, cell.rose]),
    })),
  }
}
