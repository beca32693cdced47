import { isDay } from '../rules/dates'
import { type GoalMeasure, goalMeasures } from './model'

export interface GoalWish {
  wording: string
  measure: GoalMeasure
  target: number
  /** Codes of areas or competences of Westums kompetensram; none: everything counts. */
  competenceCodes: string[]
  level: number | null
  dueOn: string
}

export interface WrittenGoal {
  wording: string
  measure: string
  target: string
  competenceCodes: string[]
  level: string
  dueOn: string
}

export type GoalFault = 'wording' | 'measure' | 'target' | 'competence' | 'level' | 'level-alone' | 'day' | 'outside'

/** Reads the form of a local goal; `known` are the codes that exist. The due day lies inside the project. */
export function readGoal(
  written: WrittenGoal,
  project: { startsOn: string; endsOn: string },
  known: readonly string[],
): { ok: true; value: GoalWish } | { ok: false; faults: Partial<Record<keyof WrittenGoal, GoalFault>> } {
  const faults: Partial<Record<keyof WrittenGoal, GoalFault>> = {}
  const wording = written.wording.trim()
  if (wording.length < 3 || wording.length > 300) faults.wording = 'wording'
  const measure = goalMeasures.find((name) => name === written.measure)
  if (measure === undefined) faults.measure = 'measure'
  const target = /^\d{1,6}$/.test(written.target.trim()) ? Number(written.target.trim()) : 0
  if (target < 1) faults.target = 'target'
  const competenceCodes = [...new Set(written.competenceCodes)].toSorted()
  if (competenceCodes.some((code) => !known.includes(code))) faults.competenceCodes = 'competence'
  const level = written.level === '' ? null : Number(written.level)
  if (level !== null && ![1, 2, 3, 4].includes(level)) faults.level = 'level'
  else if (level !== null && (competenceCodes.length === 0 || measure === 'timmar')) faults.level = 'level-alone'
  const dueOn = written.dueOn.trim()
  if (!isDay(dueOn)) faults.dueOn = 'day'
  else if (dueOn < project.startsOn || dueOn > project.endsOn) faults.dueOn = 'outside'
  if (measure === undefined || Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, value: { wording, measure, target, competenceCodes, level, dueOn } }
}
