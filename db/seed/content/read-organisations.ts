import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MunicipalityImport, OrganisationImport } from '~/domains/organisation/index.server'
import type { ProjectImport } from '~/domains/participation/index.server'
import { itemHash } from './folder'
import { organisationsFile, projectsFile } from './ground-formats'
import { type Problem, ProblemList } from './problems'
import { readYaml } from './read-yaml'

export interface Organisations {
  municipalities: MunicipalityImport[]
  organisations: OrganisationImport[]
  projects: ProjectImport[]
  /** False when the file could not be read, so that nothing may be taken for vanished. */
  complete: boolean
  problems: Problem[]
}

function readProjects(contentDir: string, organisationSlugs: Set<string>, codes: Set<string>): Pick<Organisations, 'projects' | 'problems'> {
  const list = new ProblemList('organisations/projects.yaml')
  const full = path.join(contentDir, list.file)
  if (!existsSync(full)) return { projects: [], problems: [] }
  const read = readYaml(readFileSync(full, 'utf8'), projectsFile, list)
  if (read === undefined) return { projects: [], problems: list.problems }
  const { value, lineOf } = read
  const projects = value.projects.flatMap((project, index): ProjectImport[] => {
    const before = list.problems.length
    const refuse = (field: PropertyKey[], message: string, remedy: string) =>
      list.add({ line: lineOf(['projects', index, ...field]), field: ['projects', index, ...field].map(String).join('.'), message, remedy })
    if (project.endsOn < project.startsOn) refuse(['endsOn'], 'Projektet slutar före sin start.', 'Rätta datumen.')
    if (!organisationSlugs.has(project.owner)) refuse(['owner'], `Organisationen ${project.owner} finns inte.`, 'Lägg till den i organisations.yaml.')
    project.partners.forEach((partner, at) => {
      if (!organisationSlugs.has(partner.organisation)) {
        refuse(['partners', at, 'organisation'], `Organisationen ${partner.organisation} finns inte.`, 'Lägg till den i organisations.yaml.')
      }
      partner.municipalities.forEach((code, position) => {
        if (!codes.has(code)) refuse(['partners', at, 'municipalities', position], `Kommunen ${code} finns inte.`, 'Lägg till den i organisations.yaml.')
      })
    })
    if (list.problems.length > before) return []
    const { owner, partners, ...rest } = project
    return [
      {
        ...rest,
        ownerSlug: owner,
        partners: partners.map(({ organisation, ...partner }) => ({ ...partner, organisationSlug: organisation })),
        contentHash: itemHash(JSON.stringify(project)),
      },
    ]
  })
  return { projects, problems: list.problems }
}

/** Reads municipalities, organisations and projects. A faulty organisation or project is left out, the others stay. */
export function readOrganisations(contentDir: string): Organisations {
  const list = new ProblemList('organisations/organisations.yaml')
  const nothing = { municipalities: [], organisations: [], projects: [], complete: false }
  const full = path.join(contentDir, list.file)
  if (!existsSync(full)) return { ...nothing, problems: [] }
  const read = readYaml(readFileSync(full, 'utf8'), organisationsFile, list)
  if (read === undefined) return { ...nothing, problems: list.problems }
  const { value, lineOf } = read
  const codes = new Set(value.municipalities.map(({ code }) => code))
  const all = JSON.stringify(value.municipalities)
  const organisations = value.organisations.flatMap((organisation, index): OrganisationImport[] => {
    const before = list.problems.length
    organisation.municipalities.forEach((code, at) => {
      if (codes.has(code)) return
      const field = ['organisations', index, 'municipalities', at]
      list.add({ line: lineOf(field), field: field.map(String).join('.'), message: `Kommunen ${code} finns inte i listan municipalities.`, remedy: 'Rätta koden eller lägg till kommunen.' })
    })
    if (value.organisations.findIndex(({ slug }) => slug === organisation.slug) !== index) {
      list.add({ line: lineOf(['organisations', index, 'slug']), field: `organisations.${index}.slug`, message: `Organisationen ${organisation.slug} finns två gånger.`, remedy: 'Ta bort den ena.' })
    }
    return list.problems.length > before ? [] : [{ ...organisation, contentHash: itemHash(JSON.stringify(organisation), all) }]
  })
  const projects = readProjects(contentDir, new Set(organisations.map(({ slug }) => slug)), codes)
  return {
    municipalities: value.municipalities,
    organisations,
    projects: projects.projects,
    complete: list.none,
    problems: [...list.problems, ...projects.problems],
  }
}
