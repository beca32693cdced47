import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { checkAccessibility } from '../accessibility/check'
import type { Finding } from '../accessibility/finding'
import { languageName } from '../languages'
import { useLibrary } from './library'
import { jumpTo } from './place'
import { storedForm } from './tidy'
import styles from './check-panel.module.css'

const QUIET_MS = 600

/** What the accessibility check finds in the text as it stands; each finding leads to its place. */
export function CheckPanel({
  editor,
  lang,
  label,
  name,
  panel,
}: {
  editor: Editor
  lang: string
  label: string
  name: string | undefined
  panel: RefObject<HTMLElement>
}) {
  const t = useOfficeT('editor')
  const language = useLanguage()
  const captioned = useLibrary()?.captioned
  const [findings, setFindings] = useState<Finding[]>([])

  useEffect(() => {
    let timer = 0
    const check = () =>
      setFindings(
        checkAccessibility(storedForm(editor.getJSON()), { lang, ...(captioned === undefined ? {} : { captioned }) }),
      )
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(check, QUIET_MS)
    }
    check()
    editor.on('update', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor, lang, captioned])

  useEffect(() => {
    const { current } = panel
    if (current === null || current.id === '' || location.hash !== `#${current.id}`) return undefined
    // The address named this place before it was there; the blocks above it are drawn in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        current.focus()
        current.scrollIntoView({ block: 'center' })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [panel])

  function sentence({ kind, values }: Finding): string {
    const named = values['language']
    return t(
      `check.${kind}`,
      typeof named === 'string' ? { ...values, language: languageName(named, language) } : values,
    )
  }

  return (
    <section
      ref={panel}
      id={name === undefined ? undefined : `check-${name}`}
      tabIndex={-1}
      className={styles['check']}
      aria-label={`${t('check.title')}: ${label}`}
    >
      <p>
        <strong>{t('check.title')}</strong>{' '}
        <span role="status">
          {findings.length === 0 ? t('check.none') : t('check.count', { count: findings.length })}
        </span>
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding, index) => (
            <li key={index}>
              <button type="button" data-severity={finding.severity} onClick={() => jumpTo(editor, finding.path)}>
                <span>{t(`check.severity.${finding.severity}`)}</span> {sentence(finding)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
