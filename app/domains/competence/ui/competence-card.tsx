import { Link } from '@remix-run/react'
import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Card } from '~/shared/ui'
import { LevelMark } from '~/shared/ui/level-mark'
import type { ToldCompetence } from '../tell'
import styles from './profile.module.css'

type LevelKey = 'level.1' | 'level.2' | 'level.3' | 'level.4'

function levelKey(level: number): LevelKey {
  if (level <= 1) return 'level.1'
  if (level === 2) return 'level.2'
  return level === 3 ? 'level.3' : 'level.4'
}

export function useLevelName(): (level: number) => string {
  const common = useT('common')
  return (level) => common(levelKey(level))
}

function useWeight(): (weight: number) => string {
  const language = useLanguage()
  return (weight) =>
    formatNumber(weight, language, Number.isInteger(weight) ? 0 : Number.isInteger(weight * 10) ? 1 : 2)
}

function Reasons({ competence }: { competence: ToldCompetence }) {
  const t = useStudyT('competence')
  const weightOf = useWeight()
  if (competence.evidence.length === 0) return null
  return (
    <details className={styles.disclosure}>
      <summary>
        {competence.level > 0 ? t('why') : t('whyOnTheWay')} <span className="visually-hidden">{competence.name}</span>
      </summary>
      <ul className={styles.list}>
        {competence.evidence.map((item) => (
          <li key={`${item.courseSlug} ${item.grantedOn} ${item.level}`}>
            <Link to={paths.course(item.courseSlug)}>{item.courseTitle}</Link>
            <div className="small">
              {t('evidence', {
                day: item.grantedOn,
                level: item.level,
                weight: weightOf(item.weight),
                version: item.frameworkVersion,
              })}
              {item.certificateCode !== null && (
                <>
                  {' · '}
                  <Link to={paths.certificate(item.certificateCode)}>
                    {t('certificate')}
                    <span className="visually-hidden"> {item.courseTitle}</span>
                  </Link>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Lifts({ competence }: { competence: ToldCompetence }) {
  const t = useStudyT('competence')
  const weightOf = useWeight()
  if (competence.level === 4) return null
  if (competence.lifts.length === 0) return <p className="small">{t('noLifts')}</p>
  return (
    <div>
      <p className="small">{t('lifts')}</p>
      <ul className={styles.list}>
        {competence.lifts.map((lift) => (
          <li key={lift.slug}>
            <Link to={paths.course(lift.slug)}>{lift.title}</Link>{' '}
            <span className="small">
              {t('lift', { level: lift.level, weight: weightOf(lift.weight), time: formatMinutes(lift.minutes) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One competence: the level, its words, why it is so and what would lift it; the own assessment beside it. */
export function CompetenceCard({ competence }: { competence: ToldCompetence }) {
  const t = useStudyT('competence')
  const nameOf = useLevelName()
  const weightOf = useWeight()
  const { level, towards, self, have, next } = competence
  return (
    <Card as="li">
      <div className={styles.head}>
        <LevelMark level={level} rose={competence.rose} />
        <div>
          <h3>
            {competence.code} {competence.name}
          </h3>
          <p className="small">
            {level === 0 ? t('noLevel') : t('levelNow', { level, name: nameOf(level) })}
            {towards !== null && <> · {t('towards', { level: towards.level, gathered: weightOf(towards.gathered) })}</>}
          </p>
          {competence.rose && <Badge tone="lichen">{t('roseShort')}</Badge>}
        </div>
      </div>
      <dl className={styles.text}>
        {have !== null && (
          <>
            <dt>{t('have')}</dt>
            <dd>{have}</dd>
          </>
        )}
        {next !== null && (
          <>
            <dt>{t('next', { level: next.level, name: nameOf(next.level) })}</dt>
            <dd>{next.text}</dd>
          </>
        )}
      </dl>
      {self !== null && (
        <p className="small">
          {self.level === 0
            ? t('selfNone', { day: self.assessedOn })
            : t('self', { day: self.assessedOn, level: self.level, name: nameOf(self.level) })}
        </p>
      )}
      <Lifts competence={competence} />
      <Reasons competence={competence} />
    </Card>
  )
}
