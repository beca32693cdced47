import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the place with the id; false when the page has no such place. */
export function focusPlace(id: string): boolean {
  const place = id === '' ? null : document.getElementById(id)
  if (place === null) return false
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus()
  return true
}

const isLost = () => document.activeElement === null || document.activeElement === document.body

/**
 * A client navigation moves focus to the place that the address names, else to the new page, as loading a document does.
 * On one and the same page the focus stays, unless what had it is gone. The result is for the page's `main`.
 */
export function useFocusOnNavigation(): RefObject<HTMLElement> {
  const main = useRef<HTMLElement>(null)
  const { pathname, hash, key } = useLocation()
  const shown = useRef({ pathname, key })
  useEffect(() => {
    const before = shown.current
    shown.current = { pathname, key }
    if (before.key === key) return
    const isElsewhere = before.pathname !== pathname
    if (!isElsewhere && !isLost()) return
    if (!focusPlace(hash.slice(1))) main.current?.focus({ preventScroll: !isElsewhere })
  }, [pathname, hash, key])
  return main
}
