import { createHash } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { paths } from '~/shared/paths'
import { cpuSecondsOf } from './portal-process'

const BEAT_SECONDS = 10
const WARM_UP_SECONDS = 10

export interface Watching {
  people: number
  beatsPerSecond: number
  p50: number
  p97: number
  failed: number
  /** Cores that the processes have used: 0.5 is half of one. */
  portalCores: number
  databaseCores: number
}

const sessionOf = (index: number) => `bench-watching-${String(index).padStart(6, '0')}`

/** People of their own with a session each, and the lectures that there are. */
async function makeViewers(databaseUrl: string, people: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const hashes = Array.from({ length: people }, (_, index) =>
      createHash('sha256').update(sessionOf(index)).digest('hex'),
    )
    await client.query(
      `with viewer as (
        insert into person (given_name, family_name, email)
        select 'Tittare', number::text, 'tittare-' || number || '@bench.example' from generate_series(1, $2::int) number
        returning person_id, family_name::int as number
      ), known as (
        insert into account (person_id, password_hash) select person_id, 'ingen' from viewer
      )
      insert into session (session_hash, person_id, expires_at)
      select ($1::text[])[number], person_id, now() + interval '10 days' from viewer`,
      [hashes, people],
    )
    await client.query('analyze person, session')
    const { rows } = await client.query<{ slug: string }>(
      'select slug from lecture where retired_at is null order by slug',
    )
    return rows.map(({ slug }) => slug)
  } finally {
    await client.end()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Lets many people watch at once as browsers would: each tells every ten seconds what it has played since the page was
 * opened, at its own moment, whether or not the portal keeps up. Measures the answers and what the processes use.
 */
export async function measureWatching(
  portal: { url: string; pid: number },
  database: { url: string; pid: number | undefined },
  { people, seconds }: { people: number; seconds: number },
): Promise<Watching> {
  const slugs = await makeViewers(database.url, people)
  const agent = new http.Agent({ keepAlive: true, maxSockets: people })
  const began = performance.now()
  const times: number[] = []
  let isMeasured = false
  let failed = 0
  const asked: Promise<void>[] = []

  const beat = (index: number) =>
    new Promise<void>((resolve) => {
      const played = Math.floor((performance.now() - began) / 1000)
      const body = JSON.stringify({ ranges: [[index % 60, (index % 60) + played]], position: played, rate: 1 })
      const sent = performance.now()
      const end = (isGood: boolean) => {
        if (isMeasured) times.push(performance.now() - sent)
        if (!isGood) failed += 1
        resolve()
      }
      const request = http.request(
        portal.url + paths.heartbeat(slugs[index % slugs.length] ?? ''),
        {
          method: 'POST',
          agent,
          headers: {
            cookie: `portal_session=${sessionOf(index)}`,
            origin: portal.url,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => response.resume().on('end', () => end(response.statusCode === 200)),
      )
      request.on('error', () => end(false))
      request.end(body)
    })

  const until = began + (WARM_UP_SECONDS + seconds) * 1000
  const gap = (BEAT_SECONDS * 1000) / people
  let before = { portal: 0, database: 0 }
  const used = () => ({
    portal: cpuSecondsOf(portal.pid),
    database: database.pid === undefined ? 0 : cpuSecondsOf(database.pid),
  })
  let measuredFrom = 0
  for (let sent = 0; performance.now() < until; sent += 1) {
    const due = began + sent * gap
    if (due > performance.now()) await pause(due - performance.now())
    if (!isMeasured && performance.now() - began >= WARM_UP_SECONDS * 1000) {
      isMeasured = true
      measuredFrom = performance.now()
      before = used()
    }
    asked.push(beat(sent % people))
  }
  const lasted = (performance.now() - measuredFrom) / 1000
  const after = used()
  await Promise.all(asked)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0
  return {
    people,
    beatsPerSecond: times.length / lasted,
    p50: at(0.5),
    p97: at(0.975),
    failed,
    portalCores: (after.portal - before.portal) / lasted,
    databaseCores: (after.database - before.database) / lasted,
  }
}
