const river = [
  'identity',
  'organisation',
  'writing',
  'catalogue',
  'learning',
  'competence',
  'practice',
  'participation',
  'credential',
  'notice',
  'insight',
]

const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})
const packages = (names) => `(^|node_modules/)(${names.join('|')})(/|$)`
const fence = (name, names, inside) =>
  rule(
    `fence-${name}`,
    `${names.join(', ')} only in ${inside}`,
    { path: '^(app|db)/', pathNot: inside },
    { path: packages(names), dependencyTypesNot: ['type-only'] },
  )

const pure = '^app/domains/[^/]+/(model|rules|policy)[^/]*'
const test = '\\.test\\.tsx?$'
const store = '^app/domains/[^/]+/store(\\.server\\.ts$|/)'

/** The laws of direction (architecture §2), for dependency-cruiser. */
module.exports = {
  forbidden: [
    rule('no-circle', 'Two files that need each other are one file.', {}, { circular: true }),
    rule('no-import-of-routes', 'Nothing imports a route.', {}, { path: '^app/routes/' }),
    rule(
      'journeys-above-domains',
      'Domains do not know journeys.',
      { path: '^app/(domains|shared|i18n)/' },
      { path: '^app/journeys/' },
    ),
    rule(
      'shared-knows-no-domain',
      'Shared code knows no domain.',
      { path: '^app/(shared|i18n)/', pathNot: test },
      { path: '^(app/domains/|db/)' },
    ),
    rule(
      'domains-get-what-they-need',
      'A domain is given its database, session and clock by the caller.',
      { path: '^app/domains/', pathNot: test },
      { path: '^app/((db|session|clock)\\.server|server|root|routes)\\b' },
    ),
    rule(
      'two-faces',
      'Outside a domain only its faces: index.ts and index.server.ts, and for pages its ui folder.',
      { path: '^(app/(?!domains/)|db/)' },
      {
        path: '^app/domains/[^/]+/',
        pathNot: '^app/domains/[^/]+/(index\\.tsx?$|index\\.server\\.ts$|ui/)',
      },
    ),
    rule(
      'two-faces-between-domains',
      'A domain sees another only by its faces.',
      { path: '^app/domains/([^/]+)/' },
      {
        path: '^app/domains/[^/]+/',
        pathNot: '^app/domains/($1/|[^/]+/index\\.tsx?$|[^/]+/index\\.server\\.ts$)',
      },
    ),
    rule(
      'ui-for-pages-only',
      'Only pages import the ui folder of a domain.',
      { path: '^(app/journeys/|db/)' },
      { path: '^app/domains/[^/]+/ui/' },
    ),
    ...river
      .slice(0, -1)
      .map((domain, index) =>
        rule(
          `river-${domain}`,
          `${domain} knows nothing downstream of it.`,
          { path: `^app/domains/${domain}/` },
          { path: `^app/domains/(${river.slice(index + 1).join('|')})/` },
        ),
      ),
    rule(
      'browser-face-is-browser-safe',
      'What a browser loads imports no server file.',
      {
        path: '^app/domains/[^/]+/(index\\.tsx?$|ui/|model|rules|policy)',
        pathNot: test,
      },
      { path: '\\.server\\.tsx?$|^db/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pure-rules',
      'Model, rules and policy do no input or output.',
      { path: pure, pathNot: test },
      {
        path: `^(app/(env|db|session|clock)\\.server|app/journeys/)|${packages(['kysely', 'pg'])}`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'pure-rules-no-node',
      'Model, rules and policy use no part of Node.',
      { path: pure, pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'sql-in-stores',
      'Queries are built in stores and in db only.',
      { path: '^app/', pathNot: `${store}|${test}` },
      { path: packages(['kysely']), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'migrations-stand-alone',
      'A migration imports nothing but Kysely.',
      { path: '^db/migrations/\\d' },
      { pathNot: packages(['kysely']) },
    ),
    rule(
      'db-below-app',
      'The database layer, seeds apart, knows no application code.',
      { path: '^db/(?!seed/)' },
      { path: '^app/' },
    ),
    rule(
      'no-tests-in-product',
      'The product does not import its tests.',
      { path: '^(app|db)/', pathNot: test },
      { path: '^tests/' },
    ),
    fence('lucia', ['lucia'], '^app/domains/identity/'),
    fence('editor', ['@tiptap'], '^app/shared/editor/'),
    fence('video', ['mux-embed', 'hls\\.js', 'media-chrome'], '^app/shared/video/'),
    fence('uploads', ['tus-js-client'], '^app/shared/upload/'),
    fence('database', ['pg', '@electric-sql'], '^db/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|public|content)/|\\.css$' },
  },
}
