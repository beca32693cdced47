import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Cue, Slide } from '~/domains/catalogue'
import { toMillis } from '~/shared/video/caption-file'
import { checkDrawing, mediaPath } from './folder'
import type { ProblemList } from './problems'

/**
 * Pictures beside a film, of a text file whose every cue is a picture's file name and its alternative text. A package
 * may have pictures that say nothing: the name alone.
 */
export function readSlides(
  contentDir: string,
  file: string,
  cues: readonly Cue[],
  { list, isWhole }: { list: ProblemList; isWhole: boolean },
): Slide[] {
  const folder = path.posix.dirname(file)
  return cues.flatMap(({ start, text }): Slide[] => {
    const [, name, alt = ''] = /^([a-z0-9][a-z0-9.-]*\.(?:svg|png|jpg|webp|gif|avif))(?:\s+(\S.*))?$/s.exec(text) ?? []
    if (name === undefined || (isWhole && alt === '')) {
      list.add({ file, message: `”${text.slice(0, 60)}” är inte en bild med beskrivning.`, remedy: 'Skriv bildens filnamn, ett blanksteg och vad bilden visar.' })
      return []
    }
    if (!existsSync(path.join(contentDir, folder, name))) {
      list.add({ file, message: `Bilden ${name} saknas.`, remedy: 'Lägg den i föreläsningens mapp eller rätta namnet.' })
      return []
    }
    checkDrawing(contentDir, `${folder}/${name}`, list)
    return [{ second: toMillis(start), path: mediaPath(contentDir, `${folder}/${name}`), alt }]
  })
}
