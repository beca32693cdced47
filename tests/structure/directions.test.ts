import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Crossing, crossings, dependencyRules } from './cruise'

const root = path.resolve(import.meta.dirname, '../..')

/** For each rule one import that breaks it: [importing file, imported file or package]. */
const violations: Record<string, [from: string, to: string]> = {
  'no-circle': ['app/shared/a.ts', './b'],
  'no-import-of-routes': ['app/routes/start.tsx', './course'],
  'journeys-above-domains': ['app/domains/learning/commands.server.ts', '~/journeys/finish.server'],
  'shared-knows-no-domain': ['app/shared/time.ts', '~/domains/identity'],
  'domains-get-what-they-need': ['app/domains/learning/store.server.ts', '~/db.server'],
  'two-faces': ['app/routes/course.tsx', '~/domains/catalogue/store.server'],
  'two-faces-between-domains': ['app/domains/insight/store.server.ts', '~/domains/catalogue/store.server'],
  'ui-for-pages-only': ['app/journeys/finish.server.ts', '~/domains/catalogue/ui/card'],
  'river-identity': ['app/domains/identity/policy.ts', '~/domains/organisation'],
  'river-organisation': ['app/domains/organisation/rules.ts', '~/domains/writing'],
  'river-writing': ['app/domains/writing/rules.ts', '~/domains/catalogue'],
  'river-catalogue': ['app/domains/catalogue/rules.ts', '~/domains/learning'],
  'river-learning': ['app/domains/learning/rules.ts', '~/domains/competence'],
  'river-competence': ['app/domains/competence/rules.ts', '~/domains/practice'],
  'river-practice': ['app/domains/practice/rules.ts', '~/domains/participation'],
  'river-participation': ['app/domains/participation/rules.ts', '~/domains/credential'],
  'river-credential': ['app/domains/credential/rules.ts', '~/domains/notice'],
  'river-notice': ['app/domains/notice/rules.ts', '~/domains/insight'],
  'browser-face-is-browser-safe': ['app/domains/practice/index.ts', './store.server'],
  'pure-rules': ['app/domains/notice/model.ts', '~/env.server'],
  'pure-rules-no-node': ['app/domains/credential/policy.ts', 'node:fs'],
  'sql-in-stores': ['app/routes/hours.tsx', 'kysely'],
  'migrations-stand-alone': ['db/migrations/0001-first.ts', '../schema'],
  'db-below-app': ['db/client.ts', '~/env.server'],
  'no-tests-in-product': ['app/shared/b.ts', '../../tests/support'],
  'fence-lucia': ['app/session.server.ts', 'lucia'],
  'fence-editor': ['app/routes/edit.tsx', '@tiptap/core'],
  'fence-video': ['app/routes/lecture.tsx', 'hls.js'],
  'fence-uploads': ['app/routes/media-new.tsx', 'tus-js-client'],
  'fence-database': ['app/db.server.ts', 'pg'],
}

async function cruiseSynthetic(): Promise<Crossing[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-laws-'))
  const put = (file: string, text: string, flag: 'w' | 'a' = 'w') => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text, { flag })
  }
  try {
    const files = [
      'app/routes/course.tsx',
      'app/journeys/finish.server.ts',
      'app/db.server.ts',
      'app/env.server.ts',
      'app/domains/catalogue/ui/card.tsx',
      'db/schema/index.ts',
      'tests/support/index.ts',
    ]
    for (const file of files) put(file, 'export const x = 1\n')
    for (const domain of ['identity', 'organisation', 'writing', 'catalogue', 'learning']) domainFiles(domain)
    for (const domain of ['competence', 'practice', 'participation', 'credential', 'notice', 'insight'])
      domainFiles(domain)
    for (const [from, to] of Object.values(violations)) put(from, `import { x } from '${to}'\nexport const y = x\n`)
    put('app/shared/b.ts', `import { x } from './a'\nexport const z = x\n`, 'a')
    for (const name of ['kysely', 'lucia', '@tiptap/core', 'hls.js', 'pg']) {
      put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
      put(`node_modules/${name}/index.js`, 'exports.x = 1\n')
    }
    return await crossings(folder, ['app', 'db'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  function domainFiles(domain: string) {
    put(`app/domains/${domain}/index.ts`, 'export const x = 1\n')
    put(`app/domains/${domain}/store.server.ts`, 'export const x = 1\n')
  }
}

describe('the directions of imports', () => {
  it('hold in app and db', { timeout: 60_000 }, async () => {
    expect(await crossings(root, ['app', 'db'])).toEqual([])
  })

  it('have a synthetic violation for every rule', () => {
    expect(Object.keys(violations).sort()).toEqual(dependencyRules.forbidden.map(({ name }) => name).sort())
  })

  it('bite', { timeout: 60_000 }, async () => {
    const found = (await cruiseSynthetic()).map(({ rule, from }) => `${rule} ${from}`)
    for (const [rule, [from]] of Object.entries(violations)) expect(found).toContain(`${rule} ${from}`)
  })
})
