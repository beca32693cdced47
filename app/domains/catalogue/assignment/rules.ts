import type { AssignmentSettings } from './model'

export const stages = ['train', 'peer', 'self', 'leader'] as const
export type Stage = (typeof stages)[number]

export type AssignmentFault = 'no-rubric' | 'no-example' | 'example-levels'

/** The steps after handing in, in their order. */
export function stagesOf(assignment: Pick<AssignmentSettings, 'train' | 'peer' | 'self' | 'leader'>): Stage[] {
  return stages.filter((stage) => (stage === 'peer' ? assignment.peer !== null : assignment[stage]))
}

/** What an assignment lacks, beside its task, before anybody can be given it. */
export function faultsOfAssignment(assignment: AssignmentSettings): AssignmentFault[] {
  const faults: AssignmentFault[] = []
  const { rubric, examples, train, peer, self } = assignment
  const isWhole =
    rubric.length > 0 &&
    rubric.every(({ title, levels }) => title !== '' && levels.length > 1 && levels.every((level) => level.text !== ''))
  const needsRubric = train || peer !== null || self
  if (!isWhole && (needsRubric || rubric.length > 0)) faults.push('no-rubric')
  if (train && examples.every(({ text }) => text === '')) faults.push('no-example')
  const isAssessed = ({ levels }: AssignmentSettings['examples'][number]) =>
    rubric.every((criterion) => criterion.levels.some(({ key }) => key === levels[criterion.key]))
  if (train && !examples.every(isAssessed)) faults.push('example-levels')
  return faults
}
