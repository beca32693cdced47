import type { ReactNode } from 'react'
import { focusPlace } from './use-focus-on-navigation'

/**
 * A link to a place on the same page, by its id. Scripts take the focus there and leave the address as it is, since
 * with a new address the page forgets what a form was answered with.
 */
export function PlaceLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className={className}
      onClick={(event) => {
        if (focusPlace(to)) event.preventDefault()
      }}
    >
      {children}
    </a>
  )
}
