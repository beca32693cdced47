import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { acceptedEndings, sizeText, WORK_FILE_BYTES } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Notice } from '~/shared/ui'
import { resumableUpload, type SendingState, type Startable } from '~/shared/upload/resumable'
import { UploadLine, UploadLines } from '~/shared/upload/upload-lines'
import { begunAs } from '../../assignment/begun'
import type { AssignmentPage } from '../../assignment/page'
import type { LessonPage } from '../../lesson-page'
import { BegunFiles } from './begun-files'

export interface WorkSenderProps {
  page: LessonPage
  assignment: AssignmentPage
  /** Hears whether a file is on its way. */
  tellSending: (isSending: boolean) => void
}

interface Sending {
  key: string
  file: File
  sent: number
  state: SendingState
  upload: Startable | undefined
}

const isMoving = ({ state }: Sending) => state.kind === 'sending' || state.kind === 'lost' || state.kind === 'waiting'

const refusals = [
  'signed-out',
  'not-found',
  'empty',
  'busy',
  'too-large',
  'too-many',
  'not-allowed',
  'mismatch',
  'svg',
  'approved',
  'no-such-lesson',
  'not-enrolled',
  'not-open',
] as const

/** Sends files piece by piece, one after another; each can be paused, and goes on after a break or on another day. */
export function WorkSender({ page, assignment, tellSending }: WorkSenderProps) {
  const { attached, begun, mostFiles } = assignment
  const t = useOfficeT('assignments')
  const [lines, setLines] = useState<Sending[]>([])
  const queue = useRef(Promise.resolve())
  const revalidator = useRevalidator()
  const onWay = lines.filter(({ state }) => state.kind !== 'done' && state.kind !== 'refused')
  const isSending = lines.some(isMoving)
  useEffect(() => tellSending(isSending), [isSending, tellSending])

  const change = (key: string, to: Partial<Sending>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...to } : line)))

  function add(files: readonly File[]) {
    for (const [index, file] of files.entries()) {
      const key = crypto.randomUUID()
      const word = attached.length + onWay.length + index >= mostFiles ? 'too-many' : refusedAtOnce(file)
      const state: SendingState = word === undefined ? { kind: 'waiting' } : { kind: 'refused', word }
      const to = {
        endpoint: paths.workUploads(),
        begunId: begunAs(begun, file)?.uploadId,
        metadata: { course: page.course.slug, lesson: page.slug },
      }
      const upload = word === undefined ? resumableUpload(file, to, (change_) => change(key, change_)) : undefined
      setLines((before) => [...before, { key, file, sent: 0, state, upload }])
      if (upload === undefined) continue
      queue.current = queue.current.then(() => {
        upload.start()
        return upload.finished.then(() => revalidator.revalidate())
      })
    }
  }

  const isMine = ({ fileName, bytes }: (typeof begun)[number]) =>
    onWay.some(({ file }) => file.name === fileName && file.size === bytes)
  return (
    <>
      <BegunFiles begun={begun.filter((one) => !isMine(one))} />
      {lines.some(({ state }) => state.kind !== 'done') && (
        <UploadLines label={t('files.sending.list')}>
          {lines
            .filter(({ state }) => state.kind !== 'done')
            .map((line) => (
              <Line key={line.key} line={line} />
            ))}
        </UploadLines>
      )}
      {attached.length + onWay.length < mostFiles && (
        <div className="field">
          <label htmlFor="field-file">{t('files.choose')}</label>
          <input
            id="field-file"
            type="file"
            className="input"
            multiple={mostFiles - attached.length - onWay.length > 1}
            accept={acceptedEndings}
            aria-describedby="files-rules"
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </div>
      )}
    </>
  )
}

function refusedAtOnce(file: File): string | undefined {
  if (file.size === 0) return 'empty'
  return file.size > WORK_FILE_BYTES ? 'too-large' : undefined
}

function Line({ line }: { line: Sending }) {
  const t = useOfficeT('assignments')
  const language = useLanguage()
  const { file, sent, state, upload } = line
  const { name } = file
  const isGoing = state.kind === 'sending' || state.kind === 'lost'
  const mayTryAgain = state.kind === 'refused' && ['failed', 'signed-out'].includes(state.word)
  const percent = Math.floor((100 * sent) / Math.max(1, file.size))
  const button =
    isGoing || state.kind === 'paused' || mayTryAgain
      ? {
          label: t(isGoing ? 'files.sending.pause' : 'files.sending.resume', { name }),
          press: () => (isGoing ? upload?.pause() : upload?.start()),
        }
      : undefined
  return (
    <UploadLine
      name={name}
      bar={
        state.kind === 'refused' && !mayTryAgain
          ? undefined
          : { value: sent, max: file.size, label: t('files.sending.bar', { name }) }
      }
      isTold={state.kind !== 'sending'}
      button={button}
    >
      {words()}
    </UploadLine>
  )

  function words() {
    switch (state.kind) {
      case 'waiting':
        return <p className="small">{t('files.sending.waiting')}</p>
      case 'paused':
        return <p className="small">{t('files.sending.paused', { percent })}</p>
      case 'lost':
        return <Notice tone="lichen">{t('files.sending.lost')}</Notice>
      case 'refused': {
        const word = refusals.find((one) => one === state.word) ?? 'failed'
        return <Notice tone="granite">{t(`files.fault.${word}`, { size: sizeText(WORK_FILE_BYTES, language) })}</Notice>
      }
      case 'sending': {
        const size = { sent: sizeText(sent, language), size: sizeText(file.size, language) }
        return (
          <p className="small">
            {state.continued && `${t('files.sending.continued')} `}
            {t('files.sending.words', { percent, ...size })}
          </p>
        )
      }
      case 'done':
        return null
    }
  }
}
