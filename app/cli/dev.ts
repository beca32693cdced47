import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { announce } from './announce'

/** `npm run dev`: the portal with sources reloaded as they change. */
process.env['NODE_ENV'] ??= 'development'
const root = path.resolve(import.meta.dirname, '..', '..')
const vite = await createServer({
  configFile: path.join(root, 'remix.config.js'),
  server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
})
const load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
const { startPortal } = (await load()).entry.module as unknown as typeof import('../entry.server')
const { url } = await startPortal({
  root,
  build: load,
  assets: vite.middlewares,
})
announce(url)
