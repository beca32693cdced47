import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { announce } from './announce'

/** `npm start`: builds when the build is missing or older than the sources, then serves. */
const root = path.resolve(import.meta.dirname, '..', '..')
const built = path.join(root, 'build', 'server', 'index.js')

function newestChange(folder: string): number {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestChange(file) : statSync(file).mtimeMs)
  }
  return newest
}

function buildIsStale(): boolean {
  if (!existsSync(built)) return true
  const single = ['package.json', 'remix.config.js'].map((name) => statSync(path.join(root, name)).mtimeMs)
  const sources = ['app', 'db', 'public'].map((name) => newestChange(path.join(root, name)))
  return Math.max(...single, ...sources) > statSync(built).mtimeMs
}

process.env['NODE_ENV'] ??= 'production'
if (buildIsStale()) {
  console.log('Bygger portalen …')
  const remix = path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const outcome = spawnSync(process.execPath, [remix, 'vite:build', '-c', 'remix.config.js', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (outcome.status !== 0) process.exit(outcome.status ?? 1)
}

try {
  const build = (await import(pathToFileURL(built).href)) as ServerBuild
  const { startPortal } = build.entry.module as unknown as typeof import('../entry.server')
  const { url } = await startPortal({ root, build: async () => build })
  announce(url)
} catch (error) {
  const { name, message, code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    console.error('Porten är upptagen. Stoppa det andra programmet eller välj en annan port: PORT=3001 npm start')
  } else console.error(name === 'SettingsError' || name === 'DataDirInUse' ? message : error)
  process.exit(1)
}
