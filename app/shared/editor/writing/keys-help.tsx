import { useOfficeT } from '~/i18n/use-office-t'
import styles from './keys-help.module.css'

const keys = [
  ['/', 'slash'],
  ['Ctrl+B · Ctrl+I', 'boldItalic'],
  ['Ctrl+Z · Ctrl+Y', 'undo'],
  ['Alt+Skift+↑ · Alt+Skift+↓', 'move'],
  ['Ctrl+Alt+2 · 3 · 4', 'heading'],
  ['- · 1. · [ ]', 'lists'],
  ['>', 'quote'],
  ['---', 'rule'],
  ['Tabb · Skift+Tabb', 'list'],
  ['Alt+F10 · Escape', 'toolbar'],
  ['Alt+Retur · Escape', 'fields'],
  ['Escape, Tabb', 'out'],
] as const

const english = (key: string) => key.replace(/Skift/g, 'Shift').replace(/Tabb/g, 'Tab').replace(/Retur/g, 'Enter')

/** The keys of the editor, for whoever works without a mouse. */
export function KeysHelp({ language }: { language: string }) {
  const t = useOfficeT('editor')
  return (
    <details className={styles['keys']}>
      <summary>{t('keys.title')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('keys.key')}</th>
            <th scope="col">{t('keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, does]) => (
            <tr key={does}>
              <th scope="row">
                <kbd>{language === 'sv' ? key : english(key)}</kbd>
              </th>
              <td>{t(`keys.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
