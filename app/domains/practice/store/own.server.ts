import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownExamples: readonly OwnSection[] = [
  ownSection(
    'editedExamples',
    ['example.edited_by'],
    (ids) => sql`select title, edited_at as "changedAt" from example where edited_by = any (${ids}) order by edited_at`,
  ),
]
