import { paths } from '~/shared/paths'
import type { Asker } from './access-world'
import { only, type Row, seenBy } from './access-verdicts'

const authors = { kursansvarig: ['everywhere'], redaktor: ['everywhere'] } as const
const editors = { redaktor: ['everywhere'] } as const
/** The draft is that of the course leader who acts in the world, so both roles see it. */
const makers = authors

/** Pages on which courses are made. */
export const authoringRows: Record<string, Row> = {
  'redaktion/kurser': {
    address: () => paths.authoring(),
    verdict: only(authors),
    form: () => ({ slug: 'finns-inte' }),
    writes: () => false,
  },
  'redaktion/kurser/ny': {
    address: () => paths.newCourse(),
    verdict: only(authors),
    form: () => ({ title: 'En kurs', language: 'sv', organisationId: '' }),
    writes: seenBy(authors),
  },
  'redaktion/kurser/importera': {
    address: () => paths.importPackage(),
    verdict: only(authors),
    form: () => ({ file: '' }),
    writes: seenBy(authors),
  },
  // Each person's packages are that person's alone; nobody has sent one under this id.
  'redaktion/kurser/importera/:importId': {
    address: () => paths.importPackageStep('00000000-0000-4000-8000-000000000000'),
    verdict: ({ actor }: Asker) => (actor === undefined ? 'sign-in' : 'refused'),
    form: () => ({ intent: 'give-up' }),
    writes: () => false,
  },
  // The draft of the world is not published, so there is no published package of it.
  'redaktion/kurser/:slug/paket.zip': {
    address: ({ draft }) => paths.coursePackage(draft.slug),
    verdict: ({ actor }: Asker) => (actor === undefined ? 'sign-in' : 'refused'),
  },
  'redaktion/kurser/:slug/utkast.zip': {
    address: ({ draft }) => paths.draftPackage(draft.slug),
    verdict: only(makers),
  },
  'redaktion/larvagar': { address: () => paths.authorPaths(), verdict: only(editors) },
  'redaktion/larvagar/ny': {
    address: () => paths.newPath(),
    verdict: only(editors),
    form: () => ({ title: '' }),
    writes: seenBy(editors),
  },
  'redaktion/larvagar/:slug': {
    address: ({ pathSlug }) => paths.authorPath(pathSlug),
    verdict: only(editors),
    form: () => ({ title: '' }),
    writes: seenBy(editors),
  },
  'redaktion/kurser/:slug': {
    address: ({ draft }) => paths.draft(draft.slug),
    verdict: only(makers),
    form: () => ({ intent: 'add-module', title: 'Del 1' }),
    writes: seenBy(makers),
  },
  'redaktion/kurser/:slug/installningar': {
    address: ({ draft }) => paths.draftSettings(draft.slug),
    verdict: only(makers),
    form: () => ({ intent: 'invite', email: 'ingen@portal.example' }),
    writes: seenBy(makers),
  },
  'redaktion/kurser/:slug/sprak': {
    address: ({ draft }) => paths.draftLanguages(draft.slug),
    verdict: only(makers),
  },
  'redaktion/kurser/:slug/sprak/:sprak': {
    address: ({ draft }) => paths.draftTexts(draft.slug, 'en'),
    verdict: only(makers),
    form: () => ({ intent: 'save', title: '' }),
    writes: seenBy(makers),
  },
  // A published course without a draft is the whole portal's.
  'redaktion/kurser/:slug/deltagare': {
    address: ({ course }) => paths.courseParticipants(course.slug),
    verdict: only(editors),
    form: () => ({ intent: 'inbjudan', emails: '' }),
    writes: seenBy(editors),
    more: [
      {
        form: () => ({ intent: 'dispens', email: 'ingen@portal.example', reason: 'Har kunskaperna redan.' }),
        writes: seenBy(editors),
      },
    ],
  },
  'redaktion/kurser/:slug/grupper/:cohortId': {
    address: ({ course, cohortId }) => paths.cohort(course.slug, cohortId),
    verdict: only(editors),
    form: () => ({ intent: 'close' }),
    writes: seenBy(editors),
    more: [{ form: () => ({ intent: 'save', name: '' }), writes: seenBy(editors) }],
  },
  'redaktion/kurser/:slug/granskning': {
    address: ({ draft }) => paths.draftReview(draft.slug),
    verdict: only(makers),
    form: () => ({ intent: 'submit', note: '' }),
    writes: seenBy(makers),
    more: [
      {
        form: () => ({ intent: 'publish', seen: '2025-03-24T08:00:00.000Z', onwards: 'move', note: '' }),
        writes: seenBy(editors),
      },
      { form: () => ({ intent: 'withdraw', reason: 'Föråldrad' }), writes: seenBy(editors) },
    ],
  },
  'redaktion/kurser/:slug/forhandsgranskning': {
    address: ({ draft }) => paths.draftPreview(draft.slug),
    verdict: only(makers),
  },
  'redaktion/kurser/:slug/forhandsgranskning/:lektion': {
    address: ({ draft }) => paths.draftPreviewLesson(draft.slug, draft.lessonSlug),
    verdict: only(makers),
  },
  'redaktion/kurser/:slug/lektioner/:lessonId': {
    address: ({ draft }) => paths.draftLesson(draft.slug, draft.lessonId),
    verdict: only(makers),
    form: () => ({ title: '' }),
    writes: seenBy(makers),
  },
  // The course of the world has no draft, so that it is the editors'.
  'redaktion/kurser/:slug/statistik': {
    address: ({ course }) => paths.courseStatistics(course.slug),
    verdict: only(editors),
  },
  'redaktion/kurser/:slug/statistik.csv': {
    address: ({ course }) => paths.courseStatisticsFile(course.slug),
    verdict: only(editors),
  },
  // The lesson of the world was not taken from another course.
  'redaktion/kurser/:slug/lektioner/:lessonId/uppdatering': {
    address: ({ draft }) => paths.draftUpdate(draft.slug, draft.lessonId),
    verdict: ({ actor }: Asker) => (actor === undefined ? 'sign-in' : 'refused'),
    form: () => ({ seal: 'x' }),
    writes: () => false,
  },
}
