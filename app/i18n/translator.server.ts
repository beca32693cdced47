import type { Language } from '~/shared/language'
import { texts as en } from './en'
import { texts as sv } from './sv'
import { type Namespace, type Translate, type Translator, createTranslator, namespaceOf } from './translate'

const instances = {
  sv: createTranslator('sv', sv),
  en: createTranslator('en', en),
}

export function instanceOf(language: Language): Translator {
  return instances[language]
}

/** `translator('sv')('common')` gives `t` on the server. */
export function translator(language: Language): <N extends Namespace>(namespace: N) => Translate<N> {
  return (namespace) => namespaceOf(instances[language], namespace)
}
