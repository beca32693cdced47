import { useMemo } from 'react'
import { type OfficeNamespace, type Translate, namespaceOf } from './translate'
import { useTranslator } from './use-t'

/** In the browser the module waits for the texts of the page's language, so they are there before a page renders. */
const fetched = import.meta.env.SSR
  ? undefined
  : (await (document.documentElement.lang === 'en' ? import('./en/office') : import('./sv/office'))).officeTexts

/** `useT` for the namespaces of pages that few open. */
export function useOfficeT<N extends OfficeNamespace>(namespace: N): Translate<N> {
  const translator = useTranslator()
  return useMemo(
    () => namespaceOf(fetched === undefined ? translator : { ...translator, texts: fetched }, namespace),
    [translator, namespace],
  )
}
