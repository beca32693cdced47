import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string
  /** The whole mail as it came over the wire. */
  raw: string
}

/** A mail server of this machine that keeps what it is given. `refuse` answers with a code instead, by address. */
export async function openMailServer(refuse: (to: string) => number | undefined = () => undefined) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse(address)
      done(code === undefined ? null : Object.assign(new Error('Refused'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8')
        received.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, raw })))
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    to: (email: string) => received.filter((mail) => mail.to === email),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
