import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownWriting: readonly OwnSection[] = [
  ownSection(
    'writtenVersions',
    ['text.saved_by', 'text_version.author_id', 'text_version.kept_by'],
    (
      ids,
    ) => sql`select subject_kind as "subjectKind", version.kind, version.name as title, version.began_at as "beganAt",
        version.saved_at as "savedAt", version.kept_at as "keptAt"
      from text_version version join text on text.text_id = version.text_id
      where version.author_id = any (${ids}) or version.kept_by = any (${ids}) order by version.saved_at, version.number`,
  ),
]
