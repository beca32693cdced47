import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { db } from '~/db.server'
import {
  endWork,
  failWork,
  leaseJob,
  type MediaJob,
  playAsTheyAre,
  releaseJob,
  reportJob,
} from '~/domains/catalogue/index.server'
import { env } from '~/env.server'
import { mediaStorage } from '~/media-storage.server'
import { type Ffmpeg, ffmpeg, probe } from './ffmpeg.server'
import { log, logFault } from './log.server'
import { makeRenditions, renditionType } from './media-renditions.server'

const PAUSE = 15_000
const REPORT = 2_000
const MOST_ATTEMPTS = 3

let wake = () => {}

/** Tells the worker of this process that there may be work; others find it within seconds. */
export function wakeMediaWork(): void {
  wake()
}

/** Keeps the hold on the work by telling how far it is; stops it when it is another's, or the file was replaced. */
function keepHold(job: MediaJob, worker: string, stop: AbortController) {
  let percent = 0
  const timer = setInterval(() => {
    reportJob(db(), job, worker, percent, new Date()).then(
      (held) => held || stop.abort(),
      (error: unknown) => logFault(error, 'media work'),
    )
  }, REPORT)
  return {
    tell: (value: number) => {
      percent = value
    },
    end: () => clearInterval(timer),
  }
}

/** Carries one piece of work out, to its end. What it made is kept before the item says that it is there. */
export async function workOn(job: MediaJob, worker: string, programs: Ffmpeg, ended: AbortSignal): Promise<void> {
  // A file that has ended every process that worked on it is left alone.
  if (job.attempt > MOST_ATTEMPTS) return failWork(db(), job, worker, 'processing', new Date())
  const stop = new AbortController()
  const onEnd = () => stop.abort()
  ended.addEventListener('abort', onEnd)
  const hold = keepHold(job, worker, stop)
  const folder = path.join(env().dataDir, 'work', `${job.mediaId}-${worker}`)
  const source = await mediaStorage().fetch(job.fileKey)
  try {
    const found = await probe(programs, source.file)
    if (found === undefined) return await failWork(db(), job, worker, 'damaged', new Date())
    const made = await makeRenditions(programs, source.file, folder, found, {
      signal: stop.signal,
      onProgress: hold.tell,
    })
    const prefix = job.fileKey.split('/').slice(0, 2).join('/')
    for (const name of [...(made.poster === null ? [] : [made.poster]), ...made.stream])
      await mediaStorage().keep(`${prefix}/${name}`, path.join(folder, name), renditionType(name))
    const result = {
      posterKey: made.poster === null ? null : `${prefix}/${made.poster}`,
      streamKey: `${prefix}/stream`,
      durationSeconds: found.durationSeconds,
      width: found.picture?.width ?? null,
      height: found.picture?.height ?? null,
    }
    await endWork(db(), job, worker, result, new Date())
  } catch (error) {
    if (stop.signal.aborted) return await releaseJob(db(), job, worker)
    log.warn({ mediaId: job.mediaId, attempt: job.attempt, error: String(error) }, 'media work failed')
    if (job.attempt >= MOST_ATTEMPTS) await failWork(db(), job, worker, 'processing', new Date())
    else await releaseJob(db(), job, worker)
  } finally {
    hold.end()
    ended.removeEventListener('abort', onEnd)
    await source.done()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Works on recordings, one at a time, as long as the process lives: poster, even loudness, renditions and HLS. Leases use
 * the real clock, as several processes share them. Without ffmpeg waiting recordings are let go as they are. Answers how
 * to end it; work under way is then given back.
 */
export function startMediaWork(): () => Promise<void> {
  const worker = randomUUID()
  const end = new AbortController()
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async () => {
    while (!end.signal.aborted) {
      try {
        const programs = await ffmpeg()
        if (programs === undefined) await playAsTheyAre(db())
        const job = programs && (await leaseJob(db(), worker, new Date()))
        if (programs !== undefined && job !== undefined) {
          await workOn(job, worker, programs, end.signal)
          continue
        }
      } catch (error) {
        logFault(error, 'media work')
      }
      if (!end.signal.aborted) await pause()
    }
  }
  const running = run()
  return () => {
    end.abort()
    wake()
    return running
  }
}
