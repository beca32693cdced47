import path from 'node:path'
import { createHash } from 'node:crypto'
import { vitePlugin as remix } from '@remix-run/dev'
import { build, defineConfig } from 'vite'

const root = import.meta.dirname

/**
 * Modules of a domain only define things, so what a page does not use of a domain's face is left out of its files: the
 * schemas of forms, and with them zod, stay on the server.
 */
const onlyDefines = /\/app\/(domains|i18n|shared)\/.*(?<!\.server)\.ts$/

const alias = { '~db': path.join(root, 'db'), '~': path.join(root, 'app') }

/** Pages that may be saved, and what every page needs. */
const readingPages = /\/app\/(root\.tsx|entry\.client\.tsx|routes\/(course|lesson|saved)\.tsx)/
/** Streams are not saved, and letters of other alphabets are fetched when they are met. */
const leftOut = /\/(hls|mux)[^/]*\.js$|-(cyrillic|greek|vietnamese)(-ext)?-/

/** Every file of the build that a reading page may ask for, those that are fetched later among them. */
function readingFiles(bundle) {
  const files = new Set()
  const add = (name) => {
    const chunk = bundle[name]
    if (files.has(name) || leftOut.test(`/${name}`) || chunk === undefined) return
    files.add(name)
    if (chunk.type !== 'chunk') return
    for (const each of [...chunk.viteMetadata.importedCss, ...chunk.viteMetadata.importedAssets]) add(each)
    for (const each of [...chunk.imports, ...chunk.dynamicImports]) add(each)
  }
  for (const [name, { type, facadeModuleId }] of Object.entries(bundle))
    if (type === 'chunk' && readingPages.test(facadeModuleId ?? '')) add(name)
  return [...files].sort().map((name) => `/${name}`)
}

/** Builds the service worker beside the browser's files: one plain script that knows which of them to keep. */
function portalWorker() {
  let isServer = false
  return {
    name: 'portal-worker',
    apply: 'build',
    configResolved: (config) => {
      isServer = Boolean(config.build.ssr)
    },
    async writeBundle({ dir }, bundle) {
      if (isServer) return
      const files = readingFiles(bundle)
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        resolve: { alias },
        define: { READING_FILES: JSON.stringify({ version, files }) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: path.join(root, 'app/worker/portal-worker.ts'),
            formats: ['iife'],
            name: 'portalWorker',
            fileName: () => 'portal-worker.js',
          },
        },
      })
    },
  }
}

/** The Vite configuration of the portal: `remix vite:build -c remix.config.js`. */
export default defineConfig({
  root,
  cacheDir: '.cache/vite',
  resolve: { alias },
  plugins: [
    portalWorker(),
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
    modulePreload: {
      // Their names would weigh more on every page than the moment that is won where these are opened.
      resolveDependencies: (file, names) =>
        /(save-panel|kept-sender|offline-line)-/.test(file) ? names.filter((name) => name.endsWith('.css')) : names,
    },
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !onlyDefines.test(id) } },
  },
  server: { host: '127.0.0.1' },
})
