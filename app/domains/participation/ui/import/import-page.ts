import { type ImportCounts, type RowOutcome, WAITS_DAYS } from '../../import/model'
import type { PreviewPage } from '../../import/preview-page'
import type { Problem } from '../../import/model'
import type { KeptReason } from '../../import/row-changes'

export const waitsDays = WAITS_DAYS

export type ImportState = 'forhandsvisad' | 'inford' | 'angrad' | 'avbruten'

export interface ListedImport {
  importId: string
  fileName: string
  state: ImportState
  /** Null until the import is applied. */
  counts: { skapad: number; andrad: number; oforandrad: number; avvisad: number } | null
  rowCount: number
  actorName: string
  createdAt: string
}

export interface UploadPage {
  everyone: boolean
  project: { diarienr: string; name: string }
  projects: { diarienr: string; name: string }[]
  imports: ListedImport[]
}

/** The facts of one import that each of its pages shows. */
export interface ImportHead {
  importId: string
  fileName: string
  diarienr: string
  projectName: string
  actorName: string
  rowCount: number
  createdAt: string
  appliedAt: string | null
  undoneAt: string | null
  /** The day on which the rows are wiped. */
  until: string
  /** When the same file was applied before. */
  twinAppliedAt: string | null
}

export interface ResultRow {
  line: number
  outcome: RowOutcome
  name: string | null
  participationId: string | null
  problems: Problem[]
  kept: KeptReason[]
  undone: boolean
}

export interface ResultPage {
  counts: ImportCounts
  rows: ResultRow[]
  found: number
  page: number
  pages: number
  onlyProblems: boolean
}

export type StepPage =
  | { step: 'preview'; head: ImportHead; preview: PreviewPage }
  | { step: 'result'; head: ImportHead; undone: boolean; result: ResultPage }
  | { step: 'gone'; head: ImportHead }

export interface StepAnswer {
  intent: string
  message: string
}
