// `npm run bench` measures pages, `npm run bench -- closing` the closing of a month and its exports.
if (process.argv[2] === 'closing') await import('./closing')
else await import('./bench')

export {}
