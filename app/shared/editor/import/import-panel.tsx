import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Notice } from '~/shared/ui'
import type { MarkdownFault } from '../markdown/reading'
import type { LeftOut } from '../writing/clean-html'
import styles from './import-panel.module.css'

/** How reading a file went: why it was refused, or what did not come along. */
export type ImportAnswer =
  | {
      refusal: 'missing' | 'too-large' | 'wrong-type' | 'damaged' | 'unsafe' | 'empty' | 'document'
      message?: string
      maxMegabytes: number
    }
  | { refusal: null; left: LeftOut & { changes: number }; faults: MarkdownFault[] }

const counted = [
  ['pictures', 'left.pictures'],
  ['cells', 'left.cells'],
  ['links', 'left.links'],
  ['changes', 'left.comments'],
] as const

/** Says how reading a file went. */
export function ImportNotice({ answer }: { answer: ImportAnswer | undefined }) {
  const t = useOfficeT('editor')
  if (answer === undefined) return null
  if (answer.refusal !== null) {
    return (
      <Notice tone="granite" live>
        {t(`import.refused.${answer.refusal}`, { message: answer.message ?? '', max: answer.maxMegabytes })}
      </Notice>
    )
  }
  const lines = [
    ...counted.flatMap(([name, key]) => {
      const count = answer.left[name]
      return count === 0 ? [] : [t(`import.${key}`, { count })]
    }),
    ...answer.faults.map((fault) => t('import.left.markdown', { ...fault })),
  ]
  return (
    <Notice tone="lichen" live>
      <p>{t('import.done')}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** A form that sends a Word or Markdown file to the page's own action, as `file` in a multipart form. */
export function ImportPanel() {
  const t = useOfficeT('editor')
  return (
    <details className={styles['panel']}>
      <summary>{t('import.title')}</summary>
      <Form method="post" encType="multipart/form-data" className="stack stack-s">
        <div className="field">
          <label htmlFor="import-file">{t('import.file')}</label>
          <p className="hint" id="import-hint">
            {t('import.hint')}
          </p>
          <input
            id="import-file"
            type="file"
            name="file"
            accept=".docx,.md,.markdown"
            aria-describedby="import-hint"
            required
          />
        </div>
        <div>
          <Button variant="quiet">{t('import.button')}</Button>
        </div>
      </Form>
    </details>
  )
}
