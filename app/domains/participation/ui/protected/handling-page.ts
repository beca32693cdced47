/** The page of a handler about one person; name and number come only in the answer to a form. */
export interface HandlingPage {
  personId: string
  /** The alias, or the name of somebody who is not protected. */
  title: string
  alias: string | null
  protection: 'none' | 'marked' | 'protected'
  numbers: {
    identityNumberId: string
    kind: 'personnummer' | 'samordningsnummer'
    addedOn: string
    isCurrent: boolean
  }[]
  log: { action: string; reason: string | null; actor: string; at: string }[]
}

export interface HandlingAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
  /** Shown in this answer alone. */
  revealed?: string
}
