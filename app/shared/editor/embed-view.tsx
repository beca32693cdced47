import { useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { embedHost } from './embed-hosts'
import styles from './document-view.module.css'

/** A page of another site. Nothing is fetched from there before the reader says yes; without scripts it is a link. */
export function EmbedView({ src, title }: { src: string; title: string }) {
  const t = useT('document')
  const [scripted, setScripted] = useState(false)
  const [shown, setShown] = useState(false)
  useEffect(() => setScripted(true), [])
  const host = embedHost(src)
  if (host === undefined) return null
  return (
    <figure className={styles['embed']}>
      {shown ? (
        <iframe
          src={src}
          title={title}
          sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
          allow="fullscreen"
          referrerPolicy="strict-origin-when-cross-origin"
        />
      ) : (
        <div className={styles['card']}>
          <strong>{title}</strong>
          <span className={styles['facts']}>{t('embedConsent', { site: host.name })}</span>
          {scripted && (
            <button type="button" className="button button-quiet" onClick={() => setShown(true)}>
              {t('embedShow', { site: host.name })}
            </button>
          )}
        </div>
      )}
      <figcaption>
        <a href={src} rel="noopener noreferrer">
          {t('embedLink', { title, site: host.name })}
        </a>
      </figcaption>
    </figure>
  )
}
