import http from 'node:http'
import { paths } from '~/shared/paths'
import { closingMonth, type ClosingWorld } from './closing-volume'
import { table } from './measure'
import { ask, cpuSecondsOf, memoryOf, type Running } from './portal-process'

/** What is measured: the built portal, and the process of the database's server when it has one of its own. */
export interface Measured {
  portal: Running
  databasePid: number | undefined
  say: (text: string) => void
}

export interface Step {
  name: string
  seconds: number
  /** Seconds of processor that the portal and the database took: what others on the machine do is not in it. */
  cpu: [number, number]
  /** Resident memory of the portal: before, at up to eight moments while it ran, the most, and after. */
  memory: { before: number; course: number[]; most: number; after: number }
  what: string
}

/** Looks at the portal's memory ten times a second, as long as `work` runs. */
async function measured(under: Measured, name: string, work: () => Promise<string>): Promise<Step> {
  const { portal, databasePid, say } = under
  const cpu = () => [cpuSecondsOf(portal.pid), databasePid === undefined ? 0 : cpuSecondsOf(databasePid)] as const
  const [portalBefore, databaseBefore] = cpu()
  const before = memoryOf(portal.pid).now
  const seen: number[] = []
  const timer = setInterval(() => seen.push(memoryOf(portal.pid).now), 100)
  const start = performance.now()
  const what = await work().finally(() => clearInterval(timer))
  const seconds = (performance.now() - start) / 1000
  const [portalAfter, databaseAfter] = cpu()
  const course = Array.from(
    { length: Math.min(8, seen.length) },
    (_, part) => seen[Math.floor((part * seen.length) / 8)],
  )
  const step: Step = {
    name,
    seconds,
    cpu: [portalAfter - portalBefore, databaseAfter - databaseBefore],
    memory: {
      before,
      course: course.filter((value) => value !== undefined),
      most: Math.max(before, ...seen),
      after: memoryOf(portal.pid).now,
    },
    what,
  }
  say(`${name}: ${seconds.toFixed(1)} s, ${what}`)
  return step
}

/** Fetches a file without keeping it. */
function fetched(url: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { cookie } }, (answer) => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => (bytes += piece.length))
      answer.on('end', () => resolve(`${answer.statusCode}, ${(bytes / 1e6).toFixed(1)} MB`))
      answer.on('error', reject)
    })
    request.on('error', reject)
  })
}

/** Locks the month of the world, makes its file and fetches every export, as a browser does. */
export async function closing(under: Measured, world: ClosingWorld): Promise<Step[]> {
  const { portal } = under
  const { cookie, diarienr } = world
  const month = paths.month(diarienr, closingMonth)
  const post = (address: string, form: Record<string, string>) =>
    ask(portal.url + address, {
      method: 'POST',
      headers: { cookie, origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
  const steps: Step[] = []
  const step = async (name: string, work: () => Promise<string>) => steps.push(await measured(under, name, work))
  await step('Månadens sida', () => fetched(portal.url + month, cookie))
  await step('Sidan igen', () => fetched(portal.url + month, cookie))
  await step('Låsa månaden', async () => {
    const answer = await post(month, { intent: 'lock', leftOut: '0' })
    let seen = 0
    for (; ; seen += 1) {
      const page = await ask(portal.url + paths.month(diarienr, closingMonth, '?sok=ingen'), { headers: { cookie } })
      if (!page.body.toString('utf8').includes('Låsningen går vidare')) break
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    return `${answer.status}, sidan såg efter ${seen} gånger`
  })
  await step('Sidan när månaden är låst', () => fetched(portal.url + month, cookie))
  let file = ''
  await step('Göra SCB-filen', async () => {
    const answer = await post(paths.reports(diarienr), { month: closingMonth, seenNumber: '0' })
    file = /scb\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? ''
    return `${answer.status} ${answer.headers.location ?? ''}`
  })
  for (const form of ['csv', 'xlsx'] as const) {
    await post(paths.scbBatch(file), { form, reason: 'Skickas till SCB för mars' })
    await step(`SCB ${form}`, () => fetched(portal.url + paths.scbFile(file, form), cookie))
  }
  for (const address of [
    paths.participantsCsv(`?projekt=${encodeURIComponent(diarienr)}`),
    paths.indicatorsFile(diarienr, 'csv'),
    paths.indicatorsFile(diarienr, 'xlsx'),
  ])
    await step(address.split('?')[0] ?? '', () => fetched(portal.url + address, cookie))
  return steps
}

export function show(title: string, steps: readonly Step[]): void {
  const rows = steps.map(({ name, seconds, cpu, memory, what }) => [
    ...[name, seconds.toFixed(2), cpu[0].toFixed(2), cpu[1].toFixed(2)],
    ...[String(memory.before), memory.course.join(' '), String(memory.most), String(memory.after), what],
  ])
  const heads = [
    'Steg',
    's',
    'CPU portal',
    'CPU databas',
    'MB före',
    'MB under tiden',
    'MB som mest',
    'MB efter',
    'svar',
  ]
  console.log(`\n${title}\n${table(heads, rows)}\n`)
}
