import { type RefObject, memo, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button } from '~/shared/ui'
import type { CueFinding } from '~/shared/video/caption-check'
import { readTimeStamp, timeStamp } from '~/shared/video/caption-file'
import type { CueEdit } from '~/shared/video/cue-edit'
import type { Cue } from '../../model'
import styles from './cue-editor.module.css'

/** A time that is typed: it counts when the field is left, and what is no time is told. */
function TimeField(given: { label: string; name: string; value: number; onTime: (second: number) => void }) {
  const t = useOfficeT('captioning')
  const [typed, setTyped] = useState<string>()
  const [bad, setBad] = useState(false)
  const id = `cue-${given.name}`
  return (
    <div className="field">
      <label htmlFor={id}>{given.label}</label>
      {bad && (
        <p className="field-error" id={`${id}-error`}>
          {t('editor.badTime')}
        </p>
      )}
      <input
        id={id}
        className="input"
        value={typed ?? timeStamp(given.value)}
        aria-invalid={bad ? true : undefined}
        aria-describedby={bad ? `${id}-error` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          const second = typed === undefined ? undefined : readTimeStamp(typed)
          setBad(typed !== undefined && second === undefined)
          if (second !== undefined) given.onTime(second)
          if (typed === undefined || second !== undefined) setTyped(undefined)
        }}
      />
    </div>
  )
}

const ClosedCue = memo(function ClosedCue(given: {
  cue: Cue
  at: number
  language: string
  isFaulty: boolean
  onOpen: (at: number) => void
}) {
  const t = useOfficeT('captioning')
  return (
    <button
      type="button"
      className={given.isFaulty ? `${styles.closed} ${styles.faulty}` : styles.closed}
      onClick={() => given.onOpen(given.at)}
    >
      <span className="visually-hidden">{t('editor.cue', { number: given.at + 1 })} </span>
      <span className={styles.time}>{timeStamp(given.cue.start).replace(/^00:/, '').slice(0, -4)}</span>
      <span lang={given.language}>{given.cue.text === '' ? '…' : given.cue.text}</span>
    </button>
  )
})

const actions = ['playCue', 'split', 'merge', 'insert', 'delete'] as const

interface OpenProps {
  cue: Cue
  at: number
  isLast: boolean
  language: string
  text: RefObject<HTMLTextAreaElement>
  findings: readonly CueFinding[]
  onEdit: (edit: CueEdit) => void
  commands: Record<string, () => void>
}

function OpenCue({ cue, at, isLast, language, text, findings, onEdit, commands }: OpenProps) {
  const t = useOfficeT('captioning')
  const described = findings.length > 0 ? 'cue-findings' : undefined
  return (
    <div className={styles.open} role="group" aria-label={t('editor.cue', { number: at + 1 })}>
      <div className="field">
        <label htmlFor="cue-text">{`${t('editor.cue', { number: at + 1 })}: ${t('editor.text').toLowerCase()}`}</label>
        <textarea
          id="cue-text"
          ref={text}
          className="input"
          rows={2}
          lang={language}
          value={cue.text}
          aria-describedby={described}
          onChange={(event) => onEdit({ do: 'text', at, text: event.currentTarget.value })}
        />
      </div>
      {findings.length > 0 && (
        <ul id="cue-findings" className="small">
          {findings.map((finding) => (
            <li key={finding.kind}>
              {finding.isFault
                ? t(`editor.faults.${finding.kind}`, { figure: finding.figure })
                : t(`editor.hintTexts.${finding.kind}`, { figure: finding.figure })}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.times}>
        <TimeField
          key={`start-${at}`}
          label={t('editor.start')}
          name="start"
          value={cue.start}
          onTime={(second) => onEdit({ do: 'start', at, second })}
        />
        <Button type="button" variant="quiet" onClick={commands['start']}>
          {t('editor.setStart')}
        </Button>
        <TimeField
          key={`end-${at}`}
          label={t('editor.end')}
          name="end"
          value={cue.end}
          onTime={(second) => onEdit({ do: 'end', at, second })}
        />
        <Button type="button" variant="quiet" onClick={commands['end']}>
          {t('editor.setEnd')}
        </Button>
      </div>
      <div className={styles.actions}>
        {actions.map((name) => (
          <Button
            key={name}
            type="button"
            variant="quiet"
            disabled={name === 'merge' && isLast}
            // The caret of the text field must stay for the splitting.
            onMouseDown={(event) => event.preventDefault()}
            onClick={commands[name]}
          >
            {t(`editor.${name}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** Every cue in order; one is open for editing, the others are buttons that open theirs. */
export function CueList({
  cues,
  at,
  language,
  text,
  findings,
  onOpen,
  onEdit,
  commands,
}: Omit<OpenProps, 'cue' | 'isLast'> & { cues: readonly Cue[]; onOpen: (at: number) => void }) {
  const faulty = new Set(findings.flatMap(({ cue, isFault }) => (isFault ? [cue] : [])))
  return (
    <ol className={styles.list}>
      {cues.map((cue, index) => (
        <li key={index}>
          {index === at ? (
            <OpenCue
              cue={cue}
              at={index}
              isLast={index === cues.length - 1}
              language={language}
              text={text}
              onEdit={onEdit}
              commands={commands}
              findings={findings.filter((finding) => finding.cue === index)}
            />
          ) : (
            <ClosedCue cue={cue} at={index} language={language} isFaulty={faulty.has(index)} onOpen={onOpen} />
          )}
        </li>
      ))}
    </ol>
  )
}
