/** Every address of the portal. Links and redirects are built here and nowhere else. */
export const paths = {
  home: () => '/',
  signIn: (backTo?: string) => (backTo === undefined ? '/logga-in' : `/logga-in?till=${encodeURIComponent(backTo)}`),
  signOut: () => '/logga-ut',
  language: () => '/sprak',
  account: () => '/konto',
  courses: () => '/kurser',
  course: (slug: string) => `/kurser/${slug}`,
  lesson: (course: string, lesson: string) => `/kurser/${course}/${lesson}`,
  lessonAgain: (course: string, lesson: string) => `/kurser/${course}/${lesson}?forsok=nytt#fragor`,
  lessonResult: (course: string, lesson: string) => `/kurser/${course}/${lesson}#resultat`,
  lessonDraft: (course: string, lesson: string) => `/kurser/${course}/${lesson}/utkast`,
  lectures: () => '/forelasningar',
  lecture: (slug: string, second?: number) => `/forelasningar/${slug}${second === undefined ? '' : `?t=${second}`}`,
  heartbeat: (slug: string) => `/forelasningar/${slug}/hjartslag`,
  examples: () => '/exempel',
  example: (slug: string) => `/exempel/${slug}`,
  editExample: (slug: string) => `/exempel/${slug}/redigera`,
  competence: (framework?: string) => (framework === undefined ? '/kompetens' : `/kompetens?ram=${framework}`),
  hours: (month?: string) => (month === undefined ? '/timmar' : `/timmar?manad=${month}`),
  certificates: () => '/intyg',
  certificate: (code: string) => `/intyg/${code}`,
  certificatePdf: (code: string) => `/intyg/${code}/pdf`,
  staff: (query = '') => (query === '' ? '/medarbetare' : `/medarbetare?${query}`),
  staffCsv: (query = '') => (query === '' ? '/medarbetare.csv' : `/medarbetare.csv?${query}`),
  staffMember: (personId: string) => `/medarbetare/${personId}`,
  participants: (query = '') => `/deltagare${query}`,
  participantsCsv: (query = '') => `/deltagare.csv${query}`,
  participant: (participationId: string) => `/deltagare/${participationId}`,
  search: (query?: string) => (query === undefined ? '/sok' : `/sok?q=${encodeURIComponent(query)}`),
  feedback: () => '/synpunkter',
  about: () => '/om',
  accessibility: () => '/tillganglighet',
  privacy: () => '/personuppgifter',
} as const

/** A `?till=` address from outside, kept only when it leads inside this portal. */
export function safeReturnPath(value: string | null): string {
  if (value === null || !value.startsWith('/') || value.startsWith('//') || value.includes('\\')) return paths.home()
  return /[\u0000-\u001f]/.test(value) ? paths.home() : value
}
