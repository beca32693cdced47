import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Badge, Card, Row } from '~/shared/ui'
import type { ExampleCard } from '../model'
import styles from './practice.module.css'

function ExampleCardView({ example, heading: Heading }: { example: ExampleCard; heading: 'h2' | 'h3' }) {
  const t = useT('practice')
  const common = useT('common')
  return (
    <Card as="article" className={styles['card'] ?? ''}>
      <Row>
        <Badge tone={example.level === 'internationell' || example.level === 'nordisk' ? 'lichen' : 'sea'}>
          {common(`exampleLevels.${example.level}`)}
        </Badge>
        <span className="xsmall">
          {example.place} · {example.year}
        </span>
      </Row>
      <Heading lang="sv">
        <Link to={paths.example(example.slug)}>{example.title}</Link>
      </Heading>
      <p className="small" lang="sv">
        {example.summary}
      </p>
      <p className="xsmall">
        {example.themes.map((theme) => common(`themes.${theme}`)).join(' · ')} ·{' '}
        {t('reading', { count: example.readingMinutes })}
      </p>
    </Card>
  )
}

/** Cards in columns; the whole card is the link's target. */
export function ExampleCards({
  examples,
  heading,
  columns = 2,
}: {
  examples: readonly ExampleCard[]
  heading: 'h2' | 'h3'
  columns?: 2 | 3
}) {
  return (
    <ul className={`grid grid-${columns} ${styles['cards']}`}>
      {examples.map((example) => (
        <li key={example.slug}>
          <ExampleCardView example={example} heading={heading} />
        </li>
      ))}
    </ul>
  )
}
