/** A refusal of something that was sent from a page of the discussion, with what was typed. */
export interface ThreadRefused {
  message: string
  sent: {
    intent?: string
    key?: string
    text?: string
    title?: string | undefined
    lesson?: string
    parentId?: string
    postId?: string
    reason?: string
  }
}
