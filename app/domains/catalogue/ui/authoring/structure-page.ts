import type { DraftHead } from '../../authoring/desk'
import type { DraftLesson, DraftModule, RemovedLesson } from '../../authoring/model'

export interface SourceChoice {
  lessonId: string
  title: string
  courseTitle: string
}

export interface StructurePage {
  head: DraftHead
  modules: DraftModule[]
  lessons: Omit<DraftLesson, 'settings'>[]
  removed: RemovedLesson[]
  /** Languages that the course is offered in. */
  languages: ('sv' | 'en')[]
  sources: SourceChoice[]
}

/** A step up or down that a button takes with a lesson or a module. */
export interface Step {
  buttonId: string
  of: 'lesson' | 'module'
  id: string
}
