import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Row } from '~/shared/ui'
import { PostField } from './post-field'
import { useUnsentPost } from './use-unsent-post'

export interface PostFormPlace {
  course: string
  viewerKey: string
  newKey: string
  /** Ids of the posts that the page shows. */
  posted: readonly string[]
}

/** A form for a new post, kept in the browser until it is sent; `where` tells it from other forms of the person. */
export function PostForm(props: {
  place: PostFormPlace
  where: string
  intent: 'start' | 'answer'
  label: string
  submit: string
  /** What came back with a refusal: the post's id and its text. */
  returned: { key: string; text: string } | undefined
  error: string | undefined
  rows?: number
  children?: ReactNode
}) {
  const t = useOfficeT('discussion')
  const { place, returned } = props
  const { form, postKey, state, onInput } = useUnsentPost(
    { viewerKey: place.viewerKey, where: props.where },
    returned?.key ?? place.newKey,
    place.posted,
  )
  return (
    <Form method="post" ref={form} className="stack" onInput={onInput} noValidate>
      <input type="hidden" name="key" value={postKey} />
      {state === 'recalled' && <p className="small">{t('recalled')}</p>}
      {props.children}
      <PostField
        course={place.course}
        id={`text-${props.where.replaceAll(':', '-')}`}
        label={props.label}
        text={returned?.text ?? ''}
        error={props.error}
        {...(props.rows === undefined ? {} : { rows: props.rows })}
      />
      <Row>
        <Button name="intent" value={props.intent}>
          {props.submit}
        </Button>
        {state === 'kept' && <span className="small">{t('kept')}</span>}
      </Row>
    </Form>
  )
}
