import { type StaffFilter, jobs, schoolForms } from '../model'

/** Reads `?kommun=1481&yrkesroll=larare&skolform=sfi&omrade=K2`; what is not understood is no choice. */
export function staffFilterOf(query: URLSearchParams): StaffFilter {
  const municipality = query.get('kommun') ?? ''
  const area = query.get('omrade') ?? ''
  return {
    municipality: /^\d{4}$/.test(municipality) ? municipality : null,
    job: jobs.find((job) => job === query.get('yrkesroll')) ?? null,
    schoolForm: schoolForms.find((form) => form === query.get('skolform')) ?? null,
    area: /^K\d{1,2}$/.test(area) ? area : null,
  }
}

/** The same choice with one part changed, as an address query without the question mark. */
export function staffQuery(
  filter: StaffFilter,
  change: Partial<StaffFilter> = {},
  view: 'picture' | 'table' = 'picture',
): string {
  const next = { ...filter, ...change }
  const query = new URLSearchParams()
  if (next.municipality !== null) query.set('kommun', next.municipality)
  if (next.job !== null) query.set('yrkesroll', next.job)
  if (next.schoolForm !== null) query.set('skolform', next.schoolForm)
  if (next.area !== null) query.set('omrade', next.area)
  if (view === 'table') query.set('vy', 'tabell')
  return query.toString()
}
