import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useOfflineT } from '~/i18n/use-offline-t'
import { paths } from '~/shared/paths'
import { Button, Notice } from '~/shared/ui'
import { KEPT_EVENT, TOLD_PREFIX, keepWork, recallWork, removeWork } from '~/shared/unsent'
import { type Came, type SentKept, type Told, postKept, sendKept } from './send-kept'

const RETRY_MS = 8_000
const well: readonly Came[] = ['passed', 'finished', 'course-finished']

function recallTold(key: string): Told[] {
  const kept = recallWork(key)
  return Array.isArray(kept) ? (kept as Told[]) : []
}

/** One window at a time sends; another that comes meanwhile has nothing to do. */
async function sendAlone(viewerKey: string): Promise<SentKept> {
  const send = () => sendKept(localStorage, viewerKey, location.pathname, postKept)
  if (!('locks' in navigator)) return send()
  const none: SentKept = { answers: 0, told: [], isThrough: false }
  return navigator.locks.request('portal-unsent', { ifAvailable: true }, (lock) => (lock === null ? none : send()))
}

/** Sends what waits in this browser, and tells what came of it until the reader closes it. `round` begins anew. */
export function KeptSender({ viewerKey, round }: { viewerKey: string; round: number }) {
  const t = useOfflineT()
  const key = TOLD_PREFIX + viewerKey
  const [told, setTold] = useState<Told[]>(() => recallTold(key))
  const [sent, setSent] = useState(0)
  const { pathname } = useLocation()
  const { revalidate } = useRevalidator()
  const shown = useRef({ pathname, revalidate })
  useEffect(() => {
    shown.current = { pathname, revalidate }
  })

  useEffect(() => {
    let timer: number | undefined
    let isGone = false
    const send = async () => {
      const done = await sendAlone(viewerKey)
      if (done.told.length > 0) keepWork(key, merged(recallTold(key), done.told))
      if (isGone) return
      window.dispatchEvent(new Event(KEPT_EVENT))
      setTold(recallTold(key))
      setSent((before) => before + done.answers)
      const isHere = ({ page }: Told) => paths.lesson(page.course, page.lesson) === shown.current.pathname
      if (done.told.some(isHere)) shown.current.revalidate()
      if (!done.isThrough && navigator.onLine) timer = window.setTimeout(() => void send(), RETRY_MS)
    }
    void send()
    return () => {
      isGone = true
      window.clearTimeout(timer)
    }
  }, [viewerKey, key, round])

  function close(): void {
    removeWork(key)
    setTold([])
    setSent(0)
  }

  if (told.length === 0 && sent === 0) return null
  return (
    <div className="wrap told no-print">
      <Notice tone={told.every(({ came }) => well.includes(came)) ? 'ok' : 'lichen'} live>
        <h2>{t('told.title')}</h2>
        {sent > 0 && <p>{t('told.sent', { count: sent })}</p>}
        {told.map((one) => (
          <ToldLine key={`${one.page.course}/${one.page.lesson}/${one.came}`} told={one} />
        ))}
        <Button type="button" variant="quiet" onClick={close}>
          {t('told.close')}
        </Button>
      </Notice>
    </div>
  )
}

/** The same news of the same lesson is told once, the latest. */
function merged(before: readonly Told[], now: readonly Told[]): Told[] {
  const isSame = (a: Told, b: Told) =>
    a.page.lesson === b.page.lesson && a.page.course === b.page.course && a.came === b.came
  return [...before.filter((one) => !now.some((other) => isSame(one, other))), ...now]
}

function ToldLine({ told: { page, came, score, text } }: { told: Told }) {
  const t = useOfflineT()
  return (
    <>
      <p>
        {t(`told.${came}`, { title: page.title, score: score ?? 0 })}{' '}
        {came !== 'gone' && <a href={paths.lesson(page.course, page.lesson)}>{t('told.open')}</a>}
      </p>
      {text !== undefined && (
        <blockquote>
          <p>{t('told.yourText')}</p>
          <p className="told-text">{text}</p>
        </blockquote>
      )}
    </>
  )
}
