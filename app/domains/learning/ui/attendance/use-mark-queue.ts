import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { paths } from '~/shared/paths'
import type { AttendancePage } from '../../attendance/page.server'
import {
  createMarkQueue,
  forgetOthers,
  type MarkQueue,
  type QueueAnswer,
  type QueuedMark,
  type QueueState,
} from './mark-queue'

const RETRY_MS = 8_000
const atRest: QueueState = { waiting: [], sent: [], sentAt: null, status: 'idle', refused: [] }

async function post(meetingId: string, marks: readonly QueuedMark[]): Promise<QueueAnswer> {
  const unreachable: QueueAnswer = { status: 'unreachable', refused: [] }
  try {
    const response = await fetch(paths.attendanceMark(meetingId), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ marks }),
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect') return { status: 'signed-out', refused: [] }
    if (response.status >= 500 || response.status === 429) return unreachable
    if (!response.ok) {
      return { status: 'answered', refused: marks.map(({ markId }) => ({ markId, refusal: 'form' })) }
    }
    const { refused } = (await response.json()) as { refused: QueueAnswer['refused'] }
    return { status: 'answered', refused }
  } catch {
    return unreachable
  }
}

/** An id for a mark; `randomUUID` is missing where the page is not served over a secure connection. */
export function newMarkId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) =>
    (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The queue of one meeting's marks on this device. Undefined until scripts run: then forms are sent as forms. */
export function useMarkQueue(page: Pick<AttendancePage, 'actorId' | 'meetingId' | 'open' | 'rows'>) {
  const [state, setState] = useState<QueueState>(atRest)
  const [online, setOnline] = useState(true)
  const [queue, setQueue] = useState<MarkQueue>()
  const { revalidate } = useRevalidator()
  const { actorId, meetingId } = page

  useEffect(() => {
    forgetOthers(localStorage, actorId)
    const made = createMarkQueue(
      { actorId, meetingId, storage: localStorage },
      (marks) => post(meetingId, marks),
      setState,
    )
    setQueue(made)
    setState(made.state())
    const connected = () => {
      setOnline(navigator.onLine)
      void made.flush()
    }
    connected()
    const timer = window.setInterval(() => void made.flush(), RETRY_MS)
    window.addEventListener('online', connected)
    window.addEventListener('offline', connected)
    window.addEventListener('focus', connected)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', connected)
      window.removeEventListener('offline', connected)
      window.removeEventListener('focus', connected)
    }
  }, [actorId, meetingId])

  const delivered = state.sent.length
  useEffect(() => {
    if (delivered > 0 && navigator.onLine) revalidate()
  }, [delivered, revalidate])

  const rows = useRef(page.rows)
  useEffect(() => {
    if (rows.current === page.rows) return
    rows.current = page.rows
    queue?.settle()
  }, [page.rows, queue])

  return { queue, state, online: online && state.status !== 'offline' }
}
