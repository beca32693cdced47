import type { Question } from '~/domains/catalogue'
import { insertNewBankQuestions } from '~/domains/catalogue/index.server'
import type { CourseId, OrganisationId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { stockholmInstant } from './calendar'

/** The bank of the owner of the project: what the courses ask in their quizzes, found by course, competence and tag. */
export async function writeBank(tx: Tx, ownerId: string): Promise<void> {
  const lessons = await tx
    .selectFrom('lesson')
    .innerJoin('course', 'course.course_id', 'lesson.course_id')
    .where('lesson.kind', '=', 'quiz')
    .where('lesson.retired_at', 'is', null)
    .where('course.retired_at', 'is', null)
    .orderBy('course.slug')
    .orderBy('lesson.position')
    .select(['course.course_id', 'course.title', 'lesson.questions'])
    .execute()
  const competences = await tx
    .selectFrom('course_competence')
    .orderBy('competence_code')
    .select(['course_id', 'competence_code'])
    .execute()
  const contents = lessons.flatMap((lesson) =>
    (lesson.questions as Question[]).map((question) => ({
      question,
      courseId: lesson.course_id as CourseId,
      tags: [lesson.title.toLocaleLowerCase('sv').slice(0, 60).trim()],
      competenceCodes: competences
        .filter(({ course_id }) => course_id === lesson.course_id)
        .map(({ competence_code }) => competence_code),
    })),
  )
  await insertNewBankQuestions(tx, ownerId as OrganisationId, contents, stockholmInstant('2025-01-20', 540))
}
