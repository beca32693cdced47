import { isDay } from '../rules/dates'
import { partnerRoles, type PartnerRole, type ProjectRules, roundings, type Rounding } from './model'

/** The rules as the settings form sends them: texts. */
export type WrittenRules = Record<keyof Omit<ProjectRules, 'dailyCapMinutes'> | 'dailyCapHours', string>

export const ruleFields = [
  'selfStudyEligible',
  'renewalEligible',
  'minHoursForReporting',
  'rounding',
  'attestation',
  'attendedPercent',
  'dailyCapHours',
  'reportDueDays',
  'finalPaymentOn',
  'retentionYears',
  'legalHold',
  'legalHoldReason',
] as const satisfies readonly (keyof WrittenRules)[]

export type RuleFault =
  | 'choice'
  | 'least-hours'
  | 'percent'
  | 'hours-a-day'
  | 'due-days'
  | 'day'
  | 'payment-before-start'
  | 'payment-in-future'
  | 'years'
  | 'hold-reason'

const FUND_YEARS = 5

const wholeNumber = (text: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

/** `13`, `7,5`: hours with at most two decimals, as whole minutes. */
function minutesOf(hours: string): number | undefined {
  if (!/^\d{1,2}([.,]\d{1,2})?$/.test(hours)) return undefined
  const minutes = Math.round(Number(hours.replace(',', '.')) * 60)
  return minutes >= 60 && minutes <= 1440 ? minutes : undefined
}

/** Reads the settings form; every fault by field, so that all are shown at once. `today` is an ISO day. */
export function readProjectRules(
  written: WrittenRules,
  project: { startsOn: string },
  today: string,
): { ok: true; value: ProjectRules } | { ok: false; faults: Partial<Record<keyof WrittenRules, RuleFault>> } {
  const faults: Partial<Record<keyof WrittenRules, RuleFault>> = {}
  const text = (field: keyof WrittenRules) => written[field].trim()
  const choice = (field: 'selfStudyEligible' | 'renewalEligible' | 'attestation' | 'legalHold'): boolean => {
    if (!['ja', 'nej'].includes(text(field))) faults[field] = 'choice'
    return text(field) === 'ja'
  }
  const number = (field: keyof WrittenRules, least: number, most: number, fault: RuleFault): number => {
    const found = wholeNumber(text(field), least, most)
    if (found === undefined) faults[field] = fault
    return found ?? 0
  }
  const rounding: Rounding | undefined = roundings.find((name) => name === text('rounding'))
  if (rounding === undefined) faults.rounding = 'choice'
  const dailyCapMinutes = minutesOf(text('dailyCapHours'))
  if (dailyCapMinutes === undefined) faults.dailyCapHours = 'hours-a-day'
  const finalPaymentOn = text('finalPaymentOn') || null
  if (finalPaymentOn !== null) {
    if (!isDay(finalPaymentOn)) faults.finalPaymentOn = 'day'
    else if (finalPaymentOn < project.startsOn) faults.finalPaymentOn = 'payment-before-start'
    else if (finalPaymentOn > today) faults.finalPaymentOn = 'payment-in-future'
  }
  const legalHold = choice('legalHold')
  const legalHoldReason = text('legalHoldReason') || null
  if (legalHold && (legalHoldReason ?? '').length < 10) faults.legalHoldReason = 'hold-reason'
  const value: ProjectRules = {
    selfStudyEligible: choice('selfStudyEligible'),
    renewalEligible: choice('renewalEligible'),
    rounding: rounding ?? 'floor_hours',
    minHoursForReporting:
      text('minHoursForReporting') === '' ? null : number('minHoursForReporting', 1, 1000, 'least-hours'),
    attestation: choice('attestation'),
    attendedPercent: number('attendedPercent', 1, 100, 'percent'),
    dailyCapMinutes: dailyCapMinutes ?? 0,
    reportDueDays: number('reportDueDays', 1, 90, 'due-days'),
    finalPaymentOn,
    retentionYears: text('retentionYears') === '' ? null : number('retentionYears', FUND_YEARS, 50, 'years'),
    legalHold,
    legalHoldReason: legalHold ? legalHoldReason : null,
  }
  return Object.keys(faults).length === 0 ? { ok: true, value } : { ok: false, faults }
}

/** The rules as the form shows them. */
export function writeProjectRules(rules: ProjectRules): WrittenRules {
  const yes = (value: boolean) => (value ? 'ja' : 'nej')
  return {
    selfStudyEligible: yes(rules.selfStudyEligible),
    renewalEligible: yes(rules.renewalEligible),
    rounding: rules.rounding,
    minHoursForReporting: rules.minHoursForReporting?.toString() ?? '',
    attestation: yes(rules.attestation),
    attendedPercent: String(rules.attendedPercent),
    dailyCapHours: String(Math.round((rules.dailyCapMinutes / 60) * 100) / 100).replace('.', ','),
    reportDueDays: String(rules.reportDueDays),
    finalPaymentOn: rules.finalPaymentOn ?? '',
    retentionYears: rules.retentionYears?.toString() ?? '',
    legalHold: yes(rules.legalHold),
    legalHoldReason: rules.legalHoldReason ?? '',
  }
}

/** What changes from one state of a record to the next, field by field, for the log. */
export function changesOf<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } | undefined {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  if (keys.length === 0) return undefined
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Partial<T>
  return { before: pick(before), after: pick(after) }
}

export interface PartnerWish {
  role: PartnerRole
  startsOn: string | null
  endsOn: string | null
  /** Null: as the project. */
  attestation: boolean | null
}

export type WrittenPartner = Record<'role' | 'startsOn' | 'endsOn' | 'partnerAttestation', string>
export type PartnerFault = 'choice' | 'owner-role' | 'day' | 'outside' | 'end-before-start'

/** Reads the partner form. The role of owner belongs to the owner of the project alone, who keeps it. */
export function readPartner(
  written: WrittenPartner,
  project: { startsOn: string; endsOn: string },
  isOwner: boolean,
): { ok: true; value: PartnerWish } | { ok: false; faults: Partial<Record<keyof WrittenPartner, PartnerFault>> } {
  const faults: Partial<Record<keyof WrittenPartner, PartnerFault>> = {}
  const role = partnerRoles.find((name) => name === written.role)
  if (role === undefined) faults.role = 'choice'
  else if ((role === 'projektagare') !== isOwner) faults.role = 'owner-role'
  const dayOf = (field: 'startsOn' | 'endsOn'): string | null => {
    const day = written[field].trim() || null
    if (day !== null && !isDay(day)) faults[field] = 'day'
    else if (day !== null && (day < project.startsOn || day > project.endsOn)) faults[field] = 'outside'
    return day
  }
  const [startsOn, endsOn] = [dayOf('startsOn'), dayOf('endsOn')]
  if (Object.keys(faults).length === 0 && startsOn !== null && endsOn !== null && endsOn < startsOn) {
    faults.endsOn = 'end-before-start'
  }
  const own = written.partnerAttestation
  if (!['', 'ja', 'nej'].includes(own)) faults.partnerAttestation = 'choice'
  const attestation = own === '' ? null : own === 'ja'
  if (role === undefined || Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, value: { role, startsOn, endsOn, attestation } }
}
