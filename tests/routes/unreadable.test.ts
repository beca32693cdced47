import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { refuseUnreadable } from '~/server/headers.server'

test.each([
  ['/sok?q=%00', 400],
  ['/projekt/%00', 400],
  ['/aktiviteter/%E0%A4%A', 400],
  ['/%', 400],
  ['/sok?q=%2500', 200],
  ['/kurser/%C3%A5r', 200],
  ['/sok?q=100%25', 200],
])('the address %s is answered with %i', async (address, status) => {
  const app = express()
  app.use(refuseUnreadable, (_request, response) => void response.send('läst'))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${address}`)
  expect(answer.status).toBe(status)
  server.close()
})
