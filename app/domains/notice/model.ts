import type { PersonId } from '~/shared/ids'

/** A notice to one person. `kind` and `sourceId` name the event; one event gives one notice. */
export interface NewNotice {
  personId: PersonId
  kind: string
  sourceId: string
  payload: Record<string, unknown>
  createdAt: Date
}

export interface NoticeEntry {
  noticeId: string
  kind: string
  sourceId: string
  payload: Record<string, unknown>
  createdAt: Date
  readAt: Date | null
}
