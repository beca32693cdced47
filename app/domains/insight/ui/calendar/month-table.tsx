import { Link } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatLongDay, formatMonth, formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { VisuallyHidden } from '~/shared/ui'
import type { CalendarMeeting } from '../../calendar/model'
import { byDay, weeksOf } from '../../calendar/rules'
import styles from './calendar.module.css'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

function weekdayName(day: string, language: 'sv' | 'en', length: 'short' | 'long'): string {
  return noon(day).toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', { weekday: length, timeZone: 'UTC' })
}

/** Left and right go to the activity before and after; up and down to the nearest in a week above or below. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const steps: Record<string, [number, boolean]> = {
    ArrowLeft: [-1, false],
    ArrowRight: [1, false],
    ArrowUp: [-1, true],
    ArrowDown: [1, true],
  }
  const step = steps[event.key]
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-week]')]
  const at = links.findIndex((link) => link === document.activeElement)
  if (step === undefined || at === -1) return
  const [direction, wholeWeek] = step
  const here = links[at]
  const target = wholeWeek
    ? (direction === 1 ? links.slice(at + 1) : links.slice(0, at).toReversed()).find(
        (link) => link.dataset['week'] !== here?.dataset['week'],
      )
    : links[at + direction]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}

function Event({ meeting, week }: { meeting: CalendarMeeting; week: number }) {
  const t = useT('calendar')
  const tone = meeting.cancelled ? styles['off'] : meeting.own === null ? '' : styles['own']
  return (
    <Link to={paths.activity(meeting.slug)} className={`${styles['event'] ?? ''} ${tone ?? ''}`} data-week={week}>
      {formatTime(meeting.startsAt)} <strong>{meeting.title}</strong>
      {meeting.cancelled ? (
        <VisuallyHidden>, {t('cancelled')}</VisuallyHidden>
      ) : (
        meeting.own !== null && <VisuallyHidden>, {t(`own.${meeting.own}`)}</VisuallyHidden>
      )}
    </Link>
  )
}

/** A month as a table: a row a week with its number, a column a weekday. Today and days of other months are marked. */
export function MonthTable({
  month,
  today,
  meetings,
}: {
  month: string
  today: string
  meetings: readonly CalendarMeeting[]
}) {
  const t = useT('calendar')
  const language = useLanguage()
  const weeks = weeksOf(month)
  const days = byDay(meetings)
  return (
    <div className={styles['table']}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the links inside */}
      <table className={styles['grid']} onKeyDown={moveFocus}>
        <caption>
          <VisuallyHidden>
            {t('monthOf', { month: formatMonth(month, language) })}. {t('keys')}
          </VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('week')}</th>
            {weeks[0]?.days.map((day) => (
              <th key={day} scope="col" abbr={weekdayName(day, language, 'long')}>
                {weekdayName(day, language, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, days: weekDays }) => (
            <tr key={weekDays[0]}>
              <th scope="row">{week}</th>
              {weekDays.map((day) => (
                <td
                  key={day}
                  className={`${day.startsWith(month) ? '' : (styles['outside'] ?? '')} ${day === today ? (styles['today'] ?? '') : ''}`}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <time dateTime={formatDay(day)} className={styles['number']}>
                    <span aria-hidden="true">{Number(day.slice(8))}</span>
                    <VisuallyHidden>
                      {formatLongDay(noon(day), language)}
                      {day === today && `, ${t('today')}`}
                    </VisuallyHidden>
                  </time>
                  {days.has(day) && (
                    <ul className={styles['events']}>
                      {days.get(day)?.map((meeting) => (
                        <li key={meeting.meetingId}>
                          <Event meeting={meeting} week={week} />
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
