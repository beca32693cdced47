import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/**
 * Modules of a domain only define things, so what a page does not use of a domain's face is left out of its files: the
 * schemas of forms, and with them zod, stay on the server.
 */
const onlyDefines = /\/app\/(domains|i18n|shared)\/.*(?<!\.server)\.ts$/

/** The Vite configuration of the portal: `remix vite:build -c remix.config.js`. */
export default defineConfig({
  root,
  cacheDir: '.cache/vite',
  resolve: {
    alias: { '~db': path.join(root, 'db'), '~': path.join(root, 'app') },
  },
  plugins: [
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    cssMinify: true,
    assetsInlineLimit: 0,
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !onlyDefines.test(id) } },
  },
  server: { host: '127.0.0.1' },
})
