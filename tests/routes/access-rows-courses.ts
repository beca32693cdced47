import { paths } from '~/shared/paths'
import { everyone, isSignedIn, signedIn, type Row } from './access-verdicts'

/** Courses, their lessons and lectures, for those who learn. */
export const courseRows: Record<string, Row> = {
  kurser: { address: () => paths.courses(), verdict: everyone },
  'kurser/:slug': {
    address: ({ course }) => paths.course(course.slug),
    verdict: everyone,
    form: () => ({ intent: 'enrol' }),
    writes: isSignedIn,
  },
  'kurser/:slug/:lektion': {
    address: ({ course }) => paths.lesson(course.slug, 'lektion-1'),
    verdict: signedIn,
    form: () => ({ intent: 'finish' }),
    writes: isSignedIn,
  },
  'kurser/:slug/:lektion/utkast': {
    address: ({ course }) => paths.lessonDraft(course.slug, 'lektion-1'),
    verdict: signedIn,
    form: () => ({}),
    writes: isSignedIn,
  },
  larvagar: { address: () => paths.learningPaths(), verdict: everyone },
  'larvagar/:slug': { address: ({ pathSlug }) => paths.learningPath(pathSlug), verdict: everyone },
  'kurser/:slug/:lektion/osant': {
    address: ({ course }) => paths.lessonUnsent(course.slug, 'lektion-1'),
    verdict: signedIn,
    form: () => ({}),
    writes: isSignedIn,
  },
  sparat: { address: () => paths.saved(), verdict: signedIn },
  forelasningar: { address: () => paths.lectures(), verdict: everyone },
  'forelasningar/:slug': {
    address: ({ course }) => paths.lecture(course.lecture?.slug ?? ''),
    verdict: everyone,
    form: () => ({ intent: 'finish' }),
    writes: isSignedIn,
  },
  // Only an action: whoever writes by address gets no page.
  'forelasningar/:slug/anteckningar': {
    address: ({ course }) => paths.lectureNotes(course.lecture?.slug ?? ''),
    verdict: () => 'refused',
    form: () => ({ intent: 'save', noteId: crypto.randomUUID(), at: '0.05', text: 'Prov' }),
    writes: isSignedIn,
    more: [{ form: () => ({ intent: 'delete', noteId: crypto.randomUUID() }), writes: isSignedIn }],
  },
  'forelasningar/:slug/anteckningar/:fil': {
    address: ({ course }) => paths.lectureNotesFile(course.lecture?.slug ?? '', 'md'),
    verdict: signedIn,
  },
  'forelasningar/:slug/hjartslag': {
    address: ({ course }) => paths.heartbeat(course.lecture?.slug ?? ''),
    verdict: everyone,
    form: () => ({}),
    writes: isSignedIn,
  },
}
