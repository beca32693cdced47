import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Notice } from '~/shared/ui'
import type { ProductToDo } from '../model'
import type { Reminder } from '../rules/reminders'
import { tellReminder } from '../rules/told'

/** Information to read, products, months that wait for the person and corrections of their hours, each with the way there. */
export function StartReminders(props: {
  reminders: readonly Reminder[]
  products: readonly ProductToDo[]
  information: boolean
}) {
  const t = useT('home')
  return (
    <Notice tone="lichen">
      <h2>{t('remindersTitle')}</h2>
      <ul>
        {props.information && (
          <li>
            <Link to={paths.noticeText()} reloadDocument>
              {t('reminderInformation')}
            </Link>
          </li>
        )}
        {props.products.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`}>
            <Link to={kind === 'hand-in' ? paths.product(id) : `${paths.attendance(id)}#resultat`}>
              {t(kind === 'hand-in' ? 'reminderProduct' : 'reminderAccept', { title })}
            </Link>
          </li>
        ))}
        {props.reminders.map((one) => (
          <li key={one.kind === 'corrected' ? one.timeEntryId : `${one.kind} ${one.diarienr} ${one.month}`}>
            <ReminderLink reminder={one} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function ReminderLink({ reminder }: { reminder: Reminder }) {
  const { text, to } = tellReminder(reminder, useT('home'), useLanguage())
  return <Link to={to}>{text}</Link>
}
