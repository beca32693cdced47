import type { PersonId } from '~/shared/ids'
import type { NoticeEntry } from '../model'

/** What a person wants by mail: everything, once a day what is not urgent; only what is urgent; nothing. */
export const mailChoices = ['allt', 'bradskande', 'inget'] as const
export type MailChoice = (typeof mailChoices)[number]

/** What can change somebody's day is told at once; everything else waits for the digest. */
export const urgentKinds = [
  'booking-place',
  'booking-approved',
  'booking-refused',
  'booking-moved',
  'occasion-changed',
  'occasion-cancelled',
  'meeting-reminder',
  'month-returned',
] as const

/** A mail that is to be sent now, with what it is about, the newest first. */
export interface MailToSend {
  mailId: string
  personId: PersonId
  kind: 'bradskande' | 'samlat'
  notices: NoticeEntry[]
}

export type MailEnd = { state: 'skickat' | 'inaktuellt' } | { state: 'uppgivet'; fault: string }
