import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Tone = 'sea' | 'lichen' | 'ok' | 'granite' | 'plain'

export function Badge({ tone = 'sea', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}

export function Notice({
  tone = 'sea',
  live = false,
  children,
}: {
  tone?: Exclude<Tone, 'plain'>
  live?: boolean
  children: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      {children}
    </div>
  )
}

/** A bar with its meaning in words: `label` is read aloud, the caller shows the figure beside it. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  return <progress className="progress" value={value} max={Math.max(max, 1)} aria-label={label} />
}

/** What scrolls inside itself and can be reached by keyboard; the class says how. */
export function ScrollRegion(given: { label: string; className: string | undefined; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className={given.className} role="region" aria-label={given.label} tabIndex={0}>
      {given.children}
    </div>
  )
}

/** A table that scrolls inside itself on a narrow screen. */
export function DataTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <ScrollRegion className="table-scroll" label={caption}>
      <table className="table">
        <caption>{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  )
}

export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <div className="lead">{children}</div>}
      {action}
    </div>
  )
}

export function Tabs({
  label,
  items,
}: {
  label: string
  items: readonly { label: string; to: string; active: boolean }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.active ? 'page' : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}

export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface FacetItem {
  label: string
  count: number
  to: string
  active: boolean
}

/**
 * One facet of a list: each choice is a link, so that the address holds the whole choice. `level` is that of the
 * heading: 2 where the group stands right under the title of the page.
 */
export function FacetGroup(given: { legend: string; items: readonly FacetItem[]; level?: 2 | 3 }) {
  const { legend, items, level = 3 } = given
  const Heading = `h${level}` as const
  if (items.length === 0) return null
  return (
    <section className="facet">
      <Heading>{legend}</Heading>
      <ul>
        {items.map((item) => (
          <li key={item.label}>
            <Link to={item.to} aria-current={item.active ? 'true' : undefined} preventScrollReset>
              <span>{item.label}</span> <span className="xsmall">{item.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
