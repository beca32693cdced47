import { describe, expect, test } from 'vitest'
import { changesOf, readPartner, readProjectRules, writeProjectRules } from './settings'

const rules = {
  selfStudyEligible: false,
  renewalEligible: false,
  rounding: 'floor_hours',
  minHoursForReporting: null,
  attestation: true,
  attendedPercent: 80,
  dailyCapMinutes: 780,
  reportDueDays: 28,
  finalPaymentOn: null,
  retentionYears: null,
  legalHold: false,
  legalHoldReason: null,
} as const
const project = { startsOn: '2023-08-01', endsOn: '2025-07-31' }
const written = writeProjectRules(rules)
const read = (change: Partial<typeof written>) => readProjectRules({ ...written, ...change }, project, '2025-03-24')

describe('the rules of a project', () => {
  test('what the form shows reads back as the same rules', () => {
    expect(read({})).toEqual({ ok: true, value: rules })
    const other = {
      ...rules,
      minHoursForReporting: 8,
      dailyCapMinutes: 450,
      finalPaymentOn: '2025-01-31',
      retentionYears: 10,
      legalHold: true,
      legalHoldReason: 'Revision pågår hos ESF-rådet',
    }
    expect(readProjectRules(writeProjectRules(other), project, '2025-03-24')).toEqual({ ok: true, value: other })
  })

  test.each([
    [{ selfStudyEligible: 'kanske' }, { selfStudyEligible: 'choice' }],
    [{ rounding: 'uppåt' }, { rounding: 'choice' }],
    [{ minHoursForReporting: '0' }, { minHoursForReporting: 'least-hours' }],
    [{ minHoursForReporting: '8,5' }, { minHoursForReporting: 'least-hours' }],
    [{ attendedPercent: '101' }, { attendedPercent: 'percent' }],
    [{ dailyCapHours: '25' }, { dailyCapHours: 'hours-a-day' }],
    [{ dailyCapHours: 'åtta' }, { dailyCapHours: 'hours-a-day' }],
    [{ reportDueDays: '' }, { reportDueDays: 'due-days' }],
    [{ finalPaymentOn: '2025-02-30' }, { finalPaymentOn: 'day' }],
    [{ finalPaymentOn: '2023-07-31' }, { finalPaymentOn: 'payment-before-start' }],
    [{ finalPaymentOn: '2025-03-25' }, { finalPaymentOn: 'payment-in-future' }],
    [{ retentionYears: '4' }, { retentionYears: 'years' }],
    [{ legalHold: 'ja', legalHoldReason: 'kort' }, { legalHoldReason: 'hold-reason' }],
    [
      { attendedPercent: '', retentionYears: '99' },
      { attendedPercent: 'percent', retentionYears: 'years' },
    ],
  ])('%j is refused with %j', (change, faults) => {
    expect(read(change)).toEqual({ ok: false, faults })
  })

  test('the log holds what changed and nothing else', () => {
    expect(changesOf(rules, { ...rules })).toBeUndefined()
    expect(changesOf<object>(rules, { ...rules, rounding: 'minutes' })).toEqual({
      before: { rounding: 'floor_hours' },
      after: { rounding: 'minutes' },
    })
  })
})

describe('a partner', () => {
  const form = { role: 'samverkanspart', startsOn: '', endsOn: '', partnerAttestation: '' }

  test('follows the project unless it has its own dates and attestation', () => {
    expect(readPartner(form, project, false)).toEqual({
      ok: true,
      value: { role: 'samverkanspart', startsOn: null, endsOn: null, attestation: null },
    })
    expect(
      readPartner({ ...form, startsOn: '2024-01-01', endsOn: '2025-07-31', partnerAttestation: 'nej' }, project, false),
    ).toEqual({
      ok: true,
      value: { role: 'samverkanspart', startsOn: '2024-01-01', endsOn: '2025-07-31', attestation: false },
    })
  })

  test.each([
    [{ role: 'chef' }, false, { role: 'choice' }],
    [{ role: 'projektagare' }, false, { role: 'owner-role' }],
    [{ role: 'medlem' }, true, { role: 'owner-role' }],
    [{ startsOn: '1 januari' }, false, { startsOn: 'day' }],
    [{ startsOn: '2023-07-31' }, false, { startsOn: 'outside' }],
    [{ endsOn: '2025-08-01' }, false, { endsOn: 'outside' }],
    [{ startsOn: '2024-02-01', endsOn: '2024-01-31' }, false, { endsOn: 'end-before-start' }],
    [{ partnerAttestation: 'ibland' }, false, { partnerAttestation: 'choice' }],
  ])('%j is refused', (change, isOwner, faults) => {
    expect(readPartner({ ...form, ...change }, project, isOwner)).toEqual({ ok: false, faults })
  })
})
