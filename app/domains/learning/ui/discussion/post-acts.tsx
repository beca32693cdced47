import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, TextField } from '~/shared/ui'
import type { ShownPost } from '../../discussion/thread-page'
import styles from './discussion.module.css'
import { PostField } from './post-field'
import { PostForm, type PostFormPlace } from './post-form'
import type { ThreadRefused } from './thread-refused'

interface ActProps {
  post: ShownPost
  author: string
  place: PostFormPlace
  thread: { threadId: string; title: string }
  refused: ThreadRefused | undefined
}

/** What the reader may do with a post, each behind its word. A refused act stays open with what was typed. */
export function PostActs({ post, author, place, thread, refused }: ActProps) {
  const t = useOfficeT('discussion')
  const { may } = post
  const of = (intent: string) =>
    refused?.sent.intent === intent && (refused.sent.postId ?? refused.sent.parentId) === post.postId
      ? refused
      : undefined
  const named = <span className="visually-hidden"> {t('post.label', { author, at: '' }).replace(/, $/, '')}</span>
  return (
    <div className={`${styles['acts']} no-print`}>
      {may.answer && (
        <Act word={t('answer.to')} named={named} isOpen={of('answer') !== undefined}>
          <PostForm
            place={place}
            where={`${thread.threadId}:${post.postId}`}
            intent="answer"
            label={t('answer.toLabel', { author })}
            submit={t('answer.sendAnswer')}
            returned={returnedOf(of('answer'))}
            error={of('answer')?.message}
            rows={3}
          >
            <input type="hidden" name="parentId" value={post.postId} />
          </PostForm>
        </Act>
      )}
      {post.written !== null && (
        <Act word={t('edit.open')} named={named} isOpen={of('edit') !== undefined}>
          <Form method="post" className="stack" noValidate>
            <input type="hidden" name="postId" value={post.postId} />
            <p className="small">{t('edit.until')}</p>
            {post.isOpening && (
              <TextField
                id={`rubrik-${post.postId}`}
                label={t('start.heading')}
                name="title"
                defaultValue={of('edit')?.sent.title ?? thread.title}
              />
            )}
            <PostField
              course={place.course}
              id={`andra-${post.postId}`}
              label={t('edit.label')}
              text={of('edit')?.sent.text ?? post.written}
              error={of('edit')?.message}
            />
            <div>
              <Button name="intent" value="edit">
                {t('edit.save')}
              </Button>
            </div>
          </Form>
        </Act>
      )}
      {may.remove && (
        <Act word={t('remove.open')} named={named} isOpen={of('remove') !== undefined}>
          <Form method="post" className="stack">
            <input type="hidden" name="postId" value={post.postId} />
            <p>{t('remove.text')}</p>
            <div>
              <Button variant="quiet" name="intent" value="remove">
                {t('remove.confirm')}
              </Button>
            </div>
          </Form>
        </Act>
      )}
      {may.report && !post.isReported && (
        <Act word={t('report.open')} named={named} isOpen={of('report') !== undefined}>
          <ReasonForm post={post} intent="report" refused={of('report')} />
        </Act>
      )}
      {may.hide && (
        <Act word={t('hide.open')} named={named} isOpen={of('hide') !== undefined}>
          <ReasonForm post={post} intent="hide" refused={of('hide')} />
        </Act>
      )}
      {may.restore && (
        <Form method="post">
          <input type="hidden" name="postId" value={post.postId} />
          <Button variant="quiet" name="intent" value="restore">
            {t('hide.restore')}
          </Button>
        </Form>
      )}
    </div>
  )
}

export function returnedOf(refused: ThreadRefused | undefined): { key: string; text: string } | undefined {
  const { key, text } = refused?.sent ?? {}
  return key === undefined || text === undefined ? undefined : { key, text }
}

function Act(props: { word: string; named: ReactNode; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={props.isOpen}>
      <summary>
        {props.word}
        {props.named}
      </summary>
      {props.children}
    </details>
  )
}

function ReasonForm(props: {
  post: Pick<ShownPost, 'postId'>
  intent: 'report' | 'hide'
  refused: ThreadRefused | undefined
}) {
  const t = useOfficeT('discussion')
  const { post, intent, refused } = props
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="postId" value={post.postId} />
      {intent === 'report' && <p>{t('report.text')}</p>}
      <TextField
        id={`skal-${intent}-${post.postId}`}
        label={t(`${intent}.reason`)}
        name="reason"
        maxLength={500}
        defaultValue={refused?.sent.reason}
        error={refused?.message}
      />
      <div>
        <Button variant="quiet" name="intent" value={intent}>
          {t(intent === 'report' ? 'report.send' : 'hide.confirm')}
        </Button>
      </div>
    </Form>
  )
}
