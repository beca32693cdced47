import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { describe, expect, it } from 'vitest'
import { addresses, environment, lockWithoutAddresses, noMachineMarks, pureRules } from './laws/code'
import { identityNumbers } from './laws/identity-numbers'
import { type Law, projectRoot, type SourceFile, trackedTexts } from './laws/source'
import { readsUpstream, sqlInStores, tableOwners, tableOwnership } from './laws/tables'
import { fileLength, fileNames, knownDomains, topLevelTree } from './laws/tree'

const everything = trackedTexts()

/** What would tell where the project was made: its folder, the home folder and a registry other than npm's own. */
function machineMarks(): string[] {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()
  const host = URL.canParse(registry) ? new URL(registry).host : 'registry.npmjs.org'
  const deepEnough = (folder: string) => folder.split('/').length > 3
  return [...[projectRoot, `${os.homedir()}/`].filter(deepEnough), ...(host === 'registry.npmjs.org' ? [] : [host])]
}

const schema = {
  path: 'db/schema/all.ts',
  text: 'export interface IdentitySchema {\n  person: X\n}\nexport interface LearningSchema {\n  completion: X\n}\n',
}
const at = (path: string, text = ''): SourceFile => ({ path, text })
/** Written in two parts, so that this file keeps the law that it tests. */
const realNumber = `${'19640823'}-${'3234'}`
const routes = at('app/routes.ts', `export default [route('kurser/:slug', 'routes/course.tsx')]`)

interface Entry {
  name: string
  law: Law
  /** Each alone must be found. */
  breaches: SourceFile[][]
  /** None of these may be found. */
  keeps: SourceFile[]
}

const laws: Entry[] = [
  {
    name: 'the top of the project holds what it should',
    law: topLevelTree,
    breaches: [[at('lib/x.ts')], [at('vite.config.ts')]],
    keeps: [at('app/root.tsx'), at('README.md'), at('.ci/run'), at('.nvmrc')],
  },
  {
    name: 'every domain is part of the river',
    law: knownDomains,
    breaches: [[at('app/domains/billing/model.ts')]],
    keeps: [at('app/domains/insight/model.ts')],
  },
  {
    name: 'no file is longer than three hundred lines',
    law: fileLength,
    breaches: [[at('app/long.ts', 'x\n'.repeat(301))]],
    keeps: [at('app/short.ts', 'x\n'.repeat(300))],
  },
  {
    name: 'files have names that say something',
    law: fileNames,
    breaches: [
      [at('app/shared/utils.ts')],
      [at('app/domains/identity/user-service.ts')],
      [at('app/shared/MyCard.tsx')],
    ],
    keeps: [at('app/shared/dates.ts'), at('app/routes/course.$slug.tsx')],
  },
  {
    name: 'queries stand in stores',
    law: sqlInStores,
    breaches: [
      [schema, at('app/routes/x.tsx', `db.selectFrom('person')`)],
      [schema, at('app/journeys/x.ts', 'await sql`select 1 from person where x`')],
    ],
    keeps: [
      schema,
      at('app/domains/identity/store.server.ts', `db.selectFrom('person')`),
      at('app/a.ts', '// from person on'),
    ],
  },
  {
    name: 'a table is written by its owner',
    law: tableOwnership,
    breaches: [
      [schema, at('app/domains/learning/store.server.ts', `db.updateTable('person').set({})`)],
      [schema, at('app/domains/learning/store/x.server.ts', 'sql`insert into person (x) values (1)`')],
      [schema, at('app/domains/insight/store.server.ts', 'sql`update completion as c set round = 2`')],
    ],
    keeps: [
      schema,
      at('app/domains/identity/store.server.ts', `db.insertInto('person')`),
      at('db/seed/people.ts', `db.insertInto('person')`),
    ],
  },
  {
    name: 'a domain reads no table downstream of it',
    law: readsUpstream,
    breaches: [[schema, at('app/domains/identity/store.server.ts', `db.selectFrom('completion')`)]],
    keeps: [schema, at('app/domains/learning/store.server.ts', `db.selectFrom('person').innerJoin('completion as c')`)],
  },
  {
    name: 'the environment is read in one place',
    law: environment,
    breaches: [[at('app/server.ts', 'const port = process.env.PORT')], [at('db/x.ts', `process?.env['X']`)]],
    keeps: [at('app/env.server.ts', 'process.env'), at('app/x.ts', '// process.env is read elsewhere')],
  },
  {
    name: 'model, rules and policy are pure',
    law: pureRules,
    breaches: [
      [at('app/domains/learning/rules.ts', 'const now = Date.now()')],
      [at('app/domains/learning/model.ts', 'const now = new Date()')],
      [at('app/domains/learning/rules/hours.ts', 'const now = new Date')],
      [at('app/domains/learning/policy.ts', 'Math.random()')],
    ],
    keeps: [
      at('app/domains/learning/rules.ts', 'const day = new Date(value)\n// Date.now is not used'),
      at('app/domains/learning/store.server.ts', 'new Date()'),
    ],
  },
  {
    name: 'addresses are written in shared/paths',
    law: addresses,
    breaches: [
      [routes, at('app/routes/x.tsx', 'const a = <a href="/kurser/x">x</a>')],
      [routes, at('app/domains/learning/x.ts', 'const a = `/kurser/${slug}`')],
    ],
    keeps: [
      routes,
      at('app/shared/paths.ts', `'/kurser'`),
      at('app/x.ts', `import a from '/kurser'\nconst b = '/bilder'`),
    ],
  },
  {
    name: 'no file holds an identity number that may be real',
    law: identityNumbers,
    breaches: [
      [at('db/seed/x.ts', `'${realNumber}'`)],
      [at('content/x.md', realNumber.replace('-', ''))],
      [at('tests/x.ts', `"${realNumber.slice(2).replace('-', '+')}"`)],
    ],
    keeps: [at('a.ts', '19810101-2386 198101012386 802414-8689 19640823-3235 1234567890'), at('b.md', '701063-2391')],
  },
  {
    name: 'no file names the machine on which it was made',
    law: noMachineMarks(machineMarks()),
    breaches: [],
    keeps: [at('a.ts', 'https://registry.npmjs.org/')],
  },
  {
    name: 'the lock file holds no download address',
    law: lockWithoutAddresses,
    breaches: [[at('package-lock.json', '"resolved": "https://mirror.example/x.tgz"')]],
    keeps: [at('package-lock.json', '"version": "1.0.0"')],
  },
]

describe.each(laws)('$name', ({ law, breaches, keeps }) => {
  it('in this project', { timeout: 30_000 }, () => {
    expect(law(everything)).toEqual([])
  })
  it('and the law bites', () => {
    for (const files of breaches) expect(law(files), JSON.stringify(files.at(-1))).toHaveLength(1)
    expect(law(keeps)).toEqual([])
  })
})

it('marks of a machine are found', () => {
  expect(noMachineMarks(['mirror.example'])([at('a.md', 'see mirror.example')])).toHaveLength(1)
})

it('every table of the schema has an owner', () => {
  const owners = tableOwners(everything)
  expect(owners.get('completion')).toBe('learning')
  expect(owners.get('certificate')).toBe('credential')
  expect(owners.get('outbox')).toBe('notice')
  expect(owners.size).toBeGreaterThan(30)
})
