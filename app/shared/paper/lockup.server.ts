import type PDFDocument from 'pdfkit'
import { euEmblem } from '../eu-emblem'

/** The emblem's height in points; no other mark stands on a paper of the portal. */
export const LOCKUP_HEIGHT = 36

/** The EU emblem with its words to the right, in Reflex Blue, at a place of the page. */
export function drawLockup(doc: InstanceType<typeof PDFDocument>, left: number, top: number, words: string): void {
  const scale = LOCKUP_HEIGHT / euEmblem.height
  doc.save().translate(left, top).scale(scale)
  doc.rect(0, 0, euEmblem.width, euEmblem.height).fill(euEmblem.blue)
  for (const points of euEmblem.stars) {
    const corners = points.split(' ').map((corner) => corner.split(',').map(Number))
    doc.polygon(...corners).fill(euEmblem.yellow)
  }
  doc.restore()
  const beside = left + euEmblem.width * scale + 9
  doc.font('Helvetica').fontSize(10).fillColor(euEmblem.blue)
  doc.text(words, beside, top + 6, { width: 120, lineGap: 1 })
}
