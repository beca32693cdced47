import type { AskedQuestion } from '../../questions/work'

/** What the view of every type is given. Fields are called `name`, or `name.<part>`; see `responsesOf`. */
export interface FieldProps<Type extends AskedQuestion['type']> {
  question: Extract<AskedQuestion, { type: Type }>
  name: string
  given: readonly string[]
  /** Id of the text that says what is wrong, when something is. */
  faultId: string | undefined
}
