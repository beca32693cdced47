import { paths } from '~/shared/paths'
import { assignmentRows } from './access-rows-assignments'
import { authoringRows } from './access-rows-authoring'
import { courseRows } from './access-rows-courses'
import { discussionRows } from './access-rows-discussions'
import { importRows } from './access-rows-import'
import { monthRows } from './access-rows-months'
import { peopleRows } from './access-rows-people'
import { privacyRows } from './access-rows-privacy'
import { mediaRows } from './access-rows-media'
import { meetingRows } from './access-rows-meetings'
import { textRows } from './access-rows-texts'
import { quizRows } from './access-rows-quizzes'
import {
  afterReason,
  anyone,
  attesters,
  chiefs,
  everyone,
  handlers,
  holdersReaders,
  isSignedIn,
  makers,
  office,
  only,
  ownChief,
  ownMakers,
  ownRecordReaders,
  recordKeepers,
  recordReaders,
  seenBy,
  signedIn,
  type Row,
} from './access-verdicts'

const at = (address: string) => () => address

/** Who gets what at every address of app/routes.ts; a route without a row fails the test. */
export const rows: Record<string, Row> = {
  '': { address: at(paths.home()), verdict: everyone },
  'logga-in': {
    address: at(paths.signIn()),
    verdict: ({ actor }) => (actor === undefined ? 'shown' : 'elsewhere'),
    form: () => ({ email: 'ingen@portal.example', password: 'fel lösenord' }),
    writes: anyone,
  },
  'logga-ut': { address: at(paths.signOut()), verdict: () => 'elsewhere', form: () => ({}), writes: anyone },
  sprak: {
    address: at(paths.language()),
    verdict: () => 'elsewhere',
    form: () => ({ language: 'sv' }),
    writes: anyone,
  },
  konto: {
    address: at(paths.account()),
    verdict: signedIn,
    form: () => ({ intent: 'end-session', key: 'ingen' }),
    writes: isSignedIn,
  },
  om: { address: at(paths.about()), verdict: everyone },
  tillganglighet: {
    address: at(paths.accessibility()),
    verdict: everyone,
    form: () => ({ message: '' }),
    writes: anyone,
  },
  personuppgifter: { address: at(paths.privacy()), verdict: everyone },
  synpunkter: {
    address: at(paths.feedback()),
    verdict: only({ systemadministrator: ['everywhere'] }),
    form: () => ({}),
    writes: seenBy({ systemadministrator: ['everywhere'] }),
  },
  exempel: { address: at(paths.examples()), verdict: everyone },
  'exempel/:slug': { address: ({ example }) => paths.example(example.slug), verdict: everyone },
  'exempel/:slug/redigera': {
    address: ({ example }) => paths.editExample(example.slug),
    verdict: only({ redaktor: ['everywhere'] }),
    form: () => ({}),
    writes: seenBy({ redaktor: ['everywhere'] }),
  },
  kompetens: { address: at(paths.competence()), verdict: signedIn, form: () => ({}), writes: isSignedIn },
  timmar: {
    address: at(paths.hours()),
    verdict: signedIn,
  },
  // Nobody but the subject has a month there, and no asker is the subject.
  'timmar/:diarienr/:manad': {
    address: ({ diarienr }) => paths.signMonth(diarienr, '2025-03'),
    verdict: ({ actor }) => (actor === undefined ? 'sign-in' : 'refused'),
    form: () => ({ intent: 'sign', password: 'fel lösenord', seen: '' }),
    writes: () => false,
  },
  attestera: {
    address: at(paths.attest()),
    verdict: only(attesters),
    sees: seenBy({ chef: ['own'], projektkoordinator: ['own'] }),
    form: () => ({ intent: 'attest' }),
    writes: seenBy(attesters),
  },
  intyg: { address: at(paths.certificates()), verdict: signedIn },
  'intyg/:code': {
    address: ({ code }) => paths.certificate(code),
    verdict: everyone,
    sees: seenBy(holdersReaders),
  },
  'intyg/:code/pdf': { address: ({ code }) => paths.certificatePdf(code), verdict: only(holdersReaders) },
  sok: { address: at(paths.search('Hemlinge')), verdict: everyone },
  medarbetare: { address: at(paths.staff()), verdict: only(chiefs), sees: seenBy(ownChief) },
  'medarbetare.csv': { address: at(paths.staffCsv()), verdict: only(chiefs), sees: seenBy(ownChief) },
  'medarbetare/:id': {
    address: ({ subject }) => paths.staffMember(subject.personId),
    verdict: only(ownChief),
    sees: seenBy(ownChief),
  },
  deltagare: {
    address: ({ diarienr }) => paths.participants(`?projekt=${diarienr}`),
    verdict: only(recordReaders),
    sees: seenBy(ownRecordReaders),
  },
  'deltagare/:id': {
    address: ({ participationId }) => paths.participant(participationId),
    verdict: only(ownRecordReaders),
    sees: seenBy(ownRecordReaders),
    form: () => ({ intent: 'dates', entryOn: '2023-09-01', exitOn: '' }),
    writes: seenBy(recordKeepers),
    more: [
      { form: () => ({ intent: 'number', number: '19880101-2389' }), writes: seenBy(office) },
      {
        form: () => ({ intent: 'reveal', identityNumberId: crypto.randomUUID(), reason: 'Kontroll inför rapport' }),
        writes: seenBy(office),
      },
    ],
  },
  projekt: { address: at(paths.project()), verdict: only(recordReaders) },
  'projekt/:diarienr/installningar': {
    address: ({ diarienr }) => paths.projectSettings(diarienr),
    verdict: only(office),
    form: () => ({ intent: 'rules' }),
    writes: seenBy(office),
    more: [{ form: () => ({ intent: 'partner', organisation: 'ingen' }), writes: seenBy(office) }],
  },
  'projekt/:diarienr/parter/:slug': {
    address: ({ diarienr, own }) => paths.partner(diarienr, own.slug),
    verdict: only(ownRecordReaders),
    form: () => ({ intent: 'goal' }),
    writes: seenBy(recordKeepers),
    more: [
      { form: () => ({ intent: 'partner' }), writes: seenBy(office) },
      { form: () => ({ intent: 'aid' }), writes: seenBy(office) },
    ],
  },
  'projekt/:diarienr': { address: ({ diarienr }) => paths.project(diarienr), verdict: only(recordReaders) },
  'projekt/:diarienr/indikatorer': {
    address: ({ diarienr }) => paths.indicators(diarienr),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/indikatorer/rader': {
    address: ({ diarienr }) => paths.indicatorRows(diarienr, ''),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
  },
  'projekt/:diarienr/indikatorer/fil.csv': {
    address: ({ diarienr }) => paths.indicatorsFile(diarienr, 'csv'),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/indikatorer/fil.xlsx': {
    address: ({ diarienr }) => paths.indicatorsFile(diarienr, 'xlsx'),
    verdict: only(holdersReaders),
  },
  kalender: { address: at(paths.calendar('?manad=2025-04')), verdict: everyone },
  'kalender/prenumerera': {
    address: at(paths.calendarSettings()),
    verdict: signedIn,
    form: () => ({ intent: 'revoke' }),
    writes: isSignedIn,
  },
  'kalender/:token/kalender.ics': { address: ({ feedToken }) => paths.calendarFeed(feedToken), verdict: everyone },
  'aktiviteter/:slug': {
    address: ({ activity }) => paths.activity(activity.slug),
    verdict: everyone,
    form: () => ({ intent: 'interest' }),
    writes: isSignedIn,
  },
  'aktiviteter/ny': {
    address: at(paths.newActivity()),
    verdict: only(makers),
    form: () => ({ title: 'En workshop' }),
    writes: seenBy(makers),
  },
  'aktiviteter/:slug/redigera': {
    address: ({ activity }) => paths.editActivity(activity.slug),
    verdict: only(ownMakers),
    form: () => ({ intent: 'archive' }),
    writes: seenBy(ownMakers),
  },
  'aktiviteter/:slug/nytt-tillfalle': {
    address: ({ activity }) => paths.newOccasion(activity.slug),
    verdict: only(ownMakers),
    form: () => ({ intent: 'save', day: '2026-03-12', from: '13:00', to: '15:00', mode: 'plats', place: 'Sal 1' }),
    writes: seenBy(ownMakers),
  },
  'tillfallen/:id': {
    address: ({ occasionId }) => paths.occasion(occasionId),
    verdict: only(ownMakers),
    sees: seenBy(ownMakers),
    form: () => ({ intent: 'refuse', bookingId: crypto.randomUUID() }),
    writes: seenBy(ownMakers),
  },
  ...meetingRows,
  ...mediaRows,
  ...courseRows,
  ...discussionRows,
  ...quizRows,
  ...importRows,
  ...assignmentRows,
  ...authoringRows,
  ...monthRows,
  ...privacyRows,
  ...textRows,
  ...peopleRows,
  'tillfallen/:id/redigera': {
    address: ({ occasionId }) => paths.editOccasion(occasionId),
    verdict: only(ownMakers),
    form: () => ({ intent: 'cancel', reason: 'Ledaren är sjuk' }),
    writes: seenBy(ownMakers),
  },
  'tillfallen/:id/kalender.ics': {
    address: ({ occasionId }) => paths.occasionFile(occasionId),
    verdict: ({ actor }) => (actor === undefined ? 'sign-in' : 'refused'),
  },
  skyddade: {
    address: at(`${paths.protectedPeople()}?sok=Hemlinge`),
    verdict: only(handlers),
    sees: seenBy(handlers),
  },
  'skyddade/:personId': {
    address: ({ subject }) => paths.protectedPerson(subject.personId),
    verdict: only(handlers),
    sees: seenBy(handlers),
    form: () => ({ intent: 'protection', protection: 'marked', reason: 'Personen har meddelat det' }),
    writes: seenBy(handlers),
    more: [
      { form: () => ({ intent: 'name', nameReason: 'Ska ringa upp personen' }), writes: seenBy(handlers) },
      { form: () => ({ intent: 'number', number: '19880101-2389' }), writes: seenBy(handlers) },
      {
        form: () => ({
          intent: 'reveal',
          identityNumberId: crypto.randomUUID(),
          numberReason: 'Kontroll inför rapport',
        }),
        writes: seenBy(handlers),
      },
    ],
  },
  'projekt/:diarienr/rapporter': {
    address: ({ diarienr }) => paths.reports(diarienr, '?manad=2025-02'),
    verdict: only(holdersReaders),
    sees: seenBy(office),
    form: () => ({ month: '2025-02', seenNumber: '0' }),
    writes: seenBy(office),
  },
  'rapporter/scb/:id': {
    address: ({ batchId }) => paths.scbBatch(batchId),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
    form: () => ({ form: 'csv', reason: 'Rapport till SCB' }),
    writes: seenBy(office),
  },
  'rapporter/scb/:id/fil.csv': { address: ({ batchId }) => paths.scbFile(batchId, 'csv'), verdict: afterReason },
  'rapporter/scb/:id/fil.xlsx': { address: ({ batchId }) => paths.scbFile(batchId, 'xlsx'), verdict: afterReason },
  '*': { address: at('/finns-inte'), verdict: () => 'refused', form: () => ({}), writes: anyone },
}

/** The row of a route; the names of parameters do not matter. */
export function rowOf(path: string): Row | undefined {
  const shape = (pattern: string) => pattern.replaceAll(/:\w+/g, ':')
  return Object.entries(rows).find(([pattern]) => shape(pattern) === shape(path))?.[1]
}
