import type { i18n } from 'i18next'
import { type ReactNode, createContext, useContext, useMemo } from 'react'
import type { Language } from '~/shared/language'
import { type Namespace, type Translate, namespaceOf } from './translate'

const I18nContext = createContext<i18n | undefined>(undefined)

export function I18nProvider({ instance, children }: { instance: i18n; children: ReactNode }) {
  return <I18nContext.Provider value={instance}>{children}</I18nContext.Provider>
}

function useInstance(): i18n {
  const instance = useContext(I18nContext)
  if (instance === undefined) throw new Error('I18nProvider is missing above this component')
  return instance
}

/** `const t = useT('learning')`, then `t('quiz.submit')`. */
export function useT<N extends Namespace>(namespace: N): Translate<N> {
  const instance = useInstance()
  return useMemo(() => namespaceOf(instance, namespace), [instance, namespace])
}

export function useLanguage(): Language {
  return useInstance().language === 'en' ? 'en' : 'sv'
}
