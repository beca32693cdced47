import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { ButtonLink } from './button'
import { Card, Grid, Page, PageHeader, Row, Section } from './layout'

/** The start page of somebody who is not signed in: what this is and where to begin. */
export function VisitorStart() {
  const t = useT('home')
  const ways = [
    {
      title: t('coursesTitle'),
      text: t('coursesText'),
      to: paths.courses(),
      link: t('coursesLink'),
    },
    {
      title: t('lecturesTitle'),
      text: t('lecturesText'),
      to: paths.lectures(),
      link: t('lecturesLink'),
    },
    {
      title: t('examplesTitle'),
      text: t('examplesText'),
      to: paths.examples(),
      link: t('examplesLink'),
    },
  ]
  return (
    <Page>
      <PageHeader title={t('visitorTitle')} lead={t('visitorLead')} />
      <Row>
        <ButtonLink to={paths.courses()}>{t('seeCourses')}</ButtonLink>
        <ButtonLink to={paths.signIn()} variant="quiet">
          {t('signIn')}
        </ButtonLink>
      </Row>
      <Section title={t('whatTitle')}>
        <Grid columns={3}>
          {ways.map((way) => (
            <Card key={way.to}>
              <h3>{way.title}</h3>
              <p className="small">{way.text}</p>
              <p>
                <Link to={way.to}>{way.link}</Link>
              </p>
            </Card>
          ))}
        </Grid>
      </Section>
      <Section title={t('projectTitle')}>
        <p className="lead">{t('projectText')}</p>
        <p>
          <Link to={paths.about()}>{t('projectLink')}</Link>
        </p>
      </Section>
    </Page>
  )
}
