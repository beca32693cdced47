import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, Grid, Page, PageHeader, Row, Section } from '~/shared/ui'

interface OfferCard {
  slug: string
  title: string
  summary: string
  detail: string
}

export interface Offer {
  courses: OfferCard[]
  examples: OfferCard[]
  lectures: OfferCard[]
}

function OfferSection(props: {
  title: string
  lead: string
  cards: OfferCard[]
  to: (slug: string) => string
  detail: (detail: string) => string
  all: { to: string; label: string }
}) {
  return (
    <Section title={props.title} actions={<Link to={props.all.to}>{props.all.label}</Link>}>
      <p className="lead">{props.lead}</p>
      <Grid columns={3}>
        {props.cards.map((card) => (
          <Card as="article" key={card.slug}>
            <div>
              <Badge>{props.detail(card.detail)}</Badge>
            </div>
            <h3>
              <Link to={props.to(card.slug)}>{card.title}</Link>
            </h3>
            <p className="small">{card.summary}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

/** The start page of somebody who is not signed in: what this is, and what there is, at once. */
export function VisitorStart({ offer }: { offer: Offer }) {
  const t = useT('home')
  const common = useT('common')
  return (
    <Page>
      <PageHeader title={t('visitorTitle')} lead={t('visitorLead')} />
      <Row>
        <ButtonLink to={paths.courses()}>{t('seeCourses')}</ButtonLink>
        <ButtonLink to={paths.signIn()} variant="quiet">
          {t('signIn')}
        </ButtonLink>
      </Row>
      <OfferSection
        title={t('coursesTitle')}
        lead={t('coursesText')}
        cards={offer.courses}
        to={paths.course}
        detail={(minutes) => formatMinutes(Number(minutes))}
        all={{ to: paths.courses(), label: t('coursesLink') }}
      />
      <OfferSection
        title={t('examplesTitle')}
        lead={t('examplesText')}
        cards={offer.examples}
        to={paths.example}
        detail={(level) => common(`exampleLevels.${level}` as Parameters<typeof common>[0])}
        all={{ to: paths.examples(), label: t('examplesLink') }}
      />
      <OfferSection
        title={t('lecturesTitle')}
        lead={t('lecturesText')}
        cards={offer.lectures}
        to={(slug) => paths.lecture(slug)}
        detail={(minutes) => formatMinutes(Number(minutes))}
        all={{ to: paths.lectures(), label: t('lecturesLink') }}
      />
      <Section title={t('projectTitle')}>
        <p className="lead">{t('projectText')}</p>
        <p>
          <Link to={paths.about()}>{t('projectLink')}</Link>
        </p>
      </Section>
    </Page>
  )
}
