import { Fragment } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Badge, type Tone, VisuallyHidden } from '~/shared/ui'
import type { Difference, Words } from '..'
import { isDifferent } from '../rules/difference'
import styles from './writing.module.css'

const tones: Record<Exclude<Difference['change'], 'same'>, Tone> = {
  added: 'ok',
  removed: 'lichen',
  changed: 'sea',
  moved: 'granite',
}
const kinds = [
  ...(['paragraph', 'heading', 'listItem', 'taskItem', 'tableRow', 'blockquote', 'callout', 'image'] as const),
  ...(['horizontalRule', 'definition', 'details', 'prompt', 'embed', 'file', 'lecture', 'formula'] as const),
]
const fields = ['title', 'summary'] as const

function useKind(): (kind: string) => string {
  const t = useOfficeT('writing')
  return (kind) => {
    if (kind.startsWith('field:')) return t(`field.${fields.find((field) => kind === `field:${field}`) ?? 'other'}`)
    return t(`kind.${kinds.find((known) => known === kind) ?? 'other'}`)
  }
}

function Part({ part }: { part: Words }) {
  const t = useOfficeT('writing')
  if (part.change === 'same') return part.text
  const Element = part.change
  return (
    <Element>
      <VisuallyHidden>{` ${t(part.change === 'ins' ? 'difference.insStart' : 'difference.delStart')} `}</VisuallyHidden>
      {part.text}
      <VisuallyHidden>{` ${t('difference.end')} `}</VisuallyHidden>
    </Element>
  )
}

function Line({ difference }: { difference: Difference }) {
  const t = useOfficeT('writing')
  const kindOf = useKind()
  const { change, kind, words, onlyForm } = difference
  const isEmpty = words.every(({ text }) => text.trim() === '')
  return (
    <li data-change={change}>
      {change !== 'same' && (
        <p className={styles['change']}>
          <Badge tone={tones[change]}>{t(`difference.${change}`)}</Badge> <span>{kindOf(kind)}</span>
        </p>
      )}
      <p className={styles['words']}>
        {isEmpty
          ? t('difference.empty')
          : words.map((part, index) => (
              <Fragment key={index}>
                <Part part={part} />
              </Fragment>
            ))}
      </p>
      {onlyForm && <p className="hint">{t('difference.form')}</p>}
    </li>
  )
}

/** Runs of what is the same, longer than three, leave their first and last line. */
function folded(differences: readonly Difference[]): (Difference | number)[] {
  const result: (Difference | number)[] = []
  let run: Difference[] = []
  const settle = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (run.length > 3 && first !== undefined && last !== undefined) result.push(first, run.length - 2, last)
    else result.push(...run)
    run = []
  }
  for (const each of differences) {
    if (each.change === 'same') run.push(each)
    else {
      settle()
      result.push(each)
    }
  }
  settle()
  return result
}

/** What separates two texts, in words as well as in colour. */
export function DifferenceView({ differences }: { differences: readonly Difference[] }) {
  const t = useOfficeT('writing')
  if (!isDifferent(differences)) return <p>{t('difference.none')}</p>
  return (
    <ol className={styles['differences']}>
      {folded(differences).map((each, index) =>
        typeof each === 'number' ? (
          <li key={index} data-change="hidden">
            <p className="hint">{t('difference.same', { count: each })}</p>
          </li>
        ) : (
          <Line key={index} difference={each} />
        ),
      )}
    </ol>
  )
}
