import { useId } from 'react'
import { useLanguage } from '~/i18n/use-t'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { Card, DataTable, Grid, Section, Stack } from '~/shared/ui'
import type { IndicatorsPage } from '../../indicators/page'
import type { MonthPoint } from '../../indicators/plan'
import styles from './indicators.module.css'

const WIDTH = 480
const HEIGHT = 200
const BASE = 176

interface Bar {
  key: string
  /** Drawn from the base; `front` stands before `back`. */
  back: number
  front: number
  line?: number
  told: string
}

/** Bars over a base line, with a mark where a plan is; each bar tells its own values. */
function Bars({
  title,
  told,
  bars,
  labels,
}: {
  title: string
  told: string
  bars: readonly Bar[]
  labels: [string, string]
}) {
  const id = useId()
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.back, bar.front, bar.line ?? 0]))
  const step = WIDTH / Math.max(1, bars.length)
  const height = (value: number) => Math.max(0, (value / most) * (BASE - 12))
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-told`} className={styles.picture}>
        <title id={`${id}-told`}>{told}</title>
        {bars.map((bar, index) => (
          <g key={bar.key}>
            <title>{bar.told}</title>
            <rect
              className={styles.back}
              x={index * step + step * 0.15}
              y={BASE - height(bar.back)}
              width={step * 0.7}
              height={height(bar.back)}
            />
            <rect
              className={styles.front}
              x={index * step + step * 0.15}
              y={BASE - height(bar.front)}
              width={step * 0.7}
              height={height(bar.front)}
            />
            {bar.line !== undefined && (
              <line
                className={styles.plan}
                x1={index * step}
                x2={(index + 1) * step}
                y1={BASE - height(bar.line)}
                y2={BASE - height(bar.line)}
              />
            )}
          </g>
        ))}
        <line className={styles.base} x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
        <text className={styles.label} x={0} y={HEIGHT - 6}>
          {labels[0]}
        </text>
        <text className={styles.label} x={WIDTH} y={HEIGHT - 6} textAnchor="end">
          {labels[1]}
        </text>
      </svg>
    </figure>
  )
}

export function Pictures({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  const { course, project } = page
  const month = (point: MonthPoint | undefined) => (point === undefined ? '' : formatMonth(point.month, language))
  const labels: [string, string] = [month(course[0]), month(course.at(-1))]
  const planned = formatNumber(project.plannedParticipants, language)
  const sum = course.reduce((total, point) => total + point.minutes, 0)
  return (
    <Section title={t('pictures.title')}>
      <Grid columns={2}>
        <Stack>
          <Card>
            <Bars
              title={t('pictures.participants', { planned })}
              told={t('pictures.participantsTold', { last: course.at(-1)?.entered ?? 0, planned })}
              labels={labels}
              bars={course.map((point) => ({
                key: point.month,
                back: 0,
                front: point.entered,
                line: point.planned,
                told: `${month(point)}: ${point.entered} (${t('pictures.planned').toLowerCase()} ${point.planned})`,
              }))}
            />
            <p className="small">{t('pictures.planLegend')}</p>
          </Card>
          <Card>
            <Bars
              title={t('pictures.hours')}
              told={t('pictures.hoursTold', { sum: formatMinutes(sum) })}
              labels={labels}
              bars={course.map((point) => ({
                key: point.month,
                back: point.minutes,
                front: point.reportable,
                told: `${month(point)}: ${formatMinutes(point.minutes)}`,
              }))}
            />
            {!project.selfStudyEligible && <p className="small">{t('pictures.reportLegend')}</p>}
          </Card>
        </Stack>
        <CourseTable course={course} />
      </Grid>
    </Section>
  )
}

/** The same as the pictures, month by month. */
function CourseTable({ course }: { course: readonly MonthPoint[] }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  return (
    <DataTable caption={t('pictures.table')}>
      <thead>
        <tr>
          <th scope="col">{t('pictures.month')}</th>
          <th scope="col" className="number">
            {t('pictures.entered')}
          </th>
          <th scope="col" className="number">
            {t('pictures.planned')}
          </th>
          <th scope="col" className="number">
            {t('pictures.minutes')}
          </th>
          <th scope="col" className="number">
            {t('pictures.reportable')}
          </th>
        </tr>
      </thead>
      <tbody>
        {course.map((point) => (
          <tr key={point.month}>
            <th scope="row">{formatMonth(point.month, language)}</th>
            <td className="number">{formatNumber(point.entered, language)}</td>
            <td className="number">{formatNumber(point.planned, language)}</td>
            <td className="number">{formatMinutes(point.minutes)}</td>
            <td className="number">{formatMinutes(point.reportable)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
