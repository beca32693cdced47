import { rmSync } from 'node:fs'
import path from 'node:path'
import { env } from '~/env.server'
import { claimDataDir } from '~db/claim'
import { runCommand } from './run-command'

/** `npm run db:reset`: empties the embedded database. A server database is left to its own tools. */
await runCommand(async () => {
  const { databaseUrl, dataDir } = env()
  if (databaseUrl !== undefined) {
    throw new Error(
      'db:reset tömmer bara den inbyggda databasen. Töm serverdatabasen med: dropdb och createdb, sedan npm run db:migrate.',
    )
  }
  const release = await claimDataDir(dataDir)
  rmSync(path.join(dataDir, 'database'), { recursive: true, force: true })
  await release()
  console.log(`Databasen i ${dataDir} är tömd. Nästa npm start bygger upp den på nytt.`)
})
