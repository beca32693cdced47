import { Link } from '@remix-run/react'
import type { ToldArea, ToldCompetence } from '~/domains/competence'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, DataTable, EmptyState, Page, PageHeader, Row, Section } from '~/shared/ui'
import { LevelMark } from '~/shared/ui/level-mark'

export interface MemberContent {
  name: string
  /** Null when the profile is not shared. */
  profile: {
    areas: ToldArea[]
    courses: { slug: string; title: string; minutes: number; finishedOn: string; certificateCode: string | null }[]
  } | null
}

const levelKeys = ['level.0', 'level.1', 'level.2', 'level.3', 'level.4'] as const

function Evidence({ evidence }: { evidence: ToldCompetence['evidence'] }) {
  return (
    <ul className="plain-list">
      {evidence.map((item) => (
        <li key={`${item.courseSlug} ${item.grantedOn} ${item.level}`}>
          <Link to={paths.course(item.courseSlug)}>{item.courseTitle}</Link>
          <div className="small">{item.grantedOn}</div>
        </li>
      ))}
    </ul>
  )
}

function Levels({ areas }: { areas: readonly ToldArea[] }) {
  const t = useOfficeT('staff')
  const common = useT('common')
  const held = areas.flatMap((area) =>
    area.competences.filter((one) => one.evidence.length > 0).map((one) => ({ area, one })),
  )
  if (held.length === 0) return <p>{t('member.none')}</p>
  return (
    <DataTable caption={t('member.levelsCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('member.competence')}</th>
          <th scope="col">{t('member.area')}</th>
          <th scope="col">{t('member.level')}</th>
          <th scope="col">{t('member.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ area, one }) => (
          <tr key={one.code}>
            <th scope="row">
              {one.code} {one.name}
            </th>
            <td>{area.name}</td>
            <td>
              <Row>
                <LevelMark level={one.level} rose={one.rose} />
                <div>
                  {common(levelKeys[one.level])}
                  {one.rose && <div className="small">{t('rose')}</div>}
                  {one.towards !== null && (
                    <div className="small">{t('member.towards', { level: one.towards.level })}</div>
                  )}
                </div>
              </Row>
            </td>
            <td>
              <Evidence evidence={one.evidence} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Courses({ courses }: { courses: NonNullable<MemberContent['profile']>['courses'] }) {
  const t = useOfficeT('staff')
  if (courses.length === 0) return <p>{t('member.noCourses')}</p>
  return (
    <DataTable caption={t('member.coursesCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('member.course')}</th>
          <th scope="col">{t('member.finished')}</th>
          <th scope="col">{t('member.time')}</th>
          <th scope="col">{t('member.certificate')}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={`${course.slug} ${course.finishedOn}`}>
            <th scope="row">
              <Link to={paths.course(course.slug)}>{course.title}</Link>
            </th>
            <td>{course.finishedOn}</td>
            <td>{formatMinutes(course.minutes)}</td>
            <td>
              {course.certificateCode === null ? (
                '–'
              ) : (
                <Link to={paths.certificate(course.certificateCode)}>{course.certificateCode}</Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

/** One of the staff: levels with their evidence and finished courses, when the person shares them. */
export function StaffMemberPage({ content }: { content: MemberContent }) {
  const t = useOfficeT('staff')
  const { name, profile } = content
  return (
    <Page>
      <PageHeader
        title={name}
        lead={profile === null ? undefined : t('member.lead')}
        breadcrumbs={[{ label: t('title'), to: paths.staff() }, { label: name }]}
      />
      {profile === null ? (
        <EmptyState
          title={t('member.notSharedTitle')}
          action={
            <ButtonLink to={paths.staff()} variant="quiet">
              {t('member.back')}
            </ButtonLink>
          }
        >
          {t('member.notSharedText')}
        </EmptyState>
      ) : (
        <>
          <Section title={t('member.levels')}>
            <Levels areas={profile.areas} />
          </Section>
          <Section title={t('member.courses')}>
            <Courses courses={profile.courses} />
          </Section>
        </>
      )}
    </Page>
  )
}
