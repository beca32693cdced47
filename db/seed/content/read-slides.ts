import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Cue, Slide } from '~/domains/catalogue'
import { checkDrawing, mediaPath } from './folder'
import type { ProblemList } from './problems'

/** Pictures beside a film, of a text file whose every cue is a picture's file name and its alternative text. */
export function readSlides(contentDir: string, folder: string, cues: readonly Cue[], list: ProblemList): Slide[] {
  const file = `${folder}/slides.sv.vtt`
  return cues.flatMap(({ start, text }): Slide[] => {
    const [, name, alt] = /^([a-z0-9][a-z0-9.-]*\.(?:svg|png|jpg|webp))\s+(\S.*)$/s.exec(text) ?? []
    if (name === undefined || alt === undefined) {
      list.add({ file, message: `”${text.slice(0, 60)}” är inte en bild med beskrivning.`, remedy: 'Skriv bildens filnamn, ett blanksteg och vad bilden visar.' })
      return []
    }
    if (!existsSync(path.join(contentDir, folder, name))) {
      list.add({ file, message: `Bilden ${name} saknas.`, remedy: 'Lägg den i föreläsningens mapp eller rätta namnet.' })
      return []
    }
    checkDrawing(contentDir, `${folder}/${name}`, list)
    return [{ second: Math.round(start * 100) / 100, path: mediaPath(contentDir, `${folder}/${name}`), alt }]
  })
}
