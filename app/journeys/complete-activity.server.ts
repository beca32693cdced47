import type { Occasion } from '~/domains/catalogue'
import { grantEvidence } from '~/domains/competence/index.server'
import type { CertificateDocument } from '~/domains/credential'
import { issueCertificate } from '~/domains/credential/index.server'
import {
  type Confirmation,
  type ConfirmedLine,
  hasAttended,
  meetingMinutes,
  type Product,
  type Standing,
  standingOf,
} from '~/domains/learning'
import { listConfirmations, listNames, listProducts, recordActivityCompletion } from '~/domains/learning/index.server'
import { listKeptPeople } from '~/domains/identity/index.server'
import { enqueueNotice } from '~/domains/notice/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

const ISSUER = 'Nätverk Westum'

interface Attendee {
  personId: PersonId
  minutes: number
  standing: Standing
  lines: (ConfirmedLine & { meetingId: string })[]
  product: Product | undefined
}

/** The confirmed lines by who each person is now; of two lines of one person at one meeting the longer counts. */
function linesOf(confirmations: readonly Confirmation[], kept: ReadonlyMap<PersonId, PersonId>): Attendee['lines'] {
  const lines = new Map<string, Attendee['lines'][number]>()
  for (const { meetingId, lines: confirmed } of confirmations) {
    for (const line of confirmed) {
      const personId = kept.get(line.personId) ?? line.personId
      const key = `${meetingId} ${personId}`
      if ((lines.get(key)?.minutes ?? -1) < line.minutes) lines.set(key, { ...line, personId, meetingId })
    }
  }
  return [...lines.values()]
}

/** How everybody with time at an occasion stands, by what its confirmed meetings say. */
function attendeesOf(occasion: Occasion, lines: Attendee['lines'], products: readonly Product[]) {
  const asked = occasion.meetings.reduce((sum, meeting) => sum + meetingMinutes(meeting), 0)
  const people = [...new Set(lines.filter((line) => line.minutes > 0).map((line) => line.personId))].toSorted()
  return people.map((personId): Attendee => {
    const own = lines.filter((line) => line.personId === personId)
    const minutes = own.reduce((sum, line) => sum + line.minutes, 0)
    const product = products.find((one) => one.personId === personId)
    const attended = hasAttended(minutes, asked, occasion.attendedPercent)
    return {
      personId,
      minutes,
      product,
      lines: own.filter((line) => line.minutes > 0),
      standing: standingOf(attended, occasion.productPrompt !== null, product),
    }
  })
}

/**
 * Finishes the occasion for those who meet its rule: completion, evidence, certificate and notice, once for each
 * person. Nothing happens while one of its meetings is unconfirmed. The caller holds the occasion's lock. Answers who
 * finished by this very step.
 */
export async function completeActivity(tx: Tx, occasion: Occasion, now: Date): Promise<PersonId[]> {
  const confirmations = await listConfirmations(
    tx,
    occasion.meetings.map(({ meetingId }) => meetingId),
  )
  if (confirmations.length < occasion.meetings.length) return []
  const confirmed = confirmations.flatMap(({ lines }) => lines.map(({ personId }) => personId))
  const lines = linesOf(confirmations, await listKeptPeople(tx, confirmed))
  const attendees = attendeesOf(occasion, lines, await listProducts(tx, occasion.occasionId))
  const done = attendees.filter(({ standing }) => standing === 'attended')
  const names = await listNames(
    tx,
    done.map(({ personId }) => personId),
  )
  const finished: PersonId[] = []
  for (const attendee of done) {
    const name = names.get(attendee.personId)
    if (name !== undefined && (await finish(tx, occasion, attendee, `${name.givenName} ${name.familyName}`, now)))
      finished.push(attendee.personId)
  }
  return finished
}

async function finish(
  tx: Tx,
  occasion: Occasion,
  { personId, minutes, lines, product }: Attendee,
  holderName: string,
  now: Date,
): Promise<boolean> {
  const last = Math.max(...occasion.meetings.map(({ endsAt }) => endsAt.getTime()), product?.acceptedAt?.getTime() ?? 0)
  const finishedAt = new Date(Math.min(last, now.getTime()))
  const { occasionId } = occasion
  const { completionId, created } = await recordActivityCompletion(tx, { personId, occasionId, minutes, finishedAt })
  if (!created) return false
  await grantEvidence(tx, { personId, completionId, finishedAt, competences: occasion.competences })
  const document = certificateOf(occasion, lines, { holderName, minutes, finishedAt })
  const { code } = await issueCertificate(tx, { personId, completionId, document, issuedAt: now })
  await enqueueNotice(tx, {
    personId,
    kind: 'activity-finished',
    sourceId: completionId,
    payload: { activitySlug: occasion.slug, courseTitle: occasion.title, minutes, certificateCode: code },
    createdAt: now,
  })
  return true
}

function certificateOf(
  occasion: Occasion,
  lines: Attendee['lines'],
  { holderName, minutes, finishedAt }: { holderName: string; minutes: number; finishedAt: Date },
): CertificateDocument {
  return {
    kind: occasion.assessedAgainstStandard ? 'godkänt resultat' : 'deltagande',
    title: occasion.title,
    holderName,
    minutes,
    level: occasion.level,
    outcomes: occasion.outcomes,
    finishedOn: localDay(finishedAt),
    issuer: ISSUER,
    language: 'sv',
    revision: 1,
    sources: occasion.meetings.flatMap((meeting) => {
      const line = lines.find((one) => one.meetingId === meeting.meetingId)
      if (line === undefined) return []
      const title = meeting.title ?? occasion.title
      return [{ title, minutes: line.minutes, finishedOn: localDay(meeting.startsAt) }]
    }),
  }
}
