import type { Translate } from '~/i18n/translate'
import { formatDateTime, formatTime, localDay } from '~/shared/dates'
import type { Language } from '~/shared/language'
import { paperBytes } from '~/shared/paper/paper.server'
import type { Db } from '~db/schema'
import { listConfirmations } from '../store/attendance-confirm.server'
import { listNames } from '../store/attendance-door.server'
import { listAttendance } from '../store/attendance-list.server'
import { BLANK_ROWS, listRows, type ListRow } from './list-paper'
import type { AttendanceMeeting } from './model'

export interface ListTexts {
  language: Language
  t: Translate<'attendance'>
  common: Translate<'common'>
}

/**
 * The närvarolista of a meeting as PDF: to print and sign before the meeting, and as it was confirmed after it. Never
 * an identity number; protected persons by alias.
 */
export async function attendanceListPdf(
  db: Db,
  found: AttendanceMeeting,
  about: { project: { name: string; diarienr: string } | undefined; at: Date },
  { language, t, common }: ListTexts,
): Promise<{ name: string; bytes: Buffer }> {
  const { meeting, leaders } = found
  const people = await listAttendance(db, { ...meeting, occasionId: found.occasionId })
  const [confirmation] = await listConfirmations(db, [meeting.meetingId])
  const lines = confirmation?.lines ?? []
  const names = await listNames(db, [
    ...leaders,
    ...lines.map(({ personId }) => personId),
    ...(confirmation === undefined ? [] : [confirmation.confirmedBy]),
  ])
  const nameOf = (personId: (typeof leaders)[number]) => names.get(personId)?.shownName ?? ''
  const rows = listRows(meeting, people, confirmation, nameOf)
  const title = meeting.title === null ? found.title : `${found.title}: ${meeting.title}`
  const day = localDay(meeting.startsAt)
  const { project } = about
  const form = {
    title: `${t('pdf.title')} ${day}, ${title}`,
    language,
    at: confirmation?.confirmedAt ?? about.at,
    eu: common('eu'),
    foot: `${t('pdf.title')}, ${title}, ${day}. ${t('pdf.note')}`,
    page: (page: number, pages: number) => t('pdf.page', { page, pages }),
  }
  const bytes = await paperBytes(form, (paper) => {
    paper.heading(t('pdf.title'))
    paper.lead(title)
    paper.facts([
      {
        label: t('pdf.project'),
        value: project === undefined ? t('pdf.noProject') : `${project.name}, ${project.diarienr}`,
      },
      { label: t('pdf.activity'), value: title },
      { label: t('pdf.kind'), value: t(`kind.${found.kind}`) },
      { label: t('pdf.mode'), value: t(`mode.${meeting.mode}`) },
      { label: t('pdf.place'), value: meeting.place ?? '–' },
      { label: t('pdf.day'), value: day },
      {
        label: `${t('pdf.start')} – ${t('pdf.end')}`,
        value: `${formatTime(meeting.startsAt)}–${formatTime(meeting.endsAt)}`,
      },
      { label: t('pdf.pause'), value: `${meeting.breakMinutes} min` },
      { label: t('pdf.leader'), value: leaders.map(nameOf).filter(Boolean).join(', ') || '–' },
    ])
    const table = paper.table([
      { heading: t('pdf.number'), width: 3 },
      { heading: t('pdf.name'), width: 16 },
      { heading: t('pdf.employer'), width: 15 },
      { heading: t('pdf.minutes'), width: 7, right: true },
      { heading: t('pdf.signature'), width: 20 },
    ])
    const isOpen = confirmation === undefined
    for (const [index, row] of rows.entries()) table.row(cellsOf(row, index, t), { tall: isOpen })
    if (isOpen) {
      for (let blank = 0; blank < BLANK_ROWS; blank += 1) {
        table.row([String(rows.length + blank + 1), '', '', '', ''], { tall: true })
      }
    }
    paper.section(t('pdf.statement'))
    if (isOpen) paper.text(t('pdf.unconfirmed', { at: formatDateTime(about.at) }), { small: true })
    else {
      const { confirmedAt, confirmedBy, linesSha256 } = confirmation
      const said = { at: formatDateTime(confirmedAt), name: nameOf(confirmedBy), seal: linesSha256 }
      paper.text(t('pdf.confirmed', said))
    }
    paper.signatures([t('pdf.leaderSignature')])
  })
  return { name: `${t('pdf.file')}-${day}-${found.slug}.pdf`, bytes }
}

function cellsOf(row: ListRow, index: number, t: ListTexts['t']): string[] {
  const { name, employer, present, minutes, method, recordedAt } = row
  const at = recordedAt === null ? '' : formatDateTime(recordedAt)
  const signed = present === true && method !== null ? t(`pdf.signed.${method}`, { at }).trim() : ''
  const time = present === null ? '' : present ? String(minutes) : t('pdf.absent')
  return [String(index + 1), name, employer ?? '', time, signed]
}
