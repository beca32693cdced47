import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** `unit` needs no database; `integration` runs every file in one process, on one database (support/database.ts). */
export default defineConfig({
  root,
  cacheDir: path.join(root, '.cache/vitest'),
  resolve: {
    alias: { '~db': path.join(root, 'db'), '~': path.join(root, 'app') },
  },
  test: {
    setupFiles: ['tests/support/console.ts'],
    env: {
      NODE_ENV: 'test',
      TZ: 'Europe/Stockholm',
      LOG_LEVEL: 'silent',
      DATA_DIR: path.join(tmpdir(), `portal-tests-${process.pid}`),
      IDENTITY_KEY: 'ab'.repeat(32),
    },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'kill',
          include: ['tests/load/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/structure/**/*.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          sequence: { groupOrder: 1 },
          include: ['tests/integration/**/*.test.ts', 'tests/routes/**/*.test.ts'],
          globalSetup: ['tests/support/server-database.ts'],
          setupFiles: ['tests/support/open-database.ts'],
          fileParallelism: false,
          isolate: false,
          testTimeout: 15_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
