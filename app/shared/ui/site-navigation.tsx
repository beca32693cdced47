import { NavLink, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import type { Frame } from './frame'

type Actor = Frame['actor']

interface Item {
  to: string
  label: string
}

/** Where the reader may go, in order; `rare` are those that give way first when a line is too short for all. */
function useItems(actor: Actor): { item: Item; rare: boolean }[] {
  const t = useT('common')
  const always = (to: string, label: string) => [{ item: { to, label }, rare: false }]
  const rare = (to: string, label: string) => [{ item: { to, label }, rare: true }]
  const when = (may: boolean | undefined, to: string, label: string) => (may === true ? always(to, label) : [])
  const isSignedIn = actor !== undefined
  return [
    ...when(isSignedIn, paths.home(), t('nav.home')),
    ...always(paths.courses(), t('nav.courses')),
    ...rare(paths.calendar(), t('nav.calendar')),
    ...rare(paths.lectures(), t('nav.lectures')),
    ...rare(paths.examples(), t('nav.examples')),
    ...when(isSignedIn, paths.competence(), t('nav.competence')),
    ...when(isSignedIn, paths.hours(), t('nav.hours')),
    ...when(actor?.makesCourses, paths.authoring(), t('nav.authoring')),
    ...when(actor?.reviewsStaff, paths.staff(), t('nav.staff')),
    ...when(actor?.keepsMedia, paths.media(), t('nav.media')),
    ...when(actor?.attests, paths.attest(), t('nav.attest')),
    ...when(actor?.readsParticipants, paths.project(), t('nav.project')),
    ...when(actor?.handlesProtected, paths.protectedPeople(), t('nav.protected')),
    ...always(paths.search(), t('nav.search')),
  ]
}

/** So many letters stand on one line beside the portal's name and the reader's, each link with its gap counted as two. */
const LINE = 92
const roomFor = (items: readonly { item: Item }[]) => items.reduce((sum, { item }) => sum + item.label.length + 2, 0)

/** The links that stand on one line, and those that give way: first the rare ones, then the last ones before the search. */
function divided(items: ReturnType<typeof useItems>, more: string): { line: Item[]; rest: Item[] } {
  const inTurn = [
    ...items.filter(({ rare }) => rare),
    ...items
      .slice(1, -1)
      .filter(({ rare }) => !rare)
      .toReversed(),
  ]
  const rest = new Set<(typeof items)[number]>()
  const line = () => items.filter((each) => !rest.has(each))
  for (const next of inTurn) {
    if (roomFor(line()) + (rest.size === 0 ? 0 : more.length + 3) <= LINE) break
    rest.add(next)
  }
  const itemsOf = (some: typeof items) => some.map(({ item }) => item)
  return { line: itemsOf(line()), rest: itemsOf(items.filter((each) => rest.has(each))) }
}

function NavigationLink({ to, label }: Item) {
  return (
    <NavLink to={to} end={to === paths.home()}>
      {label}
    </NavLink>
  )
}

/** All links one under the other, for a narrow screen. */
export function NavigationList({ actor }: { actor: Actor }) {
  const t = useT('common')
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      {useItems(actor).map(({ item }) => (
        <NavigationLink key={item.to} {...item} />
      ))}
    </nav>
  )
}

/** The links on one line; what it has no room for opens under a word of its own. */
export function NavigationLine({ actor }: { actor: Actor }) {
  const t = useT('common')
  const { line, rest } = divided(useItems(actor), t('nav.more'))
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      {line.slice(0, -1).map((item) => (
        <NavigationLink key={item.to} {...item} />
      ))}
      {rest.length > 0 && <More items={rest} />}
      {line.slice(-1).map((item) => (
        <NavigationLink key={item.to} {...item} />
      ))}
    </nav>
  )
}

/** Closes with Escape, and when the focus goes elsewhere or the reader does. */
function More({ items }: { items: readonly Item[] }) {
  const t = useT('common')
  const menu = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    const { current } = menu
    if (current === null) return undefined
    const close = () => {
      current.open = false
    }
    const left = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && current.contains(relatedTarget))) close()
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      close()
      current.querySelector('summary')?.focus()
    }
    close()
    current.addEventListener('focusout', left)
    current.addEventListener('keydown', pressed)
    return () => {
      current.removeEventListener('focusout', left)
      current.removeEventListener('keydown', pressed)
    }
  }, [key])
  return (
    <details className="site-more" ref={menu}>
      <summary>{t('nav.more')}</summary>
      <div>
        {items.map((item) => (
          <NavigationLink key={item.to} {...item} />
        ))}
      </div>
    </details>
  )
}
