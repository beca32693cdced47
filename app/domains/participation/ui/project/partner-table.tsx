import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { DataTable } from '~/shared/ui'
import { attestationWanted } from '../../project/rules'
import type { ShownPartner, ShownProject } from './project-page'
import styles from '../table.module.css'

export function PartnerTable({
  project,
  partners,
}: {
  project: ShownProject
  partners: readonly (ShownPartner & { reached?: boolean })[]
}) {
  const t = useOfficeT('project')
  return (
    <DataTable caption={t('partners.caption', { count: partners.length })}>
      <thead>
        <tr>
          <th scope="col">{t('partners.name')}</th>
          <th scope="col">{t('partners.role')}</th>
          <th scope="col">{t('partners.from')}</th>
          <th scope="col">{t('partners.to')}</th>
          <th scope="col">{t('partners.municipalities')}</th>
          <th scope="col">{t('partners.attestation')}</th>
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <tr key={partner.slug}>
            <th scope="row">
              {partner.reached === false ? (
                partner.name
              ) : (
                <Link to={paths.partner(project.diarienr, partner.slug)}>{partner.name}</Link>
              )}
              {partner.note !== null && <div className="xsmall">{partner.note}</div>}
            </th>
            <td>{t(`roles.${partner.role}`)}</td>
            <td className={styles.nowrap}>{partner.startsOn ?? project.startsOn}</td>
            <td className={styles.nowrap}>{partner.endsOn ?? project.endsOn}</td>
            <td>{partner.municipalities.map(({ name }) => name).join(', ') || '–'}</td>
            <td>{t(attestationWanted(project, partner) ? 'partners.yes' : 'partners.no')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
