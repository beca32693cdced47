import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatTime } from '~/shared/dates'
import type { RichDocument } from '~/shared/editor/document'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Notice, TextField } from '~/shared/ui'
import type { Written } from '..'
import { versionNameLength } from '../rules/version-name'
import { DifferenceView } from './difference-view'
import type { SentTheirs, TextConflict } from './use-autosave'
import styles from './writing.module.css'

function useWho({ own, authorName, savedAt }: SentTheirs): string {
  const t = useOfficeT('writing')
  const time = formatTime(new Date(savedAt))
  if (own) return t('conflict.own', { time })
  return authorName === null ? t('conflict.portal', { time }) : t('conflict.by', { name: authorName, time })
}

function Side({ title, written, shown }: { title: string; written: Written; shown: RichDocument }) {
  return (
    <section className={styles['side']}>
      <h3>{title}</h3>
      {written.fields['title'] !== undefined && <p className={styles['sideTitle']}>{written.fields['title']}</p>}
      {written.fields['summary'] !== undefined && <p className="lead">{written.fields['summary']}</p>}
      <DocumentView document={shown} shift={2} />
    </section>
  )
}

/**
 * Two texts that met, with their difference and three ways on. The choices are forms, so they work without script.
 * `onSettle` is told of a choice before it is sent.
 */
export function ConflictView({
  textId,
  editAt,
  conflict: { mine, theirs, shown, differences },
  nameError,
  onSettle,
}: {
  textId: string
  editAt: string
  conflict: TextConflict
  nameError?: string | undefined
  onSettle?: (choice: 'mine' | 'theirs' | 'aside', theirSeq: number) => void
}) {
  const t = useOfficeT('writing')
  const who = useWho(theirs)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const hidden = (
    <>
      <input type="hidden" name="body" value={JSON.stringify(mine.body)} />
      <input type="hidden" name="fields" value={JSON.stringify(mine.fields)} />
      <input type="hidden" name="baseSeq" value={theirs.seq} />
    </>
  )
  const action = paths.textVersions(textId)
  return (
    <div className={styles['conflict']}>
      <Notice tone="lichen">
        <h2 ref={heading} tabIndex={-1}>
          {t('conflict.title')}
        </h2>
        <p>{who}</p>
        <p>{t('conflict.advice')}</p>
      </Notice>
      <div className={styles['choices']}>
        <Form method="post" action={action} reloadDocument onSubmit={() => onSettle?.('mine', theirs.seq)}>
          {hidden}
          <p>{t('conflict.keepMineHint')}</p>
          <Button name="intent" value="mine">
            {t('conflict.keepMine')}
          </Button>
        </Form>
        <Form method="get" action={editAt} reloadDocument onSubmit={() => onSettle?.('theirs', theirs.seq)}>
          <p>{t('conflict.takeTheirsHint')}</p>
          <Button variant="quiet">{t('conflict.takeTheirs')}</Button>
        </Form>
        <Form method="post" action={action} reloadDocument onSubmit={() => onSettle?.('aside', theirs.seq)}>
          {hidden}
          <p>{t('conflict.asideHint')}</p>
          <TextField
            label={t('conflict.name')}
            name="name"
            maxLength={versionNameLength}
            defaultValue={t('conflict.defaultName', { time: formatTime(new Date(theirs.savedAt)) })}
            error={nameError}
          />
          <Button variant="quiet" name="intent" value="aside">
            {t('conflict.aside')}
          </Button>
        </Form>
      </div>
      <section>
        <h3>{t('conflict.difference')}</h3>
        <p className="hint">{t('conflict.differenceLead')}</p>
        <DifferenceView differences={differences} />
      </section>
      <div className={styles['sides']}>
        <Side title={t('conflict.theirs')} written={theirs} shown={shown.theirs} />
        <Side title={t('conflict.mine')} written={mine} shown={shown.mine} />
      </div>
    </div>
  )
}
