import type { TakenBundle } from '../store/bundle-log.server'

/** The page on which the evidence of a project is taken out. */
export interface EvidencePage {
  project: { diarienr: string; name: string }
  /** Months with time, the newest first. */
  months: string[]
  /** The one participant whose evidence is asked for; a protected person by alias. */
  person: { participationId: string; name: string } | null
  mayTakeNumbers: boolean
  taken: TakenBundle[]
}
