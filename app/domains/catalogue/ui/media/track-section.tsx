import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Section, SelectField } from '~/shared/ui'
import { mediaLanguages, type TrackKind, trackKinds } from '../../media/model'
import { useLanguageChoices } from './describe-form'
import type { ShownItem } from './shown-item'
import styles from './media.module.css'

/** A language by its name, or its code where it has none here. */
export function useLanguageName(): (code: string) => string {
  const t = useOfficeT('media')
  return (code) => {
    const known = mediaLanguages.find((one) => one === code)
    return known === undefined ? code : t(`languages.${known}`)
  }
}

/** The texts of a recording, and a form that reads a new one from a file. */
export function TrackSection({ item, errors }: { item: ShownItem; errors: readonly string[] }) {
  const t = useOfficeT('captioning')
  const nameOf = useLanguageName()
  const languages = useLanguageChoices()
  const has = (kind: TrackKind, language: string) =>
    item.tracks.some((one) => one.kind === kind && one.language === language)
  const first = item.language ?? 'sv'
  return (
    <Section title={t('texts.title')} id="texter">
      {item.tracks.length === 0 ? (
        <p>{t('texts.none')}</p>
      ) : (
        <ul>
          {item.tracks.map(({ kind, language, cues }) => (
            <li key={`${kind}.${language}`}>
              <Link to={paths.mediaTrack(item.mediaId, kind, language)}>
                {t('texts.track', { count: cues, kind: t(`texts.${kind}`), language: nameOf(language) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {item.kind === 'video' && <p className="small">{t('texts.lead')}</p>}
      <p>
        {trackKinds
          .filter((kind) => !has(kind, first))
          .map((kind, index) => (
            <span key={kind}>
              {index > 0 && ' · '}
              <Link to={paths.mediaTrack(item.mediaId, kind, first)}>
                {t('texts.empty')}: {t(`texts.${kind}`).toLowerCase()} ({nameOf(first)})
              </Link>
            </span>
          ))}
      </p>
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <fieldset className={styles.group}>
          <legend>{t('texts.add')}</legend>
          {errors.length > 0 && (
            <div className="form-errors" role="alert">
              <ul>
                {errors.map((error) => (
                  <li key={error}>{error}</li>
                ))}
              </ul>
            </div>
          )}
          <div className={styles.two}>
            <SelectField
              label={t('texts.kind')}
              name="kind"
              options={trackKinds.map((kind) => ({ value: kind, label: t(`texts.${kind}`) }))}
            />
            <SelectField label={t('texts.language')} name="language" options={languages} defaultValue={first} />
          </div>
          <div className="field">
            <label htmlFor="track-file">{t('texts.file')}</label>
            <input id="track-file" className="input" type="file" name="file" accept=".vtt,.srt,text/vtt" required />
          </div>
          <div>
            <Button variant="quiet">{t('texts.send')}</Button>
          </div>
        </fieldset>
      </Form>
    </Section>
  )
}
