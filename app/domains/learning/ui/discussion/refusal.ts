import type { TextFault } from '../../discussion/rules'

/** Every no of a discussion, each with its sentence in the texts. */
export type DiscussionRefusal =
  | TextFault
  | 'off'
  | 'not-allowed'
  | 'not-found'
  | 'too-many'
  | 'locked'
  | 'full'
  | 'no-such-lesson'
  | 'no-such-post'
  | 'too-late'
  | 'reason'
  | 'own'
