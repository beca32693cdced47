import { isProductCode, isTest, type Law, type SourceFile, withoutComments } from './source'

const river = [
  ...['identity', 'organisation', 'writing', 'catalogue', 'learning', 'competence', 'practice'],
  ...['participation', 'credential', 'notice', 'insight'],
]

/** Which domain owns which table, read from the interfaces `<Domain>Schema` in db/schema. */
export function tableOwners(files: readonly SourceFile[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { path, text } of files) {
    if (!path.startsWith('db/schema/')) continue
    for (const [, domain = '', body = ''] of text.matchAll(/interface (\w+)Schema \{([^}]*)\}/g)) {
      for (const [, table = ''] of body.matchAll(/^\s*(\w+):/gm)) owners.set(table, domain.toLowerCase())
    }
  }
  return owners
}

const writes = [
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)/g,
  /\binsert\s+into\s+"?(\w+)/gi,
  /\bupdate\s+(?:only\s+)?"?(\w+)"?(?:\s+as\s+\w+|\s+\w+)?\s+set\b/gi,
  /\bdelete\s+from\s+"?(\w+)/gi,
  /\btruncate\s+(?:table\s+)?"?(\w+)/gi,
]
const reads = [
  /\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|innerJoinLateral|leftJoinLateral)\(\s*['"`](\w+)/g,
  /\b(?:from|join)\s+"?(\w+)"?(?:\s+(?:as\s+)?\w+)?\s+(?:where|on|join|left|inner|group|order|limit|using|cross)\b/gi,
]

function mentions(text: string, patterns: readonly RegExp[], owners: Map<string, string>): string[] {
  const tables = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
  return [...new Set(tables)].filter((table) => owners.has(table))
}

const isStore = (path: string) => /^app\/domains\/[^/]+\/store(\.server\.ts$|\/)/.test(path)
const domainOf = (path: string) => /^app\/domains\/([^/]+)\//.exec(path)?.[1]

/** Queries stand in stores and in db; nowhere else in app. */
export const sqlInStores: Law = (files) => {
  const owners = tableOwners(files)
  return files
    .filter((file) => file.path.startsWith('app/') && isProductCode(file) && !isStore(file.path))
    .filter((file) => mentions(withoutComments(file), [...writes, ...reads], owners).length > 0)
    .map(({ path }) => `${path} holds a query; queries belong in the store of the domain`)
}

/** A table is written by the domain that owns it. Seeds and migrations in db write directly. */
export const tableOwnership: Law = (files) => {
  const owners = tableOwners(files)
  return files
    .filter((file) => file.path.startsWith('app/') && !isTest(file) && isProductCode(file))
    .flatMap((file) =>
      mentions(withoutComments(file), writes, owners)
        .filter((table) => owners.get(table) !== domainOf(file.path))
        .map((table) => `${file.path} writes ${table}, a table of ${owners.get(table) ?? 'nobody'}`),
    )
}

/** A domain reads its own tables and those upstream of it. */
export const readsUpstream: Law = (files) => {
  const owners = tableOwners(files)
  return files.filter(isProductCode).flatMap((file) => {
    const domain = domainOf(file.path)
    if (domain === undefined) return []
    return mentions(withoutComments(file), reads, owners)
      .filter((table) => river.indexOf(owners.get(table) ?? '') > river.indexOf(domain))
      .map(
        (table) => `${file.path} reads ${table}, a table of ${owners.get(table) ?? 'nobody'}, downstream of ${domain}`,
      )
  })
}
