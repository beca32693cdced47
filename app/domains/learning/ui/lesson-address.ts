import { paths } from '~/shared/paths'
import type { LessonPage } from '../lesson-page'

/** The address of a lesson beside this one: of the course, or of the preview in which this one is shown. */
export function lessonAddress(page: Pick<LessonPage, 'course' | 'preview'>, slug: string): string {
  return page.preview === undefined
    ? paths.lesson(page.course.slug, slug)
    : paths.draftPreviewLesson(page.course.slug, slug, page.preview)
}
