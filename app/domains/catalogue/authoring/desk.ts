import { type Actor, scopeOf } from '~/domains/identity'
import type { CourseDraft, DraftState } from './model'
import { canChangeDraft, canPublishCourse, editorReach } from './policy'

export const deskViews = ['alla', 'mina', 'utkast', 'granskning', 'publicerade', 'avpublicerade'] as const
export type DeskView = (typeof deskViews)[number]

export function deskViewOf(query: URLSearchParams): DeskView {
  return deskViews.find((view) => view === query.get('visa')) ?? 'alla'
}

interface Line {
  state: DraftState | null
  revision: number | null
  isOpen: boolean
  isOwn: boolean
}

export function fitsView(line: Line, view: DeskView): boolean {
  switch (view) {
    case 'alla':
      return true
    case 'mina':
      return line.isOwn
    case 'utkast':
      return line.state === 'utkast'
    case 'granskning':
      return line.state === 'granskning'
    case 'publicerade':
      return line.isOpen
    case 'avpublicerade':
      return line.revision !== null && !line.isOpen
  }
}

/** Whose courses the actor finds at the desk. */
export function deskReach(actor: Actor) {
  return { personId: actor.personId, editor: editorReach(actor), leader: scopeOf(actor, 'kursansvarig') }
}

/** What the head of every editorial page of a course shows. */
export interface DraftHead {
  slug: string
  title: string
  state: DraftState
  published: CourseDraft['published']
  organisationName: string | null
  mayChange: boolean
  mayPublish: boolean
}

export function draftHead(draft: CourseDraft, actor: Actor): DraftHead {
  return {
    slug: draft.slug,
    title: draft.settings.title,
    state: draft.state,
    published: draft.published,
    organisationName: draft.organisationName,
    mayChange: canChangeDraft(actor, draft),
    mayPublish: canPublishCourse(actor, draft),
  }
}
