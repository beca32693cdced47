import { execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { env } from '~/env.server'

const run = promisify(execFile)

export interface Ffmpeg {
  ffmpeg: string
  ffprobe: string
}

let found: { for: string; programs: Promise<Ffmpeg | undefined> } | undefined

async function look(setting: string): Promise<Ffmpeg | undefined> {
  if (setting === 'off') return undefined
  const programs = { ffmpeg: setting, ffprobe: path.join(path.dirname(setting), 'ffprobe') }
  if (!setting.includes(path.sep)) programs.ffprobe = 'ffprobe'
  try {
    await Promise.all([run(programs.ffmpeg, ['-version']), run(programs.ffprobe, ['-version'])])
    return programs
  } catch {
    return undefined
  }
}

/** The programs that work on recordings, or undefined where the machine has none or the settings say off. */
export function ffmpeg(): Promise<Ffmpeg | undefined> {
  const setting = env().media.ffmpeg
  if (found?.for !== setting) found = { for: setting, programs: look(setting) }
  return found.programs
}

export interface Probe {
  durationSeconds: number
  /** As it is shown; null for sound alone. */
  picture: { width: number; height: number } | null
  hasSound: boolean
}

interface ProbeAnswer {
  format?: { duration?: string }
  streams?: {
    codec_type?: string
    width?: number
    height?: number
    disposition?: { attached_pic?: number }
    side_data_list?: { rotation?: number }[]
  }[]
}

/** What a recording is; undefined when it is none that can be played. */
export async function probe({ ffprobe }: Ffmpeg, file: string): Promise<Probe | undefined> {
  const wanted = 'format=duration:stream=codec_type,width,height,disposition:stream_side_data=rotation'
  const args = ['-v', 'error', '-protocol_whitelist', 'file', '-show_entries', wanted, '-of', 'json', file]
  const { stdout } = await run(ffprobe, args).catch(() => ({ stdout: '{}' }))
  const { format, streams = [] } = JSON.parse(stdout) as ProbeAnswer
  const durationSeconds = Math.round(Number(format?.duration) * 100) / 100
  const film = streams.find((one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1)
  const hasSound = streams.some((one) => one.codec_type === 'audio')
  if (!(durationSeconds > 0) || (film === undefined && !hasSound)) return undefined
  if (film?.width === undefined || film.height === undefined) return { durationSeconds, picture: null, hasSound }
  const turned = Math.abs(film.side_data_list?.[0]?.rotation ?? 0) % 180 === 90
  const [width, height] = turned ? [film.height, film.width] : [film.width, film.height]
  return { durationSeconds, picture: { width, height }, hasSound }
}

/**
 * Runs ffmpeg with `args`; `onSecond` hears how far in the recording it is. Rejects when it ends with a fault or is
 * stopped by the signal.
 */
export function runFfmpeg(
  { ffmpeg: program }: Ffmpeg,
  args: readonly string[],
  options: { signal: AbortSignal; onSecond?: (second: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const all = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', '-progress', 'pipe:1', ...args]
    const child = spawn(program, all, { stdio: ['ignore', 'pipe', 'pipe'], signal: options.signal })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      const times = [...part.toString().matchAll(/out_time_us=(\d+)/g)]
      const last = times.at(-1)?.[1]
      if (last !== undefined) options.onSecond?.(Number(last) / 1_000_000)
    })
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-2_000)))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${said}`))))
  })
}
