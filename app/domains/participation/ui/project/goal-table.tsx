import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Progress } from '~/shared/ui'
import type { ShownGoal } from './project-page'
import styles from '../table.module.css'

/** Local goals with how far they have come; `diarienr` makes the partner a link. */
export function GoalTable({ goals, diarienr }: { goals: readonly ShownGoal[]; diarienr?: string }) {
  const t = useOfficeT('project')
  return (
    <>
      <DataTable caption={t('goals.caption', { count: goals.length })}>
        <thead>
          <tr>
            {diarienr !== undefined && <th scope="col">{t('goals.partner')}</th>}
            <th scope="col">{t('goals.wording')}</th>
            <th scope="col">{t('goals.reached')}</th>
            <th scope="col" className="number">
              {t('goals.women')}
            </th>
            <th scope="col" className="number">
              {t('goals.men')}
            </th>
            <th scope="col">{t('goals.due')}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <GoalLine key={goal.localGoalId} goal={goal} diarienr={diarienr} />
          ))}
        </tbody>
      </DataTable>
      <p className="xsmall">{t('goals.hiddenNote')}</p>
    </>
  )
}

function GoalLine({ goal, diarienr }: { goal: ShownGoal; diarienr: string | undefined }) {
  const t = useOfficeT('project')
  const language = useLanguage()
  const unit = t(`goals.units.${goal.measure}`)
  const progress = t('goals.progress', {
    reached: formatNumber(goal.reached, language),
    target: formatNumber(goal.target, language),
    unit,
  })
  const narrowed = [
    goal.competenceCodes.join(', '),
    goal.level === null ? '' : t('goals.level', { level: goal.level }),
  ].filter((part) => part !== '')
  const split = goal.byGender
  return (
    <tr>
      {diarienr !== undefined && (
        <td>
          <Link to={paths.partner(diarienr, goal.partnerSlug)}>{goal.partner}</Link>
        </td>
      )}
      <th scope="row">
        {goal.wording}
        {narrowed.length > 0 && <div className="xsmall">{narrowed.join(' · ')}</div>}
      </th>
      <td>
        {progress} {goal.reached >= goal.target && <Badge tone="ok">{t('goals.done')}</Badge>}
        <Progress value={Math.min(goal.reached, goal.target)} max={goal.target} label={progress} />
        {goal.closedOn !== null && <div className="xsmall">{t('goals.closed', { day: goal.closedOn })}</div>}
      </td>
      {split === null ? (
        <td colSpan={2} className="number">
          <span className="xsmall">{t('goals.hidden')}</span>
        </td>
      ) : (
        <>
          <td className="number">{formatNumber(split.women, language)}</td>
          <td className="number">{formatNumber(split.men, language)}</td>
        </>
      )}
      <td className={styles.nowrap}>{goal.dueOn}</td>
    </tr>
  )
}
