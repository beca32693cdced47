import type { Law } from './source'

const folders = new Set(['app', 'db', 'content', 'public', 'tests'])
const files = new Set(['package.json', 'package-lock.json', 'tsconfig.json', 'remix.config.js', 'README.md', 'LICENSE'])

/** The top of the project holds five folders, six files and dotfiles. */
export const topLevelTree: Law = (tracked) => {
  const strangers = new Set(
    tracked.flatMap(({ path }) => {
      const [top = '', ...rest] = path.split('/')
      const known = top.startsWith('.') || (rest.length > 0 ? folders.has(top) : files.has(top))
      return known ? [] : [top]
    }),
  )
  return [...strangers].map((name) => `${name} does not belong at the top of the project`)
}

const domains = [
  ...['identity', 'organisation', 'writing', 'catalogue', 'learning', 'competence', 'practice'],
  ...['participation', 'credential', 'notice', 'insight'],
]

/** Every domain folder is a stretch of the river, so that the import rules know it. */
export const knownDomains: Law = (tracked) =>
  [...new Set(tracked.flatMap(({ path }) => /^app\/domains\/([^/]+)\//.exec(path)?.[1] ?? []))]
    .filter((domain) => !domains.includes(domain))
    .map((domain) => `app/domains/${domain} is no domain of the river`)

const longest = 300
/** Files that may be longer, each with its reason. */
const mayBeLonger: Record<string, string> = {}

export const fileLength: Law = (tracked) =>
  tracked
    .filter(({ path }) => /\.(tsx?|jsx?|mjs|cjs)$/.test(path) && !(path in mayBeLonger))
    .map(({ path, text }) => ({
      path,
      lines: text.replace(/\n$/, '').split('\n').length,
    }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${longest}: split it by noun`)

const vague = /(^|[-/.])(utils?|helpers?|misc|manager|service|data|info)([-/.]|$)/

/** Names that say nothing, and names that are not in kebab case. */
export const fileNames: Law = (tracked) =>
  tracked
    .filter(({ path }) => /^(app|db|tests)\/.*\.(tsx?|css|cjs)$/.test(path))
    .flatMap(({ path }) => {
      if (vague.test(path)) return [`${path} has a name that says nothing`]
      return /^[a-z0-9._$/-]+$/.test(path) ? [] : [`${path} is not in kebab case`]
    })
