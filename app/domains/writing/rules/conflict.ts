import type { Writer } from '../model'

/** Where a text stands: its last save, and the unbroken run of saves of the page that made it. */
export interface Standing {
  seq: number
  writerKey: string | null
  /** The run holds the saves after this one. */
  writerFrom: number
  writerTurn: number
}

export type Meeting =
  | 'goes-on'
  /** A later save of the same page has arrived already; there is nothing left to do. */
  | 'overtaken'
  /** Somebody else, or another page of the same person, has saved since. */
  | 'conflict'

/**
 * What a save of changes made to `baseSeq` meets. A page whose answer was lost on the way does not know its own latest
 * save, so saves of the page itself never stand in its way.
 */
export function meetingOf(standing: Standing, save: { baseSeq: number; writer?: Writer | undefined }): Meeting {
  const { writer, baseSeq } = save
  if (writer !== undefined && writer.key === standing.writerKey && baseSeq >= standing.writerFrom) {
    return writer.turn > standing.writerTurn ? 'goes-on' : 'overtaken'
  }
  return baseSeq === standing.seq ? 'goes-on' : 'conflict'
}
