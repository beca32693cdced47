/** What is wrong with a row of the ledger or of its chain. */
export const chainFaults = [
  'row-altered',
  'row-deleted',
  'row-unchained',
  'removal-feigned',
  'link-altered',
  'link-missing',
  'head-altered',
  'figure-altered',
  'figure-missing',
] as const
export type ChainFault = (typeof chainFaults)[number]

/** The first altered row: whose chain, which table and row, and its number in the chain where it has one. */
export interface ChainBreak {
  fault: ChainFault
  table: 'time_entry' | 'month_event' | 'month_figure' | 'ledger_link' | 'ledger_head' | 'ledger_removal'
  rowId: string
  personId: string
  position: number | null
}

export interface ChainVerdict {
  whole: boolean
  people: number
  links: number
  /** Links whose row was deleted by a retention rule or an erasure. */
  removed: number
  figures: number
  breaks: number
  first?: ChainBreak
}
