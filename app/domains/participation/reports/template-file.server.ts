import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '~db/schema'
import type { Problem } from '~db/seed/content/problems'
import { findNewestTemplate, findTemplate, keepTemplate } from '../store/report-template.server'
import type { ReportTemplate } from './model'
import { readTemplate, TEMPLATE_FILE, type TemplateRead } from './template'

/** Reads the template file of a content folder; a file that is missing is a fault like any other. */
export function readTemplateFile(contentDir: string): TemplateRead {
  let source: string
  try {
    source = readFileSync(path.join(contentDir, TEMPLATE_FILE), 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const fault = { file: TEMPLATE_FILE, message: 'Filen saknas.', remedy: 'Lägg tillbaka filen i mappen content.' }
    return { ok: false, problems: [fault] }
  }
  return readTemplate(source)
}

export function fingerprintOf(template: ReportTemplate): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex')
}

export interface UsableTemplate {
  /** The version that new files are made by; null when the portal has never had a whole one. */
  template: ReportTemplate | null
  /** What is wrong with the file, when the version is an earlier one. */
  problems: Problem[]
}

/** The template of the file when it is whole, otherwise the last whole version and what is wrong with the file. */
export async function findUsableTemplate(db: Db, contentDir: string): Promise<UsableTemplate> {
  const read = readTemplateFile(contentDir)
  const fallBack = async (problems: Problem[]) => ({
    template: (await findNewestTemplate(db, 'scb-manad'))?.template ?? null,
    problems,
  })
  if (!read.ok) return fallBack(read.problems)
  const { template } = read
  const kept = await findTemplate(db, template.template, template.version)
  if (kept === undefined || kept.contentSha256 === fingerprintOf(template)) return { template, problems: [] }
  const message = `Version ${template.version} finns redan med annat innehåll.`
  const remedy = 'Höj version i filen, så att äldre filer kan återskapas som de var.'
  return fallBack([{ file: TEMPLATE_FILE, field: 'version', message, remedy }])
}

/** Keeps the file's version when it is whole and new, so that it can be used also after the file has been broken. */
export async function keepTemplateFile(db: Db, contentDir: string, at: Date): Promise<Problem[]> {
  const { template, problems } = await findUsableTemplate(db, contentDir)
  if (template !== null && problems.length === 0) await keepTemplate(db, template, fingerprintOf(template), at)
  return problems
}
