import { Link, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { EuLockup } from '~/shared/ui'
import { CHECK_IN_OPENS_MINUTES, type CheckInWindow } from '../../attendance/rules'
import styles from './screen.module.css'

export interface Screen {
  meetingId: string
  activity: string
  meeting: string | null
  startsAt: Date
  endsAt: Date
  state: CheckInWindow
  code: string
  secondsLeft: number
  present: number
  qr: { size: number; path: string }
  address: string
}

/** Seconds left of the code that is shown; asks for the next one when they are gone and the network is there. */
function useCountdown(screen: Screen): { seconds: number | undefined; offline: boolean } {
  const [seconds, setSeconds] = useState<number>()
  const [offline, setOffline] = useState(false)
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const until = Date.now() + screen.secondsLeft * 1000
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000)
      setSeconds(Math.max(0, left))
      setOffline(!navigator.onLine)
      if (left <= 0 && state === 'idle' && navigator.onLine) revalidate()
    }
    tick()
    const timer = window.setInterval(tick, 1000)
    return () => window.clearInterval(timer)
  }, [screen, revalidate, state])
  return { seconds, offline }
}

function Code({ screen }: { screen: Screen }) {
  const t = useOfficeT('attendance')
  const { seconds, offline } = useCountdown(screen)
  return (
    <>
      <p>{t('screen.scan', { address: screen.address })}</p>
      <div>
        <p className={styles['quiet']}>{t('screen.code')}</p>
        <p className={styles['code']}>{screen.code}</p>
      </div>
      <p className={styles['quiet']}>
        {offline ? t('screen.offline') : seconds === undefined ? t('screen.next') : t('screen.countdown', { seconds })}
      </p>
    </>
  )
}

/** The whole screen with the code that participants read, and the letters for those who type. */
export function ScreenView({ screen }: { screen: Screen }) {
  const t = useOfficeT('attendance')
  const open = screen.state === 'open'
  const opens = formatTime(new Date(screen.startsAt.getTime() - CHECK_IN_OPENS_MINUTES * 60_000))
  return (
    <div className={styles['screen']}>
      <noscript>
        <meta httpEquiv="refresh" content={String(open ? screen.secondsLeft : 60)} />
      </noscript>
      {open && (
        <svg
          className={styles['qr']}
          viewBox={`0 0 ${screen.qr.size} ${screen.qr.size}`}
          role="img"
          aria-label={t('screen.qr')}
          shapeRendering="crispEdges"
        >
          <path d={screen.qr.path} fill="#000000" />
        </svg>
      )}
      <div className={styles['words']}>
        <EuLockup />
        <h1 className={styles['title']}>{screen.activity}</h1>
        {screen.meeting !== null && <p>{screen.meeting}</p>}
        {open && <Code screen={screen} />}
        {screen.state === 'too-early' && <p>{t('screen.opens', { time: opens })}</p>}
        {screen.state === 'over' && <p>{t('screen.over')}</p>}
        <p className={styles['quiet']}>{t('screen.present', { count: screen.present })}</p>
        <p>
          <Link to={paths.attendance(screen.meetingId)}>{t('screen.back')}</Link>
        </p>
      </div>
    </div>
  )
}
