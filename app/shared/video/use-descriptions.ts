import { type RefObject, useEffect, useState } from 'react'
import { remember, remembered } from './use-media'

const KEY = 'portal-descriptions'

/** Audio description: off, read aloud by the browser, or as text for a screen reader; with the language. */
export type DescriptionChoice = 'off' | `spoken:${string}` | `text:${string}`

function isChoice(value: string | null, languages: readonly string[]): value is DescriptionChoice {
  return value === 'off' || languages.some((language) => value === `spoken:${language}` || value === `text:${language}`)
}

function canSpeak(language: string): boolean {
  return 'speechSynthesis' in window && speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(language))
}

/**
 * Reads the description track of a film. Read aloud, the film waits until the words are said, since what happens in the
 * picture seldom leaves room for them. Where the browser has no voice for the language they are shown as text.
 */
export function useDescriptions(videoRef: RefObject<HTMLVideoElement | null>, languages: readonly string[]) {
  const [choice, setChoice] = useState<DescriptionChoice>('off')
  const [text, setText] = useState('')
  const known = languages.join(' ')

  useEffect(() => {
    const stored = remembered(KEY)
    if (isChoice(stored, known.split(' '))) setChoice(stored)
  }, [known])

  useEffect(() => {
    const video = videoRef.current
    const [form, language] = choice.split(':')
    if (video === null || language === undefined) return
    const track = [...video.textTracks].find((one) => one.kind === 'descriptions' && one.language === language)
    if (track === undefined) return
    const speaks = form === 'spoken' && canSpeak(language)
    let isHeld = false
    const release = () => {
      if (isHeld) video.play().catch(() => undefined)
      isHeld = false
    }
    const say = (words: string) => {
      const utterance = new SpeechSynthesisUtterance(words)
      utterance.lang = language
      utterance.onend = release
      utterance.onerror = release
      isHeld = !video.paused
      video.pause()
      speechSynthesis.cancel()
      speechSynthesis.speak(utterance)
    }
    const tell = () => {
      const cue = track.activeCues?.[0]
      if (cue === undefined || !('text' in cue) || typeof cue.text !== 'string') return
      setText(cue.text)
      if (speaks) say(cue.text)
    }
    // Whoever plays on does not want to hear the rest.
    const playedOn = () => {
      if (!isHeld) return
      isHeld = false
      speechSynthesis.cancel()
    }
    track.mode = 'hidden'
    track.addEventListener('cuechange', tell)
    video.addEventListener('play', playedOn)
    return () => {
      track.removeEventListener('cuechange', tell)
      video.removeEventListener('play', playedOn)
      track.mode = 'disabled'
      if (speaks) speechSynthesis.cancel()
      release()
      setText('')
    }
  }, [videoRef, choice])

  return {
    choice,
    text,
    choose: (next: DescriptionChoice) => {
      remember(KEY, next)
      setChoice(next)
    },
  }
}
export type Descriptions = ReturnType<typeof useDescriptions>
