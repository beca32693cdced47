import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '~/i18n/use-t'

/** The column of a page: `text` keeps a reading width, `wide` is for tables and pictures. */
export function Page({ width = 'normal', children }: { width?: 'text' | 'normal' | 'wide'; children: ReactNode }) {
  return <div className={`wrap page${width === 'normal' ? '' : ` page-${width}`}`}>{children}</div>
}

export interface Breadcrumb {
  label: string
  to?: string
}

export function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }) {
  const t = useT('common')
  return (
    <nav className="breadcrumbs" aria-label={t('nav.breadcrumbs')}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>{item.to === undefined ? item.label : <Link to={item.to}>{item.label}</Link>}</li>
        ))}
      </ol>
    </nav>
  )
}

/** The one heading of a page, one sentence of where you are, and its actions. */
export function PageHeader(props: {
  title: ReactNode
  lead?: ReactNode
  eyebrow?: ReactNode
  actions?: ReactNode
  breadcrumbs?: readonly Breadcrumb[]
}) {
  return (
    <header className="page-header">
      {props.breadcrumbs && <Breadcrumbs items={props.breadcrumbs} />}
      <div className="page-header-row">
        <div>
          {props.eyebrow && <div className="eyebrow">{props.eyebrow}</div>}
          <h1>{props.title}</h1>
          {props.lead && <p className="lead">{props.lead}</p>}
        </div>
        {props.actions && <div className="row no-print">{props.actions}</div>}
      </div>
    </header>
  )
}

export function Section({
  title,
  actions,
  id,
  children,
}: {
  title: ReactNode
  actions?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}

export function Card({
  as: Element = 'div',
  className = '',
  id,
  children,
}: {
  as?: 'div' | 'article' | 'section' | 'li'
  className?: string
  id?: string
  children: ReactNode
}) {
  return (
    <Element id={id} className={`card stack ${className}`}>
      {children}
    </Element>
  )
}

/** `main` puts a wide column beside a narrow one, `side` a narrow one first; numbers are equal columns. */
export function Grid({ columns, children }: { columns: 2 | 3 | 'main' | 'side'; children: ReactNode }) {
  return <div className={`grid grid-${columns}`}>{children}</div>
}

export function Stack({ gap = 'm', children }: { gap?: 's' | 'm' | 'l'; children: ReactNode }) {
  return <div className={`stack stack-${gap}`}>{children}</div>
}

export function Row({ between = false, children }: { between?: boolean; children: ReactNode }) {
  return <div className={`row${between ? ' row-between' : ''}`}>{children}</div>
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
