import { type ReactNode, createContext, useContext, useMemo } from 'react'
import type { Language } from '~/shared/language'
import {
  type Namespace,
  type OfficeNamespace,
  type StudyNamespace,
  type Translate,
  type Translator,
  namespaceOf,
} from './translate'

const I18nContext = createContext<Translator | undefined>(undefined)

export function I18nProvider({ instance, children }: { instance: Translator; children: ReactNode }) {
  return <I18nContext.Provider value={instance}>{children}</I18nContext.Provider>
}

/** The translator above this component. */
export function useTranslator(): Translator {
  const instance = useContext(I18nContext)
  if (instance === undefined) throw new Error('I18nProvider is missing above this component')
  return instance
}

/** `const t = useT('learning')`, then `t('quiz.submit')`. */
export function useT<N extends Exclude<Namespace, OfficeNamespace | StudyNamespace>>(namespace: N): Translate<N> {
  const instance = useTranslator()
  return useMemo(() => namespaceOf(instance, namespace), [instance, namespace])
}

export function useLanguage(): Language {
  return useTranslator().language
}
