import type { MissingPart } from '../rules/completeness'
import type { FileEvent } from '../store/report-release.server'
import type { ShownLine } from '../store/report-lines.server'
import type { DifferenceRow, ExportBatch, ReportProject } from './model'

/** One file as its readers see it: no identity number is in here. */
export interface BatchPage {
  batch: Omit<ExportBatch, 'acknowledged'>
  project: Pick<ReportProject, 'diarienr' | 'name'>
  acknowledged: { participationId: string; name: string; missing: MissingPart[] }[]
  differences: DifferenceRow[]
  lines: ShownLine[]
  page: number
  pages: number
  events: FileEvent[]
  mayDownload: boolean
  /** The file was asked for without a reason. */
  reasonFirst: boolean
}
