import type { Language } from '~/shared/language'
import type { Texts } from './sv'
import type { BrowserTexts } from './sv/browser'
import type { OfficeTexts } from './sv/office'
import type { offline } from './sv/offline'
import type { StudyTexts } from './sv/study'

type Join<Prefix extends string, Key extends string> = Prefix extends '' ? Key : `${Prefix}.${Key}`
type Plural<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key
/** Dotted keys of a namespace; a plural is asked for without its `_one`/`_other` ending. */
export type KeysOf<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? Join<Prefix, Plural<Key>> : KeysOf<T[Key], Join<Prefix, Key>>
}[keyof T & string]

export type Namespace = keyof Texts
/** Namespaces of pages that few open; components ask for them by `useOfficeT`. */
export type OfficeNamespace = keyof OfficeTexts
/** Namespaces of players, questions and one's competences; components ask for them by `useStudyT`. */
export type StudyNamespace = keyof StudyTexts
export type Translate<N extends Namespace> = (key: KeysOf<Texts[N]>, values?: Record<string, string | number>) => string

/** The same keys with any text as the leaf: what the English namespace must have. */
export type SameKeys<T> = {
  [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]>
}

/** The texts of one language with its plural rule. */
export interface Translator {
  language: Language
  texts:
    | SameKeys<BrowserTexts>
    | SameKeys<OfficeTexts>
    | SameKeys<Texts>
    | SameKeys<StudyTexts>
    | { offline: SameKeys<typeof offline> }
  plural: Intl.PluralRules
}

export function createTranslator(language: Language, texts: Translator['texts']): Translator {
  return { language, texts, plural: new Intl.PluralRules(language) }
}

/** The text of a dotted key. A name may have dots itself, as those of logged actions do. */
function textAt(texts: unknown, key: string): string | undefined {
  if (typeof texts !== 'object' || texts === null) return undefined
  const branch = texts as Record<string, unknown>
  if (Object.hasOwn(branch, key)) return typeof branch[key] === 'string' ? branch[key] : undefined
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const name = key.slice(0, dot)
    const found = Object.hasOwn(branch, name) ? textAt(branch[name], key.slice(dot + 1)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * `t` of one namespace: `{{name}}` is filled from the values; a text with `_one` and `_other` is chosen by `count`.
 * The types find a missing key; at run time it shows as itself.
 */
export function namespaceOf<N extends Namespace>(translator: Translator, namespace: N): Translate<N> {
  const texts: unknown = (translator.texts as Partial<SameKeys<Texts>>)[namespace]
  return (key, values = {}) => {
    const count = values['count']
    const plural = typeof count === 'number' ? textAt(texts, `${key}_${translator.plural.select(count)}`) : undefined
    const text = plural ?? textAt(texts, key) ?? key
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
