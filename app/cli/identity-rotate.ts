import { randomBytes } from 'node:crypto'
import {
  dropWaitingKey,
  keepWaitingKey,
  readOrMakeKey,
  readWaitingKey,
  rotateIdentityKey,
  takeWaitingKey,
  waitingKeyPath,
} from '~/domains/participation/index.server'
import { closeDatabase, openDatabase } from '~/db.server'
import { env } from '~/env.server'
import { migrateToLatest } from '~db/migrate'
import { runCommand } from './run-command'

const refusals = {
  'same-key': 'Den nya nyckeln är densamma som den gamla. Ange en annan i IDENTITY_KEY_NEW, eller utelämna den.',
  'unknown-key':
    'IDENTITY_KEY är inte den nyckel som databasen använder. Ange nyckeln som portalen kör med nu. Inget är ändrat.',
} as const

/**
 * `npm run identity:rotate`: changes the key of the identity numbers. The new key is on disk before the database takes
 * it, so that the command can be interrupted at any moment and run again.
 */
await runCommand(async () => {
  const { identityKey, newIdentityKey, dataDir } = env()
  const { kysely } = await openDatabase()
  await migrateToLatest(kysely)
  const current = identityKey ?? readOrMakeKey(dataDir)
  if (readWaitingKey(dataDir) === current) dropWaitingKey(dataDir)
  const wanted = newIdentityKey ?? randomBytes(32).toString('hex')
  const next = identityKey !== undefined && newIdentityKey !== undefined ? wanted : keepWaitingKey(dataDir, wanted)
  if (newIdentityKey !== undefined && next !== newIdentityKey) {
    throw new Error(
      `Ett tidigare nyckelbyte väntar i ${waitingKeyPath(dataDir)}. Kör kommandot utan IDENTITY_KEY_NEW och avsluta det först.`,
    )
  }
  const outcome = await rotateIdentityKey(kysely, { current, next, at: new Date() })
  if (!outcome.ok) throw new Error(refusals[outcome.refusal])
  const { keyVersion, numbers, changed } = outcome.value
  console.log(
    changed
      ? `Nyckel nummer ${keyVersion} gäller nu. ${numbers} identitetsnummer är förseglade på nytt och kontrollerade.`
      : `Databasen använder redan den nya nyckeln, nummer ${keyVersion}.`,
  )
  if (identityKey === undefined) {
    takeWaitingKey(dataDir)
    console.log('identity.key i DATA_DIR är utbytt. Ta en ny säkerhetskopia av filen.')
  } else {
    const where = newIdentityKey === undefined ? `innehållet i ${waitingKeyPath(dataDir)}` : 'värdet i IDENTITY_KEY_NEW'
    console.log(`Sätt IDENTITY_KEY till ${where} och starta om portalen. Tills dess kan inga nummer visas.`)
  }
  await closeDatabase()
})
