import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Row } from '~/shared/ui'
import type { DraftModule } from '../../authoring/model'
import type { Step } from './structure-page'
import styles from './structure.module.css'

/** The ways to change a module: `steps` move it with its lessons, `rest` renames it or takes it away. */
export function ModuleTools({
  module,
  part,
  press,
}: {
  module: DraftModule
  part: 'steps' | 'rest'
  press: (step: Step) => void
}) {
  const t = useOfficeT('authoring')
  const { moduleId, title } = module
  const of = <span className="visually-hidden">{t('structure.of', { title })}</span>
  if (part === 'steps') {
    return (
      <Form method="post" className={styles['steps']} preventScrollReset>
        <input type="hidden" name="moduleId" value={moduleId} />
        {(['module-up', 'module-down'] as const).map((intent) => (
          <button
            key={intent}
            id={`${intent}-${moduleId}`}
            className={styles['step']}
            name="intent"
            value={intent}
            onClick={() => press({ buttonId: `${intent}-${moduleId}`, of: 'module', id: moduleId })}
          >
            <span aria-hidden="true">{intent === 'module-up' ? '↑' : '↓'}</span>
            <span className="visually-hidden">
              {t(intent === 'module-up' ? 'structure.up' : 'structure.down')}
              {t('structure.of', { title })}
            </span>
          </button>
        ))}
      </Form>
    )
  }
  return (
    <details className={styles['tools']}>
      <summary>
        {t('structure.moduleTools')}
        {of}
      </summary>
      <Form method="post" className={styles['moreBody']}>
        <input type="hidden" name="moduleId" value={moduleId} />
        <div className="field">
          <label htmlFor={`namn-${moduleId}`}>{t('structure.renameLabel')}</label>
          <input id={`namn-${moduleId}`} className="input" name="title" defaultValue={title} maxLength={150} />
        </div>
        <Row>
          <Button variant="quiet" name="intent" value="rename-module">
            {t('structure.rename')}
          </Button>
          <Button variant="quiet" name="intent" value="remove-module">
            {t('structure.removeModule')}
          </Button>
        </Row>
        <p className="small">{t('structure.removeModuleHint')}</p>
      </Form>
    </details>
  )
}
