import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Cue } from '~/domains/catalogue'
import type { LectureImport } from '~/domains/catalogue/index.server'
import { readCaptionFile } from '~/shared/video/caption-file'
import { transcriptOf } from '~/shared/video/spoken'
import { filesIn, mediaPath, readMarkdown } from './folder'
import { lectureFile, packedLectureFile } from './formats'
import { type Problem, ProblemList } from './problems'
import type { References } from './read-course'
import { readYaml } from './read-yaml'
import { videoDuration } from './video-duration'
import { readSlides } from './read-slides'
import { readVtt } from './vtt'

/** The film or the poster of a folder, whatever its format. */
export function fileOf(folder: string, what: 'video' | 'poster'): string | undefined {
  return filesIn(folder, '').find((name) => name.startsWith(`${what}.`))
}

/** The cues of a file as the portal has written them, line by line. */
function asWritten(contentDir: string, file: string, list: ProblemList): Cue[] {
  const { cues, faults } = readCaptionFile(readFileSync(path.join(contentDir, file), 'utf8'))
  for (const { line } of faults) {
    const remedy = 'Skriv till exempel 00:00:01.000 --> 00:00:03.500 och texten på raden under.'
    list.add({ file, line, message: 'Raden går inte att läsa.', remedy })
  }
  return cues
}

/** Every captions and descriptions file with its cues, the lecture's own captions first. */
function readTracks(folder: string, language: string, cuesOf: (file: string) => Cue[]): LectureImport['tracks'] {
  const tracks = filesIn(folder, '.vtt').flatMap((file): LectureImport['tracks'] => {
    const found = /^(captions|descriptions)\.([a-z]{2,3})\.vtt$/.exec(file)
    if (found === null) return []
    const kind = found[1] === 'captions' ? 'captions' : 'descriptions'
    return [{ kind, language: found[2] ?? '', cues: cuesOf(file) }]
  })
  const isOwn = (track: LectureImport['tracks'][number]) => track.kind === 'captions' && track.language === language
  return tracks.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
}

/** Reads the folder of one lecture. The lecture is undefined when anything in it is wrong. */
export function readLecture(
  contentDir: string,
  name: string,
  contentHash: string,
  references: Pick<References, 'competences' | 'standard'>,
): { lecture: LectureImport | undefined; problems: Problem[] } {
  const folder = `lectures/${name}`
  const list = new ProblemList(`${folder}/lecture.yaml`)
  const stop = () => ({ lecture: undefined, problems: list.problems })
  const isWhole = references.standard === 'content'
  const present = (file: string) => existsSync(path.join(contentDir, folder, file))
  const demand = (...files: string[]) => {
    for (const file of files.filter((one) => !present(one))) {
      list.add({ file: `${folder}/${file}`, message: 'Filen saknas.', remedy: 'Lägg till den i föreläsningens mapp.' })
    }
    return list.none
  }
  if (!demand('lecture.yaml')) return stop()
  const shape = isWhole ? lectureFile : packedLectureFile
  const read = readYaml(readFileSync(path.join(contentDir, list.file), 'utf8'), shape, list)
  if (read === undefined) return stop()
  const { value, lineOf } = read
  const film = isWhole ? 'video.mp4' : (fileOf(path.join(contentDir, folder), 'video') ?? 'video.mp4')
  const own = `captions.${value.language}.vtt`
  if (!demand(film, own, ...(isWhole ? ['poster.jpg', 'chapters.sv.vtt'] : []))) return stop()
  if (value.slug !== name) {
    list.add({ line: lineOf(['slug']), field: 'slug', message: `Adressnamnet är inte mappens (${name}).`, remedy: 'Gör dem lika.' })
  }
  value.competences.forEach((code, index) => {
    if (references.competences?.has(code) !== false) return
    list.add({
      line: lineOf(['competences', index]),
      field: `competences.${index}`,
      message: `Kompetensen ${code} finns inte i Westums kompetensram.`,
      remedy: 'Rätta koden.',
    })
  })
  const seconds = value.seconds ?? videoDuration(readFileSync(path.join(contentDir, folder, film)))
  if (seconds === undefined) {
    list.add({ file: `${folder}/${film}`, message: 'Filmens längd går inte att läsa.', remedy: 'Spara om filmen som MP4.' })
  }
  const vtt = (file: string) => {
    const own = new ProblemList(`${folder}/${file}`)
    const cues = readVtt(readFileSync(path.join(contentDir, own.file), 'utf8'), own)
    const last = cues.at(-1)
    if (seconds !== undefined && last !== undefined && last.end > seconds + 1) {
      own.add({ message: `Texten slutar efter filmen (${last.end.toFixed(1)} s mot ${seconds.toFixed(1)} s).`, remedy: 'Rätta tiderna.' })
    }
    list.problems.push(...own.problems)
    return cues
  }
  const captions = vtt(own)
  const chapterFile = `chapters.${value.language}.vtt`
  const chapters = isWhole || present(chapterFile) ? vtt(chapterFile) : []
  const slideFile = `slides.${value.language}.vtt`
  const slides = present(slideFile) ? readSlides(contentDir, `${folder}/${slideFile}`, vtt(slideFile), { list, isWhole }) : []
  const cuesOf = (file: string) => {
    if (isWhole) return file === own ? captions : vtt(file)
    return asWritten(contentDir, `${folder}/${file}`, list)
  }
  const tracks = readTracks(path.join(contentDir, folder), value.language, cuesOf)
  if (seconds !== undefined && value.minutes * 60 < seconds - 30) {
    list.add({ line: lineOf(['minutes']), field: 'minutes', message: 'Tiden är kortare än filmen.', remedy: 'Räkna film och frågor, hela minuter uppåt.' })
  }
  const description = readMarkdown(value.description, list, lineOf(['description']), undefined, 'description')
  if (!list.none || seconds === undefined) return stop()
  const transcript = transcriptOf(captions)
  const poster = fileOf(path.join(contentDir, folder), 'poster')
  const { competences, seconds: _seconds, ...rest } = value
  const lecture: LectureImport = {
    ...rest,
    competenceCodes: competences,
    description,
    durationSeconds: Math.round(seconds * 100) / 100,
    videoPath: mediaPath(contentDir, `${folder}/${film}`),
    posterPath: poster === undefined ? '' : mediaPath(contentDir, `${folder}/${poster}`),
    captionsPath: mediaPath(contentDir, `${folder}/${own}`),
    tracks,
    chapters,
    slides,
    transcript,
    transcriptText: transcript.map(({ text }) => text).join('\n'),
    contentHash,
  }
  return { lecture, problems: [] }
}
