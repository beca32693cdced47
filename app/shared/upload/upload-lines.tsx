import type { ReactNode } from 'react'
import { Button, Progress, Row } from '~/shared/ui'
import styles from './upload.module.css'

export function UploadLines({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles['lines']} aria-label={label}>
      {children}
    </ul>
  )
}

export function UploadBox({ children }: { children: ReactNode }) {
  return <li className={styles['line']}>{children}</li>
}

/** A file on its way: its name, a bar while it moves, words about it, and a button that pauses it or goes on. */
export function UploadLine(props: {
  name: string
  bar?: { value: number; max: number; label: string } | undefined
  /** Read out as it changes: not while it only counts. */
  isTold: boolean
  button?: { label: string; press: () => void } | undefined
  children: ReactNode
}) {
  const { name, bar, isTold, button, children } = props
  return (
    <UploadBox>
      <p>
        <strong>{name}</strong>
      </p>
      {bar !== undefined && <Progress {...bar} />}
      <div role={isTold ? 'status' : undefined}>{children}</div>
      {button !== undefined && (
        <Row>
          <Button type="button" variant="quiet" onClick={button.press}>
            {button.label}
          </Button>
        </Row>
      )}
    </UploadBox>
  )
}
