import type { Bilingual } from '~db/schema'

/** One published text of the information to participants. */
export interface InformationVersion {
  version: string
  wording: Bilingual
  /** Null for the first text, which comes with the portal. */
  publishedAt: Date | null
  publishedBy: string | null
  /** Participants who acknowledged an earlier version are asked again. */
  asksAgain: boolean
}

export interface PublishWish {
  /** The newest version when the text was written. */
  basedOn: string
  sv: string
  en: string
  asksAgain: boolean
}
