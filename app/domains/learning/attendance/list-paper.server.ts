import type { Translate } from '~/i18n/translate'
import { formatDateTime, formatTime, localDay } from '~/shared/dates'
import type { Cell } from '~/shared/csv'
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

export interface ListAbout {
  project: { name: string; diarienr: string } | undefined
  at: Date
}

/** What stands on a meeting's list, however it is given. */
async function readList(db: Db, found: AttendanceMeeting, t: ListTexts['t']) {
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
  const day = localDay(meeting.startsAt)
  return {
    rows: listRows(meeting, people, confirmation, nameOf),
    title: meeting.title === null ? found.title : `${found.title}: ${meeting.title}`,
    leaders: leaders.map(nameOf).filter(Boolean).join(', '),
    confirmed: confirmation && { ...confirmation, name: nameOf(confirmation.confirmedBy) },
    day,
    file: `${t('pdf.file')}-${day}-${found.slug}`,
  }
}

/**
 * The närvarolista of a meeting as PDF: to print and sign before the meeting, and as it was confirmed after it. Never
 * an identity number; protected persons by alias.
 */
export async function attendanceListPdf(
  db: Db,
  found: AttendanceMeeting,
  about: ListAbout,
  { language, t, common }: ListTexts,
): Promise<{ name: string; bytes: Buffer }> {
  const { meeting } = found
  const { rows, title, leaders, confirmed, day, file } = await readList(db, found, t)
  const { project } = about
  const form = {
    title: `${t('pdf.title')} ${day}, ${title}`,
    language,
    at: confirmed?.confirmedAt ?? about.at,
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
      { label: t('pdf.leader'), value: leaders || '–' },
    ])
    const table = paper.table([
      { heading: t('pdf.number'), width: 3 },
      { heading: t('pdf.name'), width: 16 },
      { heading: t('pdf.employer'), width: 15 },
      { heading: t('pdf.minutes'), width: 7, right: true },
      { heading: t('pdf.signature'), width: 20 },
    ])
    const isOpen = confirmed === undefined
    for (const [index, row] of rows.entries()) table.row(cellsOf(row, index, t), { tall: isOpen })
    if (isOpen) {
      for (let blank = 0; blank < BLANK_ROWS; blank += 1) {
        table.row([String(rows.length + blank + 1), '', '', '', ''], { tall: true })
      }
    }
    paper.section(t('pdf.statement'))
    if (isOpen) paper.text(t('pdf.unconfirmed', { at: formatDateTime(about.at) }), { small: true })
    else {
      const { confirmedAt, name, linesSha256 } = confirmed
      const said = { at: formatDateTime(confirmedAt), name, seal: linesSha256 }
      paper.text(t('pdf.confirmed', said))
    }
    paper.signatures([t('pdf.leaderSignature')])
  })
  return { name: `${file}.pdf`, bytes }
}

const listColumns = [
  ...['diarienr', 'project', 'activity', 'kind', 'mode', 'place', 'day', 'start', 'end', 'pauseMinutes', 'leader'],
  ...['number', 'name', 'employer', 'presence', 'minutes', 'signature', 'confirmedAt', 'confirmedBy', 'seal'],
] as const

/** The same list as a table, one row a person; the columns never change. */
export async function attendanceListTable(
  db: Db,
  found: AttendanceMeeting,
  { project }: Pick<ListAbout, 'project'>,
  { t }: Pick<ListTexts, 't'>,
): Promise<{ name: string; headings: string[]; rows: Cell[][] }> {
  const { meeting, kind } = found
  const { rows, title, leaders, confirmed, day, file } = await readList(db, found, t)
  const about = [
    ...[project?.diarienr ?? '', project?.name ?? '', title, t(`kind.${kind}`), t(`mode.${meeting.mode}`)],
    ...[meeting.place ?? '', day, formatTime(meeting.startsAt), formatTime(meeting.endsAt), meeting.breakMinutes],
    leaders,
  ]
  const seal =
    confirmed === undefined
      ? ['', '', '']
      : [formatDateTime(confirmed.confirmedAt), confirmed.name, confirmed.linesSha256]
  return {
    name: file,
    headings: listColumns.map((column) => t(`table.${column}`)),
    rows: rows.map((row, index): Cell[] => {
      const [number, name, employer, , signed] = cellsOf(row, index, t)
      const presence = row.present === null ? '' : t(row.present ? 'table.present' : 'pdf.absent')
      const minutes = row.present === null ? '' : row.minutes
      return [...about, Number(number), name ?? '', employer ?? '', presence, minutes, signed ?? '', ...seal]
    }),
  }
}

function cellsOf(row: ListRow, index: number, t: ListTexts['t']): string[] {
  const { name, employer, present, minutes, method, recordedAt } = row
  const at = recordedAt === null ? '' : formatDateTime(recordedAt)
  const signed = present === true && method !== null ? t(`pdf.signed.${method}`, { at }).trim() : ''
  const time = present === null ? '' : present ? String(minutes) : t('pdf.absent')
  return [String(index + 1), name, employer ?? '', time, signed]
}
