import { beforeAll } from 'vitest'
import { openedDatabase } from './database'

// The first file of a run waits for the migrations here, where the short limit of a test does not count.
beforeAll(async () => {
  await openedDatabase()
})
