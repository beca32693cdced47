import type { Criterion } from '~/domains/catalogue'
import type { RichDocument } from '~/shared/editor/document'
import type { Assessment } from './review-form'
import type { Step } from './standing'

export interface PageFile {
  fileId: string
  name: string
  bytes: number
}

/** An assignment as the person who does it meets it; instants are ISO texts. */
export interface AssignmentPage {
  task: RichDocument
  minWords: number
  mostFiles: number
  /** Peers see no names. */
  isAnonymous: boolean
  rubric: Criterion[]
  draft: { text: string; savedAt: string | null }
  attached: PageFile[]
  /** A new version may be handed in. */
  mayHandIn: boolean
  /** The draft or its files differ from what was handed in last. */
  isChanged: boolean
  /** The newest first. */
  versions: { version: number; submittedAt: string; text: string; files: PageFile[] }[]
  steps: Step[]
  examples: { key: string; title: string; isAssessed: boolean }[]
  /** Works to read; the name is null in an anonymous round. */
  tasks: { allocationId: string; name: string | null; answered: boolean }[]
  /** Who is waited for, when the round is not anonymous. */
  readers: string[]
  feedback: Feedback[]
  /** Steps that a course leader has finished for the person, and why. */
  releases: { stage: string; reason: string; by: string }[]
}

export interface Feedback extends Assessment {
  kind: 'peer' | 'self' | 'leader'
  /** Null in an anonymous round. */
  reviewer: string | null
  reviewedAt: string
  version: number | null
  decision: 'godkand' | 'komplettera' | null
}

/** What a page of an assessment shows: a work or an example, and the rubric; `given` is what was said, once it is. */
export interface AssessPage {
  kind: 'train' | 'peer' | 'self'
  title: string
  course: { slug: string; title: string }
  lesson: { slug: string; title: string }
  task: RichDocument
  text: string
  files: PageFile[]
  rubric: Criterion[]
  given: Assessment | null
  /** The course leader's own assessment of an example, told when the reader's is given. */
  compared: Assessment | null
  /** Why nothing can be said now. */
  closed: boolean
}
