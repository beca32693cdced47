import { isProductCode, type Law, literals, withoutComments } from './source'

/** The start commands set the mode and hand the environment on before the settings are read. */
const mayReadEnvironment = /^app\/(env\.server|cli\/(start|dev))\.ts$/

/** The environment is read in env.server.ts alone, where it is checked. */
export const environment: Law = (files) =>
  files
    .filter((file) => isProductCode(file) && !mayReadEnvironment.test(file.path))
    .filter((file) => /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[/.test(withoutComments(file)))
    .map(({ path }) => `${path} reads process.env; settings come from app/env.server.ts`)

const clocks = [
  [/\bDate\s*\.\s*now\b/, 'the clock'],
  [/\bnew\s+Date\s*(\(\s*\)|(?!\s*\())/, 'the clock'],
  [/\bperformance\s*\.\s*now\b/, 'the clock'],
  [/\bMath\s*\.\s*random\b|\brandomUUID\b|\brandomBytes\b/, 'chance'],
  [/\bfetch\s*\(/, 'the network'],
  [/\bprocess\s*\./, 'the process'],
  [/\bconsole\s*\./, 'the console'],
] as const

/** Model, rules and policy are pure: time and chance come in as values. */
export const pureRules: Law = (files) =>
  files
    .filter((file) => /^app\/domains\/[^/]+\/(model|rules|policy)[^/]*(\/.*)?$/.test(file.path) && isProductCode(file))
    .flatMap((file) => {
      const text = withoutComments(file)
      const touched = new Set(clocks.flatMap(([pattern, what]) => (pattern.test(text) ? [what] : [])))
      return [...touched].map((what) => `${file.path} touches ${what}`)
    })

/** First segments of the addresses in routes.ts: `kurser/:slug` gives `kurser`. */
export function addressSegments(routesText: string): Set<string> {
  const file = { path: 'app/routes.ts', text: routesText }
  const segments = literals(file)
    .map(({ text }) => text.replace(/^\//, ''))
    .filter((text) => !/\.tsx?$/.test(text) && /^[a-z0-9åäö]/.test(text))
    .map((text) => text.split(/[/.?]/)[0] ?? '')
  return new Set(segments.filter((segment) => segment !== ''))
}

/** Links are built by shared/paths alone, so that an address can change in one place. */
export const addresses: Law = (files) => {
  const segments = addressSegments(files.find(({ path }) => path === 'app/routes.ts')?.text ?? '')
  const exempt = /^app\/(routes\.ts$|shared\/paths(\.ts$|\/))/
  return files
    .filter((file) => file.path.startsWith('app/') && isProductCode(file) && !exempt.test(file.path))
    .flatMap((file) =>
      literals(file)
        .filter(({ text }) => segments.has(/^\/([^/?#\s]+)/.exec(text)?.[1] ?? ''))
        .map(({ text, line }) => `${file.path}:${line} writes the address ${text}; use shared/paths`),
    )
}

/** No file carries one of these marks: a folder or a host of the machine on which the project was made. */
export function noMachineMarks(marks: readonly string[]): Law {
  return (files) =>
    files.flatMap(({ path, text }) =>
      marks.filter((mark) => text.includes(mark)).map(() => `${path} names the machine on which it was made`),
    )
}

/** The lock file holds no download addresses: each installer uses its own registry. */
export const lockWithoutAddresses: Law = (files) =>
  files
    .filter(({ path, text }) => path === 'package-lock.json' && /"resolved":\s*"(?!file:)/.test(text))
    .map(({ path }) => `${path} holds download addresses; install with omit-lockfile-registry-resolved`)
