import { useT } from '~/i18n/use-t'
import { Button, Notice } from '~/shared/ui'

/** Says that what was done waits for a connection, and lets it be undone until then. */
export function HeldNotice({ kind, onUndo }: { kind: 'finish' | 'submit'; onUndo: () => void }) {
  const t = useT('lesson')
  return (
    <Notice tone="lichen" live>
      <p>{t(`held.${kind}`)}</p>
      <Button type="button" variant="quiet" onClick={onUndo}>
        {t('held.undo')}
      </Button>
    </Notice>
  )
}
