import { type ReactNode, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { Button } from './button'

/** A native modal dialog: focus is held inside and Escape closes. `trigger` is the text of the button that opens it. */
export function Dialog({ trigger, title, children }: { trigger: ReactNode; title: string; children: ReactNode }) {
  const t = useT('common')
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button type="button" variant="quiet" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog ref={dialog} className="dialog" aria-label={title}>
        <div className="stack">
          <h2>{title}</h2>
          {children}
          <form method="dialog">
            <Button variant="quiet">{t('close')}</Button>
          </form>
        </div>
      </dialog>
    </>
  )
}
