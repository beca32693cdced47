import { type i18n, createInstance } from 'i18next'
import type { Language } from '~/shared/language'
import type { Texts } from './sv'

type Join<Prefix extends string, Key extends string> = Prefix extends '' ? Key : `${Prefix}.${Key}`
type Plural<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key
/** Dotted keys of a namespace; a plural is asked for without its `_one`/`_other` ending. */
export type KeysOf<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? Join<Prefix, Plural<Key>> : KeysOf<T[Key], Join<Prefix, Key>>
}[keyof T & string]

export type Namespace = keyof Texts
export type Translate<N extends Namespace> = (key: KeysOf<Texts[N]>, values?: Record<string, string | number>) => string

/** The same keys with any text as the leaf: what the English namespace must have. */
export type SameKeys<T> = { [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]> }

/** An i18next instance of one language, ready at once. */
export function createTranslator(language: Language, texts: SameKeys<Texts>): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: texts },
    ns: Object.keys(texts),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
  return instance
}

/** `t` of one namespace. The types find a key that is missing. */
export function namespaceOf<N extends Namespace>(instance: i18n, namespace: N): Translate<N> {
  const t = instance.getFixedT(null, namespace as string)
  return (key, values) => String(t(key as string, values ?? {}))
}
