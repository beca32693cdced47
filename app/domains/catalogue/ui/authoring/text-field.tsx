import { Suspense, lazy, useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { RichDocument } from '~/shared/editor/document'
import type { Language } from '~/shared/language'
import { TextArea } from '~/shared/ui'
import styles from './authoring.module.css'

const RichTextEditor = lazy(async () => ({
  default: (await import('~/shared/editor/rich-text-editor')).RichTextEditor,
}))

export interface ShownText {
  document: RichDocument
  markdown: string
}

/** A field for rich text: the editor where scripts run (`name`), else Markdown (`markdownName`). */
export function WritingField(given: {
  label: string
  hint?: string
  name: string
  markdownName: string
  text: ShownText
  language: Language
  error: string | undefined
}) {
  const t = useOfficeT('authoring')
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const plain = (
    <TextArea
      label={given.label}
      name={given.markdownName}
      defaultValue={given.text.markdown}
      hint={[given.hint, t('lesson.markdownHint')].filter(Boolean).join(' ')}
      error={given.error}
      className={`input ${styles['markdown'] ?? ''}`}
      lang={given.language}
      spellCheck
    />
  )
  return (
    <div className="field" id={`field-${given.name}`}>
      {scripted ? (
        <Suspense fallback={plain}>
          <RichTextEditor
            name={given.name}
            label={given.label}
            initial={given.text.document}
            error={given.error}
            lang={given.language}
          />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  )
}
