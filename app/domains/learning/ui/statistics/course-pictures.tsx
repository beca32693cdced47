import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { DataTable } from '~/shared/ui'
import type { Told, ToldCounts } from '../../course-statistics/model'
import styles from './statistics.module.css'

/** Each lesson with its bar: light for those who have opened it, dark for those who have finished it. */
export function LessonTable({ counts, course }: { counts: ToldCounts; course: string }) {
  const t = useOfficeT('courseStatistics')
  const whole = Math.max(counts.starts ?? 0, 1)
  const width = (told: Told) => Math.min(100, Math.round(((told ?? 0) / whole) * 100))
  return (
    <>
      <DataTable caption={t('lessons.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('lessons.lesson')}</th>
            <th scope="col">{t('lessons.opened')}</th>
            <th scope="col">{t('lessons.finished')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('lessons.picture')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.lessons.map(({ slug, title, opened, finished }) => (
            <tr key={slug}>
              <th scope="row">
                <Link to={paths.lesson(course, slug)}>{title}</Link>
              </th>
              <td className={styles['number']}>{opened ?? t('few')}</td>
              <td className={styles['number']}>{finished ?? t('few')}</td>
              <td>
                <svg viewBox="0 0 100 14" className={styles['steps']} aria-hidden="true" preserveAspectRatio="none">
                  <rect width="100" height="14" />
                  <rect width={width(opened)} height="14" />
                  <rect width={width(finished)} height="14" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="small">{t('lessons.key')}</p>
    </>
  )
}

/** A lecture minute by minute, as a picture and as a table. */
export function LectureMinutes({ lecture }: { lecture: ToldCounts['lectures'][number] }) {
  const t = useOfficeT('courseStatistics')
  const { title, slug, minutes } = lecture
  const most = Math.max(...minutes.map((told) => told ?? 0), 1)
  const words = (told: Told | undefined) => (told === null || told === undefined ? t('few') : String(told))
  const name = t('lectures.picture', { name: title, first: words(minutes[0]), last: words(minutes.at(-1)) })
  return (
    <section className={styles['lecture']} aria-labelledby={`minuter-${slug}`}>
      <h3 id={`minuter-${slug}`}>{title}</h3>
      <svg
        viewBox={`0 0 ${minutes.length * 10} 60`}
        width={minutes.length * 56}
        className={styles['minutes']}
        role="img"
        aria-label={name}
        preserveAspectRatio="none"
      >
        {minutes.map((told, index) => {
          const height = Math.round(((told ?? 0) / most) * 56)
          return <rect key={index} x={index * 10 + 1} y={58 - height} width="8" height={height + 2} />
        })}
      </svg>
      <details>
        <summary>{t('lectures.table')}</summary>
        <DataTable caption={t('lectures.caption', { name: title })}>
          <thead>
            <tr>
              <th scope="col">{t('lectures.minute')}</th>
              <th scope="col">{t('lectures.viewers')}</th>
            </tr>
          </thead>
          <tbody>
            {minutes.map((told, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                <td className={styles['number']}>{words(told)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  )
}
