import { type ReactNode, createContext, useContext, useMemo } from 'react'
import type { Language } from '~/shared/language'
import { type Namespace, type Translate, type Translator, namespaceOf } from './translate'

const I18nContext = createContext<Translator | undefined>(undefined)

export function I18nProvider({ instance, children }: { instance: Translator; children: ReactNode }) {
  return <I18nContext.Provider value={instance}>{children}</I18nContext.Provider>
}

function useInstance(): Translator {
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
  return useInstance().language
}
