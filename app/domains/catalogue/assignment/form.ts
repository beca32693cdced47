import {
  type AssignmentExample,
  type AssignmentSettings,
  type Criterion,
  MOST_CRITERIA,
  MOST_EXAMPLES,
  MOST_FILES,
  MOST_LEVELS,
} from './model'

/** The settings of an assignment as they are typed; criteria and examples are read as they are. */
export interface AssignmentFields {
  minWords: string
  mostFiles: string
  train: boolean
  peer: boolean
  peerCount: string
  peerDays: string
  anonymous: boolean
  acrossOrganisations: boolean
  self: boolean
  leader: boolean
  rubric: Criterion[]
  examples: AssignmentExample[]
}
export type AssignmentFieldFault = 'words' | 'files' | 'count' | 'days'

export const newAssignment: AssignmentSettings = {
  minWords: 100,
  mostFiles: 2,
  rubric: [],
  train: false,
  examples: [],
  peer: null,
  self: false,
  leader: true,
}

export function assignmentFieldsOf(assignment: AssignmentSettings): AssignmentFields {
  const { peer } = assignment
  return {
    minWords: String(assignment.minWords),
    mostFiles: String(assignment.mostFiles),
    train: assignment.train,
    peer: peer !== null,
    peerCount: String(peer?.count ?? 2),
    peerDays: String(peer?.days ?? 14),
    anonymous: peer?.anonymous ?? true,
    acrossOrganisations: peer?.acrossOrganisations ?? true,
    self: assignment.self,
    leader: assignment.leader,
    rubric: assignment.rubric,
    examples: assignment.examples,
  }
}

const whole = (text: string, least: number, most: number) => {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/**
 * Reads the fields that `AssignmentFields` puts in a form. A criterion, level or example whose words are all empty is
 * taken away; keys stay, so that what is assessed already keeps its meaning.
 */
export function readAssignment(form: FormData): {
  fields: AssignmentFields
  faults: Partial<Record<'minWords' | 'mostFiles' | 'peerCount' | 'peerDays', AssignmentFieldFault>>
  value: AssignmentSettings | undefined
} {
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim()
      .slice(0, most)
  const keyOf = (name: string, taken: ReadonlySet<string>, prefix: string): string => {
    const given = text(name, 40)
    if (/^[a-z0-9-]+$/.test(given) && !taken.has(given)) return given
    for (let number = 1; ; number++) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`
  }
  const fields: AssignmentFields = {
    minWords: text('minWords', 10),
    mostFiles: text('mostFiles', 10),
    train: form.get('train') !== null,
    peer: form.get('peer') !== null,
    peerCount: text('peerCount', 10),
    peerDays: text('peerDays', 10),
    anonymous: form.get('anonymous') !== null,
    acrossOrganisations: form.get('acrossOrganisations') !== null,
    self: form.get('self') !== null,
    leader: form.get('leader') !== null,
    rubric: readRubric(text, keyOf),
    examples: [],
  }
  fields.examples = readExamples(text, keyOf, fields.rubric)
  const faults: ReturnType<typeof readAssignment>['faults'] = {}
  const minWords = whole(fields.minWords, 0, 2000)
  const mostFiles = whole(fields.mostFiles, 0, MOST_FILES)
  const count = whole(fields.peerCount, 1, 5)
  const days = whole(fields.peerDays, 1, 90)
  if (minWords === undefined) faults.minWords = 'words'
  if (mostFiles === undefined) faults.mostFiles = 'files'
  if (fields.peer && count === undefined) faults.peerCount = 'count'
  if (fields.peer && days === undefined) faults.peerDays = 'days'
  if (minWords === undefined || mostFiles === undefined || Object.keys(faults).length > 0) {
    return { fields, faults, value: undefined }
  }
  const { train, self, leader, rubric, examples, anonymous, acrossOrganisations } = fields
  const peer =
    fields.peer && count !== undefined && days !== undefined ? { count, days, anonymous, acrossOrganisations } : null
  return { fields, faults, value: { minWords, mostFiles, rubric, train, examples, peer, self, leader } }
}

type Text = (name: string, most: number) => string
type KeyOf = (name: string, taken: ReadonlySet<string>, prefix: string) => string

function readRubric(text: Text, keyOf: KeyOf): Criterion[] {
  const rubric: Criterion[] = []
  for (let at = 0; at < MOST_CRITERIA; at++) {
    const levels: Criterion['levels'] = []
    for (let step = 0; step < MOST_LEVELS; step++) {
      const name = `k${at}.n${step}`
      const level = { title: text(`${name}.title`, 60), text: text(`${name}.text`, 600) }
      if (level.title === '' && level.text === '') continue
      levels.push({ key: keyOf(`${name}.key`, new Set(levels.map(({ key }) => key)), 'niva-'), ...level })
    }
    const title = text(`k${at}.title`, 120)
    if (title === '' && levels.length === 0) continue
    rubric.push({ key: keyOf(`k${at}.key`, new Set(rubric.map(({ key }) => key)), 'kriterium-'), title, levels })
  }
  return rubric
}

function readExamples(text: Text, keyOf: KeyOf, rubric: readonly Criterion[]): AssignmentExample[] {
  const examples: AssignmentExample[] = []
  for (let at = 0; at < MOST_EXAMPLES; at++) {
    const name = `x${at}`
    const words = {
      title: text(`${name}.title`, 120),
      text: text(`${name}.text`, 10_000),
      comment: text(`${name}.comment`, 4000),
    }
    if (words.title === '' && words.text === '') continue
    const levels = Object.fromEntries(
      rubric.flatMap((criterion) => {
        const level = text(`${name}.niva.${criterion.key}`, 40)
        return criterion.levels.some(({ key }) => key === level) ? [[criterion.key, level]] : []
      }),
    )
    examples.push({ key: keyOf(`${name}.key`, new Set(examples.map(({ key }) => key)), 'exempel-'), ...words, levels })
  }
  return examples
}
