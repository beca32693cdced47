import { NavLink } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import type { Frame } from './frame'

type Actor = Frame['actor']

interface Item {
  to: string
  label: string
}

/** As many links have room on one line. */
const LINE = 8

function useItems(actor: Actor): Item[] {
  const t = useT('common')
  return [
    ...(actor === undefined ? [] : [{ to: paths.home(), label: t('nav.home') }]),
    { to: paths.courses(), label: t('nav.courses') },
    { to: paths.calendar(), label: t('nav.calendar') },
    { to: paths.lectures(), label: t('nav.lectures') },
    { to: paths.examples(), label: t('nav.examples') },
    ...(actor === undefined
      ? []
      : [
          { to: paths.competence(), label: t('nav.competence') },
          { to: paths.hours(), label: t('nav.hours') },
        ]),
    ...(actor?.makesCourses ? [{ to: paths.authoring(), label: t('nav.authoring') }] : []),
    ...(actor?.reviewsStaff ? [{ to: paths.staff(), label: t('nav.staff') }] : []),
    ...(actor?.keepsMedia ? [{ to: paths.media(), label: t('nav.media') }] : []),
    ...(actor?.attests ? [{ to: paths.attest(), label: t('nav.attest') }] : []),
    ...(actor?.readsParticipants ? [{ to: paths.project(), label: t('nav.project') }] : []),
    ...(actor?.handlesProtected ? [{ to: paths.protectedPeople(), label: t('nav.protected') }] : []),
    { to: paths.search(), label: t('nav.search') },
  ]
}

const linksTo = (items: readonly Item[]) =>
  items.map(({ to, label }) => (
    <NavLink key={to} to={to} end={to === paths.home()}>
      {label}
    </NavLink>
  ))

/** All links one under the other, for a narrow screen. */
export function NavigationList({ actor }: { actor: Actor }) {
  const t = useT('common')
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      {linksTo(useItems(actor))}
    </nav>
  )
}

/** The links on one line. Whoever has work of their own there finds what everybody may read under a word after it. */
export function NavigationLine({ actor }: { actor: Actor }) {
  const t = useT('common')
  const items = useItems(actor)
  const open = [paths.calendar(), paths.lectures(), paths.examples()]
  const rest = items.length > LINE ? items.filter(({ to }) => open.includes(to)) : []
  const line = items.filter((item) => !rest.includes(item))
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      {linksTo(line.slice(0, -1))}
      {rest.length > 0 && <More items={rest} />}
      {linksTo(line.slice(-1))}
    </nav>
  )
}

/** Closes when the focus goes elsewhere, as it does to a new page. */
function More({ items }: { items: readonly Item[] }) {
  const t = useT('common')
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const { current } = menu
    const left = ({ relatedTarget }: FocusEvent) => {
      if (current !== null && !current.contains(relatedTarget as Node | null)) current.open = false
    }
    current?.addEventListener('focusout', left)
    return () => current?.removeEventListener('focusout', left)
  }, [])
  return (
    <details className="site-more" ref={menu}>
      <summary>{t('nav.more')}</summary>
      <div>{linksTo(items)}</div>
    </details>
  )
}
