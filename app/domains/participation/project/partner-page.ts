import type { AidFormFacts } from './aid'
import { writeAidForm } from './aid'
import type { WrittenGoal } from './goal'
import type { LocalGoal } from './model'
import { isAidFormInForce } from './rules'

/** The values of the goal form for the goal that the address names; null when it names none of them. */
export function editedGoal(goals: readonly LocalGoal[], localGoalId: string | null) {
  const goal = goals.find((one) => one.localGoalId === localGoalId)
  if (goal === undefined) return null
  const values: WrittenGoal = {
    wording: goal.wording,
    measure: goal.measure,
    target: String(goal.target),
    competenceCodes: goal.competenceCodes,
    level: goal.level?.toString() ?? '',
    dueOn: goal.dueOn,
  }
  return { localGoalId: goal.localGoalId, values }
}

/** The state-aid form as its page shows it on a day; none stands as missing. */
export function shownAidForm(form: AidFormFacts | undefined, today: string) {
  return { values: writeAidForm(form), inForce: isAidFormInForce(form, today) }
}
