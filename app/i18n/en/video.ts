import type { SameKeys } from '../translate'
import type { video as sv } from '../sv/video'

export const video: SameKeys<typeof sv> = {
  player: {
    label: 'Player: {{title}}',
    controls: 'Player controls',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 10 seconds',
    forward: 'Forward 10 seconds',
    place: 'Place in the lecture',
    placeOf: '{{place}} of {{whole}}',
    speed: 'Speed',
    captions: 'Captions',
    captionsOff: 'Off',
    mute: 'Mute',
    unmute: 'Unmute',
    volume: 'Volume',
    picture: 'Picture in picture',
    full: 'Full screen',
    fault: 'The video cannot be played right now. Check the connection and reload the page, or read the transcript.',
  },
  strip: {
    all: 'You have seen the whole lecture.',
    none: 'You have not seen any of the lecture yet. It is {{whole}} long.',
    seen: 'You have seen {{seen}} of {{whole}}.',
    left: 'Left:',
    toEnd: '{{from}} to the end',
    more_one: 'and {{count}} more part',
    more_other: 'and {{count}} more parts',
  },
  beat: {
    saved: 'Saved {{time}}',
    offline: 'No connection. What you watch is saved when the connection is back.',
    signedOut: 'You are signed out. Sign in again and what you have watched is saved.',
    signIn: 'Sign in',
  },
  transcript: {
    title: 'Transcript',
    follow: 'Follow along in the text',
    playFrom: 'Play from {{time}}',
  },
  chapters: { title: 'Chapters' },
  noScript:
    'JavaScript is off, so the portal cannot count what you watch. The video still plays. Read the transcript and answer the questions, and the lecture counts.',
}
