import { useOfficeT } from '~/i18n/use-office-t'
import { DataTable, Section, Stack } from '~/shared/ui'
import { lengthText } from '~/shared/video/time-text'
import type { PackageContentsPage } from './package-page'

function Lessons({ lessons }: Pick<PackageContentsPage, 'lessons'>) {
  const t = useOfficeT('coursePackage')
  const authoring = useOfficeT('authoring')
  return (
    <DataTable caption={t('lessonsCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('lesson')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('minutes')}</th>
          <th scope="col">{t('languages')}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ title, kind, minutes, languages }, index) => (
          <tr key={index}>
            <th scope="row">{title}</th>
            <td>{authoring(`kinds.${kind}`)}</td>
            <td>{minutes}</td>
            <td>{languages.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Lectures({ lectures }: Pick<PackageContentsPage, 'lectures'>) {
  const t = useOfficeT('coursePackage')
  return (
    <DataTable caption={t('lecturesCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('lecture')}</th>
          <th scope="col">{t('here')}</th>
          <th scope="col">{t('length')}</th>
          <th scope="col">{t('facts.size')}</th>
          <th scope="col">{t('facts.licence')}</th>
        </tr>
      </thead>
      <tbody>
        {lectures.map(({ slug, title, state, seconds, size, licence }) => (
          <tr key={slug}>
            <th scope="row">{title}</th>
            <td>{t(`lectureState.${state}`)}</td>
            <td>{lengthText(seconds)}</td>
            <td>{size}</td>
            <td>{licence === '' ? t('noLicence') : licence}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Files({ files }: Pick<PackageContentsPage, 'files'>) {
  const t = useOfficeT('coursePackage')
  return (
    <DataTable caption={t('filesCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('fileName')}</th>
          <th scope="col">{t('facts.size')}</th>
          <th scope="col">{t('facts.licence')}</th>
          <th scope="col">{t('credit')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, size, licence, credit }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td>{size}</td>
            <td>{licence === '' ? t('noLicence') : licence}</td>
            <td>{credit}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

/** Lessons, lectures and files of a package, with licences and sizes. */
export function PackageContents({ contents }: { contents: PackageContentsPage }) {
  const t = useOfficeT('coursePackage')
  const { lessons, lectures, files } = contents
  return (
    <Section title={t('contents')}>
      <Stack gap="l">
        <Lessons lessons={lessons} />
        {lectures.length > 0 && <Lectures lectures={lectures} />}
        {files.length > 0 && <Files files={files} />}
      </Stack>
    </Section>
  )
}
