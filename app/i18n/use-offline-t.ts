import { useMemo } from 'react'
import { type Translate, namespaceOf } from './translate'
import { useTranslator } from './use-t'

/** As in `useOfficeT`: the module waits for its texts. They come with saved pages alone, and are saved with them. */
const fetched = import.meta.env.SSR
  ? undefined
  : (await (document.documentElement.lang === 'en' ? import('./en/offline') : import('./sv/offline'))).offline

/** `useT` for what has to do with reading without a connection. */
export function useOfflineT(): Translate<'offline'> {
  const translator = useTranslator()
  return useMemo(
    () => namespaceOf(fetched === undefined ? translator : { ...translator, texts: { offline: fetched } }, 'offline'),
    [translator],
  )
}
