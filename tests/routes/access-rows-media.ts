import { paths } from '~/shared/paths'
import { everyone, only, seenBy, type Row } from './access-verdicts'

/** Editors and course leaders, whose grants in the matrix hold for the whole portal. */
const keepers = { redaktor: ['everywhere'], kursansvarig: ['everywhere'] } as const
/** A lecture whose film is in no library is the whole portal's. */
const editors = { redaktor: ['everywhere'] } as const

/** Who gets what of the media library; that one organisation does not reach another's is in media-pages.test.ts. */
export const mediaRows: Record<string, Row> = {
  media: { address: () => paths.media(), verdict: only(keepers) },
  'media/ny': {
    address: () => paths.newMedia(),
    verdict: only(keepers),
    form: () => ({ avbryt: '' }),
    writes: seenBy(keepers),
  },
  // Only an action, and none at all where films are not kept at Mux.
  'media/mux': {
    address: () => paths.mediaMux(),
    verdict: () => 'refused',
    form: () => ({}),
    writes: () => false,
  },
  'media/valj': {
    address: () => paths.pickMedia('?typ=bild'),
    verdict: only(keepers),
    form: () => ({}),
    writes: seenBy(keepers),
  },
  'media/:id': {
    address: ({ mediaId }) => paths.mediaItem(mediaId),
    verdict: only(keepers),
    sees: seenBy(keepers),
    form: () => ({ intent: 'remove' }),
    writes: seenBy(keepers),
  },
  'media/:id/forelasning': {
    address: ({ mediaId }) => paths.mediaLecture(mediaId),
    verdict: only(keepers),
    form: () => ({ title: 'Tagen' }),
    writes: seenBy(keepers),
  },
  'redaktion/forelasningar/:slug': {
    address: ({ lectureSlug }) => paths.editLecture(lectureSlug),
    verdict: only(editors),
    form: () => ({}),
    writes: seenBy(editors),
  },
  'media/:id/text/:slag/:sprak': {
    address: ({ mediaId }) => paths.mediaTrack(mediaId, 'captions', 'sv'),
    verdict: only(keepers),
    form: () => ({ text: 'WEBVTT' }),
    writes: seenBy(keepers),
  },
  'media/:id/text/:slag/:sprak/spara': {
    address: ({ mediaId }) => paths.mediaTrackSave(mediaId, 'captions', 'sv'),
    verdict: () => 'refused',
    form: () => ({}),
    writes: seenBy(keepers),
  },
  'media/:id/text/:slag/:sprak/:fil': {
    address: ({ mediaId }) => paths.mediaTrackFile(mediaId, 'captions', 'sv', 'vtt'),
    verdict: only(keepers),
  },
  'forelasningar/:slug/textning/:fil': {
    address: ({ lectureSlug }) => paths.lectureTrack(lectureSlug, 'captions', 'sv', 'vtt'),
    verdict: everyone,
  },
}
