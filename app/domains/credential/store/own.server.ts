import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownCertificates: readonly OwnSection[] = [
  ownSection(
    'certificates',
    ['certificate.person_id'],
    (ids) => sql`select code, document ->> 'title' as title, document ->> 'kind' as kind,
      (document ->> 'minutes')::int as minutes, issued_at as "issuedAt", document_sha256 as hash
      from certificate where person_id = any (${ids}) order by issued_at`,
  ),
]
