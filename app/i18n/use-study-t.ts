import { useMemo } from 'react'
import { type StudyNamespace, type Translate, namespaceOf } from './translate'
import { useTranslator } from './use-t'

/** In the browser the module waits for the texts of the page's language, so they are there before a player renders. */
const fetched = import.meta.env.SSR
  ? undefined
  : (await (document.documentElement.lang === 'en' ? import('./en/study') : import('./sv/study'))).studyTexts

/** `useT` for the namespaces of players, questions and one's competences. */
export function useStudyT<N extends StudyNamespace>(namespace: N): Translate<N> {
  const translator = useTranslator()
  return useMemo(
    () => namespaceOf(fetched === undefined ? translator : { ...translator, texts: fetched }, namespace),
    [translator, namespace],
  )
}
