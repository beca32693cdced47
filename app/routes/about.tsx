import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProjectFacts } from '~/domains/participation/index.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { useT } from '~/i18n/use-t'
import { languageOf } from '~/server/language.server'
import { notFound } from '~/shared/http.server'
import { Facts, Grid, Page, PageHeader, Section } from '~/shared/ui'

/** Nothing here needs a script, also when signed in. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const project = await findProjectFacts(db(), '22-035-S05')
  return {
    title: `${t('pages')('about.title')} – ${t('common')('portal')}`,
    project: project ?? notFound(),
  }
}

export default function About() {
  const { project } = useLoaderData<typeof loader>()
  const t = useT('pages')
  return (
    <Page>
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      <Grid columns="main">
        <div>
          <Section title={t('about.aimTitle')}>
            <p>{t('about.aim')}</p>
          </Section>
          <Section title={t('about.goalsTitle')}>
            <ul>
              <li>{t('about.goal1')}</li>
              <li>{t('about.goal2')}</li>
              <li>{t('about.goal3')}</li>
            </ul>
          </Section>
          <Section title={t('about.resultTitle')}>
            <p>{t('about.result', { planned: project.plannedParticipants })}</p>
          </Section>
          <Section title={t('about.supportTitle')}>
            <p>
              {t('about.support', {
                rate: project.euRatePercent,
                area: project.programmeArea,
                objective: project.specificObjective,
              })}
            </p>
          </Section>
          <Section title={t('about.afterTitle')}>
            <p>{t('about.after')}</p>
          </Section>
        </div>
        <section className="card stack">
          <h2>{t('about.factsTitle')}</h2>
          <Facts
            items={[
              { label: t('about.number'), value: project.diarienr },
              { label: t('about.fund'), value: project.fund },
              {
                label: t('about.period'),
                value: `${project.startsOn}–${project.endsOn}`,
              },
              { label: t('about.owner'), value: project.owner },
              {
                label: t('about.partners'),
                value: (
                  <ul className="plain-list">
                    {project.partners.map((partner) => (
                      <li key={partner}>{partner}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          {project.sourceUrl && <a href={project.sourceUrl}>{t('about.source')}</a>}
        </section>
      </Grid>
    </Page>
  )
}
