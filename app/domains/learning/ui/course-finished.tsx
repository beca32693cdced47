import { useT } from '~/i18n/use-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Row } from '~/shared/ui'
import styles from './lesson.module.css'

/** A calm word at the end of a course, with the three places where it now shows. */
export function CourseFinished({ title, finishedAt }: { title: string; finishedAt: Date }) {
  const t = useT('lesson')
  return (
    <section className={styles['finished']} aria-labelledby="kursen-klar">
      <h2 id="kursen-klar">{t('finished.title')}</h2>
      <p>{t('finished.text', { title, day: formatDay(finishedAt) })}</p>
      <Row>
        <ButtonLink to={paths.certificates()}>{t('finished.certificate')}</ButtonLink>
        <ButtonLink to={paths.hours()} variant="quiet">
          {t('finished.hours')}
        </ButtonLink>
        <ButtonLink to={paths.competence()} variant="quiet">
          {t('finished.competence')}
        </ButtonLink>
      </Row>
    </section>
  )
}
