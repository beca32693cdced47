import { mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Ffmpeg, type Probe, runFfmpeg } from './ffmpeg.server'

/** Heights of the renditions. A picture lower than all of them gets one rendition of its own height. */
const heights = [360, 720, 1080]

const even = (value: number) => Math.max(2, Math.floor(value / 2) * 2)

/** The heights that a recording is made in: never above its own. */
export function renditionHeights(sourceHeight: number): number[] {
  const chosen = heights.filter((height) => height <= sourceHeight)
  return chosen.length === 0 ? [even(sourceHeight)] : chosen
}

/** Loudness for speech on the web: -16 LUFS, true peaks below -1.5 dB. */
const loudness = 'loudnorm=I=-16:TP=-1.5:LRA=11'
const hls = [
  '-f',
  'hls',
  '-hls_time',
  '4',
  '-hls_playlist_type',
  'vod',
  '-hls_list_size',
  '0',
  '-master_pl_name',
  'master.m3u8',
]

/** The arguments that make every rendition in one pass, into folders of their names below the working folder. */
export function streamArguments(file: string, folder: string, { picture, hasSound }: Probe): string[] {
  const names = picture === null ? ['ljud'] : renditionHeights(picture.height).map((height) => `${height}p`)
  const output = [
    ...hls,
    '-hls_segment_filename',
    path.join(folder, '%v', 'del_%04d.ts'),
    '-var_stream_map',
    names
      .map((name, at) => [picture && `v:${at}`, hasSound && `a:${at}`, `name:${name}`].filter(Boolean).join(','))
      .join(' '),
    path.join(folder, '%v', 'index.m3u8'),
  ]
  const input = ['-protocol_whitelist', 'file', '-i', file]
  const sound = ['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2']
  if (picture === null) return [...input, '-map', '0:a:0', '-vn', '-af', loudness, ...sound, ...output]
  const chosen = renditionHeights(picture.height)
  const places = chosen.map((_height, at) => at)
  const graph = [
    `[0:v:0]split=${chosen.length}${places.map((at) => `[s${at}]`).join('')}`,
    ...chosen.map((height, at) => `[s${at}]scale=-2:${height},format=yuv420p[v${at}]`),
    ...(hasSound ? [`[0:a:0]${loudness},asplit=${chosen.length}${places.map((at) => `[a${at}]`).join('')}`] : []),
  ]
  const maps = [
    ...places.flatMap((at) => ['-map', `[v${at}]`]),
    ...(hasSound ? places.flatMap((at) => ['-map', `[a${at}]`]) : []),
  ]
  const film = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-force_key_frames', 'expr:gte(t,n_forced*4)']
  return [...input, '-filter_complex', graph.join(';'), ...maps, ...film, ...(hasSound ? sound : []), ...output]
}

/** Makes poster and stream of a recording in an empty folder. Answers the files made, by their names below it. */
export async function makeRenditions(
  programs: Ffmpeg,
  file: string,
  folder: string,
  found: Probe,
  options: { signal: AbortSignal; onProgress: (percent: number) => void },
): Promise<{ poster: string | null; stream: string[] }> {
  const { signal } = options
  const { picture, durationSeconds } = found
  await mkdir(folder, { recursive: true })
  let poster: string | null = null
  if (picture !== null) {
    const at = Math.min(10, durationSeconds / 10).toFixed(2)
    const scale = `scale='min(1280,iw)':-2`
    const target = path.join(folder, 'poster.jpg')
    const args = [
      '-protocol_whitelist',
      'file',
      '-ss',
      at,
      '-i',
      file,
      '-frames:v',
      '1',
      '-vf',
      scale,
      '-q:v',
      '3',
      target,
    ]
    await runFfmpeg(programs, args, { signal })
    // A picture that comes later than the film's tenth part is no reason to fail.
    poster = await stat(target).then(
      () => 'poster.jpg',
      () => null,
    )
  }
  const streamFolder = path.join(folder, 'stream')
  await mkdir(streamFolder, { recursive: true })
  await runFfmpeg(programs, streamArguments(file, streamFolder, found), {
    signal,
    onSecond: (second) => options.onProgress((100 * second) / durationSeconds),
  })
  const made = await readdir(streamFolder, { recursive: true, withFileTypes: true })
  const stream = made
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  return { poster, stream }
}

const types: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.jpg': 'image/jpeg',
}

export function renditionType(name: string): string {
  return types[path.extname(name)] ?? 'application/octet-stream'
}
