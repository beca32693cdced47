import type { Measure } from './model'

export const indicatorCodes = [
  'EECO01',
  'EECO02',
  'EECO03',
  'EECO04',
  'EECO05',
  'EECO06',
  'EECO07',
  'EECO08',
  'EECO09',
  'EECO10',
  'EECO11',
  'EECO12',
  'EECO13',
  'EECO14',
  'EECO15',
  'EECO16',
  'EECO17',
  'EECO18',
  'EECO19',
  'EECR01',
  'EECR02',
  'EECR03',
  'EECR04',
  'EECR05',
  'EECR06',
] as const
export type IndicatorCode = (typeof indicatorCodes)[number]

/**
 * Where the value of an indicator comes from: counted in the portal by person or by organisation, derived by SCB from
 * its registers out of the monthly report, or never held here.
 */
export type IndicatorSource = 'portal' | 'organisations' | 'scb' | 'never'

/** Regulation (EU) 2021/1057, Annex I. Characteristics of persons are SCB's to derive; the portal asks for none. */
const sources: Record<IndicatorCode, IndicatorSource> = {
  EECO01: 'portal',
  EECO02: 'portal',
  EECO03: 'scb',
  EECO04: 'portal',
  EECO05: 'portal',
  EECO06: 'portal',
  EECO07: 'portal',
  EECO08: 'portal',
  EECO09: 'scb',
  EECO10: 'scb',
  EECO11: 'scb',
  EECO12: 'never',
  EECO13: 'never',
  EECO14: 'never',
  EECO15: 'never',
  EECO16: 'never',
  EECO17: 'never',
  EECO18: 'organisations',
  EECO19: 'organisations',
  EECR01: 'scb',
  EECR02: 'scb',
  EECR03: 'portal',
  EECR04: 'scb',
  EECR05: 'scb',
  EECR06: 'scb',
}

export function sourceOf(code: IndicatorCode): IndicatorSource {
  return sources[code]
}

/** Results that only somebody without work at entry can have; of no meaning while everybody has work. */
export const onlyWithoutWork: readonly IndicatorCode[] = ['EECR01', 'EECR04', 'EECR05']

/** The rows of the table of persons, in its order: indicators, and the rests that make their sums whole. */
export const countedRows: readonly (IndicatorCode | Measure)[] = [
  ...(['EECO01', 'EECO02', 'EECO03', 'EECO04', 'EECO05', 'labour-unknown'] as const),
  ...(['EECO06', 'EECO07', 'age-30-54', 'EECO08', 'age-unknown'] as const),
  ...(['EECO09', 'EECO10', 'EECO11', 'EECO12', 'EECO13', 'EECO14', 'EECO15', 'EECO16', 'EECO17'] as const),
  ...(['EECO18', 'EECO19'] as const),
  ...(['left', 'EECR01', 'EECR02', 'EECR03', 'EECR04', 'EECR05', 'EECR06'] as const),
]
