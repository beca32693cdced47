import { useEffect, useState } from 'react'
import { type Saver, type SaverState, createSaver } from './saver'

/** A saver for one form on a page. `url` and `key` stay the same while the form is shown. */
export function useSaver<Body>(
  url: string,
  key: string | (() => string),
  savedAt: string | null,
  wish: { keepRefused?: boolean } = {},
): Saver<Body> & { state: SaverState } {
  const [state, setState] = useState<SaverState>({ status: 'saved', savedAt })
  const [saver] = useState(() =>
    createSaver<Body>(
      url,
      () => (typeof key === 'string' ? key : key()),
      (change) => setState((before) => ({ ...before, ...change })),
      wish,
    ),
  )

  useEffect(() => {
    const { send } = saver
    const leaving = () => {
      if (document.visibilityState === 'hidden') send()
    }
    window.addEventListener('online', send)
    window.addEventListener('focus', send)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      window.removeEventListener('online', send)
      window.removeEventListener('focus', send)
      document.removeEventListener('visibilitychange', leaving)
      send()
    }
  }, [saver])

  return { ...saver, state }
}
