import { listOwnIds, type OwnRow } from '~/domains/identity/index.server'
import { openOwnNumbers, type Vault } from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { ownSections } from './sections.server'

export interface CopyRequest {
  personId: PersonId
  /** Opens the numbers in full; without it they are masked. */
  vault?: Vault
}

/** Reads the copy part by part; each is one statement, and one part at a time is in memory. */
export async function* readOwnCopy(db: Db, request: CopyRequest): AsyncGenerator<{ name: string; rows: OwnRow[] }> {
  const ids = await listOwnIds(db, request.personId)
  for (const section of ownSections) {
    const rows = await section.read(db, ids)
    if (section.name === 'identityNumbers' && request.vault !== undefined) {
      const numbers = await openOwnNumbers(db, request.vault, ids)
      yield {
        name: section.name,
        rows: rows.map((row, index) => ({ ...row, number: numbers[index] ?? row['number'] })),
      }
    } else yield { name: section.name, rows }
  }
}

/** What the copy says of itself: the meaning of each part and of each key, in the reader's language. */
export interface CopyWords {
  language: string
  title: string
  section: (name: string) => string
  key: (name: string) => string
  left: readonly string[]
}

/** The copy as JSON, sent as it is read. `documentation` says what each part and each key is. */
export async function* ownCopyJson(
  db: Db,
  request: CopyRequest & { at: Date },
  words: CopyWords,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const head = {
    format: 'westum-larportal/own-copy',
    version: 1,
    title: words.title,
    language: words.language,
    madeAt: request.at,
    fullNumbers: request.vault !== undefined,
    leftOut: words.left,
  }
  yield encoder.encode(`${JSON.stringify(head, null, 1).slice(0, -2)},\n "sections": {`)
  const keys = new Set<string>()
  const names: string[] = []
  for await (const { name, rows } of readOwnCopy(db, request)) {
    for (const row of rows) for (const key of Object.keys(row)) keys.add(key)
    const body = rows.map((row) => `\n   ${JSON.stringify(row)}`).join(',')
    yield encoder.encode(
      `${names.length === 0 ? '' : ','}\n  ${JSON.stringify(name)}: [${body}${body === '' ? '' : '\n  '}]`,
    )
    names.push(name)
  }
  const documentation = {
    sections: Object.fromEntries(names.map((name) => [name, words.section(name)])),
    keys: Object.fromEntries([...keys].sort().map((key) => [key, words.key(key)])),
  }
  yield encoder.encode(`\n },\n "documentation": ${JSON.stringify(documentation, null, 1)}\n}\n`)
}
