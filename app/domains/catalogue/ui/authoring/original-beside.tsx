import { type ReactNode, useEffect, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { DocumentView } from '~/shared/editor/document-view'
import type { Language } from '~/shared/language'
import { ScrollRegion } from '~/shared/ui'
import type { ReadTexts } from './lesson-editor-page'
import styles from './translating.module.css'

/** The texts of a lesson as they are read. */
export function Reading({ texts, lang }: { texts: ReadTexts; lang: Language }) {
  const t = useOfficeT('authoring')
  const reader = useLanguage()
  return (
    <div lang={lang} className="stack stack-s">
      <h3>{texts.title}</h3>
      <DocumentView document={texts.body} shift={2} />
      {texts.prompt !== null && (
        <>
          <h3 lang={reader}>{t('lesson.prompt')}</h3>
          <DocumentView document={texts.prompt} shift={2} />
        </>
      )}
    </div>
  )
}

/** The original beside the form of its translation; folded above it where there is little room. */
export function OriginalBeside({ texts, lang, children }: { texts: ReadTexts; lang: Language; children: ReactNode }) {
  const t = useOfficeT('courseLanguages')
  const common = useT('common')
  const folded = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const hasRoom = window.matchMedia('(min-width: 64rem)').matches
    if (folded.current !== null) folded.current.open = hasRoom
  }, [])
  const name = t('beside.original', { original: common(`reading.names.${lang}`) })
  return (
    <div className={styles['beside']}>
      <details className={styles['source']} ref={folded} open>
        <summary>{name}</summary>
        <ScrollRegion className={styles['sourceText']} label={name}>
          <Reading texts={texts} lang={lang} />
        </ScrollRegion>
      </details>
      <div>{children}</div>
    </div>
  )
}
