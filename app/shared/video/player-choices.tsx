import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { type TimedText, indexAt } from './cues'
import type { Descriptions, DescriptionChoice } from './use-descriptions'
import { type CaptionSize, type Media, captionSizes, rates } from './use-media'
import styles from './lecture-player.module.css'

export interface CaptionChoice {
  language: string
  label: string
  url: string
}

export interface ChoicesProps {
  media: Media
  captions: readonly CaptionChoice[]
  described: readonly CaptionChoice[]
  descriptions: Descriptions
  chapters: readonly TimedText[]
}

function Choice<T extends string>(props: {
  label: string
  value: T
  onChange: (value: T) => void
  children: ReactNode
}) {
  return (
    <label className={styles.choice}>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as T)}>
        {props.children}
      </select>
    </label>
  )
}

/** Speed, captions and audio description side by side, then the chapter. */
export function PlayerChoices({ media, captions, described, descriptions, chapters }: ChoicesProps) {
  const t = useT('video')
  const language = useLanguage()
  const { state } = media
  const chapter = indexAt(chapters, state.second)
  return (
    <div className={styles.choices}>
      <Choice label={t('player.speed')} value={String(state.rate)} onChange={(rate) => media.setRate(Number(rate))}>
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {rate.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')}×
          </option>
        ))}
      </Choice>
      <Choice label={t('player.captions')} value={state.captions} onChange={media.setCaptions}>
        <option value="off">{t('player.captionsOff')}</option>
        {captions.map((caption) => (
          <option key={caption.language} value={caption.language} lang={caption.language}>
            {caption.label}
          </option>
        ))}
      </Choice>
      {described.length > 0 && (
        <Choice<DescriptionChoice>
          label={t('player.descriptions')}
          value={descriptions.choice}
          onChange={descriptions.choose}
        >
          <option value="off">{t('player.captionsOff')}</option>
          {described.flatMap((one) => [
            <option key={`spoken:${one.language}`} value={`spoken:${one.language}`}>
              {t('player.descriptionSpoken', { language: one.label })}
            </option>,
            <option key={`text:${one.language}`} value={`text:${one.language}`}>
              {t('player.descriptionText', { language: one.label })}
            </option>,
          ])}
        </Choice>
      )}
      {chapters.length > 0 && (
        <Choice
          label={t('player.chapter')}
          value={String(Math.max(0, chapter))}
          onChange={(index) => media.seek(chapters[Number(index)]?.start ?? 0)}
        >
          {chapters.map((one, index) => (
            <option key={one.start} value={index}>
              {one.text}
            </option>
          ))}
        </Choice>
      )}
    </div>
  )
}

const keys = ['toggle', 'skip', 'chapter', 'left', 'note', 'captions', 'mute', 'rate', 'full'] as const

/** What is seldom changed: the size of the captions; and which keys do what. */
export function MoreChoices({ media, hasNotes }: { media: Media; hasNotes: boolean }) {
  const t = useT('video')
  const shown = keys.filter((key) => hasNotes || (key !== 'note' && key !== 'left'))
  return (
    <details className={styles.more}>
      <summary>{t('player.more')}</summary>
      <Choice<CaptionSize>
        label={t('player.captionSize')}
        value={media.state.captionSize}
        onChange={media.setCaptionSize}
      >
        {captionSizes.map((size) => (
          <option key={size} value={size}>
            {t(`player.sizes.${size}`)}
          </option>
        ))}
      </Choice>
      <p>{t('player.keysLead')}</p>
      <dl className={styles.keys}>
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(`player.keys.${key}.keys`)}</dt>
            <dd>{t(`player.keys.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
