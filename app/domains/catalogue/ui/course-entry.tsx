import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { type Language, pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Badge, Card } from '~/shared/ui'
import type { EntryRule } from '../terms/model'
import type { Requirement } from '../terms/prerequisites'
import styles from './catalogue.module.css'
import { useLevelName } from './course-card'

export type ShownRequirement =
  | Extract<Requirement, { kind: 'competence' }>
  /** Without a name: the reader may not see the course. */
  | { kind: 'course'; slug: string | null; title: string | null; met: boolean }

/** What a course asks of those who begin it, and how the reader stands to it. */
export interface ShownEntry {
  rule: EntryRule
  /** False to a visitor: nothing is said of what is met. */
  isKnown: boolean
  isAdmitted: boolean
  mayBegin: boolean
  requirements: ShownRequirement[]
}

interface Names {
  code: string
  name: { sv: string; en: string }
}

function useWords(names: readonly Names[]): (one: ShownRequirement) => string {
  const t = useT('catalogue')
  const language: Language = useLanguage()
  const levelName = useLevelName()
  const of = new Map(names.map(({ code, name }) => [code, pick(name, language)]))
  return (one) => {
    if (one.kind === 'course') return one.title ?? t('entry.closedCourse')
    return t('entry.competence', { name: `${one.code} ${of.get(one.code) ?? ''}`, level: levelName(one.level) })
  }
}

function Line({ one, entry, words }: { one: ShownRequirement; entry: ShownEntry; words: string }) {
  const t = useT('catalogue')
  const name =
    one.kind === 'course' && one.slug !== null ? <Link to={paths.course(one.slug)}>{words}</Link> : <span>{words}</span>
  return (
    <li>
      {name}
      {entry.isKnown && <Badge tone={one.met ? 'ok' : 'lichen'}>{t(one.met ? 'entry.met' : 'entry.lacks')}</Badge>}
      {entry.isKnown && one.kind === 'competence' && !one.met && (
        <span className="small">
          {t('entry.held', { level: one.held })} <Link to={paths.competence()}>{t('entry.toCompetence')}</Link>
        </span>
      )}
    </li>
  )
}

/** The prerequisites of a course, with what is met and what lacks, before one begins. */
export function CourseEntry({ entry, names }: { entry: ShownEntry; names: readonly Names[] }) {
  const t = useT('catalogue')
  const words = useWords(names)
  const isShut = entry.isKnown && !entry.mayBegin
  return (
    <Card as="section">
      <h2>{t('entry.title')}</h2>
      <p>{t(entry.rule === 'kravs' ? 'entry.required' : 'entry.recommended')}</p>
      <ul className={styles['requirements']}>
        {entry.requirements.map((one, index) => (
          <Line key={index} one={one} entry={entry} words={words(one)} />
        ))}
      </ul>
      {entry.isAdmitted && entry.rule === 'kravs' && <p>{t('entry.admitted')}</p>}
      {isShut && <p>{t('entry.shut')}</p>}
    </Card>
  )
}
