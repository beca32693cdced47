/** What a project holds, as the rules of retention name it. */
export const projectKinds = [
  'timmar',
  'manader',
  'filer',
  'deltagare',
  'nummer',
  'narvaro',
  'bokningar',
  'importer',
  'statsstod',
] as const
export type ProjectKind = (typeof projectKinds)[number]
export type ProjectCounts = Partial<Record<ProjectKind, number>>

/** Kinds that belong to no project: they go so long after somebody's last employment, or after the occasion. */
export const commonKinds = ['sjalvskattningar', 'svar', 'tittarloggar', 'inlagg', 'tillgangsbehov'] as const
export type CommonKind = (typeof commonKinds)[number]

export interface RetentionRule {
  ruleId: string
  keepDays: number | null
  keepYears: number | null
  fundEvidence: boolean
  /** Whether a source was read that says so; otherwise the period is the portal's safe choice. */
  isSourced: boolean
  source: string
}

/** What a project holds now, and the last ISO day on which it is kept: null when nothing may go. */
export interface ProjectStanding {
  keptUntil: string | null
  counts: ProjectCounts
  /** Everybody with a record in a project under legal hold. */
  heldPeople: string[]
}

export interface RetentionEvent {
  happenedAt: Date
  actor: string | null
  rule: string
  counts: Record<string, number>
}
