import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LectureImport } from '~/domains/catalogue/index.server'
import { mediaPath, readMarkdown } from './folder'
import { lectureFile } from './formats'
import { type Problem, ProblemList } from './problems'
import type { References } from './read-course'
import { readYaml } from './read-yaml'
import { videoDuration } from './video-duration'
import { readSlides } from './read-slides'
import { transcriptOf } from '~/shared/video/spoken'
import { readVtt } from './vtt'

/** Reads the folder of one lecture. The lecture is undefined when anything in it is wrong. */
export function readLecture(
  contentDir: string,
  name: string,
  contentHash: string,
  references: Pick<References, 'competences'>,
): { lecture: LectureImport | undefined; problems: Problem[] } {
  const folder = `lectures/${name}`
  const list = new ProblemList(`${folder}/lecture.yaml`)
  const stop = () => ({ lecture: undefined, problems: list.problems })
  for (const file of ['lecture.yaml', 'video.mp4', 'poster.jpg', 'captions.sv.vtt', 'chapters.sv.vtt']) {
    if (existsSync(path.join(contentDir, folder, file))) continue
    list.add({ file: `${folder}/${file}`, message: 'Filen saknas.', remedy: 'Lägg till den i föreläsningens mapp.' })
  }
  if (!list.none) return stop()
  const read = readYaml(readFileSync(path.join(contentDir, list.file), 'utf8'), lectureFile, list)
  if (read === undefined) return stop()
  const { value, lineOf } = read
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
  const seconds = videoDuration(readFileSync(path.join(contentDir, folder, 'video.mp4')))
  if (seconds === undefined) {
    list.add({ file: `${folder}/video.mp4`, message: 'Filmens längd går inte att läsa.', remedy: 'Spara om filmen som MP4.' })
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
  const captions = vtt('captions.sv.vtt')
  const chapters = vtt('chapters.sv.vtt')
  const slides = existsSync(path.join(contentDir, folder, 'slides.sv.vtt')) ? readSlides(contentDir, folder, vtt('slides.sv.vtt'), list) : []
  const hasDescriptions = existsSync(path.join(contentDir, folder, 'descriptions.sv.vtt'))
  const descriptions = hasDescriptions ? vtt('descriptions.sv.vtt') : []
  if (seconds !== undefined && value.minutes * 60 < seconds - 30) {
    list.add({ line: lineOf(['minutes']), field: 'minutes', message: 'Tiden är kortare än filmen.', remedy: 'Räkna film och frågor, hela minuter uppåt.' })
  }
  const description = readMarkdown(value.description, list, lineOf(['description']), undefined, 'description')
  if (!list.none || seconds === undefined) return stop()
  const transcript = transcriptOf(captions)
  const { competences, ...rest } = value
  const lecture: LectureImport = {
    ...rest,
    competenceCodes: competences,
    description,
    durationSeconds: Math.round(seconds * 100) / 100,
    videoPath: mediaPath(contentDir, `${folder}/video.mp4`),
    posterPath: mediaPath(contentDir, `${folder}/poster.jpg`),
    captionsPath: mediaPath(contentDir, `${folder}/captions.sv.vtt`),
    chapters,
    slides,
    tracks: hasDescriptions
      ? [
          { kind: 'captions', language: 'sv', cues: captions },
          { kind: 'descriptions', language: 'sv', cues: descriptions },
        ]
      : [],
    transcript,
    transcriptText: transcript.map(({ text }) => text).join('\n'),
    contentHash,
  }
  return { lecture, problems: [] }
}
