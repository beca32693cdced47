import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { paths } from '~/shared/paths'

/** An `@` and the beginning of a name right before the cursor. */
const begun = /(?:^|[^\p{L}\p{N}_])@(\p{L}[\p{L}\p{N} .'-]{1,59})$/u

export interface NameChoice {
  names: readonly string[]
  /** The one that Enter takes. */
  at: number
  /** Reads what stands before the cursor and asks for names that begin so. */
  look: () => void
  onKeyDown: (event: KeyboardEvent) => void
  take: (name: string) => void
  close: () => void
}

/** Suggests names for a mention that is being written in a field. */
export function useNames(course: string, field: RefObject<HTMLTextAreaElement>): NameChoice {
  const [names, setNames] = useState<readonly string[]>([])
  const [at, setAt] = useState(0)
  const asking = useRef<AbortController>()
  const waiting = useRef<ReturnType<typeof setTimeout>>()

  function close(): void {
    clearTimeout(waiting.current)
    asking.current?.abort()
    setNames([])
    setAt(0)
  }

  useEffect(
    () => () => {
      clearTimeout(waiting.current)
      asking.current?.abort()
    },
    [],
  )

  function queryOf(): string | undefined {
    const { current } = field
    return current === null ? undefined : begun.exec(current.value.slice(0, current.selectionStart))?.[1]
  }

  function look(): void {
    clearTimeout(waiting.current)
    const typed = queryOf()
    if (typed === undefined) {
      if (names.length > 0) close()
      return
    }
    waiting.current = setTimeout(() => void ask(typed), 150)
  }

  async function ask(typed: string): Promise<void> {
    asking.current?.abort()
    const control = new AbortController()
    asking.current = control
    try {
      const query = new URLSearchParams({ q: typed }).toString()
      const answer = await fetch(`${paths.discussionNames(course)}?${query}`, { signal: control.signal })
      const found = answer.ok ? ((await answer.json()) as { names: string[] }).names : []
      setNames(found)
      setAt(0)
    } catch {
      // Without a connection a name is written in full.
      setNames([])
    }
  }

  function take(name: string): void {
    const typed = queryOf()
    const { current } = field
    if (current === null || typed === undefined) return close()
    const end = current.selectionStart
    current.setRangeText(`${name} `, end - typed.length, end, 'end')
    current.dispatchEvent(new Event('input', { bubbles: true }))
    current.focus()
    close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = names[at]
    if (chosen === undefined || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((at + step + names.length) % names.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }

  return { names, at, look, onKeyDown, take, close }
}
