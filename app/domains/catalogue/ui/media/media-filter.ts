import { isUuid, type OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { type MediaKind, mediaKinds } from '../../media/model'

export interface LibraryFilter {
  q: string
  kind: MediaKind | null
  organisationId: OrganisationId | null
  page: number
}

/** The filter of an address; what is no filter is left out. */
export function mediaFilterOf(search: URLSearchParams): LibraryFilter {
  const organisation = search.get('organisation') ?? ''
  const page = Number(search.get('sida') ?? '1')
  return {
    q: (search.get('q') ?? '').trim().slice(0, 100),
    kind: mediaKinds.find((kind) => kind === search.get('typ')) ?? null,
    organisationId: isUuid(organisation) ? (organisation as OrganisationId) : null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The address of the library with a change of the filter; a change of anything but the page begins at the first. */
export function addressOfLibrary(filter: LibraryFilter, change: Partial<LibraryFilter>): string {
  const to = { ...filter, page: 1, ...change }
  const search = new URLSearchParams()
  if (to.q !== '') search.set('q', to.q)
  if (to.kind !== null) search.set('typ', to.kind)
  if (to.organisationId !== null) search.set('organisation', to.organisationId)
  if (to.page > 1) search.set('sida', String(to.page))
  const query = search.toString()
  return paths.media(query === '' ? '' : `?${query}`)
}
