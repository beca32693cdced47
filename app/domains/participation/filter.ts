export const participantOrders = ['namn', 'partner', 'kommun', 'start', 'minuter', 'kurser'] as const
export type ParticipantOrder = (typeof participantOrders)[number]

/** What the address of the participant list chooses. */
export interface ParticipantFilter {
  project: string | undefined
  search: string
  partner: string | undefined
  municipality: string | undefined
  complete: boolean | undefined
  /** Whether the newest information to participants is acknowledged. */
  information: boolean | undefined
  order: ParticipantOrder
  descending: boolean
}

/** Reads the choice from an address; what is not understood counts as not chosen. */
export function readParticipantFilter(query: URLSearchParams): ParticipantFilter & { page: number } {
  const chosen = (name: string) => query.get(name)?.trim() || undefined
  const order = participantOrders.find((name) => name === query.get('ordning')) ?? 'namn'
  const complete = query.get('komplett')
  const information = query.get('information')
  const page = Number(query.get('sida') ?? 1)
  return {
    project: chosen('projekt'),
    search: (chosen('sok') ?? '').slice(0, 100),
    partner: chosen('partner'),
    municipality: chosen('kommun'),
    complete: complete === 'ja' ? true : complete === 'nej' ? false : undefined,
    information: information === 'ja' ? true : information === 'nej' ? false : undefined,
    order,
    descending: query.get('riktning') === 'ner',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The address query of a choice, with `change` laid over it; a new choice starts on the first page. */
export function writeParticipantFilter(
  filter: ParticipantFilter,
  change: Partial<ParticipantFilter> & { page?: number } = {},
): string {
  const next = { ...filter, ...change }
  const query = new URLSearchParams()
  if (next.project !== undefined) query.set('projekt', next.project)
  if (next.search !== '') query.set('sok', next.search)
  if (next.partner !== undefined) query.set('partner', next.partner)
  if (next.municipality !== undefined) query.set('kommun', next.municipality)
  if (next.complete !== undefined) query.set('komplett', next.complete ? 'ja' : 'nej')
  if (next.information !== undefined) query.set('information', next.information ? 'ja' : 'nej')
  if (next.order !== 'namn') query.set('ordning', next.order)
  if (next.descending) query.set('riktning', 'ner')
  if (change.page !== undefined && change.page > 1) query.set('sida', String(change.page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
