import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FrameworkImport } from '~/domains/competence/index.server'
import { filesIn, itemHash } from './folder'
import { type FrameworkFile, frameworkFile } from './ground-formats'
import { type Problem, ProblemList } from './problems'
import { readYaml } from './read-yaml'

export const OWN_FRAMEWORK = 'westums-kompetensram'

export interface FrameworkSource {
  slug: string
  file: string
  source: string
  contentHash: string
}

export function listFrameworkFiles(contentDir: string): FrameworkSource[] {
  const folder = path.join(contentDir, 'frameworks')
  return filesIn(folder, '.yaml').map((name) => {
    const source = readFileSync(path.join(folder, name), 'utf8')
    return { slug: name.slice(0, -5), file: `frameworks/${name}`, source, contentHash: itemHash(source) }
  })
}

function toImport(value: FrameworkFile, contentHash: string): FrameworkImport {
  return {
    ...value,
    levels: value.levels.map(({ level, name, description }) => ({ level: String(level), name, description })),
    areas: value.areas.map((area) => ({
      ...area,
      competences: area.competences.map(({ levels, ...competence }) => ({ ...competence, levelTexts: levels ?? {} })),
    })),
    contentHash,
  }
}

/** Reads framework files and checks their codes and links to each other. A faulty framework is left out. */
export function readFrameworks(
  contentDir: string,
  files: FrameworkSource[],
): { frameworks: FrameworkImport[]; problems: Problem[] } {
  const problems: Problem[] = []
  const read = files.flatMap((file) => {
    const list = new ProblemList(file.file)
    const parsed = readYaml(file.source, frameworkFile, list)
    problems.push(...list.problems)
    return parsed === undefined ? [] : [{ file, list: new ProblemList(file.file), ...parsed }]
  })
  const targets = new Set(
    read.flatMap(({ value }) =>
      value.areas.flatMap(({ competences }) => competences.map(({ code }) => `${value.slug}:${code}`)),
    ),
  )
  if (existsSync(path.join(contentDir, 'frameworks')) && !files.some(({ slug }) => slug === OWN_FRAMEWORK)) {
    problems.push({
      file: `frameworks/${OWN_FRAMEWORK}.yaml`,
      message: 'Filen saknas.',
      remedy: 'Lägg till ramen; kurserna hänvisar till dess koder.',
    })
  }
  const frameworks: FrameworkImport[] = []
  for (const { file, list, value, lineOf } of read) {
    if (value.slug !== file.slug) {
      list.add({ line: lineOf(['slug']), field: 'slug', message: 'Adressnamnet är inte filens.', remedy: 'Gör dem lika.' })
    }
    const seen = new Set<string>()
    value.areas.forEach((area, areaIndex) => {
      area.competences.forEach((competence, index) => {
        const place = ['areas', areaIndex, 'competences', index]
        const refuse = (field: PropertyKey[], message: string, remedy: string) =>
          list.add({ line: lineOf([...place, ...field]), field: [...place, ...field].map(String).join('.'), message, remedy })
        if (seen.has(competence.code)) refuse(['code'], `Koden ${competence.code} finns två gånger.`, 'Ge den en egen kod.')
        seen.add(competence.code)
        if (!competence.code.startsWith(`${area.code}.`)) {
          refuse(['code'], `Koden ${competence.code} hör inte till området ${area.code}.`, 'Rätta koden eller flytta kompetensen.')
        }
        competence.mapsTo.forEach((target, at) => {
          if (!targets.has(target)) refuse(['mapsTo', at], `Kopplingen ${target} leder ingenstans.`, 'Rätta koden.')
        })
        if (value.slug === OWN_FRAMEWORK && Object.keys(competence.levels ?? {}).length !== 4) {
          refuse(['levels'], 'Kompetensen har inte fyra nivåtexter.', 'Skriv en text för var och en av nivåerna "1"–"4".')
        }
      })
    })
    problems.push(...list.problems)
    if (list.none) frameworks.push(toImport(value, file.contentHash))
  }
  return { frameworks, problems }
}
