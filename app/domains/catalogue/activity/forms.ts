import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import { audiences, themes } from '../model'
import { type Activity, type ActivityContent, activityKinds, activityTimeTypes } from './model'
import { many, orNull, text, wholeNumber } from './typed'

/** An activity's form as it is typed; nothing is refused here, so that nothing typed is lost. */
export const activityForm = z.object({
  intent: z.enum(['save', 'publish', 'archive', 'reopen']).default('save'),
  version: text(40),
  organisationId: text(40),
  projectId: text(40),
  kind: text(40),
  timeType: text(40),
  language: text(2),
  title: text(1000),
  summary: text(3000),
  body: z.string().max(1_000_000).optional(),
  markdown: z.string().max(400_000).optional(),
  level: text(2),
  outcomes: text(5000),
  themes: many,
  audiences: many,
  competence: many,
  competenceLevel: many,
  competenceWeight: many,
  attendedPercent: text(5),
  productPrompt: text(1000),
  standardRef: text(300),
  approvalRequired: text(3),
  onlyListed: text(3),
  listed: many,
  seats: many,
  checked: many,
})
export type ActivityFields = z.output<typeof activityForm>

/** The form of a stored activity, or of a new one. */
export function activityFieldsOf(activity: Activity | undefined): ActivityFields {
  return {
    intent: 'save',
    version: activity?.changedAt.toISOString() ?? '',
    organisationId: activity?.organisationId ?? '',
    projectId: activity?.projectId ?? '',
    kind: activity?.kind ?? 'workshop',
    timeType: activity?.timeType ?? 'schemalagd',
    language: activity?.language ?? 'sv',
    title: activity?.title ?? '',
    summary: activity?.summary ?? '',
    level: activity?.level?.toString() ?? '',
    outcomes: activity?.outcomes.join('\n') ?? '',
    themes: activity?.themes ?? [],
    audiences: activity?.audiences ?? [],
    competence: activity?.competences.map(({ code }) => code) ?? [],
    competenceLevel: activity?.competences.map(({ level }) => String(level)) ?? [],
    competenceWeight: activity?.competences.map(({ weight }) => String(weight)) ?? [],
    attendedPercent: String(activity?.attendedPercent ?? 80),
    productPrompt: activity?.productPrompt ?? '',
    standardRef: activity?.standardRef ?? '',
    approvalRequired: activity?.approvalRequired ? 'ja' : '',
    onlyListed: activity?.onlyListedOrganisations ? 'ja' : '',
    listed: activity?.listed.map(({ organisationId }) => organisationId) ?? [],
    seats: activity?.listed.map(({ seats }) => seats?.toString() ?? '') ?? [],
    checked: [],
  }
}

export type ActivityFault =
  | 'title'
  | 'summary'
  | 'organisation'
  | 'project'
  | 'choice'
  | 'percent'
  | 'competence-twice'
  | 'seats'
  | 'listed-twice'
  | 'listed-none'

export interface ReadActivity {
  organisationId: OrganisationId
  content: ActivityContent
  seats: { organisationId: OrganisationId; seats: number | null }[]
}

/** Reads a typed form: the activity, or what is wrong by field. Choices must be among those offered. */
export function readActivity(
  fields: ActivityFields,
  description: RichDocument,
  offered: { organisationIds: readonly string[]; projectIds: readonly string[]; codes: readonly string[] },
): { ok: true; value: ReadActivity } | { ok: false; faults: Partial<Record<keyof ActivityFields, ActivityFault>> } {
  const faults: Partial<Record<keyof ActivityFields, ActivityFault>> = {}
  const title = fields.title.trim()
  const summary = fields.summary.trim()
  if (title === '' || title.length > 140) faults.title = 'title'
  if (summary === '' || summary.length > 300) faults.summary = 'summary'
  if (!offered.organisationIds.includes(fields.organisationId)) faults.organisationId = 'organisation'
  if (fields.projectId !== '' && !offered.projectIds.includes(fields.projectId)) faults.projectId = 'project'
  const kind = activityKinds.find((one) => one === fields.kind)
  const timeType = activityTimeTypes.find((one) => one === fields.timeType)
  if (kind === undefined) faults.kind = 'choice'
  if (timeType === undefined) faults.timeType = 'choice'
  const percent = wholeNumber(fields.attendedPercent)
  if (percent === undefined || percent < 1 || percent > 100) faults.attendedPercent = 'percent'
  const competences = fields.competence.flatMap((code, index) => {
    const level = wholeNumber(fields.competenceLevel[index] ?? '') ?? 0
    const weight = Number(fields.competenceWeight[index] ?? '')
    const known = offered.codes.includes(code) && level >= 1 && level <= 4 && weight > 0 && weight <= 1
    return known ? [{ code, level, weight }] : []
  })
  if (new Set(competences.map(({ code }) => code)).size < competences.length) faults.competence = 'competence-twice'
  const seats: ReadActivity['seats'] = []
  fields.listed.forEach((organisationId, index) => {
    if (organisationId === '') return
    const typed = (fields.seats[index] ?? '').trim()
    const most = wholeNumber(typed)
    if (typed !== '' && most === undefined) faults.seats = 'seats'
    seats.push({ organisationId: organisationId as OrganisationId, seats: most ?? null })
  })
  if (new Set(seats.map((seat) => seat.organisationId)).size < seats.length) faults.listed = 'listed-twice'
  if (fields.onlyListed === 'ja' && seats.length === 0) faults.listed = 'listed-none'
  if (Object.keys(faults).length > 0 || kind === undefined || timeType === undefined || percent === undefined) {
    return { ok: false, faults }
  }
  const level = wholeNumber(fields.level)
  return {
    ok: true,
    value: {
      organisationId: fields.organisationId as OrganisationId,
      seats,
      content: {
        themes: themes.filter((one) => fields.themes.includes(one)),
        audiences: audiences.filter((one) => fields.audiences.includes(one)),
        kind,
        timeType,
        title,
        summary,
        description,
        language: fields.language === 'en' ? 'en' : 'sv',
        level: level !== undefined && level >= 1 && level <= 4 ? level : null,
        outcomes: fields.outcomes
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .slice(0, 12),
        competences,
        projectId: fields.projectId === '' ? null : (fields.projectId as ProjectId),
        attendedPercent: percent,
        productPrompt: orNull(fields.productPrompt),
        assessedAgainstStandard: fields.standardRef.trim() !== '',
        standardRef: orNull(fields.standardRef),
        approvalRequired: fields.approvalRequired === 'ja',
        onlyListedOrganisations: fields.onlyListed === 'ja',
      },
    },
  }
}
