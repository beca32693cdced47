import { useStudyT } from '~/i18n/use-study-t'
import { DataTable } from '~/shared/ui'
import { LevelMark } from '~/shared/ui/level-mark'
import type { ToldMapping } from '../tell'
import styles from './profile.module.css'

type Area = ToldMapping['areas'][number]

function Neighbours({ neighbours }: { neighbours: Area['competences'][number]['neighbours'] }) {
  const t = useStudyT('competence')
  if (neighbours.length === 0) return <span className="small">{t('mapping.none')}</span>
  return (
    <ul className="plain-list stack stack-s">
      {neighbours.map((neighbour) => (
        <li key={neighbour.code} className={styles.head}>
          <LevelMark level={neighbour.level} label={neighbour.level === 0 ? t('noLevel') : undefined} />
          <span>
            {neighbour.code} {neighbour.name}
            {neighbour.step !== null && (
              <span className="small">
                <br />
                {t('mapping.step')}: {neighbour.step}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The second view: the mapped framework with the neighbours of each competence and the levels held in them. */
export function MappingView({ mapping }: { mapping: ToldMapping }) {
  const t = useStudyT('competence')
  return (
    <div className="stack stack-l">
      <p className="lead">{t('mapping.lead')}</p>
      {mapping.areas.map((area) => (
        <DataTable key={area.code} caption={`${area.code} ${area.name}`}>
          <thead>
            <tr>
              <th scope="col">{t('mapping.competence')}</th>
              <th scope="col">{t('mapping.neighbours')}</th>
            </tr>
          </thead>
          <tbody>
            {area.competences.map((competence) => (
              <tr key={competence.code}>
                <th scope="row">
                  {competence.code} {competence.name}
                </th>
                <td>
                  <Neighbours neighbours={competence.neighbours} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ))}
      <section>
        <h2>{t('mapping.source')}</h2>
        <p className="small">{mapping.description}</p>
        <p className="small">
          {mapping.sourceUrl === null ? mapping.title : <a href={mapping.sourceUrl}>{mapping.title}</a>} ·{' '}
          {mapping.licence}
        </p>
      </section>
    </div>
  )
}
